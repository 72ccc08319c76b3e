import { sql } from 'kysely'
import { dayInVietnam, localDate } from '#kernel/local-date.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastNamesIn } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { AmendmentStatus } from './amendment.ts'
import { maySeeProvince } from './policy.ts'
import type { ReportId } from './report.ts'

/** One amendment in the list of a province or a commune. */
export type AmendmentLine = {
  report: ReportId
  n: number
  status: AmendmentStatus
  reason: string
  unitName: string
  period: Period
  changedAt: Date
}

export const amendmentFilters = ['to-decide', 'under-way', 'accepted', 'dropped', 'all'] as const
export type AmendmentFilter = (typeof amendmentFilters)[number]

const statusesOf: Record<AmendmentFilter, readonly AmendmentStatus[]> = {
  'to-decide': ['handed-in'],
  'under-way': ['asked', 'open', 'returned'],
  accepted: ['accepted'],
  dropped: ['dropped'],
  all: ['asked', 'open', 'returned', 'handed-in', 'accepted', 'dropped'],
}

export type AmendmentBoard = {
  lines: AmendmentLine[]
  counts: Record<AmendmentFilter, number>
  page: number
  pages: number
  seesProvince: boolean
}

const pageLength = 25

/** Every amendment of a province, for a commune its own; what moved last first. */
export async function amendmentBoard(
  ctx: Ctx,
  asked: { filter: AmendmentFilter; page: number },
): Promise<Outcome<AmendmentBoard>> {
  if (ctx.actor.duty === 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const rows = await amendmentsFor(tx, ctx)
      .select(['amendment.status', sql<number>`count(*)::int`.as('count')])
      .groupBy('amendment.status')
      .execute()
    const countOf = (filter: AmendmentFilter): number =>
      rows
        .filter(({ status }) => statusesOf[filter].some((one) => one === status))
        .reduce((sum, { count }) => sum + count, 0)
    const pages = Math.max(1, Math.ceil(countOf(asked.filter) / pageLength))
    const page = Math.min(Math.max(1, asked.page), pages)
    return done({
      lines: await linesOf(tx, ctx, statusesOf[asked.filter], page),
      counts: {
        'to-decide': countOf('to-decide'),
        'under-way': countOf('under-way'),
        accepted: countOf('accepted'),
        dropped: countOf('dropped'),
        all: countOf('all'),
      },
      page,
      pages,
      seesProvince: maySeeProvince(ctx.actor),
    })
  })
}

function amendmentsFor(tx: Tx, ctx: Ctx) {
  const { province, unit } = ctx.actor
  return tx
    .selectFrom('amendment')
    .innerJoin('report', (join) =>
      join.onRef('report.province_id', '=', 'amendment.province_id').onRef('report.id', '=', 'amendment.report_id'),
    )
    .where('amendment.province_id', '=', province)
    .$if(!maySeeProvince(ctx.actor), (query) => query.where('amendment.unit_id', '=', unit))
}

async function linesOf(tx: Tx, ctx: Ctx, statuses: readonly AmendmentStatus[], page: number): Promise<AmendmentLine[]> {
  const rows = await amendmentsFor(tx, ctx)
    .select(['amendment.report_id', 'amendment.n', 'amendment.status', 'amendment.reason', 'amendment.changed_at'])
    .select(['amendment.unit_id', 'report.period_from', 'report.period_to'])
    .where('amendment.status', 'in', [...statuses])
    .orderBy('amendment.changed_at', 'desc')
    .orderBy('amendment.report_id')
    .orderBy('amendment.n', 'desc')
    .limit(pageLength)
    .offset((page - 1) * pageLength)
    .execute()
  const units = rows.map((row) => row.unit_id as UnitId)
  const names = await lastNamesIn(tx, units, ctx.actor.province, dayInVietnam(ctx.now))
  // The check of amendment holds the status to the known words.
  return rows.map((row) => ({
    report: row.report_id as ReportId,
    n: row.n,
    status: row.status as AmendmentStatus,
    reason: row.reason,
    unitName: names.get(row.unit_id as UnitId) ?? '',
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    changedAt: row.changed_at,
  }))
}
