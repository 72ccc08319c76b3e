import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { CountedBy } from '#modules/figures/counted-by.ts'

export type DialogueId = Id<'Dialogue'>

/** What is written of a meeting in which a commune answers its people (cuộc đối thoại): counts, and never a list of people. */
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

export type Dialogue = DialogueEntry & {
  id: DialogueId
  province: Id<'Unit'>
  unit: Id<'Unit'>
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

/** Each meeting of a commune is one of D03, and one of D05 as well when it had one theme. */
export const countedByDialogue: CountedBy<DialogueEntry> = {
  kind: 'dialogue',
  counts: [
    { cell: { code: 'D03', dimension: '' }, amount: () => 1 },
    { cell: { code: 'D05', dimension: '' }, amount: (dialogue) => (dialogue.isThematic ? 1 : 0) },
  ],
}
