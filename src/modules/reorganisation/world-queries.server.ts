import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { DutyKind } from '#modules/access/actor.ts'
import type { UnitId, UnitKind, UnitLevel } from '#modules/territory/unit.ts'
import { unitsBorn, unitsTouched, type Draft } from './draft.ts'
import { slugWords } from './names.ts'
import type { AffectedDuty, StandingUnit, World } from './world.ts'

/** Everything a draft is judged against on its day, read in one transaction. */
export async function worldOf(tx: Tx, province: UnitId, draft: Draft, day: LocalDate, now: Date): Promise<World> {
  const units = await unitsStanding(tx, province, day)
  const touched = [...new Set(draft.steps.flatMap(unitsTouched))]
  return {
    province,
    today: dayInVietnam(now),
    units,
    elsewhere: await unitsElsewhere(
      tx,
      province,
      touched.filter((unit) => !units.has(unit)),
    ),
    ...(await taken(tx, draft, [...units.values()])),
    codesHeld: await codesHeld(tx, draft, day),
    duties: await dutiesFrom(tx, province, touched, day),
    laterReports: await reportsFrom(tx, province, touched, day),
  }
}

/** The units of a province that are in force on a day, by their names. */
export async function unitsStanding(tx: Tx, province: UnitId, day: LocalDate): Promise<Map<UnitId, StandingUnit>> {
  const rows = await tx
    .selectFrom('unit_version as version')
    .innerJoin('unit', 'unit.id', 'version.unit_id')
    .select(['version.unit_id', 'unit.code', 'version.name', 'version.kind', 'version.level', 'version.parent_id'])
    .select(['version.official_code', sql<string | null>`lower(version.valid)::text`.as('from')])
    .select(sql<string | null>`upper(version.valid)::text`.as('before'))
    .where('version.province_id', '=', province)
    .where('version.tree', '=', 'state')
    .where(sql<boolean>`version.valid @> ${day}::date`)
    .orderBy(sql`version.level = 'province'`, 'desc')
    .orderBy(sql`version.name collate "vi-x-icu"`)
    .orderBy('version.unit_id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.unit_id as UnitId,
      {
        unit: row.unit_id as UnitId,
        code: row.code,
        name: row.name,
        // The checks of unit_version hold kind and level to the known words.
        kind: row.kind as UnitKind,
        level: row.level as UnitLevel,
        parent: row.parent_id as UnitId | null,
        province,
        officialCode: row.official_code,
        from: row.from === null ? null : localDate(row.from),
        until: row.before === null ? null : addDays(localDate(row.before), -1),
      },
    ]),
  )
}

async function unitsElsewhere(tx: Tx, province: UnitId, units: readonly UnitId[]): Promise<World['elsewhere']> {
  if (units.length === 0) return new Map()
  const rows = await tx
    .selectFrom('unit_version')
    .select(['unit_id', 'name', 'province_id'])
    .where('unit_id', 'in', [...units])
    .where('tree', '=', 'state')
    .orderBy(sql`lower(valid) nulls first`)
    .execute()
  return new Map(
    rows.map((row) => [row.unit_id as UnitId, { name: row.name, isOfProvince: row.province_id === province }]),
  )
}

async function taken(
  tx: Tx,
  draft: Draft,
  standing: readonly StandingUnit[],
): Promise<Pick<World, 'codesTaken' | 'officialCodesUsed'>> {
  const born = draft.steps.flatMap(unitsBorn)
  const again = draft.steps.flatMap((step) =>
    step.kind === 'partial-transfer' ? standing.filter(({ unit }) => unit === step.from || unit === step.to) : [],
  )
  const words = [...born, ...again].map(({ name }) => slugWords(name)).filter(Boolean)
  const official = [...born, ...again].flatMap(({ officialCode }) => officialCode ?? [])
  const codes =
    words.length === 0
      ? []
      : await tx
          .selectFrom('unit')
          .select('code')
          .where(sql<boolean>`code like any (${words.map((one) => `${one}%`)}::text[])`)
          .execute()
  const used =
    official.length === 0
      ? []
      : await tx
          .selectFrom('unit_version')
          .select('official_code')
          .distinct()
          .where('official_code', 'in', official)
          .execute()
  return {
    codesTaken: new Set(codes.map(({ code }) => code)),
    officialCodesUsed: new Set(used.flatMap(({ official_code }) => official_code ?? [])),
  }
}

async function codesHeld(tx: Tx, draft: Draft, day: LocalDate): Promise<World['codesHeld']> {
  const asked = draft.steps.flatMap((step) =>
    step.kind === 'kind-change' ? [step.officialCode] : unitsBorn(step).map(({ officialCode }) => officialCode),
  )
  const codes = asked.filter((code) => code !== null)
  if (codes.length === 0) return new Map()
  const rows = await tx
    .selectFrom('unit_version')
    .select(['official_code', 'unit_id', 'name'])
    .where('official_code', 'in', codes)
    .where('tree', '=', 'state')
    .where(sql<boolean>`valid && daterange(${day}::date, null)`)
    .execute()
  return new Map(
    rows.flatMap(({ official_code: code, unit_id: unit, name }) =>
      code === null ? [] : [[code, { unit: unit as UnitId, name }] as const],
    ),
  )
}

/** Duties at these units that hold on the day or begin after it. */
async function dutiesFrom(tx: Tx, province: UnitId, units: readonly UnitId[], day: LocalDate): Promise<AffectedDuty[]> {
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('duty')
    .innerJoin('account', (join) =>
      join.onRef('account.province_id', '=', 'duty.province_id').onRef('account.id', '=', 'duty.account_id'),
    )
    .select(['duty.id', 'duty.account_id', 'duty.kind', 'duty.unit_id', 'account.display_name'])
    .where('duty.province_id', '=', province)
    .where('duty.unit_id', 'in', [...units])
    .where(sql<boolean>`not isempty(duty.valid) and (upper_inf(duty.valid) or upper(duty.valid) > ${day}::date)`)
    .orderBy('duty.unit_id')
    .orderBy(sql`account.display_name collate "vi-x-icu"`)
    .orderBy('duty.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'Duty'>,
    account: row.account_id as Id<'Account'>,
    name: row.display_name,
    kind: row.kind as DutyKind,
    unit: row.unit_id as UnitId,
  }))
}

async function reportsFrom(
  tx: Tx,
  province: UnitId,
  units: readonly UnitId[],
  day: LocalDate,
): Promise<Map<UnitId, number>> {
  if (units.length === 0) return new Map()
  const rows = await tx
    .selectFrom('report')
    .select(['unit_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('province_id', '=', province)
    .where('unit_id', 'in', [...units])
    .where('period_to', '>=', day)
    .groupBy('unit_id')
    .execute()
  return new Map(rows.map((row) => [row.unit_id as UnitId, row.count]))
}
