import type { LocalDate } from '#kernel/local-date.ts'
import type { AskerSide, CommitmentKind } from './commitment.ts'
import type { CommitmentState } from './commitment-life.ts'
import type { Dialogue, DialogueSession } from './dialogue.ts'

/** `held`: it took place and its minutes are not public yet; `withdrawn`: its page says so, and nothing else. */
export const publicDialogueStates = ['announced', 'held', 'published', 'cancelled', 'withdrawn'] as const
export type PublicDialogueState = (typeof publicDialogueStates)[number]

/** One question as everybody may read it, with what was promised and whether it was done. */
export type PublicAnswer = {
  question: string
  /** How many more asked the same. */
  alsoAsked: number
  kind: CommitmentKind
  answer: string
  owner: string
  dueOn: LocalDate | null
  state: CommitmentState
  outcome: string
  doneOn: LocalDate | null
  asker: AskerSide
}

/** What everybody may read of a dialogue; copied when it is announced or published, so that nothing else is ever shown. */
export type PublicDialogue = {
  unitName: string
  unitCode: string
  subject: string
  heldOn: LocalDate
  startsAt: string
  place: string
  isThematic: boolean
  sessions: DialogueSession[]
  chairedBy: string
  invited: string[]
  announcement: string
  questionsUntil: LocalDate | null
  attendances: number | null
  opinions: number | null
  conclusion: string
  cancelReason: string
  answers: PublicAnswer[]
}

/** What the public page says of a dialogue now; null where it never was public. `before` is what it said until now. */
export function publicStateOf(
  { state, voidReason }: Pick<Dialogue, 'state' | 'voidReason'>,
  before: PublicDialogueState | null,
): PublicDialogueState | null {
  if (voidReason !== null) return before && 'withdrawn'
  if (state === 'announced' || state === 'published' || (state === 'cancelled' && before)) return state
  if (!before) return null
  return before === 'published' || before === 'withdrawn' ? 'withdrawn' : 'held'
}

/** Whether the page still takes questions on a day. */
export function takesQuestions(
  { state, questionsUntil }: { state: PublicDialogueState; questionsUntil: LocalDate | null },
  today: LocalDate,
): boolean {
  return state === 'announced' && questionsUntil !== null && today <= questionsUntil
}

/** The bodies of a list written one a line. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
