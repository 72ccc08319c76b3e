import type { UnitId, UnitKind } from '#modules/territory/unit.ts'
import { newUnits } from './compare.ts'
import type { CellReason } from './cube-answer.ts'
import type { Layer, Totals } from './cube-layer.ts'
import type { Layout } from './cube-layout.ts'
import { never, type Leasts } from './cube-rights-by-place.ts'
import {
  amountAt,
  definitionChanged,
  isNumber,
  none,
  notApplicable,
  notOverTime,
  nought,
  partsMissing,
  stateBits,
} from './cube-slab.ts'
import type { SummedFrom } from './cube-question.ts'

/**
 * Cells that are added over the same units: those that gave every one of them (nhóm ô). `layers` are by how far a set must have
 * come; `unitKind` leaves out every unit of another kind, which has no part in an average per xã.
 */
export type Group = {
  readonly layout: Layout
  readonly from: SummedFrom
  readonly leasts: Leasts
  readonly layersOf: (least: number) => readonly Layer[]
  /** The sums that were worked out already, found once for all units of a question. */
  readonly keptOf: (least: number) => KeptSums
  readonly size: number
  readonly unitKind: UnitKind | null
  /** How many units of the kind a unit is or has; null where nobody knows. */
  readonly divisorAt: (place: number) => number | null
}

/**
 * What was worked out of some layers (tổng đã giữ), for every reader with the same limits: sums by place, by unit of a map, and in
 * columns. Other layers are other figures, and then it is worked out again.
 */
export type KeptSums = {
  readonly layers: readonly Layer[]
  readonly of: Map<number | UnitId, Sums>
  totals: Totals | null
}

/** What a stretch of units comes to (tổng của một địa bàn). */
export type Sums = {
  counted: number
  /** Units that should be in it and are not. */
  missing: number
  /** Of these, units that this reader may not see. */
  unseen: number
  notApplicable: number
  /** By cell; a bigint where a number would not be exact. */
  amounts: (number | bigint)[]
  /** By cell: one bit for each hedge among what was added. */
  hedges: number[]
  divisor: number
  /** Why a unit was left out that gave something. */
  reason: CellReason | null
  /** Why there is no sum at all. */
  refusal: { reason: CellReason | null } | null
  isApportioned: boolean
}

export function noSums(size: number): Sums {
  return {
    ...{ counted: 0, missing: 0, unseen: 0, notApplicable: 0, divisor: 0, reason: null, refusal: null },
    ...{
      amounts: new Array<number | bigint>(size).fill(0),
      hedges: new Array<number>(size).fill(0),
      isApportioned: false,
    },
  }
}

/** The sums of all that lies in a unit. */
export function sumsIn(group: Group, place: number): Sums {
  const sums = noSums(group.size)
  const sizes = new Float64Array(group.size)
  if (group.from === 'communes') addCommunes(group, place, sums, sizes)
  else addTree(group, place, sums, sizes)
  if (sizes.every((size) => size <= Number.MAX_SAFE_INTEGER)) return sums
  // Too large for a number to be exact somewhere on the way: once more in whole numbers of any length.
  const exact = { ...noSums(group.size), amounts: new Array<number | bigint>(group.size).fill(0n) }
  if (group.from === 'communes') addCommunes(group, place, exact, null)
  else addTree(group, place, exact, null)
  return exact
}

function addCommunes(group: Group, place: number, sums: Sums, sizes: Float64Array | null): void {
  const { isCommune, end } = group.layout
  const last = end[place] ?? place
  for (let at = place; at < last; at += 1) {
    if (!isCommune[at]) continue
    if (!addUnit(group, at, sums, sizes)) sums.missing += 1
  }
}

/**
 * A larger unit's own number stands before its parts (docs/adr/0039). One that gave none is opened where somebody in it did;
 * where nobody did, it is what is missing.
 */
function addTree(group: Group, place: number, sums: Sums, sizes: Float64Array | null): boolean {
  const before = sums.counted
  const given = addUnit(group, place, sums, sizes)
  if (given && sums.counted > before) return true
  const [missing, unseen] = [sums.missing, sums.unseen]
  const { end } = group.layout
  let hasGiven = false
  for (let at = place + 1; at < (end[place] ?? 0); at = end[at] ?? at + 1) {
    hasGiven = addTree(group, at, sums, sizes) || hasGiven
  }
  if (hasGiven) return true
  sums.missing = missing
  sums.unseen = unseen
  if (!given) sums.missing += 1
  return given
}

/** What one unit says to all cells of the group at once: the first that is no number decides. */
export function stateAt(group: Group, layers: readonly Layer[], place: number): number {
  if (group.unitKind !== null && group.divisorAt(place) === 0) return notApplicable
  for (const { flags } of layers) {
    const flag = flags[place] ?? none
    if (!isNumber(flag)) return flag & stateBits
  }
  return nought
}

/** False where the unit gave no answer. */
function addUnit(group: Group, place: number, sums: Sums, sizes: Float64Array | null): boolean {
  const least = group.leasts.byPlace[place] ?? never
  if (least === never) {
    if (group.unitKind !== null && group.divisorAt(place) === 0) sums.notApplicable += 1
    else sums.unseen += 1
    return group.unitKind !== null && group.divisorAt(place) === 0
  }
  const layers = group.layersOf(least)
  const state = stateAt(group, layers, place)
  if (state === notApplicable) {
    sums.notApplicable += 1
    return true
  }
  if (state !== nought) {
    sums.reason ??= reasonAt(layers, place, state)
    return false
  }
  addNumbers(group, layers, place, sums, sizes)
  return true
}

function addNumbers(
  group: Group,
  layers: readonly Layer[],
  place: number,
  sums: Sums,
  sizes: Float64Array | null,
): void {
  sums.counted += 1
  if (group.unitKind !== null) {
    const divisor = group.divisorAt(place)
    if (divisor === null)
      sums.refusal ??= { reason: { why: 'divisor-unknown', unit: group.layout.units[place] as UnitId } }
    sums.divisor += divisor ?? 0
  }
  for (let cell = 0; cell < layers.length; cell += 1) {
    const layer = layers[cell]
    const flag = layer?.flags[place] ?? none
    if (!layer || (flag & stateBits) === nought) continue
    sums.hedges[cell] = (sums.hedges[cell] ?? 0) | (1 << (flag >> 3))
    if (!sizes) {
      sums.amounts[cell] = BigInt(sums.amounts[cell] ?? 0) + amountAt(layer, place)
      continue
    }
    const amount = layer.amounts[place] ?? 0
    sums.amounts[cell] = ((sums.amounts[cell] ?? 0) as number) + amount
    sizes[cell] = (sizes[cell] ?? 0) + Math.abs(amount)
  }
}

type ReasonLayer = Pick<Layer, 'flags' | 'amounts' | 'of' | 'changedOn'> & { frame: Pick<Layer['frame'], 'period'> }

/** Why a unit is left out that gave something. */
export function reasonAt(layers: readonly ReasonLayer[], place: number, state: number): CellReason | null {
  if (state === none) return null
  const layer = layers.find(({ flags }) => ((flags[place] ?? none) & stateBits) === state)
  if (!layer) return null
  if (state === partsMissing) {
    const { from, to } = layer.frame.period
    const across = from < newUnits && newUnits <= to ? newUnits : null
    return { why: 'periods-missing', given: layer.amounts[place] ?? 0, of: layer.of, across }
  }
  if (state === notOverTime) return { why: 'not-over-time' }
  if (state !== definitionChanged || layer.changedOn === null) return null
  return { why: 'definition-changed', on: layer.changedOn }
}

/** A number that is never added: the unit's own, or none where only units in it have theirs. */
export function ownSums(group: Group, place: number): Sums {
  const sums = { ...noSums(group.size), amounts: new Array<number | bigint>(group.size).fill(0n) }
  const isOwn = group.from === 'any' || group.layout.isCommune[place] === 1
  if (!isOwn || !addUnit(group, place, sums, null)) sums.missing = 1
  if (sums.counted > 0) return sums
  const { end } = group.layout
  for (let at = place + 1; at < (end[place] ?? 0); at += 1) {
    const least = group.leasts.byPlace[at] ?? never
    if (least === never || stateAt(group, group.layersOf(least), at) !== nought) continue
    sums.refusal = { reason: { why: 'not-additive' } }
    return sums
  }
  return sums
}

type GivenAt = { place: number; isCounted: boolean }

/** Whose numbers, or “không áp dụng”, are in the sums of a unit, and who is missing from them. */
export function placesIn(group: Group, place: number, isAdded: boolean): { given: GivenAt[]; missing: number[] } {
  const given: GivenAt[] = []
  const { isCommune, end } = group.layout
  const take = (at: number): 'counted' | 'not-applicable' | 'missing' => {
    const sums = noSums(group.size)
    addUnit(group, at, sums, new Float64Array(group.size))
    if (sums.counted + sums.notApplicable === 0) return 'missing'
    given.push({ place: at, isCounted: sums.counted > 0 })
    return sums.counted > 0 ? 'counted' : 'not-applicable'
  }
  if (!isAdded) return { missing: take(place) === 'missing' ? [place] : [], given }
  if (group.from === 'communes') {
    const missing: number[] = []
    for (let at = place; at < (end[place] ?? 0); at += 1) {
      if (isCommune[at] && take(at) === 'missing') missing.push(at)
    }
    return { given, missing }
  }
  const visit = (at: number): { hasGiven: boolean; missing: number[] } => {
    const own = take(at)
    if (own === 'counted') return { hasGiven: true, missing: [] }
    const below: { hasGiven: boolean; missing: number[] }[] = []
    for (let child = at + 1; child < (end[at] ?? 0); child = end[child] ?? child + 1) below.push(visit(child))
    if (below.some(({ hasGiven }) => hasGiven)) {
      return { hasGiven: true, missing: below.flatMap(({ missing }) => missing) }
    }
    return { hasGiven: own !== 'missing', missing: own === 'missing' ? [at] : [] }
  }
  const { missing } = visit(place)
  return { given, missing }
}
