import { sql } from 'kysely'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, periodKey, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { assemble } from './assemble.server.ts'
import { progressOf, type Progress } from './content.ts'
import { dueCalendar } from './due-calendar.server.ts'
import { isOpenForEntry, type ReportStatus } from './lifecycle.ts'
import { owedPeriods, timingOf, type Timing } from './obligation.ts'
import { mayEnter, mayReview, maySeeProvince } from './policy.ts'
import { questionsOf } from './question-store.server.ts'
import { currentTemplate, type Report, type ReportId, type Template } from './report.ts'
import { readReport, reportColumns, templateOn } from './store.server.ts'

/** One report on somebody's list of work. */
export type ReportTask = {
  id: ReportId | null
  unitName: string
  period: Period
  status: ReportStatus | 'not-begun'
  timing: Timing
  progress: Progress | null
  questions: { cell: CellRef; name: string; text: string; by: string; at: Date }[]
  changedAt: Date | null
}

/** What an officer owes, what was returned to them, and what waits for others. */
export type HomePage = {
  unit: UnitVersion
  tasks: ReportTask[]
  recent: RecentEvent[]
  /** Submitted reports of communes, by period, newest first. */
  toReview: { period: Period; count: number }[]
  templateName: string
  /** False for who only looks on: then no report waits for them. */
  mayEnter: boolean
}
export type RecentEvent = { at: Date; by: string; move: string; unitName: string; period: Period; report: ReportId }

export async function homePage(ctx: Ctx): Promise<HomePage> {
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const unit = await unitOn(tx, ctx.actor.unit, today)
    const template = await templateOn(tx, currentTemplate, today)
    if (!unit || !template) throw new Error('The signed-in unit is not in force today')
    const rows = await tx
      .selectFrom('report')
      .select(reportColumns)
      .where('province_id', '=', ctx.actor.province)
      .where('unit_id', '=', ctx.actor.unit)
      .where('origin', '=', 'entered')
      .orderBy('period_to', 'desc')
      .execute()
    const reports = rows.map(readReport)
    const tasks: ReportTask[] = []
    const owed = tasksOf(template, unit, today, reports)
    const calendar = await dueCalendar(tx, ctx.actor.province, owed, today)
    for (const period of owed) {
      const report = reports.find((one) => periodKey(one.period) === periodKey(period)) ?? null
      const timing = timingOf(period, template.daysToSubmit, today, calendar)
      tasks.push(await taskOf(tx, { unit, period, report, timing }))
    }
    return {
      unit,
      tasks,
      recent: await recentEvents(tx, ctx, today),
      toReview: mayReview(ctx.actor) ? await waitingForReview(tx, ctx.actor.province) : [],
      templateName: template.name,
      mayEnter: mayEnter(ctx.actor, { province: ctx.actor.province, unit: ctx.actor.unit }),
    }
  })
}

function tasksOf(template: Template, unit: UnitVersion, today: LocalDate, reports: Report[]): Period[] {
  const owed = owedPeriods(today, template.owedFor).filter((period) => unit.from === null || unit.from <= period.to)
  const open = reports
    .filter((report) => !owed.some((period) => periodKey(period) === periodKey(report.period)))
    .map((report) => report.period)
  return [...owed, ...open.slice(0, 8)]
}

async function taskOf(
  tx: Tx,
  { unit, period, report, timing }: { unit: UnitVersion; period: Period; report: Report | null; timing: Timing },
): Promise<ReportTask> {
  if (!report) {
    return {
      id: null,
      unitName: unit.name,
      period,
      status: 'not-begun',
      timing,
      progress: null,
      questions: [],
      changedAt: null,
    }
  }
  const content = isOpenForEntry(report.status) ? await assemble(tx, report) : null
  const questions = isOpenForEntry(report.status) ? await questionsOf(tx, report) : []
  const names = new Map((content?.lines ?? []).map((line) => [cellKey(line.cell), line.name]))
  return {
    id: report.id,
    unitName: unit.name,
    period,
    status: report.status,
    timing,
    progress: content ? progressOf(content.lines) : null,
    questions: questions
      .filter((question) => question.status === 'open')
      .map((question) => {
        const first = question.messages[0]
        return {
          cell: question.cell,
          name: names.get(cellKey(question.cell)) ?? question.cell.code,
          text: first?.text ?? '',
          by: first?.by ?? '',
          at: first?.at ?? report.changedAt,
        }
      }),
    changedAt: report.changedAt,
  }
}

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
