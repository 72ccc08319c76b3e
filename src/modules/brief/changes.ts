import { absolute, add, subtract, zero, type Quantity } from '#kernel/quantity.ts'
import type { CubeCell } from '#modules/figures/cube-answer.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { besideOf, meaningOf, valueIn } from './beside.ts'
import type { Beside, BriefMeasure, ChangeMeaning } from './brief.ts'
import type { Period } from '#kernel/period.ts'

/** A change that is known in full (thay đổi lớn), with the units that made most of it. */
export type Change = {
  of: BriefMeasure
  /** The place of its measure among those that were looked at. */
  at: number
  now: CubeCell
  beside: Beside
  difference: Quantity
  meaning: ChangeMeaning
  /** How large it is beside the other changes; for their order only. */
  size: number
  /** Of how many units it is, where not all gave a number in both periods; null where it is of all. */
  among: number | null
}

/** One unit's number on both sides. */
export type UnitPair = { unit: UnitId; then: CubeCell; now: CubeCell }

/** A measure on both sides, and its units where it can be looked at among some of them only. */
export type Looked = { of: BriefMeasure; then: CubeCell; now: CubeCell; units: readonly UnitPair[] }

/** What one unit added to a change, and what all the others did together; the parts add up to the whole. */
export type Contributions = {
  shown: readonly { unit: UnitId; difference: Quantity }[]
  others: { units: number; difference: Quantity } | null
}

/** From 1 to 3 is not a tripling anybody needs to hear of: this many are added on both sides before two numbers are set in ratio. */
const calm = 10
/** A share that moved by so many points is as large a change as a number that became e times as large. */
const pointsOfOne = 25
/** Smaller changes than some ten per cent are the noise of work. */
const leastSize = 0.1

/** The largest changes of each meaning, the largest first. */
export function largestChanges(
  looked: readonly Looked[],
  before: Period,
  most: Record<ChangeMeaning, number>,
): Change[] {
  const changes = looked.flatMap((one, at) => changeIn(one, at, before) ?? [])
  const sorted = changes.sort((one, other) => other.size - one.size || one.at - other.at)
  return (['worse', 'better', 'different'] as const).flatMap((meaning) =>
    sorted.filter((change) => change.meaning === meaning).slice(0, most[meaning]),
  )
}

function changeIn({ of, then, now, units }: Looked, at: number, before: Period): Change | null {
  // How much more a stock grew than last time is nobody's news.
  if (of.measure.numeral === 'change') return null
  const whole = besideOf(of, before, then, now)
  const some = whole.silence?.why === 'not-comparable' ? amongSome(of, units) : null
  const sides = some ?? { then, now }
  const beside = some ? besideOf(of, before, some.then, some.now) : whole
  const { difference } = beside
  if (difference === null || difference === zero) return null
  const size = sizeOf(of, sides.then, sides.now)
  if (size < leastSize) return null
  const among = some ? some.now.counted : null
  return { of, at, now: sides.now, beside, difference, meaning: meaningOf(of, difference), size, among }
}

/** The units that gave an exact number in both periods. */
export function pairedUnits(units: readonly UnitPair[]): UnitPair[] {
  const isWhole = ({ state, qualifier, flag, counted, expected }: CubeCell): boolean =>
    state === 'known' && qualifier === 'exact' && flag === 'exact' && counted >= expected
  return units.filter(({ then, now }) => isWhole(then) && isWhole(now))
}

/**
 * While reports are missing on either side, the same units are put beside themselves: a sum of 70 communes beside one of 98
 * would only tell who is late. Null where fewer than half of them can be.
 */
function amongSome({ isSum }: BriefMeasure, units: readonly UnitPair[]): { then: CubeCell; now: CubeCell } | null {
  const pairs = pairedUnits(units)
  if (!isSum || pairs.length === 0 || pairs.length * 2 < units.length) return null
  return { then: sumOf(pairs.map(({ then }) => then)), now: sumOf(pairs.map(({ now }) => now)) }
}

function sumOf(cells: readonly CubeCell[]): CubeCell {
  const amount = add(...cells.map((cell) => cell.amount ?? zero))
  const all = { counted: cells.length, expected: cells.length }
  return { state: 'known', amount, qualifier: 'exact', flag: 'exact', ...all, reason: null, version: null }
}

function sizeOf({ isSum }: BriefMeasure, then: CubeCell, now: CubeCell): number {
  const [from, to] = [numberIn(then), numberIn(now)]
  if (!isSum) return Math.abs(to - from) / pointsOfOne
  return Math.abs(Math.log((to + calm) / (from + calm)))
}

function numberIn({ amount }: CubeCell): number {
  return Number(amount ?? zero) / 10_000
}

/**
 * The units that made most of a change. Null where it is no sum of its units (a share), or where their numbers do not add up
 * to it: then nobody is named.
 */
export function contributionsTo(
  change: Pick<Change, 'of' | 'difference' | 'among'>,
  units: readonly UnitPair[],
  most: number,
): Contributions | null {
  if (!change.of.isSum) return null
  const moved = (change.among === null ? units : pairedUnits(units)).map(({ unit, then, now }) => ({
    unit,
    difference: movedBy(then, now),
  }))
  const known = moved.filter((one): one is { unit: UnitId; difference: Quantity } => one.difference !== null)
  if (known.length < moved.length || add(...known.map((one) => one.difference)) !== change.difference) return null
  const sorted = known
    .filter(({ difference }) => difference !== zero)
    .sort((one, other) => compare(absolute(other.difference), absolute(one.difference)))
  // Who moved the other way did not make the change: it stands among the others.
  const shown = sorted.filter(({ difference }) => difference > 0n === change.difference > 0n).slice(0, most)
  const others = sorted.filter((one) => !shown.includes(one))
  const rest = subtract(change.difference, add(...shown.map((one) => one.difference)))
  return { shown, others: others.length === 0 ? null : { units: others.length, difference: rest } }
}

/** A unit to which the indicator does not apply adds nothing on that side. */
function movedBy(then: CubeCell, now: CubeCell): Quantity | null {
  const [from, to] = [addedBy(then), addedBy(now)]
  return from === null || to === null ? null : subtract(to, from)
}

function addedBy(cell: CubeCell): Quantity | null {
  const value = valueIn(cell)
  if (value.state === 'reported') return value.amount
  return value.state === 'not-yet-known' ? null : zero
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0
}
