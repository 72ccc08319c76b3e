import type { Tx } from '#platform/database.ts'
import type { Tree, UnitId } from '#modules/territory/unit.ts'
import type { Certainty } from './body.ts'
import type { StructureWord, WordList } from './words.ts'

/** The three lists of words: the country's, then the province's own. */
export async function structureWords(tx: Tx, province: UnitId): Promise<StructureWord[]> {
  const kinds = await tx.selectFrom('body_kind').selectAll().orderBy('sort_order').execute()
  const functions = await tx.selectFrom('body_function').selectAll().orderBy('sort_order').execute()
  const hamlets = await tx.selectFrom('sub_commune_kind').selectAll().orderBy('sort_order').execute()
  const own = await tx
    .selectFrom('structure_word')
    .selectAll()
    .where('province_id', '=', province)
    .orderBy('created_at')
    .orderBy('code')
    .execute()
  const usual = { isOwn: false, isRetired: false, tree: null, ofKinds: null, regions: null } as const
  // The checks of these tables hold certainty, tree and list to the known words.
  return [
    ...kinds.map((row) => ({ ...usual, ...said(row), list: 'body-kind' as const, tree: row.tree as Tree })),
    ...functions.map((row) => ({ ...usual, ...said(row), list: 'body-function' as const })),
    ...hamlets.map((row) => ({
      ...usual,
      ...said(row),
      list: 'sub-commune-kind' as const,
      ofKinds: row.of_kinds,
      regions: row.regions,
    })),
    ...own.map((row) => ({
      ...usual,
      list: row.list as WordList,
      code: row.code,
      label: row.label,
      certainty: 'ours' as const,
      source: row.source,
      isOwn: true,
      isRetired: row.is_retired,
    })),
  ]
}

function said(row: { code: string; label: string; certainty: string; source: string }) {
  return { code: row.code, label: row.label, certainty: row.certainty as Certainty, source: row.source }
}

export async function insertWord(
  tx: Tx,
  province: UnitId,
  word: Pick<StructureWord, 'list' | 'code' | 'label' | 'source'>,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('structure_word')
    .values({ province_id: province, ...word, created_at: at })
    .execute()
}

/** Answers whether there was such a word of the province's own. */
export async function retireOwnWord(tx: Tx, province: UnitId, list: WordList, code: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('structure_word')
    .set({ is_retired: true })
    .where('province_id', '=', province)
    .where('list', '=', list)
    .where('code', '=', code)
    .where('is_retired', '=', false)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
