import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { RegisterOwner } from './policy.ts'
import type { VisitPlan, VisitPlanEntry, VisitPlanLine, VisitTopic, VisitTopicId } from './visit-plan.ts'
import type { VisitKind, VisitPlanId } from './visit.ts'

type PlanRow = {
  id: string
  province_id: string
  unit_id: string
  year: number
  quarter: number | null
  kind: string
  subject: string
  units_planned: number | null
  version: number
}

const planColumns = [
  ...(['visit_plan.id', 'visit_plan.province_id', 'visit_plan.unit_id', 'visit_plan.year'] as const),
  ...(['visit_plan.quarter', 'visit_plan.kind', 'visit_plan.subject', 'visit_plan.units_planned'] as const),
  'visit_plan.version' as const,
] as const

// The checks of visit_plan hold kind and quarter to what they may be.
function readPlan(row: PlanRow): VisitPlan {
  return {
    id: row.id as VisitPlanId,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    year: row.year,
    quarter: row.quarter as VisitPlan['quarter'],
    kind: row.kind as VisitKind,
    subject: row.subject,
    unitsPlanned: row.units_planned,
    version: row.version,
  }
}

function written(entry: VisitPlanEntry) {
  const { kind, subject, quarter, unitsPlanned } = entry
  return { kind, subject, quarter, units_planned: unitsPlanned }
}

/** Answers whether the line is new. */
export async function insertPlan(
  tx: Tx,
  at: RegisterOwner & { id: VisitPlanId; year: number },
  entry: VisitPlanEntry,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('visit_plan')
    .values({
      ...{ province_id: at.province, id: at.id, unit_id: at.unit, year: at.year },
      ...written(entry),
      ...{ created_at: now, changed_at: now },
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function lockPlan(
  tx: Tx,
  province: Id<'Unit'>,
  id: VisitPlanId,
): Promise<{ plan: VisitPlan; isVoid: boolean } | null> {
  const row = await tx
    .selectFrom('visit_plan')
    .select([...planColumns, 'visit_plan.void_reason'])
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? { plan: readPlan(row), isVoid: row.void_reason !== null } : null
}

export async function changePlan(
  tx: Tx,
  plan: VisitPlan,
  change: VisitPlanEntry | { voidReason: string },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('visit_plan')
    .set({
      ...('voidReason' in change ? { void_reason: change.voidReason } : written(change)),
      ...{ version: plan.version + 1, changed_at: at },
    })
    .where('province_id', '=', plan.province)
    .where('id', '=', plan.id)
    .execute()
}

/** The visits that stand and name this line. */
export async function visitsUnder(tx: Tx, plan: VisitPlan): Promise<number> {
  const row = await tx
    .selectFrom('visit')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('province_id', '=', plan.province)
    .where('plan_id', '=', plan.id)
    .where('void_reason', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

/** A unit's plan of a year with what was done of each line, in the order of its quarters. */
export async function planLines(tx: Tx, owner: RegisterOwner, year: number): Promise<VisitPlanLine[]> {
  const done = tx
    .selectFrom('visit')
    .innerJoin('visit_stop as stop', (join) =>
      join.onRef('stop.province_id', '=', 'visit.province_id').onRef('stop.visit_id', '=', 'visit.id'),
    )
    .select(['visit.plan_id', sql<number>`count(*)::int`.as('units')])
    .select(sql<number>`count(distinct visit.id)::int`.as('visits'))
    .where('visit.province_id', '=', owner.province)
    .where('visit.unit_id', '=', owner.unit)
    .where('visit.void_reason', 'is', null)
    .where('visit.plan_id', 'is not', null)
    .groupBy('visit.plan_id')
  const rows = await tx
    .selectFrom('visit_plan')
    .leftJoin(done.as('done'), 'done.plan_id', 'visit_plan.id')
    .select([...planColumns, 'done.units', 'done.visits'])
    .where('visit_plan.province_id', '=', owner.province)
    .where('visit_plan.unit_id', '=', owner.unit)
    .where('visit_plan.year', '=', year)
    .where('visit_plan.void_reason', 'is', null)
    .orderBy(sql`visit_plan.quarter nulls last`)
    .orderBy('visit_plan.created_at')
    .orderBy('visit_plan.id')
    .execute()
  return rows.map((row) => ({ ...readPlan(row), visits: row.visits ?? 0, units: row.units ?? 0 }))
}

type TopicRow = { id: string; name: string; is_used: boolean; version: number }

function readTopic(row: TopicRow): VisitTopic {
  return { id: row.id as VisitTopicId, name: row.name, isUsed: row.is_used, version: row.version }
}

/** The province's words, those in use first. */
export async function topicsOf(tx: Tx, province: Id<'Unit'>): Promise<VisitTopic[]> {
  const rows = await tx
    .selectFrom('visit_topic')
    .select(['id', 'name', 'is_used', 'version'])
    .where('province_id', '=', province)
    .orderBy('is_used', 'desc')
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
    .execute()
  return rows.map(readTopic)
}

/** Answers whether the word is new. */
export async function insertTopic(
  tx: Tx,
  at: { province: Id<'Unit'>; id: VisitTopicId },
  name: string,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('visit_topic')
    .values({ province_id: at.province, id: at.id, name, changed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function lockTopic(tx: Tx, province: Id<'Unit'>, id: VisitTopicId): Promise<VisitTopic | null> {
  const row = await tx
    .selectFrom('visit_topic')
    .select(['id', 'name', 'is_used', 'version'])
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? readTopic(row) : null
}

export async function changeTopic(
  tx: Tx,
  province: Id<'Unit'>,
  topic: VisitTopic,
  isUsed: boolean,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('visit_topic')
    .set({ is_used: isUsed, version: topic.version + 1, changed_at: at })
    .where('province_id', '=', province)
    .where('id', '=', topic.id)
    .execute()
}
