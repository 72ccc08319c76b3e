import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { SuccessionLink, TerritorialEvent } from './event.ts'
import type { UnitId, UnitKind, UnitLevel } from './unit.ts'

/**
 * Writes of a province into the register of units. Whoever calls them has asked who may, has locked the register, and moves
 * its clock in the same transaction. Row security keeps every row inside the province (db/migrations/0111).
 */

// FOR UPDATE: two decisions about the same units at once would each find them undisturbed.
export async function lockRegister(tx: Tx): Promise<void> {
  await tx.selectFrom('territory_clock').select('n').forUpdate().executeTakeFirstOrThrow()
}

/** Says that units, events or shares changed; the register kept in memory is read again. */
export async function moveTerritoryClock(tx: Tx): Promise<void> {
  await tx
    .updateTable('territory_clock')
    .set((clock) => ({ n: clock('n', '+', 1) }))
    .execute()
}

/** Ends the version that is in force on a day with the day before. */
export async function closeVersion(tx: Tx, province: UnitId, unit: UnitId, day: LocalDate): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('unit_version')
    .set({ valid: sql<string>`daterange(lower(valid), ${day}::date)` })
    .where('province_id', '=', province)
    .where('unit_id', '=', unit)
    .where('tree', '=', 'state')
    .where(sql<boolean>`valid @> ${day}::date and upper_inf(valid)`)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`Unit ${unit} has no open version on ${day}`)
}

/** Lets a version that was closed for this day go on as before; false when it does not end there any more. */
export async function reopenVersion(tx: Tx, province: UnitId, unit: UnitId, day: LocalDate): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('unit_version')
    .set({ valid: sql<string>`daterange(lower(valid), null)` })
    .where('province_id', '=', province)
    .where('unit_id', '=', unit)
    .where('tree', '=', 'state')
    .where(sql<boolean>`upper(valid) = ${day}::date`)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A version as a province writes it. */
export type NewVersion = {
  unit: UnitId
  name: string
  kind: UnitKind
  level: UnitLevel
  parent: UnitId | null
  officialCode: string | null
}

export async function openVersion(
  tx: Tx,
  province: UnitId,
  version: NewVersion,
  since: { day: LocalDate; act: string; article: string },
): Promise<void> {
  await tx
    .insertInto('unit_version')
    .values({
      unit_id: version.unit,
      valid: `[${since.day},)`,
      name: version.name,
      kind: version.kind,
      level: version.level,
      parent_id: version.parent,
      province_id: province,
      official_code: version.officialCode,
      act_number: since.act,
      act_article: since.article || null,
      is_local: true,
    })
    .execute()
}

/** Takes back a version that began on this day; false when it is not as it was written any more. */
export async function dropVersion(tx: Tx, province: UnitId, unit: UnitId, day: LocalDate): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('unit_version')
    .where('province_id', '=', province)
    .where('unit_id', '=', unit)
    .where('is_local', '=', true)
    .where(sql<boolean>`lower(valid) = ${day}::date and upper_inf(valid)`)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function insertUnit(tx: Tx, province: UnitId, unit: UnitId, code: string): Promise<void> {
  await tx.insertInto('unit').values({ id: unit, code, local_province_id: province }).execute()
}

export async function deleteUnits(tx: Tx, province: UnitId, units: readonly UnitId[]): Promise<void> {
  if (units.length === 0) return
  await tx
    .deleteFrom('unit')
    .where('local_province_id', '=', province)
    .where('id', 'in', [...units])
    .execute()
}

/** Writes the document unless the register has it; answers whether it is ours now. */
export async function insertAct(
  tx: Tx,
  province: UnitId,
  act: { number: string; issuedOn: LocalDate | null; issuer: string; title: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('legal_act')
    .values({
      number: act.number,
      issued_on: act.issuedOn,
      issuer: act.issuer,
      title: act.title,
      source: 'quản trị của tỉnh nhập',
      is_verified: false,
      local_province_id: province,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes the document back unless something else of the register cites it by now. */
export async function dropAct(tx: Tx, province: UnitId, number: string): Promise<void> {
  await tx
    .deleteFrom('legal_act')
    .where('number', '=', number)
    .where('local_province_id', '=', province)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('territorial_event').select('id').where('act_number', '=', number))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('unit_version').select('unit_id').where('act_number', '=', number))),
    )
    .execute()
}

export async function insertEvent(
  tx: Tx,
  province: UnitId,
  event: TerritorialEvent,
  links: readonly SuccessionLink[],
): Promise<void> {
  await tx
    .insertInto('territorial_event')
    .values({
      id: event.id,
      kind: event.kind,
      happened_on: event.on,
      act_number: event.act,
      act_article: event.article,
      aggregation: event.aggregation,
      note: event.note,
      province_id: province,
    })
    .execute()
  if (links.length === 0) return
  await tx
    .insertInto('territorial_link')
    .values(
      links.map((link) => ({
        event_id: link.event,
        from_unit_id: link.from,
        to_unit_id: link.to,
        extent: link.extent,
        share_ppm: link.share,
        back_share_ppm: link.backShare,
        share_source: link.shareSource,
        local_province_id: province,
      })),
    )
    .execute()
}

export async function deleteEvents(tx: Tx, province: UnitId, events: readonly string[]): Promise<void> {
  if (events.length === 0) return
  await tx
    .deleteFrom('territorial_link')
    .where('local_province_id', '=', province)
    .where('event_id', 'in', [...events])
    .execute()
  await tx
    .deleteFrom('territorial_event')
    .where('province_id', '=', province)
    .where('id', 'in', [...events])
    .execute()
}

/** Keeps the published files from writing over what was changed here; answers which units were not held before. */
export async function holdUnits(tx: Tx, province: UnitId, units: readonly UnitId[]): Promise<UnitId[]> {
  if (units.length === 0) return []
  const rows = await tx
    .insertInto('reference_hold')
    .values(units.map((unit) => ({ table_name: 'unit_version', group_key: unit, province_id: province })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('group_key')
    .execute()
  return rows.map((row) => row.group_key as UnitId)
}

export async function releaseUnits(tx: Tx, province: UnitId, units: readonly string[]): Promise<void> {
  if (units.length === 0) return
  await tx
    .deleteFrom('reference_hold')
    .where('province_id', '=', province)
    .where('table_name', '=', 'unit_version')
    .where('group_key', 'in', [...units])
    .execute()
}
