import { sql } from 'kysely'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { tasksOf, type ComingTask, type ReportTask } from './home-tasks.server.ts'
import { keepObligations } from './obligation-arising.server.ts'
import { mayEnter, mayReview, maySeeProvince } from './policy.ts'
import type { ReportId } from './report.ts'

/** What an officer owes, what was returned to them, and what waits for others. */
export type HomePage = {
  unit: UnitVersion
  tasks: ReportTask[]
  coming: ComingTask[]
  recent: RecentEvent[]
  /** Submitted reports of communes, by period, newest first. */
  toReview: { period: Period; count: number }[]
  /** What waits for a leader's decision; nothing for anybody else. */
  toDecide: LeaderDecision[]
  /** False for who only looks on: then no report waits for them. */
  mayEnter: boolean
}
export type RecentEvent = { at: Date; by: string; move: string; unitName: string; period: Period; report: ReportId }

/** What waits for a leader: the unit's own report to take over, or accepted ones to publish (chờ lãnh đạo quyết định). */
export type LeaderDecision = { what: 'accept-own' | 'publish'; period: Period; count: number; report: ReportId | null }

export async function homePage(ctx: Ctx): Promise<HomePage> {
  const today = dayInVietnam(ctx.now)
  const { actor } = ctx
  await keepObligations(ctx.db, actor.province, ctx.now)
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const unit = await unitOn(tx, actor.unit, today)
    if (!unit) throw new Error('The signed-in unit is not in force today')
    return {
      unit,
      ...(await tasksOf(tx, unit, today)),
      recent: await recentEvents(tx, ctx, today),
      toReview: mayReview(actor) ? await waitingForReview(tx, actor.province) : [],
      toDecide: await waitingForLeader(tx, ctx),
      mayEnter: mayEnter(actor, { province: actor.province, unit: actor.unit }),
    }
  })
}

/** A commune's leader publishes what was accepted; the province's also takes over the province's own report. */
async function waitingForLeader(tx: Tx, { actor }: Ctx): Promise<LeaderDecision[]> {
  const ofProvince = actor.duty === 'province-leader'
  if (!ofProvince && actor.duty !== 'commune-leader') return []
  let query = tx
    .selectFrom('report')
    .select(['period_from', 'period_to', 'status'])
    .select(sql<number>`count(*)`.as('count'))
    .select(sql<string>`min(id::text)`.as('first'))
    .where('province_id', '=', actor.province)
    .where('origin', '=', 'entered')
    .where((eb) =>
      eb.or([
        eb('status', '=', 'accepted'),
        ...(ofProvince ? [eb.and([eb('status', '=', 'submitted'), eb('unit_id', '=', actor.province)])] : []),
      ]),
    )
    .groupBy(['period_from', 'period_to', 'status'])
    .orderBy('status', 'desc')
    .orderBy('period_to', 'desc')
    .limit(mostDecisions)
  if (!ofProvince) query = query.where('unit_id', '=', actor.unit)
  const rows = await query.execute()
  return rows.map((row) => ({
    what: row.status === 'submitted' ? 'accept-own' : 'publish',
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    count: row.count,
    report: row.count === 1 ? (row.first as ReportId) : null,
  }))
}

const mostDecisions = 8

async function recentEvents(tx: Tx, ctx: Ctx, today: LocalDate): Promise<RecentEvent[]> {
  let query = tx
    .selectFrom('report_event as event')
    .innerJoin('report', (join) =>
      join.onRef('report.province_id', '=', 'event.province_id').onRef('report.id', '=', 'event.report_id'),
    )
    .innerJoin('unit_version as version', 'version.unit_id', 'event.unit_id')
    .select([
      'event.at',
      'event.person_name as by',
      'event.move',
      'version.name as unitName',
      'report.id',
      'report.period_from',
      'report.period_to',
    ])
    .where('event.province_id', '=', ctx.actor.province)
    .where('report.origin', '=', 'entered')
    .where('version.tree', '=', 'state')
    .where(sql<boolean>`version.valid @> ${today}::date`)
    .orderBy('event.at', 'desc')
    .limit(8)
  if (!maySeeProvince(ctx.actor)) query = query.where('event.unit_id', '=', ctx.actor.unit)
  const rows = await query.execute()
  return rows.map((row) => ({
    at: row.at,
    by: row.by,
    move: row.move,
    unitName: row.unitName,
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    report: row.id as ReportId,
  }))
}

async function waitingForReview(tx: Tx, province: UnitId): Promise<{ period: Period; count: number }[]> {
  const rows = await tx
    .selectFrom('report')
    .select(['period_from', 'period_to', sql<number>`count(*)`.as('count')])
    .where('province_id', '=', province)
    .where('unit_id', '<>', province)
    .where('status', '=', 'submitted')
    .groupBy(['period_from', 'period_to'])
    .orderBy('period_to', 'desc')
    .execute()
  return rows.map(({ period_from: from, period_to: to, count }) => ({
    period: periodBetween(localDate(from), localDate(to)),
    count,
  }))
}
