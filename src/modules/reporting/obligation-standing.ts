import { daysBetween, type LocalDate } from '#kernel/local-date.ts'

/** What decides where an obligation stands: its last day, and the report that was or was not handed in for it. */
export type Answered = {
  due: LocalDate
  waivedFor: string | null
  /** The first submission that was accepted or still waits. */
  handedInOn: LocalDate | null
  /** Handed in without one figure: a sheet of paper is not a report. */
  isBlank: boolean
}

/** Where an obligation stands (nghĩa vụ đã làm, còn nợ, được miễn); each is in exactly one of the three. */
export type ObligationState = 'met' | 'open' | 'waived'

export function stateOf({ handedInOn, isBlank, waivedFor }: Omit<Answered, 'due'>): ObligationState {
  if (handedInOn !== null && !isBlank) return 'met'
  return waivedFor === null ? 'open' : 'waived'
}

/** Days after the last day in time: of what was handed in until then, of what is owed until today; none of what is waived. */
export function daysLate(one: Answered, today: LocalDate): number {
  const state = stateOf(one)
  if (state === 'waived') return 0
  return Math.max(0, daysBetween(one.due, state === 'met' && one.handedInOn !== null ? one.handedInOn : today))
}

/** Tỷ lệ nộp: of what is due, how much was met, and how much of that in time. */
export type MetRate = { due: number; met: number; inTime: number; open: number; waived: number; rate: number | null }

/** What was waived need not come and is not asked for: the rate is of the rest, null where there is none. */
export function rateOf(obligations: readonly Answered[], today: LocalDate): MetRate {
  const count = (state: ObligationState): number => obligations.filter((one) => stateOf(one) === state).length
  const [met, waived] = [count('met'), count('waived')]
  const asked = obligations.length - waived
  return {
    ...{ due: obligations.length, met, waived, open: count('open') },
    inTime: obligations.filter((one) => stateOf(one) === 'met' && daysLate(one, today) === 0).length,
    rate: asked === 0 ? null : met / asked,
  }
}
