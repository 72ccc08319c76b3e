import type { Tx } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { SavedQuestion, SavedQuestionId } from './saved-question.ts'

type Keeper = Pick<Actor, 'province' | 'account' | 'unit'>

/** FOR UPDATE: the same question sent twice must find the first one kept. Answers whether there is such an account. */
export async function lockKeeper(tx: Tx, keeper: Keeper): Promise<boolean> {
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('province_id', '=', keeper.province)
    .where('id', '=', keeper.account)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** What an account has kept, the newest first. */
export async function savedQuestionsOf(tx: Tx, keeper: Keeper): Promise<SavedQuestion[]> {
  const rows = await tx
    .selectFrom('saved_question')
    .select(['id', 'name', 'address', 'saved_at'])
    .where('province_id', '=', keeper.province)
    .where('account_id', '=', keeper.account)
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as SavedQuestionId,
    name: row.name,
    address: row.address,
    savedAt: row.saved_at,
  }))
}

export async function insertSaved(tx: Tx, keeper: Keeper, question: SavedQuestion): Promise<void> {
  await tx
    .insertInto('saved_question')
    .values({
      province_id: keeper.province,
      id: question.id,
      account_id: keeper.account,
      unit_id: keeper.unit,
      name: question.name,
      address: question.address,
      saved_at: question.savedAt,
    })
    .execute()
}

export async function renameSaved(tx: Tx, keeper: Keeper, id: SavedQuestionId, name: string): Promise<void> {
  await tx
    .updateTable('saved_question')
    .set({ name })
    .where('province_id', '=', keeper.province)
    .where('account_id', '=', keeper.account)
    .where('id', '=', id)
    .execute()
}

export async function deleteSaved(tx: Tx, keeper: Keeper, id: SavedQuestionId): Promise<void> {
  await tx
    .deleteFrom('saved_question')
    .where('province_id', '=', keeper.province)
    .where('account_id', '=', keeper.account)
    .where('id', '=', id)
    .execute()
}
