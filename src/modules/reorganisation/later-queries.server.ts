import { sql } from 'kysely'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Written } from './draft-text.ts'
import type { Refusal } from './labels.ts'

/** What was decided later and rests on what this decision wrote: that has to be taken back first. Null where nothing does. */
export async function laterThings(
  tx: Tx,
  province: UnitId,
  written: Written,
  day: LocalDate,
): Promise<Extract<Refusal, { code: 'later-decision' | 'later-duty' }> | null> {
  const { opened } = written
  if (opened.length === 0) return null
  const version = await tx
    .selectFrom('unit_version')
    .select(['name', sql<string>`coalesce(upper(valid), lower(valid))::text`.as('day')])
    .where('tree', '=', 'state')
    .where(({ or, and, eb }) =>
      or([
        // The version it opened ends already.
        and([
          eb('unit_id', 'in', opened),
          eb(sql<string>`lower(valid)`, '=', day),
          eb(sql<boolean>`upper_inf(valid)`, '=', false),
        ]),
        // Another unit was put under one that it brought into being.
        and([eb('parent_id', 'in', opened), eb('unit_id', 'not in', opened), eb(sql<string>`lower(valid)`, '>=', day)]),
      ]),
    )
    .orderBy('name')
    .executeTakeFirst()
  if (version) return { code: 'later-decision', unit: version.name, day: localDate(version.day) }
  return laterDuty(tx, province, written)
}

/** A duty given at a unit that would be gone. */
async function laterDuty(
  tx: Tx,
  province: UnitId,
  written: Written,
): Promise<Extract<Refusal, { code: 'later-duty' }> | null> {
  if (written.born.length === 0) return null
  const own = written.duties.flatMap(({ opened }) => opened ?? [])
  let query = tx
    .selectFrom('duty')
    .innerJoin('account', (join) =>
      join.onRef('account.province_id', '=', 'duty.province_id').onRef('account.id', '=', 'duty.account_id'),
    )
    .select('account.display_name')
    .where('duty.province_id', '=', province)
    .where('duty.unit_id', 'in', written.born)
  if (own.length > 0) query = query.where('duty.id', 'not in', own)
  const row = await query.orderBy('duty.id').executeTakeFirst()
  return row ? { code: 'later-duty', person: row.display_name } : null
}
