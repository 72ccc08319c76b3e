import { sql } from 'kysely'
import { inScope, type Db } from '#platform/database.ts'

/** The fields in which something is published, under the name with which it was published last. */
export async function libraryFields(db: Db): Promise<{ code: string; label: string }[]> {
  return inScope(db, { reach: 'public' }, async (tx) => {
    const usual = await tx
      .selectFrom('movement_word')
      .select(['code', 'label'])
      .where('list', '=', 'field')
      .orderBy('sort_order')
      .execute()
    const own = await tx
      .selectFrom('province_movement_word')
      .select(['code', sql<string>`max(label)`.as('label')])
      .where('list', '=', 'field')
      .where('code', 'not in', [...usual.map(({ code }) => code), ''])
      .groupBy('code')
      .orderBy(sql`max(label) collate "vi-x-icu"`)
      .orderBy('code')
      .execute()
    return [...usual, ...own]
  })
}
