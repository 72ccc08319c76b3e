import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { MovementWord, MovementWordList } from './words.ts'

/** All that the country and the province say of the words of the movement. */
export async function movementWords(tx: Tx, province: Id<'Unit'>): Promise<MovementWord[]> {
  const usual = await tx
    .selectFrom('movement_word')
    .select(['list', 'code', 'label', 'certainty', 'source'])
    .select(sql<string | null>`lower(valid)`.as('from'))
    .select(sql<string | null>`upper(valid)`.as('before'))
    .orderBy('list')
    .orderBy('sort_order')
    .execute()
  const own = await tx
    .selectFrom('province_movement_word')
    .selectAll()
    .where('province_id', '=', province)
    .orderBy('from_day')
    .orderBy('code')
    .execute()
  return [
    ...usual.flatMap(({ from, before, ...row }) => saidByCountry(row, from, before)),
    ...own.map((row): MovementWord => ({
      list: row.list as MovementWordList,
      ...{ code: row.code, label: row.label, isOffered: row.is_offered, isOwn: true, source: row.source },
      from: localDate(row.from_day),
      certainty: 'ours',
    })),
  ]
}

/** A word that ended is said twice: from its beginning, and from its end on as no longer offered. */
function saidByCountry(
  row: { list: string; code: string; label: string; certainty: string; source: string },
  from: string | null,
  before: string | null,
): MovementWord[] {
  // The checks of the table hold list and certainty to the known words.
  const word = { ...row, isOwn: false, isOffered: true, from: from === null ? null : localDate(from) } as MovementWord
  return before === null ? [word] : [word, { ...word, isOffered: false, from: localDate(before) }]
}

/** Writes what a province says of a word from a day on; said again of the same day, the later holds. */
export async function saveMovementWord(
  tx: Tx,
  province: Id<'Unit'>,
  word: Pick<MovementWord, 'list' | 'code' | 'label' | 'isOffered' | 'source'> & { from: LocalDate },
  at: Date,
): Promise<void> {
  const said = { label: word.label, is_offered: word.isOffered, source: word.source, created_at: at }
  await tx
    .insertInto('province_movement_word')
    .values({ province_id: province, list: word.list, code: word.code, from_day: word.from, ...said })
    .onConflict((conflict) => conflict.columns(['province_id', 'list', 'code', 'from_day']).doUpdateSet(said))
    .execute()
}
