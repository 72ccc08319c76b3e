import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { readNumeral, type Doubt, type Numeral } from '#kernel/numerals.ts'
import type { Period } from '#kernel/period.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CellRef, Indicator, IndicatorVersionId } from './indicator.ts'

export type TargetId = Id<'Target'>

/** Who says what is to be reached: the unit itself, or the province for its commune (cấp trên giao). */
export const targetHands = ['own', 'superior'] as const
export type TargetHand = (typeof targetHands)[number]

export const targetAims = ['at-least', 'at-most', 'exactly'] as const

/** How a number is held against its target: it is to come to it, not to pass it, or to be it. */
export type TargetAim = (typeof targetAims)[number]

/** The plan or decision that sets a target (số văn bản, ngày). */
export type TargetDocument = { number: string; on: LocalDate | null }

/** What is said of a target each time it is set or revised: the amount with the text it was typed as, and why. */
export type TargetWording = {
  aim: TargetAim
  amount: Quantity
  raw: string
  reason: string
  document: TargetDocument
}

/** The place a target stands in: whose, by whom, for which cell and period. There is one target in it. */
export type TargetPlace = {
  province: UnitId
  unit: UnitId
  setBy: TargetHand
  cell: CellRef
  /** The definition that holds on the last day of the period. */
  indicator: IndicatorVersionId
  period: Period
}

/** Chỉ tiêu kế hoạch, as its newest version says it. */
export type Target = TargetPlace & TargetWording & { id: TargetId; n: number; isInForce: boolean; by: string; at: Date }

/** One entry in the history of a target; nothing in it is ever changed. */
export type TargetVersion = TargetWording & {
  n: number
  change: 'set' | 'revised' | 'withdrawn'
  by: string
  at: Date
}

/** More of what is good is to be reached, less of what is bad not to be passed; where neither is said a target is a least. */
export function usualAim({ direction }: Pick<Indicator, 'direction'>): TargetAim {
  return direction === 'less-is-better' ? 'at-most' : 'at-least'
}

/** What a text typed as a target says. A target is one number without a hedge: how it is meant stands in its aim. */
export type TargetReading =
  | { kind: 'amount'; amount: Quantity }
  | { kind: 'no-number' }
  | { kind: 'hedged' }
  | { kind: 'asked'; doubt: Doubt; candidates: Quantity[] }

export function readTarget(text: string, numeral: Numeral): TargetReading {
  const reading = readNumeral(text, numeral)
  if (reading.kind === 'asked') return reading.doubt === 'a-bound' ? { kind: 'hedged' } : reading
  if (reading.kind !== 'amount') return { kind: 'no-number' }
  return reading.qualifier === 'exact' ? { kind: 'amount', amount: reading.amount } : { kind: 'hedged' }
}

/** Whether two wordings set the same thing: pressed twice, a form sets one target. */
export function saysTheSame(one: TargetWording, other: TargetWording): boolean {
  return (
    one.aim === other.aim &&
    one.amount === other.amount &&
    one.reason === other.reason &&
    one.document.number === other.document.number &&
    one.document.on === other.document.on
  )
}
