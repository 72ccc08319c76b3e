import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, notFound, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { mostWaiting, readReceipt, receiptFrom, type AskedId, type AskedState } from './asked.ts'
import { findQuestion, insertQuestion, questionByReceipt } from './asked-store.server.ts'
import type { Dialogue, DialogueId } from './dialogue.ts'
import type { Done } from './on-dialogue.server.ts'
import { lockDialogue } from './store.server.ts'

/** Whoever asks from outside: nobody is signed in and nobody's name is known. */
export type Visitor = { db: Db; now: Date }

/**
 * Takes a question from the public page for a dialogue that is announced and still gathers. It waits to be read by the
 * office, and is shown to nobody before. The form brings the id with it: sent twice it is one question with one receipt.
 */
export async function sendQuestion(visitor: Visitor, id: DialogueId, sheet: AskedId, content: string): Done<string> {
  const { db, now } = visitor
  const owner = await announced(db, id)
  if (!owner) return notFound()
  // The office's own scope, for this one row only: a visitor may write nothing and read nothing else.
  return inScope(db, { reach: 'unit', ...owner }, async (tx) => {
    const dialogue = await lockDialogue(tx, owner.province, id)
    if (!dialogue) return notFound()
    const before = await findQuestion(tx, owner.province, sheet)
    if (before) return before.content === content && before.receipt ? done(before.receipt) : notFound()
    if (!gathers(dialogue, dayInVietnam(now))) return refused({ code: 'not-gathering' })
    if (content === '') return refused({ code: 'no-questions' })
    if (holdsPersonalNumber(content)) return refused({ code: 'personal-number' })
    const waiting = await waitingIn(tx, dialogue)
    if (waiting >= mostWaiting) return refused({ code: 'gathering-full' })
    const receipt = receiptFrom(randomBytes(10))
    const question = { id: sheet, source: 'online', content, state: 'waiting', receipt } as const
    await insertQuestion(tx, dialogue, question, now)
    const { province, unit } = dialogue
    const object = { kind: 'dialogue', id }
    await record(tx, {
      province,
      account: null,
      unit,
      kind: 'question-sent',
      object,
      changed: { question: sheet },
      at: now,
    })
    // One notice until the office has read what waits: a hundred questions are not a hundred notices.
    if (waiting === 0) await tell(tx, 'dialogue-question', { province, object: id, by: null, at: now })
    return done(receipt)
  })
}

/** What became of a question, to whoever holds its receipt. */
export type ReceiptAnswer = { content: string; state: AskedState; reason: string; askedAt: Date }

export async function askReceipt(visitor: Visitor, id: DialogueId, typed: string): Promise<ReceiptAnswer | null> {
  const receipt = readReceipt(typed)
  const owner = receipt && (await announced(visitor.db, id))
  if (!receipt || !owner) return null
  return inScope(visitor.db, { reach: 'unit', ...owner, readOnly: true }, async (tx) => {
    const question = await questionByReceipt(tx, { ...owner, id }, receipt)
    if (!question) return null
    const { content, state, reason, askedAt } = question
    return { content, state, reason, askedAt }
  })
}

function gathers(dialogue: Dialogue, today: LocalDate): boolean {
  const { state, questionsUntil, voidReason } = dialogue
  return state === 'announced' && voidReason === null && questionsUntil !== null && today <= questionsUntil
}

/** Whose dialogue it is, as far as everybody may know; null for one that never was announced. */
async function announced(db: Db, id: DialogueId): Promise<{ province: Id<'Unit'>; unit: Id<'Unit'> } | null> {
  const row = await inScope(db, { reach: 'public' }, (tx) =>
    tx
      .selectFrom('dialogue_publication')
      .select(['province_id', 'unit_id'])
      .where('dialogue_id', '=', id)
      .executeTakeFirst(),
  )
  return row ? { province: row.province_id as Id<'Unit'>, unit: row.unit_id as Id<'Unit'> } : null
}

async function waitingIn(tx: Tx, { province, id }: Dialogue): Promise<number> {
  const { waiting } = await tx
    .selectFrom('dialogue_question')
    .select(sql<number>`count(*)`.as('waiting'))
    .where('province_id', '=', province)
    .where('dialogue_id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return waiting
}
