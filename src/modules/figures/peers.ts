import type { LocalDate } from '#kernel/local-date.ts'
import { divide, quantity, type Quantity } from '#kernel/quantity.ts'
import { unitAt, type Register } from '#modules/territory/register.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { UnitId, UnitKind } from '#modules/territory/unit.ts'
import type { CubeCell } from './cube-answer.ts'
import { sizeOn, type UnitSize } from './unit-size.ts'

/** Where peers are looked for: among the figures of one's own province, or among all that are published. */
export type PeersWithin = 'province' | 'country'

/** Units like this one (đơn vị cùng loại, cùng cỡ), and by what they were found. */
export type Peers = {
  unit: UnitId
  kind: UnitKind
  within: PeersWithin
  /** Without the unit itself. */
  units: readonly UnitId[]
  /** `size`: of its kind, with half to twice as many people. `kind`: all of its kind. */
  by: 'size' | 'kind'
  /** How many of its kind have half to twice as many people; null where the unit's own size is not known. */
  sized: number | null
  own: UnitSize | null
  band: { from: number; to: number } | null
  /** Units of its kind whose size nobody has stated. */
  unknown: number
}

/** With fewer, quartiles would only name single units. */
export const fewestPeers = 5

/**
 * The units to compare one with: of the same level and kind, half to twice as large. Where its size is not known, or too few
 * are of that size, all of its kind. Null when it was not there on that day.
 */
export function peersOf(
  register: Register,
  sizes: readonly UnitSize[],
  unit: UnitId,
  day: LocalDate,
  within: PeersWithin = 'province',
): Peers | null {
  const version = unitAt(register, unit, day)
  if (!version) return null
  const alike = treeOn(register, day)
    .units(version.level)
    .filter((one) => one.unit !== unit && one.kind === version.kind)
    .filter((one) => within === 'country' || one.province === version.province)
    .map((one) => one.unit)
  const byUnit = Map.groupBy(sizes, (size) => size.unit)
  const sizeOf = (one: UnitId): UnitSize | null => sizeOn(byUnit.get(one) ?? [], one, day)
  const own = sizeOf(unit)
  const band = own && bandOf(own.people)
  const known = new Map(alike.map((one) => [one, sizeOf(one)?.people ?? null]))
  const near = band ? alike.filter((one) => isWithin(known.get(one) ?? null, band)) : []
  const bySize = near.length >= fewestPeers
  return {
    ...{ unit, kind: version.kind, within, own, band, sized: band ? near.length : null },
    units: bySize ? near : alike,
    by: bySize ? 'size' : 'kind',
    unknown: [...known.values()].filter((people) => people === null).length,
  }
}

/** Of one size (cùng cỡ): half to twice as many people. */
export function bandOf(people: number): { from: number; to: number } {
  return { from: people / 2, to: people * 2 }
}

export function isWithin(people: number | null, { from, to }: { from: number; to: number }): boolean {
  return people !== null && people >= from && people <= to
}

/** The values left out of a band, by why. */
export type LeftOut = { hedged: number; missing: number; notApplicable: number }

/**
 * How the peers lie (dải của nhóm tương đồng): the half of them in the middle, and where the unit stands among them. Fewer than
 * five numbers make no band: the middle of four names single units.
 */
export type PeerBand =
  | { kind: 'too-few'; counted: number; leftOut: LeftOut }
  | {
      kind: 'band'
      counted: number
      leftOut: LeftOut
      lower: Quantity
      median: Quantity
      upper: Quantity
      lowest: Quantity
      highest: Quantity
      /** Null where the unit has no exact number of its own. */
      own: { amount: Quantity; above: number; below: number; place: PeerPlace } | null
    }

export const peerPlaces = ['below-all', 'lowest-quarter', 'middle', 'highest-quarter', 'above-all'] as const
export type PeerPlace = (typeof peerPlaces)[number]

/** Sets a unit's number among those of its peers. A hedged number cannot be ranked, and a missing one is not the lowest. */
export function peerBand(own: CubeCell, peers: readonly CubeCell[]): PeerBand {
  const leftOut: LeftOut = { hedged: 0, missing: 0, notApplicable: 0 }
  const amounts: Quantity[] = []
  for (const cell of peers) {
    const amount = exactOf(cell)
    if (amount !== null) amounts.push(amount)
    else leftOut[whyOut(cell)] += 1
  }
  const sorted = amounts.sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (sorted.length < fewestPeers || lowest === undefined || highest === undefined)
    return { kind: 'too-few', counted: sorted.length, leftOut }
  const [lower, median, upper] = [quartile(sorted, 1n), quartile(sorted, 2n), quartile(sorted, 3n)]
  const amount = exactOf(own)
  return {
    ...{ kind: 'band', counted: sorted.length, leftOut, lower, median, upper, lowest, highest },
    own: amount === null ? null : { amount, ...placeOf(amount, sorted, { lower, upper }) },
  }
}

/** An estimate is a number; “trên 300” is not one that others can be set beside. */
function exactOf({ state, amount, qualifier, counted, expected }: CubeCell): Quantity | null {
  const isWhole = counted >= expected
  return state === 'known' && isWhole && (qualifier === 'exact' || qualifier === 'estimate') ? amount : null
}

function whyOut({ state, amount, counted, expected }: CubeCell): keyof LeftOut {
  if (state === 'not-applicable') return 'notApplicable'
  return state === 'known' && amount !== null && counted >= expected ? 'hedged' : 'missing'
}

/** The `of`-th quarter of sorted numbers, between two of them where it falls between. */
function quartile(sorted: readonly Quantity[], of: 1n | 2n | 3n): Quantity {
  const at = BigInt(sorted.length - 1) * of
  const [below, rest] = [Number(at / 4n), at % 4n]
  const [low = 0n, high = 0n] = [sorted[below], sorted[below + 1] ?? sorted[below]]
  const fourfold = (low * (4n - rest) + high * rest) as Quantity
  return divide(fourfold, quantity(4)) ?? fourfold
}

function placeOf(
  amount: Quantity,
  sorted: readonly Quantity[],
  { lower, upper }: { lower: Quantity; upper: Quantity },
) {
  const above = sorted.filter((one) => one > amount).length
  const below = sorted.filter((one) => one < amount).length
  const place: PeerPlace =
    below === sorted.length
      ? 'above-all'
      : above === sorted.length
        ? 'below-all'
        : amount < lower
          ? 'lowest-quarter'
          : amount > upper
            ? 'highest-quarter'
            : 'middle'
  return { above, below, place }
}
