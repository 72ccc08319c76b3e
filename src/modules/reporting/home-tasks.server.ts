import { sql } from 'kysely'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodKey, type Period } from '#kernel/period.ts'
import type { WorkingCalendar } from '#kernel/working-days.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { assemble } from './assemble.server.ts'
import { shortOf, type Completeness } from './completeness.ts'
import { progressOf, type ContentLine, type Progress } from './content.ts'
import { dueCalendar } from './due-calendar.server.ts'
import { isOpenForEntry, type ReportStatus } from './lifecycle.ts'
import { timingTo, type Timing } from './obligation.ts'
import { ruleFor } from './obligation-arising.server.ts'
import { answeredObligations, type AnsweredObligation } from './obligation-queries.server.ts'
import { dueAfter, runningBy, type DueRule, type ObligationRule } from './obligation-rule.ts'
import { stateOf } from './obligation-standing.ts'
import { rulesOf } from './obligation-store.server.ts'
import { questionsOf } from './question-store.server.ts'
import type { Report, ReportId, TemplateCode } from './report.ts'
import { readReport, reportColumns } from './store.server.ts'

/** One report on somebody's list of work. */
export type ReportTask = {
  id: ReportId | null
  unitName: string
  template: TemplateCode
  templateName: string
  period: Period
  status: ReportStatus | 'not-begun'
  timing: Timing
  /** Until when and why the province gave more time; null where it did not. */
  extended: { until: LocalDate; reason: string; by: string } | null
  /** Why it need not come; null while it is owed. */
  waivedFor: string | null
  waivedBy: string | null
  /** What was handed in and leaves cells open: it is not taken for complete. Null where it is, or nothing is in. */
  short: Completeness | null
  progress: Progress | null
  questions: { cell: CellRef; name: string; text: string; by: string; at: Date }[]
  changedAt: Date | null
}

/** What a unit will owe when the running period has ended. */
export type ComingTask = { templateName: string; period: Period; due: LocalDate }

/** As many of the reports that are done, or that nobody asked for, as a list of work shows. */
const mostOthers = 8

type Owing = {
  unit: UnitVersion
  today: LocalDate
  rules: readonly ObligationRule[]
  calendar: WorkingCalendar
  names: ReadonlyMap<string, TemplateName>
}
type TemplateName = { name: string; days: number }
type Written = { template: TemplateCode; period: Period; report: Report }
type Owed = Pick<AnsweredObligation, 'template' | 'period' | 'waivedFor' | 'waivedBy'> & {
  short: ReportTask['short']
  due: LocalDate
  by: DueRule
  extended: ReportTask['extended']
}

/** What a unit owes, has begun or handed in, newest period first; and what is coming. */
export async function tasksOf(
  tx: Tx,
  unit: UnitVersion,
  today: LocalDate,
): Promise<{ tasks: ReportTask[]; coming: ComingTask[] }> {
  const { province } = unit
  const rules = await rulesOf(tx, province)
  const written = await writtenBy(tx, unit)
  const all = await answeredObligations(tx, { province, units: [unit.unit], from: longAgo, to: today })
  const owed = all.filter(({ period }) => period.to < today)
  const shown = owed.filter((one, at) => isUndone(one) || at < mostOthers)
  const others = written.filter((one) => !owed.some((it) => keyOf(it) === keyOf(one))).slice(0, mostOthers)
  const running = rules.flatMap((rule) => {
    const period = rule.levels.includes(unit.level) ? runningBy(rule, today) : null
    return period ? [{ rule, period }] : []
  })
  const periods = [...shown, ...others, ...running].map(({ period }) => period)
  const calendar = await dueCalendar(tx, province, periods, today)
  const owing: Owing = { unit, today, rules, calendar, names: await templateNames(tx, today) }
  const tasks: ReportTask[] = []
  for (const one of shown) {
    const found = written.find((it) => keyOf(it) === keyOf(one))
    tasks.push(await taskOf(tx, owing, asOwed(one, owing), found?.report ?? null))
  }
  for (const one of others) tasks.push(await taskOf(tx, owing, unasked(one, owing), one.report))
  const coming = running.map(({ rule, period }) => ({
    ...{ templateName: nameOf(owing, rule.template), period },
    due: dueAfter(period, rule.due, calendar).due,
  }))
  return { tasks, coming: coming.sort((one, other) => (one.due < other.due ? -1 : 1)) }
}

const longAgo = localDate('1900-01-01')

/** What still asks something of the unit, however old it is. */
function isUndone(one: AnsweredObligation): boolean {
  const state = stateOf(one)
  return state === 'open' || state === 'incomplete'
}

function keyOf({ template, period }: { template: TemplateCode; period: Period }): string {
  return `${template} ${periodKey(period)}`
}

function asOwed(one: AnsweredObligation, owing: Owing): Owed {
  const rule = owing.rules.find(({ id }) => id === one.rule)
  const { template, period, due, waivedFor, waivedBy, cells, extendedUntil: until } = one
  const extended = until === null ? null : { until, reason: one.extendedFor ?? '', by: one.extendedBy ?? '' }
  return {
    template,
    period,
    due,
    waivedFor,
    waivedBy,
    short: shortOf(cells),
    extended,
    by: rule?.due ?? usual(owing, template),
  }
}

/** A report that nobody asked for still has a day by which its kind is due. */
function unasked({ template, period }: Written, owing: Owing): Owed {
  const by = ruleFor(owing.rules, { template, level: owing.unit.level, period })?.due ?? usual(owing, template)
  const { due } = dueAfter(period, by, owing.calendar)
  return { template, period, due, by, extended: null, waivedFor: null, waivedBy: null, short: null }
}

function usual({ names }: Owing, template: TemplateCode): DueRule {
  return { by: 'calendar-days', count: names.get(template)?.days ?? 0 }
}

function nameOf({ names }: Owing, template: TemplateCode): string {
  return names.get(template)?.name ?? template
}

async function writtenBy(tx: Tx, { province, unit }: UnitVersion): Promise<Written[]> {
  const rows = await tx
    .selectFrom('report')
    .innerJoin('template_version as made', 'made.id', 'report.template_version')
    .select(reportColumns.map((name) => `report.${name}` as const))
    .select('made.template_code as code')
    .where('report.province_id', '=', province)
    .where('report.unit_id', '=', unit)
    .where('report.origin', '=', 'entered')
    .orderBy('report.period_to', 'desc')
    .execute()
  return rows.map((row) => {
    const report = readReport(row)
    return { template: row.code as TemplateCode, period: report.period, report }
  })
}

/** What each template is called today, by the newest version there is. */
async function templateNames(tx: Tx, today: LocalDate): Promise<Map<string, TemplateName>> {
  const rows = await tx
    .selectFrom('template_version')
    .select(['template_code', 'name', 'days_to_submit as days'])
    .orderBy(sql`valid @> ${today}::date`)
    .orderBy('version')
    .execute()
  return new Map(rows.map(({ template_code: code, name, days }) => [code, { name, days }]))
}

async function taskOf(tx: Tx, owing: Owing, owed: Owed, report: Report | null): Promise<ReportTask> {
  const { template, period, due, extended, waivedFor, waivedBy, short } = owed
  const { calendar, today, unit } = owing
  const counted = dueAfter(period, owed.by, calendar)
  // A day that was given, or counted by an earlier calendar and met, was not moved by a day off of now.
  const movedFrom = counted.due === due ? counted.movedFrom : null
  const timing = timingTo(due, today, calendar, { ...counted, movedFrom })
  const content = report && isOpenForEntry(report.status) ? await assemble(tx, report) : null
  return {
    ...{ id: report?.id ?? null, unitName: unit.name, template, templateName: nameOf(owing, template), period },
    ...{ status: report?.status ?? 'not-begun', timing, extended, waivedFor, waivedBy, short },
    progress: content ? progressOf(content.lines) : null,
    questions: report && content ? await openQuestions(tx, report, content.lines) : [],
    changedAt: report?.changedAt ?? null,
  }
}

async function openQuestions(tx: Tx, report: Report, lines: readonly ContentLine[]): Promise<ReportTask['questions']> {
  const names = new Map(lines.map((line) => [cellKey(line.cell), line.name]))
  const questions = await questionsOf(tx, report)
  return questions
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
    })
}
