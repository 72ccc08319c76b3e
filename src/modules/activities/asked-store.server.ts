import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { AskedId, AskedQuestion, AskedSource, AskedState } from './asked.ts'
import type { Dialogue, DialogueId } from './dialogue.ts'

const columns = [
  'id',
  'dialogue_id',
  'source',
  'content',
  'state',
  'reason',
  'same_as',
  'receipt',
  'version',
  'asked_at',
] as const

type Row = {
  id: string
  dialogue_id: string
  source: string
  content: string
  state: string
  reason: string
  same_as: string | null
  receipt: string | null
  version: number
  asked_at: Date
}

// The checks of dialogue_question hold source and state to the known words.
function read(row: Row): AskedQuestion {
  return {
    id: row.id as AskedId,
    dialogue: row.dialogue_id as DialogueId,
    source: row.source as AskedSource,
    content: row.content,
    state: row.state as AskedState,
    reason: row.reason,
    sameAs: row.same_as as AskedId | null,
    receipt: row.receipt,
    version: row.version,
    askedAt: row.asked_at,
  }
}

type OfDialogue = Pick<Dialogue, 'province' | 'unit' | 'id'>

/** Every question of a dialogue, in the order they came. */
export async function questionsOf(
  tx: Tx,
  { province, id }: Pick<Dialogue, 'province' | 'id'>,
): Promise<AskedQuestion[]> {
  const rows = await tx
    .selectFrom('dialogue_question')
    .select(columns)
    .where('province_id', '=', province)
    .where('dialogue_id', '=', id)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(read)
}

export async function questionByReceipt(tx: Tx, dialogue: OfDialogue, receipt: string): Promise<AskedQuestion | null> {
  const row = await tx
    .selectFrom('dialogue_question')
    .select(columns)
    .where('province_id', '=', dialogue.province)
    .where('dialogue_id', '=', dialogue.id)
    .where('receipt', '=', receipt)
    .executeTakeFirst()
  return row ? read(row) : null
}

/** Answers the question as it stands: the one just written, or the one that this sheet had written before. */
export async function insertQuestion(
  tx: Tx,
  dialogue: OfDialogue,
  question: Pick<AskedQuestion, 'id' | 'source' | 'content' | 'state' | 'receipt'>,
  at: Date,
): Promise<{ question: AskedQuestion; isNew: boolean } | null> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('dialogue_question')
    .values({
      province_id: dialogue.province,
      dialogue_id: dialogue.id,
      unit_id: dialogue.unit,
      ...question,
      asked_at: at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  const standing = await findQuestion(tx, dialogue.province, question.id)
  return standing && { question: standing, isNew: numInsertedOrUpdatedRows === 1n }
}

export async function findQuestion(tx: Tx, province: Id<'Unit'>, id: AskedId): Promise<AskedQuestion | null> {
  const row = await tx
    .selectFrom('dialogue_question')
    .select(columns)
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? read(row) : null
}

export async function updateQuestion(
  tx: Tx,
  province: Id<'Unit'>,
  question: Pick<AskedQuestion, 'id' | 'version'>,
  to: { state?: AskedState; reason?: string; sameAs?: AskedId | null },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('dialogue_question')
    .set({
      ...(to.state === undefined ? {} : { state: to.state }),
      ...(to.reason === undefined ? {} : { reason: to.reason }),
      ...(to.sameAs === undefined ? {} : { same_as: to.sameAs }),
      version: question.version + 1,
      changed_at: at,
    })
    .where('province_id', '=', province)
    .where('id', '=', question.id)
    .execute()
}
