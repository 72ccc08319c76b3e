import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { searchText } from '#platform/search-text.ts'
import type { RegisterOwner } from './policy.ts'
import {
  lastDayOf,
  type InitiativeSeen,
  type FieldVisit,
  type VisitEntry,
  type VisitId,
  type VisitKind,
  type VisitLead,
  type VisitPlanId,
  type VisitStop,
} from './visit.ts'

export const visitColumns = [
  ...(['visit.id', 'visit.province_id', 'visit.unit_id', 'visit.kind', 'visit.led_by', 'visit.is_surprise'] as const),
  ...(['visit.plan_id', 'visit.held_on', 'visit.last_on', 'visit.subject', 'visit.leading_body'] as const),
  ...(['visit.members', 'visit.topics', 'visit.minutes', 'visit.conclusion_number', 'visit.conclusion_on'] as const),
  ...(['visit.visited_units', 'visit.void_reason', 'visit.version', 'visit.changed_at'] as const),
] as const

export type VisitRow = {
  id: string
  province_id: string
  unit_id: string
  kind: string
  led_by: string
  is_surprise: boolean
  plan_id: string | null
  held_on: string
  last_on: string
  subject: string
  leading_body: string
  members: string
  topics: string[]
  minutes: string
  conclusion_number: string
  conclusion_on: string | null
  visited_units: string[]
  void_reason: string | null
  version: number
  changed_at: Date
}

// The checks of visit hold kind and leader to the known words.
export function readVisit(row: VisitRow, stops: readonly VisitStop[]): FieldVisit {
  return {
    id: row.id as VisitId,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    kind: row.kind as VisitKind,
    ledBy: row.led_by as VisitLead,
    isSurprise: row.is_surprise,
    plan: row.plan_id as VisitPlanId | null,
    heldOn: localDate(row.held_on),
    lastOn: localDate(row.last_on),
    subject: row.subject,
    leadingBody: row.leading_body,
    members: row.members,
    topics: row.topics,
    minutes: row.minutes,
    conclusion: row.conclusion_on === null ? null : { number: row.conclusion_number, on: localDate(row.conclusion_on) },
    stops,
    visitedUnits: row.visited_units as Id<'Unit'>[],
    voidReason: row.void_reason,
    version: row.version,
    changedAt: row.changed_at,
  }
}

/** The stops of some visits, in the order they were written; those that row security shows to the reader. */
export async function stopsOf(
  tx: Tx,
  province: Id<'Unit'>,
  visits: readonly VisitId[],
): Promise<Map<VisitId, VisitStop[]>> {
  const found = new Map<VisitId, VisitStop[]>()
  if (visits.length === 0) return found
  const rows = await tx
    .selectFrom('visit_stop as stop')
    .leftJoin('unit', 'unit.id', 'stop.place_unit_id')
    .select(['stop.visit_id', 'stop.place_unit_id', 'unit.code', 'stop.place_name', 'stop.on_day'])
    .where('stop.province_id', '=', province)
    .where('stop.visit_id', 'in', [...visits])
    .orderBy('stop.position')
    .execute()
  for (const row of rows) {
    const id = row.visit_id as VisitId
    const unit = row.place_unit_id as Id<'Unit'> | null
    found.set(id, [...(found.get(id) ?? []), { unit, code: row.code, name: row.place_name, on: localDate(row.on_day) }])
  }
  return found
}

// FOR UPDATE: findings raised and a correction of the visit must not state its facts from two different pictures.
export async function lockVisit(tx: Tx, province: Id<'Unit'>, id: VisitId): Promise<FieldVisit | null> {
  const row = await tx
    .selectFrom('visit')
    .select(visitColumns)
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? readVisit(row, (await stopsOf(tx, province, [id])).get(id) ?? []) : null
}

export async function findVisit(tx: Tx, province: Id<'Unit'>, id: VisitId): Promise<FieldVisit | null> {
  const row = await tx
    .selectFrom('visit')
    .select(visitColumns)
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? readVisit(row, (await stopsOf(tx, province, [id])).get(id) ?? []) : null
}

function written(entry: VisitEntry) {
  const units = entry.stops.flatMap(({ unit }) => (unit ? [unit] : []))
  const places = entry.stops.map(({ name }) => name).join(' ')
  return {
    kind: entry.kind,
    led_by: entry.ledBy,
    is_surprise: entry.isSurprise,
    plan_id: entry.plan,
    held_on: entry.heldOn,
    last_on: lastDayOf(entry),
    subject: entry.subject,
    leading_body: entry.leadingBody,
    members: entry.members,
    topics: sql<string[]>`${[...entry.topics]}::text[]`,
    minutes: entry.minutes,
    conclusion_number: entry.conclusion?.number ?? '',
    conclusion_on: entry.conclusion?.on ?? null,
    visited_units: sql<string[]>`${[...new Set(units)]}::uuid[]`,
    search_text: searchText(`${entry.subject} ${entry.leadingBody} ${entry.topics.join(' ')} ${places}`),
  }
}

/** Answers whether the row is new; a row with this id that stands already is left as it is. */
export async function insertVisit(
  tx: Tx,
  owner: RegisterOwner & { id: VisitId },
  entry: VisitEntry,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('visit')
    .values({
      province_id: owner.province,
      id: owner.id,
      unit_id: owner.unit,
      ...written(entry),
      created_at: at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await writeStops(tx, owner, entry.stops)
  return true
}

async function writeStops(tx: Tx, owner: RegisterOwner & { id: VisitId }, stops: readonly VisitStop[]): Promise<void> {
  await tx
    .insertInto('visit_stop')
    .values(
      stops.map((stop, index) => ({
        province_id: owner.province,
        visit_id: owner.id,
        position: index + 1,
        unit_id: owner.unit,
        place_unit_id: stop.unit,
        place_name: stop.name,
        on_day: stop.on,
      })),
    )
    .execute()
}

/** Writes a correction, or the reason why a visit no longer counts, as the next version. */
export async function saveVisit(
  tx: Tx,
  visit: FieldVisit,
  change: VisitEntry | { voidReason: string } | 'touch',
  at: Date,
): Promise<void> {
  const set = change === 'touch' ? {} : 'voidReason' in change ? { void_reason: change.voidReason } : written(change)
  await tx
    .updateTable('visit')
    .set({ ...set, version: visit.version + 1, changed_at: at })
    .where('province_id', '=', visit.province)
    .where('id', '=', visit.id)
    .execute()
  if (change === 'touch' || 'voidReason' in change) return
  await tx.deleteFrom('visit_stop').where('province_id', '=', visit.province).where('visit_id', '=', visit.id).execute()
  await writeStops(tx, visit, change.stops)
}

/** The initiatives a visit went to see, in the order of their days. */
export async function initiativesSeen(tx: Tx, province: Id<'Unit'>, visit: VisitId): Promise<InitiativeSeen[]> {
  const rows = await tx
    .selectFrom('visit_initiative')
    .select(['initiative_province_id', 'initiative_id', 'name', 'on_day'])
    .where('province_id', '=', province)
    .where('visit_id', '=', visit)
    .orderBy('on_day')
    .orderBy('initiative_id')
    .execute()
  return rows.map((row) => ({
    province: row.initiative_province_id as Id<'Unit'>,
    id: row.initiative_id as Id<'Initiative'>,
    name: row.name,
    on: localDate(row.on_day),
  }))
}

/** Answers whether it is new. */
export async function insertInitiativeSeen(tx: Tx, visit: FieldVisit, seen: InitiativeSeen): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('visit_initiative')
    .values({
      province_id: visit.province,
      visit_id: visit.id,
      initiative_province_id: seen.province,
      initiative_id: seen.id,
      unit_id: visit.unit,
      on_day: seen.on,
      name: seen.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function deleteInitiativeSeen(tx: Tx, visit: FieldVisit, initiative: Id<'Initiative'>): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('visit_initiative')
    .where('province_id', '=', visit.province)
    .where('visit_id', '=', visit.id)
    .where('initiative_id', '=', initiative)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Whether a line of the year's plan stands for this unit. */
export async function planStands(tx: Tx, owner: RegisterOwner, plan: VisitPlanId): Promise<boolean> {
  const row = await tx
    .selectFrom('visit_plan')
    .select('id')
    .where('province_id', '=', owner.province)
    .where('unit_id', '=', owner.unit)
    .where('id', '=', plan)
    .where('void_reason', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** A day on which a place of a visit was reached; null where it was not. */
export function dayAt(
  visit: Pick<FieldVisit, 'stops'>,
  owner: { unit: Id<'Unit'> | null; name: string },
): LocalDate | null {
  const stop = visit.stops.find(({ unit, name }) =>
    owner.unit ? unit === owner.unit : unit === null && name === owner.name,
  )
  return stop?.on ?? null
}
