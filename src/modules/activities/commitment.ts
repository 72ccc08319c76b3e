import type { Id } from '#kernel/ids.ts'
import { daysBetween, type LocalDate } from '#kernel/local-date.ts'
import type { AskedId } from './asked.ts'
import type { CommitmentState } from './commitment-life.ts'
import type { DialogueId } from './dialogue.ts'

export type CommitmentId = Id<'Commitment'>

export const commitmentKinds = ['answered', 'passed-on', 'promised'] as const
/** Answered in the hall, passed on to another body that decides it, or promised by the unit's own. */
export type CommitmentKind = (typeof commitmentKinds)[number]

export const askerSides = ['unknown', 'satisfied', 'not-satisfied'] as const
/** What the asker's side says of the result; unknown when nobody could ask. */
export type AskerSide = (typeof askerSides)[number]

/** How a due day is given: a day, or a number of days after the dialogue by the calendar of the province. */
export type DueAsked = { on: LocalDate } | { days: number; count: 'working' | 'calendar' }

/** What an officer writes under a question. */
export type AnswerEntry = {
  kind: CommitmentKind
  answer: string
  /** Empty where it was answered at once. */
  owner: string
  due: DueAsked | null
  asker: AskerSide
}

/** What was promised for one question, and for those that say the same (cam kết sau đối thoại). */
export type Commitment = {
  id: CommitmentId
  dialogue: DialogueId
  question: AskedId
  kind: CommitmentKind
  answer: string
  /** The body that does it, and never a person. */
  owner: string
  dueOn: LocalDate | null
  dueRule: string
  state: CommitmentState
  outcome: string
  doneOn: LocalDate | null
  asker: AskerSide
  version: number
}

/** How urgent an open commitment is on a day; null when there is nothing left to do. */
export type CommitmentDue = { kind: 'overdue' | 'today' | 'soon' | 'later'; days: number }

/** So many days before its day a commitment is near, and its unit is reminded. */
export const nearDays = 3

export function dueOf({ state, dueOn }: Pick<Commitment, 'state' | 'dueOn'>, today: LocalDate): CommitmentDue | null {
  if (state !== 'open' || dueOn === null) return null
  const days = daysBetween(today, dueOn)
  if (days < 0) return { kind: 'overdue', days: -days }
  if (days === 0) return { kind: 'today', days }
  return { kind: days <= nearDays ? 'soon' : 'later', days }
}

/** How a question counts in D07: what was promised and kept is answered, what was passed on stays passed on. */
export function answerKindOf(commitment: Pick<Commitment, 'kind' | 'state'> | undefined) {
  if (!commitment) return 'open'
  if (commitment.kind === 'passed-on') return 'passed-on'
  return commitment.state === 'open' ? 'open' : 'answered'
}
