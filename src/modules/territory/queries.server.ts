import { sql } from 'kysely'
import { addDays, localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId, UnitKind, UnitLevel, UnitVersion } from './unit.ts'

type Row = {
  unit_id: string
  code: string
  name: string
  kind: string
  level: string
  parent_id: string | null
  province_id: string
  from: string | null
  before: string | null
}

// The checks of unit_version hold kind and level to the known words.
function read(row: Row): UnitVersion {
  return {
    unit: row.unit_id as UnitId,
    code: row.code,
    name: row.name,
    kind: row.kind as UnitKind,
    level: row.level as UnitLevel,
    parent: row.parent_id as UnitId | null,
    province: row.province_id as UnitId,
    from: row.from === null ? null : localDate(row.from),
    until: row.before === null ? null : addDays(localDate(row.before), -1),
  }
}

function versions(tx: Tx) {
  return tx
    .selectFrom('unit_version as version')
    .innerJoin('unit', 'unit.id', 'version.unit_id')
    .select([
      'version.unit_id',
      'unit.code',
      'version.name',
      'version.kind',
      'version.level',
      'version.parent_id',
      'version.province_id',
      sql<string | null>`lower(version.valid)`.as('from'),
      sql<string | null>`upper(version.valid)`.as('before'),
    ])
    .where('version.tree', '=', 'state')
}

/** The unit as it was on a day; null when it was not in force then. */
export async function unitOn(tx: Tx, unit: UnitId, day: LocalDate): Promise<UnitVersion | null> {
  const row = await versions(tx)
    .where('version.unit_id', '=', unit)
    .where(sql<boolean>`version.valid @> ${day}::date`)
    .executeTakeFirst()
  return row ? read(row) : null
}

/**
 * The unit as it was at the end of a period or, where it ended before that, as it was last within it: what it reported of a time in
 * which it ended stays readable. Null when it was not there in all that time.
 */
export async function unitWithin(
  tx: Tx,
  unit: UnitId,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<UnitVersion | null> {
  const row = await versions(tx)
    .where('version.unit_id', '=', unit)
    .where(sql<boolean>`version.valid && daterange(${from}::date, ${to}::date, '[]')`)
    .orderBy(sql`lower(version.valid) desc nulls last`)
    .limit(1)
    .executeTakeFirst()
  return row ? read(row) : null
}

/** The unit as it was last known: its version in force today or, for an ended unit, its last one. */
export async function lastKnownUnit(tx: Tx, code: string): Promise<UnitVersion | null> {
  const row = await versions(tx)
    .where('unit.code', '=', code)
    .orderBy(sql`upper(version.valid) desc nulls first`)
    .limit(1)
    .executeTakeFirst()
  return row ? read(row) : null
}

/**
 * A unit of a province as it was on a day or, once it had ended, as it was last: what it did before opens too. What is decided for
 * later is not yet its name; of a unit that only begins then there is nothing else. Null when it was never there.
 */
export async function lastVersionIn(
  tx: Tx,
  unit: UnitId,
  province: UnitId,
  day: LocalDate,
): Promise<UnitVersion | null> {
  const row = await versions(tx)
    .where('version.unit_id', '=', unit)
    .where('version.province_id', '=', province)
    .orderBy(sql`coalesce(lower(version.valid) <= ${day}::date, true)`, 'desc')
    .orderBy(sql`upper(version.valid) desc nulls first`)
    .limit(1)
    .executeTakeFirst()
  return row ? read(row) : null
}

/** What units of a province were called on a day, or last, by the same rule; one that was never there is absent. */
export async function lastNamesIn(
  tx: Tx,
  units: readonly UnitId[],
  province: UnitId,
  day: LocalDate,
): Promise<Map<UnitId, string>> {
  const rows = await tx
    .selectFrom('unit_version as version')
    .distinctOn('version.unit_id')
    .select(['version.unit_id', 'version.name'])
    .where('version.tree', '=', 'state')
    .where('version.unit_id', '=', sql<string>`any(${[...new Set(units)]}::uuid[])`)
    .where('version.province_id', '=', province)
    .orderBy('version.unit_id')
    .orderBy(sql`coalesce(lower(version.valid) <= ${day}::date, true)`, 'desc')
    .orderBy(sql`upper(version.valid) desc nulls first`)
    .execute()
  return new Map(rows.map((row) => [row.unit_id as UnitId, row.name]))
}

/** The communes, wards and special zones of a province that were in force on a day, in the order of their names. */
export async function communesInForce(tx: Tx, province: UnitId, day: LocalDate): Promise<UnitVersion[]> {
  const rows = await versions(tx)
    .where('version.province_id', '=', province)
    .where('version.level', '=', 'commune')
    .where(sql<boolean>`version.valid @> ${day}::date`)
    .orderBy(sql`version.name collate "vi-x-icu"`)
    .orderBy('version.unit_id')
    .execute()
  return rows.map(read)
}

/** The districts of a province on a day; empty from 1 July 2025 on. */
export async function districtsInForce(tx: Tx, province: UnitId, day: LocalDate): Promise<UnitVersion[]> {
  const rows = await versions(tx)
    .where('version.province_id', '=', province)
    .where('version.level', '=', 'district')
    .where(sql<boolean>`version.valid @> ${day}::date`)
    .orderBy(sql`version.name collate "vi-x-icu"`)
    .orderBy('version.unit_id')
    .execute()
  return rows.map(read)
}

/** Communes of a province that ended within an interval without being in force on its last day. */
export async function communesEndedWithin(
  tx: Tx,
  province: UnitId,
  from: LocalDate,
  to: LocalDate,
): Promise<UnitVersion[]> {
  const rows = await versions(tx)
    .where('version.province_id', '=', province)
    .where('version.level', '=', 'commune')
    .where(sql<boolean>`upper(version.valid) > ${from}::date and upper(version.valid) <= ${to}::date`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('unit_version as later')
            .select('later.unit_id')
            .whereRef('later.unit_id', '=', 'version.unit_id')
            .where(sql<boolean>`later.valid @> ${to}::date`),
        ),
      ),
    )
    .orderBy(sql`version.name collate "vi-x-icu"`)
    .orderBy('version.unit_id')
    .execute()
  return rows.map(read)
}

/**
 * How many units of the rural kind (xã) and of every kind a unit held on a day: what an average per xã is divided by.
 * A commune divides by itself; null where neither its communes nor a stated composition is known.
 */
export async function divisorOn(
  tx: Tx,
  unit: UnitVersion,
  day: LocalDate,
): Promise<{ units: number; allUnits: number } | null> {
  if (unit.level === 'commune') return unit.kind === 'commune' ? { units: 1, allUnits: 1 } : null
  const stated = await tx
    .selectFrom('unit_composition')
    .select(['kind', 'count'])
    .where('unit_id', '=', unit.unit)
    .where(sql<boolean>`valid @> ${day}::date`)
    .execute()
  const known = stated.length > 0 ? stated : await communeCounts(tx, unit, day)
  const units = known.filter((row) => row.kind === 'commune').reduce((sum, row) => sum + row.count, 0)
  const allUnits = known.reduce((sum, row) => sum + row.count, 0)
  return units > 0 ? { units, allUnits } : null
}

async function communeCounts(tx: Tx, unit: UnitVersion, day: LocalDate): Promise<{ kind: string; count: number }[]> {
  return tx
    .selectFrom('unit_version')
    .select(['kind', sql<number>`count(*)`.as('count')])
    .where(unit.level === 'province' ? 'province_id' : 'parent_id', '=', unit.unit)
    .where('level', '=', 'commune')
    .where('tree', '=', 'state')
    .where(sql<boolean>`valid @> ${day}::date`)
    .groupBy('kind')
    .execute()
}

/**
 * The last day up to `day` on which land and people of each unit became others (sáp nhập, chia tách, điều chỉnh một phần):
 * what was counted before it says nothing of what is counted since. Units that stayed the same are absent.
 */
export async function lastBreaks(tx: Tx, units: readonly UnitId[], day: LocalDate): Promise<Map<UnitId, LocalDate>> {
  const breaks = new Map<UnitId, LocalDate>()
  for (const side of ['from_unit_id', 'to_unit_id'] as const) {
    const rows = await tx
      .selectFrom('territorial_link as link')
      .innerJoin('territorial_event as event', 'event.id', 'link.event_id')
      .select([`link.${side} as unit`, sql<string>`max(event.happened_on)::text`.as('on')])
      .where(`link.${side}`, '=', sql<string>`any(${[...units]}::uuid[])`)
      .where('event.kind', 'in', ['merge', 'split', 'partial-transfer'])
      .where('event.happened_on', '<=', day)
      .groupBy(`link.${side}`)
      .execute()
    for (const row of rows) {
      const on = localDate(row.on)
      const known = breaks.get(row.unit as UnitId)
      if (!known || known < on) breaks.set(row.unit as UnitId, on)
    }
  }
  return breaks
}
