import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { CountedFact } from '#modules/figures/counted-by.ts'
import { wasHeld, type DialogueState } from './dialogue-life.ts'

export type DialogueId = Id<'Dialogue'>

/** What is written of a meeting in which a government answers its people (cuộc đối thoại): counts, and never a list of people. */
export type DialogueEntry = {
  heldOn: LocalDate
  subject: string
  place: string
  /** Called for one theme, e.g. education or land clearance (đối thoại chuyên đề). */
  isThematic: boolean
  /** Person-times; null when nobody counted. */
  attendances: number | null
  opinions: number | null
}

/** A further time and place of one dialogue (buổi). */
export type DialogueSession = { day: LocalDate; startsAt: string; place: string }

/** What is planned before it is held: the first day is `heldOn`, further ones are sessions. */
export type DialoguePlan = Pick<DialogueEntry, 'heldOn' | 'subject' | 'place' | 'isThematic'> & {
  startsAt: string
  /** By function, never by name. */
  chairedBy: string
  /** Bodies, one a line. */
  invited: string
  announcement: string
  /** Until this day everybody may send a question; null when none are gathered on the public page. */
  questionsUntil: LocalDate | null
  sessions: DialogueSession[]
}

/** What the minutes say beside the questions and their answers (biên bản). */
export type MinutesEntry = { chairedBy: string; invited: string; conclusion: string }

export type Dialogue = DialogueEntry &
  Omit<DialoguePlan, 'sessions'> & {
    id: DialogueId
    province: Id<'Unit'>
    unit: Id<'Unit'>
    state: DialogueState
    conclusion: string
    cancelReason: string | null
    /** Why the row does not count; null while it stands. */
    voidReason: string | null
    version: number
    changedAt: Date
  }

/** Whether what is written down says the same as an entry: one form sent twice, and not a second meeting. */
export function saysTheSame(one: DialogueEntry, other: DialogueEntry): boolean {
  return (['heldOn', 'subject', 'place', 'isThematic', 'attendances', 'opinions'] as const).every(
    (fact) => one[fact] === other[fact],
  )
}

/** The last day for questions never lies after the day it was held. */
export function gatheredUntil(
  { questionsUntil }: Pick<Dialogue, 'questionsUntil'>,
  heldOn: LocalDate,
): LocalDate | null {
  return questionsUntil && questionsUntil > heldOn ? heldOn : questionsUntil
}

export const answerKinds = ['answered', 'passed-on', 'open'] as const

/** How the questions of a dialogue stand, as D07 parts them. */
export type AnswerCounts = Record<(typeof answerKinds)[number], number>

export const noAnswers: AnswerCounts = { answered: 0, 'passed-on': 0, open: 0 }

type Counting = Pick<Dialogue, 'province' | 'unit' | 'state' | 'voidReason' | 'isThematic' | 'attendances' | 'opinions'>

/**
 * What a dialogue counts towards once it was held: of a commune D03 and, once in a period however many it held, D04; of a
 * province D01 and D02; D05 when it had one theme; D06 and D07 what was asked. More opinions may be counted than written down.
 */
export function dialogueFacts(dialogue: Counting, answers: AnswerCounts): CountedFact[] {
  if (!wasHeld(dialogue.state) || dialogue.voidReason !== null) return []
  const fact = (code: string, amount: number, dimension = ''): CountedFact => ({ cell: { code, dimension }, amount })
  const isOfProvince = dialogue.unit === dialogue.province
  const written = answers.answered + answers['passed-on'] + answers.open
  return [
    ...(isOfProvince
      ? [fact('D01', 1), fact('D02', dialogue.attendances ?? 0)]
      : [fact('D03', 1), { ...fact('D04', 1), oncePer: dialogue.unit }]),
    fact('D05', dialogue.isThematic ? 1 : 0),
    fact('D06', Math.max(dialogue.opinions ?? 0, written)),
    ...answerKinds.map((kind) => fact('D07', answers[kind], kind)),
  ].filter(({ amount }) => amount > 0)
}
