import { localDate } from '#kernel/local-date.ts'
import { divide, subtract, type Quantity } from '#kernel/quantity.ts'
import type { Period } from '#kernel/period.ts'
import type { CellReason, CubeCell } from './cube-answer.ts'
import type { Measure, QuestionMap } from './cube-question.ts'
import type { Expression } from './expression.ts'
import type { Indicator } from './indicator.ts'

/** Why two numbers are not put beside one another (vì sao không so được). */
export type NoComparison =
  | { why: 'no-figure'; of: Side }
  | { why: 'not-comparable'; of: Side; reason: CellReason | null }
  | { why: 'incomplete'; of: Side; counted: number; expected: number }
  /** A difference from “trên 3.200” would be as exact as nobody was. */
  | { why: 'rounded'; of: Side }
  /** The two are counted by two definitions. */
  | { why: 'definition-changed' }
  /** As reported, on both sides of 1 July 2025: the units were not the same. */
  | { why: 'another-map' }
  | { why: 'no-period' }
  | { why: 'whole-is-zero' }
  /** What is not added over units has no share in a whole. */
  | { why: 'no-shares' }
type Side = 'now' | 'before' | 'whole'

/** How far a number is from an earlier one (chênh lệch): `percent` is null where a rate would say nothing, or divide by zero. */
export type Difference =
  | { kind: 'told'; amount: Quantity; percent: Quantity | null; isFromZero: boolean; flag: 'exact' | 'apportioned' }
  | { kind: 'none'; reason: NoComparison }

/** What part of a whole a number is (tỷ trọng), in percent to two decimals. */
export type ShareOfWhole =
  { kind: 'told'; percent: Quantity; flag: 'exact' | 'apportioned' } | { kind: 'none'; reason: NoComparison }

/** Luật 72/2025/QH15 and the resolutions of June 2025: from this day the country has other provinces and communes. */
export const newUnits = localDate('2025-07-01')

/** Whether two periods lie on the two sides of 1 July 2025 while each is shown on the map of its own time. */
export function isOverTheChange(map: QuestionMap, before: Period, now: Period): boolean {
  return map.kind === 'reported' && before.to < newUnits !== now.to < newUnits
}

/** The difference is told only where both sides are known in full, exactly, by one definition and on one map. */
export function differenceBetween(
  before: CubeCell,
  now: CubeCell,
  about: { grows: boolean; isOverTheChange: boolean; isDefinedAnew: boolean },
): Difference {
  if (about.isOverTheChange) return none({ why: 'another-map' })
  const hindered = hindranceOf(before, 'before') ?? hindranceOf(now, 'now')
  if (hindered) return none(hindered)
  if (about.isDefinedAnew) return none({ why: 'definition-changed' })
  const [from, to] = [before.amount, now.amount]
  if (from === null || to === null) return none({ why: 'no-figure', of: from === null ? 'before' : 'now' })
  const amount = subtract(to, from)
  const isFromZero = from === 0n
  const percent = about.grows && !isFromZero ? divide((amount * 100n) as Quantity, from, 1) : null
  return { kind: 'told', amount, percent, isFromZero: about.grows && isFromZero, flag: flagOfBoth(before, now) }
}

/** The share of a unit in the whole it lies in: of what is added over units, where the whole is known in full. */
export function shareOfWhole(part: CubeCell, whole: CubeCell, isAdded: boolean): ShareOfWhole {
  if (!isAdded) return none({ why: 'no-shares' })
  const hindered = hindranceOf(part, 'now') ?? hindranceOf(whole, 'whole')
  if (hindered) return none(hindered)
  if (part.amount === null || whole.amount === null) return none({ why: 'no-figure', of: 'now' })
  const percent = divide((part.amount * 100n) as Quantity, whole.amount, 2)
  return percent === null ? none({ why: 'whole-is-zero' }) : { kind: 'told', percent, flag: flagOfBoth(part, whole) }
}

function hindranceOf(cell: CubeCell, of: Side): NoComparison | null {
  if (cell.state === 'not-comparable' || cell.state === 'undefined') {
    return { why: 'not-comparable', of, reason: cell.reason }
  }
  if (cell.state !== 'known' || cell.amount === null) return { why: 'no-figure', of }
  if (cell.counted < cell.expected) {
    return { why: 'incomplete', of, counted: cell.counted, expected: cell.expected }
  }
  return cell.qualifier === 'exact' ? null : { why: 'rounded', of }
}

function flagOfBoth(a: CubeCell, b: CubeCell): 'exact' | 'apportioned' {
  return a.flag === 'apportioned' || b.flag === 'apportioned' ? 'apportioned' : 'exact'
}

function none(reason: NoComparison): { kind: 'none'; reason: NoComparison } {
  return { kind: 'none', reason }
}

/** What of indicators decides whether numbers of them grow and are parts of a whole, by code. */
export type KnownIndicators = ReadonlyMap<string, Pick<Indicator, 'nature' | 'overTerritory'>>

/** What grows by a rate: a number of things, also where several are added. A change, a ratio and a score do not. */
export function growsByRate(measure: Pick<Measure, 'expression'>, indicators: KnownIndicators): boolean {
  return everyCell(measure.expression, (code) => {
    const nature = indicators.get(code)?.nature
    return nature === 'flow' || nature === 'stock'
  })
}

/** What is added over units, so that each of them is a part of the whole. */
export function isAddedOverUnits(measure: Pick<Measure, 'expression'>, indicators: KnownIndicators): boolean {
  return everyCell(measure.expression, (code) => {
    const found = indicators.get(code)
    return found?.overTerritory === 'sum' && found.nature !== 'change'
  })
}

// A quotient, a condition and a difference are no number of things that parts make up.
function everyCell(expression: Expression, fits: (code: string) => boolean): boolean {
  if (expression.kind === 'cell') return fits(expression.cell.code)
  if (expression.kind === 'sum') return expression.of.every((one) => everyCell(one, fits))
  return expression.kind === 'units'
}
