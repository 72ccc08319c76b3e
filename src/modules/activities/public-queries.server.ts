import { sql } from 'kysely'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { inScope, type Db } from '#platform/database.ts'
import type { DialogueId } from './dialogue.ts'
import type { PublicDialogue, PublicDialogueState } from './public-dialogue.ts'

/** One line of the public list. */
export type PublicDialogueLine = {
  id: DialogueId
  state: PublicDialogueState
  subject: string
  unitName: string
  unitCode: string
  heldOn: LocalDate
  questionsUntil: LocalDate | null
  /** How many questions its minutes hold, and how many of them have their result. */
  answers: number
  kept: number
}

const pageLength = 20

/** What everybody may read: first what is still to come, soonest first, then what was, newest first. */
export async function publicDialogues(
  db: Db,
  asked: { unitCode: string | null; page: number; today: LocalDate },
): Promise<{ lines: PublicDialogueLine[]; page: number; pages: number; total: number }> {
  return inScope(db, { reach: 'public' }, async (tx) => {
    let rows = tx.selectFrom('dialogue_publication as one').where('one.state', '<>', 'withdrawn')
    if (asked.unitCode !== null) rows = rows.where(sql<string>`one.content->>'unitCode'`, '=', asked.unitCode)
    const { total } = await rows.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const pages = Math.max(1, Math.ceil(total / pageLength))
    const page = Math.min(Math.max(1, asked.page), pages)
    const ahead = sql<boolean>`(one.state = 'announced' and one.held_on >= ${asked.today})`
    const found = await rows
      .select(['one.dialogue_id', 'one.state', 'one.subject', 'one.held_on', 'one.questions_until', 'one.content'])
      .orderBy(ahead, 'desc')
      .orderBy(sql`case when ${ahead} then one.held_on end`)
      .orderBy('one.held_on', 'desc')
      .orderBy('one.dialogue_id')
      .limit(pageLength)
      .offset((page - 1) * pageLength)
      .execute()
    const lines = found.map((row): PublicDialogueLine => {
      const content = row.content as unknown as PublicDialogue
      return {
        id: row.dialogue_id as DialogueId,
        state: row.state as PublicDialogueState,
        subject: row.subject,
        unitName: content.unitName,
        unitCode: content.unitCode,
        heldOn: localDate(row.held_on),
        questionsUntil: row.questions_until === null ? null : localDate(row.questions_until),
        answers: content.answers.length,
        kept: content.answers.filter((one) => one.state !== 'open').length,
      }
    })
    return { lines, page, pages, total }
  })
}

/** One dialogue as everybody may read it; null where there is none at that address. */
export async function publicDialogue(
  db: Db,
  id: DialogueId,
): Promise<{ state: PublicDialogueState; content: PublicDialogue } | null> {
  const row = await inScope(db, { reach: 'public' }, (tx) =>
    tx.selectFrom('dialogue_publication').select(['state', 'content']).where('dialogue_id', '=', id).executeTakeFirst(),
  )
  // Written by publishDialogue and by nobody else.
  return row ? { state: row.state as PublicDialogueState, content: row.content as unknown as PublicDialogue } : null
}
