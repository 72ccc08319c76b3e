import { daysBetween, type LocalDate } from '#kernel/local-date.ts'
import { shortOf, type Completeness } from './completeness.ts'

/** What decides where an obligation stands: its last day, and the report that was or was not handed in for it. */
export type Answered = {
  due: LocalDate
  waivedFor: string | null
  /** The first submission that was accepted or still waits. */
  handedInOn: LocalDate | null
  /** How much of it is answered; null where nothing is in, or the sum of a province is. */
  cells: Completeness | null
}

/**
 * Where an obligation stands (nghĩa vụ đã làm, đã nộp nhưng còn thiếu ô, còn nợ, được miễn); each is in exactly one of the
 * four. Handed in is not yet met: a sheet of empty cells is no report (docs/adr/0073).
 */
export type ObligationState = 'met' | 'incomplete' | 'open' | 'waived'

export function stateOf({ handedInOn, cells, waivedFor }: Omit<Answered, 'due'>): ObligationState {
  if (handedInOn !== null && shortOf(cells) === null) return 'met'
  if (waivedFor !== null) return 'waived'
  return handedInOn === null ? 'open' : 'incomplete'
}

/** Days after the last day in time: of what was handed in until then, of what is owed until today; none of what is waived. */
export function daysLate(one: Answered, today: LocalDate): number {
  if (stateOf(one) === 'waived') return 0
  return Math.max(0, daysBetween(one.due, one.handedInOn ?? today))
}

/** Tỷ lệ nộp: of what is due, how much was met, and how much of that in time; what came with cells missing is told beside it. */
export type MetRate = {
  due: number
  met: number
  inTime: number
  incomplete: number
  open: number
  waived: number
  rate: number | null
}

/** What was waived need not come and is not asked for: the rate is of the rest, null where there is none. */
export function rateOf(obligations: readonly Answered[], today: LocalDate): MetRate {
  const count = (state: ObligationState): number => obligations.filter((one) => stateOf(one) === state).length
  const [met, waived] = [count('met'), count('waived')]
  const asked = obligations.length - waived
  return {
    ...{ due: obligations.length, met, waived, incomplete: count('incomplete'), open: count('open') },
    inTime: obligations.filter((one) => stateOf(one) === 'met' && daysLate(one, today) === 0).length,
    rate: asked === 0 ? null : met / asked,
  }
}
