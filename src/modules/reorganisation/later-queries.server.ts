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
): Promise<Extract<Refusal, { code: 'later-decision' | 'later-duty' | 'later-place' }> | null> {
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
  return (
    (await codeTaken(tx, written, day)) ?? (await laterPlace(tx, written)) ?? (await laterDuty(tx, province, written))
  )
}

/** A unit that bears the official code which one that would go on again has: a code is of one unit a day. */
async function codeTaken(
  tx: Tx,
  { closed, opened }: Written,
  day: LocalDate,
): Promise<Extract<Refusal, { code: 'later-decision' }> | null> {
  if (closed.length === 0) return null
  const row = await tx
    .selectFrom('unit_version as closed')
    .innerJoin('unit_version as other', 'other.official_code', 'closed.official_code')
    .select(['other.name', sql<string>`lower(other.valid)::text`.as('day')])
    .where('closed.unit_id', 'in', closed)
    .where(sql<boolean>`upper(closed.valid) = ${day}::date`)
    .where('other.unit_id', 'not in', [...closed, ...opened])
    .whereRef('other.tree', '=', 'closed.tree')
    .where(sql<boolean>`other.valid && daterange(${day}::date, null)`)
    .orderBy('other.name')
    .executeTakeFirst()
  return row ? { code: 'later-decision', unit: row.name, day: localDate(row.day) } : null
}

/** A statement about the Party's or the Front's tree names a unit that would be gone; it is kept even when it is voided. */
async function laterPlace(tx: Tx, { born }: Written): Promise<Extract<Refusal, { code: 'later-place' }> | null> {
  if (born.length === 0) return null
  const row = await tx
    .selectFrom('tree_membership')
    .innerJoin('unit_version', (join) =>
      join.on(({ or, eb, ref }) =>
        or([
          eb('unit_version.unit_id', '=', ref('tree_membership.member_id')),
          eb('unit_version.unit_id', '=', ref('tree_membership.parent_id')),
        ]),
      ),
    )
    .select('unit_version.name')
    .where('unit_version.unit_id', 'in', born)
    .orderBy('unit_version.name')
    .executeTakeFirst()
  return row ? { code: 'later-place', unit: row.name } : null
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
