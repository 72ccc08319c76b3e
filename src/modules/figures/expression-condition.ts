import type { Qualifier } from '#kernel/numerals.ts'
import type { Condition } from './expression.ts'

/** One side of a comparison, over the same bottom as the other. */
export type ConditionSide = { value: bigint; qualifier: Qualifier }

/** Between which two values a number lies; null: as far as one likes. The end belongs to it only where it is exact. */
type Span = { from: bigint | null; to: bigint | null; isExact: boolean }

/**
 * Whether a comparison holds; null where a rounded number leaves it open. “trên 100” is more than 50 for sure and nobody knows
 * whether it is more than 150; of “khoảng 100” only the sign is known. An estimate is a number.
 */
export function isSure(left: ConditionSide, comparison: Condition['comparison'], right: ConditionSide): boolean | null {
  const [one, other] = [spanOf(left), spanOf(right)]
  switch (comparison) {
    case 'less':
      return isBelow(one, other) ? true : isAtLeast(one, other) ? false : null
    case 'at-least':
      return isAtLeast(one, other) ? true : isBelow(one, other) ? false : null
    case 'more':
      return isBelow(other, one) ? true : isAtLeast(other, one) ? false : null
    case 'at-most':
      return isAtLeast(other, one) ? true : isBelow(other, one) ? false : null
    case 'equal':
      if (one.isExact && other.isExact) return one.from === other.from
      return isBelow(one, other) || isBelow(other, one) ? false : null
  }
}

/** The hedge of a number that is taken away. */
export function opposite(qualifier: Qualifier): Qualifier {
  return qualifier === 'over' ? 'under' : qualifier === 'under' ? 'over' : qualifier
}

function spanOf({ value, qualifier }: ConditionSide): Span {
  switch (qualifier) {
    case 'exact':
    case 'estimate':
      return { from: value, to: value, isExact: true }
    case 'over':
      return { from: value, to: null, isExact: false }
    case 'under':
      return { from: null, to: value, isExact: false }
    case 'about':
      return { from: value > 0n ? 0n : null, to: value < 0n ? 0n : null, isExact: false }
  }
}

/** Every value of one is less than every value of the other: an end that does not belong to it may touch. */
function isBelow(one: Span, other: Span): boolean {
  if (one.to === null || other.from === null) return false
  return one.isExact && other.isExact ? one.to < other.from : one.to <= other.from
}

/** Every value of one is at least as great as every value of the other. */
function isAtLeast(one: Span, other: Span): boolean {
  return one.from !== null && other.to !== null && one.from >= other.to
}
