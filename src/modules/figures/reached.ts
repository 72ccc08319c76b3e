import type { Qualifier } from '#kernel/numerals.ts'
import { divide, zero, type Quantity } from '#kernel/quantity.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { CellReason, CubeCell } from './cube-answer.ts'
import type { Target, TargetAim } from './target.ts'

/** How much of the period a number is from: two of four quarters, or all of it. */
export type SoFar = {
  given: number
  of: number
  part: 'quarter' | 'month'
  /** Counts that are added up through the period only grow: what is reached early stays reached. */
  onlyGrows: boolean
  /** The last day that the number tells of. */
  upTo: LocalDate | null
}

/** Where a unit stands against its target (đạt được bao nhiêu so với chỉ tiêu). */
export type Reached = {
  /**
   * - `met`, `missed`: decided. · `under-way`: parts of the period or of the units are still out.
   * - `unclear`: the number is a rounded one that leaves it open. · the others: there is no number to hold against it.
   */
  state: 'met' | 'missed' | 'under-way' | 'unclear' | 'no-number' | 'not-applicable' | 'not-comparable'
  amount: Quantity | null
  qualifier: Qualifier
  flag: CubeCell['flag']
  /** Per cent of the target, to one decimal; null without a number, and of a target that is nothing or less. */
  share: Quantity | null
  counted: number
  expected: number
  soFar: SoFar | null
  reason: CellReason | null
}

/** Holds a number against a target. A hedged number decides only what it cannot leave open: “trên 420” has come to 400. */
export function againstTarget(
  target: Pick<Target, 'aim' | 'amount'>,
  cell: CubeCell,
  soFar: SoFar | null = null,
): Reached {
  const { amount, qualifier, flag, counted, expected, reason } = cell
  const base = { amount, qualifier, flag, counted, expected, soFar, reason }
  if (cell.state !== 'known' || amount === null)
    return { ...base, amount: null, share: null, state: withoutNumber(cell) }
  const share = target.amount > zero && amount >= zero ? shareOf(amount, target.amount) : null
  return {
    ...base,
    share,
    state: decided(target, { amount, qualifier }, isWhole(cell, soFar), soFar?.onlyGrows ?? false),
  }
}

function withoutNumber({ state }: CubeCell): Reached['state'] {
  if (state === 'not-applicable' || state === 'not-comparable') return state
  return 'no-number'
}

function isWhole({ counted, expected }: CubeCell, soFar: SoFar | null): boolean {
  return counted >= expected && (soFar === null || soFar.given >= soFar.of)
}

type Known = { amount: Quantity; qualifier: Qualifier }

function decided(
  target: Pick<Target, 'aim' | 'amount'>,
  known: Known,
  whole: boolean,
  grows: boolean,
): Reached['state'] {
  const verdict = holds(target.aim, target.amount, known)
  if (whole) return verdict === null ? 'unclear' : verdict ? 'met' : 'missed'
  if (!grows) return 'under-way'
  // What only grows has come to its least for good, and what has passed its most does not come back.
  if (target.aim === 'at-least') return verdict === true ? 'met' : 'under-way'
  return isPast(target.amount, known) ? 'missed' : 'under-way'
}

/** Whether a number does what its target asks; null where its hedge leaves that open. An estimate is a number. */
function holds(aim: TargetAim, target: Quantity, { amount, qualifier }: Known): boolean | null {
  if (qualifier === 'about') return null
  if (qualifier === 'exact' || qualifier === 'estimate') {
    if (aim === 'exactly') return amount === target
    return aim === 'at-least' ? amount >= target : amount <= target
  }
  const isOver = qualifier === 'over'
  // “Trên 400” is more than 400, “dưới 400” less.
  const isBeyond = isOver ? amount >= target : amount <= target
  if (!isBeyond) return null
  if (aim === 'exactly') return false
  return isOver === (aim === 'at-least')
}

function isPast(target: Quantity, { amount, qualifier }: Known): boolean {
  if (qualifier === 'over') return amount >= target
  return (qualifier === 'exact' || qualifier === 'estimate') && amount > target
}

const hundred = 100n

function shareOf(amount: Quantity, target: Quantity): Quantity | null {
  return divide((amount * hundred) as Quantity, target, 1)
}
