import { sql } from 'kysely'
import { dayInVietnam, localDate } from '#kernel/local-date.ts'
import { periodBetween, periodKey, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { ReportStatus } from './lifecycle.ts'
import type { Timing } from './obligation.ts'
import { keepObligations } from './obligation-arising.server.ts'
import { answeredObligations } from './obligation-queries.server.ts'
import { stateOf } from './obligation-standing.ts'
import { reportAsked } from './period-timing.server.ts'
import { mayListOpenWork } from './policy.ts'
import { currentTemplate, type ReportId, type Template } from './report.ts'
import { templateOn, versionsOf } from './template-version-store.server.ts'

/** Work that is not finished: which report, where it stands and how many questions wait; never a figure of it. */
export type OpenWork = { period: Period; status: ReportStatus | 'not-begun'; questions: number; timing: Timing }
export type OpenWorkPage = { reports: OpenWork[]; toReview: number }

/**
 * What whoever takes a unit's duty over will find open: reports owed, being typed, returned or waiting for a decision. For the
 * administrator who hands the duty over, so without a single figure; null for who may not ask.
 */
export async function openWorkOf(ctx: Ctx, unit: UnitId): Promise<OpenWorkPage | null> {
  const { province } = ctx.actor
  if (!mayListOpenWork(ctx.actor)) return null
  const today = dayInVietnam(ctx.now)
  await keepObligations(ctx.db, province, ctx.now)
  return inScope(ctx.db, { reach: 'province', province }, async (tx) => {
    const template = await templateOn(tx, currentTemplate, today)
    const place = await unitOn(tx, unit, today)
    if (!template || place?.province !== province) return null
    const begun = await unfinished(tx, province, unit, template)
    const known = await reportedPeriods(tx, province, unit)
    const owed = (await answeredObligations(tx, { province, units: [unit], from: longAgo, to: today }))
      .filter((one) => stateOf(one) === 'open' && one.period.to < today && !known.has(periodKey(one.period)))
      .map(({ period }) => ({ period, status: 'not-begun' as const, questions: 0 }))
    const reports: OpenWork[] = []
    for (const one of [...owed, ...begun]) {
      const report = { province, unit, period: one.period }
      const { timing } = await reportAsked(tx, { report, template, level: place.level }, today)
      reports.push({ ...one, timing })
    }
    return {
      reports: reports.sort((one, other) => (one.timing.due < other.timing.due ? -1 : 1)),
      toReview: unit === province ? await waiting(tx, province) : 0,
    }
  })
}

const longAgo = localDate('1900-01-01')

async function unfinished(
  tx: Tx,
  province: UnitId,
  unit: UnitId,
  template: Template,
): Promise<Omit<OpenWork, 'timing'>[]> {
  const rows = await tx
    .selectFrom('report')
    .select(['period_from', 'period_to', 'status'])
    .select(
      sql<number>`(select count(*) from report_question q where q.province_id = report.province_id
        and q.report_id = report.id and q.status = 'open')`.as('questions'),
    )
    .where('province_id', '=', province)
    .where('unit_id', '=', unit)
    .where('template_version', 'in', versionsOf(tx, template.code))
    .where('origin', '=', 'entered')
    .where('status', 'in', ['draft', 'returned', 'submitted'])
    .execute()
  return rows.map((row) => ({
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    status: row.status as ReportStatus,
    questions: row.questions,
  }))
}

async function reportedPeriods(tx: Tx, province: UnitId, unit: UnitId): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('report')
    .select(['period_from', 'period_to'])
    .where('province_id', '=', province)
    .where('unit_id', '=', unit)
    .execute()
  return new Set(rows.map((row) => periodKey(periodBetween(localDate(row.period_from), localDate(row.period_to)))))
}

async function waiting(tx: Tx, province: UnitId): Promise<number> {
  const row = await tx
    .selectFrom('report')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('province_id', '=', province)
    .where('unit_id', '<>', province)
    .where('status', '=', 'submitted')
    .executeTakeFirstOrThrow()
  return row.n
}

/** Which of these units have a report that is begun and not yet decided on. */
export async function unitsWithOpenReports(tx: Tx, province: UnitId, units: readonly UnitId[]): Promise<Set<UnitId>> {
  const open = await openReportsOf(tx, province, units)
  return new Set(open.map(({ unit }) => unit))
}

/** A report that is begun and not yet decided on: where it is and how it stands, without a figure of it. */
export type OpenReport = { id: ReportId; unit: UnitId; period: Period; status: ReportStatus }

export async function openReportsOf(tx: Tx, province: UnitId, units: readonly UnitId[]): Promise<OpenReport[]> {
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('report')
    .select(['id', 'unit_id', 'period_from', 'period_to', 'status'])
    .where('province_id', '=', province)
    .where('unit_id', 'in', [...units])
    .where('status', 'in', ['draft', 'submitted', 'returned'])
    .orderBy('unit_id')
    .orderBy('period_to')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as ReportId,
    unit: row.unit_id as UnitId,
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    status: row.status as ReportStatus,
  }))
}
