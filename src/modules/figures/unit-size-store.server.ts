import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { SizeCertainty, UnitSize, UnitSizeId, UnitSizeRow } from './unit-size.ts'

/** Everything a province ever stated, of one unit or what stands of all, the newest day first. */
export async function unitSizeRows(tx: Tx, province: UnitId, of: UnitId | 'standing'): Promise<UnitSizeRow[]> {
  const all = tx
    .selectFrom('unit_size as size')
    .leftJoin('account as teller', (join) =>
      join.onRef('teller.province_id', '=', 'size.province_id').onRef('teller.id', '=', 'size.stated_by'),
    )
    .leftJoin('account as ender', (join) =>
      join.onRef('ender.province_id', '=', 'size.province_id').onRef('ender.id', '=', 'size.ended_by'),
    )
    .select(['size.id', 'size.unit_id', 'size.counted_on', 'size.people', 'size.source', 'size.certainty'])
    .select(['size.stated_at', 'size.ended_at', 'size.void_reason'])
    .select(['teller.display_name as teller', 'ender.display_name as ender'])
    .where('size.province_id', '=', province)
    .orderBy('size.counted_on', 'desc')
    .orderBy('size.stated_at', 'desc')
    .orderBy('size.id', 'desc')
  const rows = await (
    of === 'standing' ? all.where('size.ended_at', 'is', null) : all.where('size.unit_id', '=', of)
  ).execute()
  return rows.map((row) => ({
    ...read(row),
    id: row.id as UnitSizeId,
    by: row.teller ?? 'Hệ thống',
    at: row.stated_at,
    ended: row.ended_at && { at: row.ended_at, by: row.ender ?? '', reason: row.void_reason },
  }))
}

type Row = { unit_id: string; counted_on: string; people: number; source: string; certainty: string }

// The check of unit_size holds certainty to the known words.
function read(row: Row): UnitSize {
  return {
    ...{ unit: row.unit_id as UnitId, on: localDate(row.counted_on), people: row.people },
    ...{ source: row.source, certainty: row.certainty as SizeCertainty },
  }
}

/** What stands of the sizes of a province's units, or of all units of the country: populations are nobody's secret. */
export async function unitSizes(tx: Tx, of: { province: UnitId } | 'country'): Promise<UnitSize[]> {
  const all = tx
    .selectFrom('unit_size')
    .select(['unit_id', 'counted_on', 'people', 'source', 'certainty'])
    .where('ended_at', 'is', null)
  const rows = await (of === 'country' ? all : all.where('province_id', '=', of.province)).execute()
  return rows.map(read)
}

/** Which statement stands for a unit and day; null where none does. */
export async function standingSize(tx: Tx, province: UnitId, unit: UnitId, on: LocalDate): Promise<UnitSizeRow | null> {
  const rows = await unitSizeRows(tx, province, unit)
  return rows.find((row) => row.ended === null && row.on === on) ?? null
}

// Held to commit: two administrators stating one unit and day must not both find nothing standing.
export async function lockSizes(tx: Tx, province: UnitId): Promise<void> {
  await sql`select 1 from unit_size where province_id = ${province} and ended_at is null for update`.execute(tx)
}

export async function findSize(tx: Tx, province: UnitId, id: UnitSizeId): Promise<UnitSizeRow | null> {
  const row = await tx
    .selectFrom('unit_size')
    .select('unit_id')
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
  const rows = row ? await unitSizeRows(tx, province, row.unit_id as UnitId) : []
  return rows.find((one) => one.id === id) ?? null
}

type Teller = { province: UnitId; account: Id<'Account'> | null; at: Date }

/** Answers whether nothing stood for that unit and day: of two who state it at once one is second, and is told. */
export async function insertSize(
  tx: Tx,
  { province, account, at }: Teller,
  id: UnitSizeId,
  size: UnitSize,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('unit_size')
    .values({
      ...{ province_id: province, id, unit_id: size.unit, counted_on: size.on, people: size.people },
      ...{ source: size.source, certainty: size.certainty, stated_at: at, stated_by: account },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Ends a statement that stands: another takes its place, or it is withdrawn with a reason. */
export async function endSize(
  tx: Tx,
  { province, account, at }: Teller,
  id: UnitSizeId,
  why: { replacedBy: UnitSizeId } | { reason: string },
): Promise<void> {
  await tx
    .updateTable('unit_size')
    .set({
      ...{ ended_at: at, ended_by: account },
      ...('reason' in why ? { void_reason: why.reason } : { replaced_by_id: why.replacedBy }),
    })
    .where('province_id', '=', province)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}
