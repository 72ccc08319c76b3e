import { sql } from 'kysely'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { forbidden, notFound, done, type Outcome } from '#kernel/outcome.ts'
import { periodKey, previousPeriod, type Period } from '#kernel/period.ts'
import { fold } from '#kernel/text.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { historyOf, type FigureChange } from '#modules/figures/queries.server.ts'
import { communesEndedWithin, communesInForce, districtsInForce, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { assemble, sumProvince, type ProvinceSums } from './assemble.server.ts'
import { contentLine } from './content-from.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { progressOf, type Progress } from './content.ts'
import type { absenceName } from './labels.ts'
import { allowedMoves, isOpenForEntry, type Move, type ReportStatus } from './lifecycle.ts'
import { endedQuarters, timingOf, type Timing } from './obligation.ts'
import { mayEnterNow, mayRead, maySeeProvince, standingsOf } from './policy.ts'
import { cellOf, type Question, type Report, type ReportId, type Template, type TemplateVersionId } from './report.ts'
import {
  figureSetOf,
  findReport,
  linesByCell,
  newestCopy,
  questionsOf,
  readReport,
  readTemplate,
  reportColumns,
  thaw,
} from './store.server.ts'

/** The one template of this version; more of them come as reference data. */
export const currentTemplate = 'dan-van@1' as TemplateVersionId

export type ReportEvent = { move: string; at: Date; by: string; to: ReportStatus }

/** One report as its reader may see it: live while its own unit types, else the copy that no longer moves. */
export type ReportPage = {
  report: Report
  unit: UnitVersion
  content: ReportContent | null
  isLive: boolean
  mayEnter: boolean
  moves: Move[]
  questions: Question[]
  events: ReportEvent[]
  timing: Timing
  progress: Progress
  /** The address of its public page, once published. */
  publicPath: string | null
  isReviewer: boolean
}

export async function reportPage(ctx: Ctx, id: ReportId): Promise<Outcome<ReportPage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const report = await findReport(tx, ctx.actor.province, id)
    if (!report) return notFound()
    if (!mayRead(ctx.actor, report)) return forbidden()
    const standings = standingsOf(ctx.actor, report)
    const isOwn = standings.includes('own-officer') || standings.includes('own-leader')
    const isLive = isOwn && isOpenForEntry(report.status)
    const unit = await unitOn(tx, report.unit, report.period.to)
    const template = await readTemplate(tx, report.template)
    if (!unit || !template) throw new Error(`Report ${report.id} has lost its unit or template`)
    const content = isLive ? await assemble(tx, report) : ((await newestCopy(tx, report))?.content ?? null)
    return done({
      report,
      unit,
      content,
      isLive,
      mayEnter: mayEnterNow(ctx.actor, report, report.status) && report.origin === 'entered',
      moves: report.origin === 'entered' ? allowedMoves(report.status, standings) : [],
      questions: await questionsOf(tx, report),
      events: await eventsOf(tx, report),
      timing: timingOf(report.period, template.daysToSubmit, dayInVietnam(ctx.now)),
      progress: progressOf(content?.lines ?? []),
      publicPath: report.status === 'published' ? publicPath(unit.code, report.id) : null,
      isReviewer: standings.includes('reviewer'),
    })
  })
}

export function publicPath(unitCode: string, id: ReportId): string {
  return `/don-vi/${unitCode}/bao-cao/${id}`
}

async function eventsOf(tx: Tx, report: Report): Promise<ReportEvent[]> {
  const rows = await tx
    .selectFrom('report_event')
    .select(['move', 'at', 'person_name as by', 'to_status as to'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .orderBy('n', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, to: row.to as ReportStatus }))
}

/** One cell opened: what it counts, every value it had, and the questions asked about it. */
export type CellPanel = { line: ContentLine; history: (FigureChange & { by: string })[]; questions: Question[] }

export async function cellPanel(ctx: Ctx, page: ReportPage, cell: CellRef): Promise<CellPanel | null> {
  const line = page.content?.lines.find((one) => cellKey(one.cell) === cellKey(cell))
  if (!line) return null
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const template = await readTemplate(tx, page.report.template)
    const templateLine = template ? linesByCell(template).get(cellKey(cell)) : undefined
    if (!templateLine) return null
    // What is being typed after a report was returned is the unit's own until it submits again.
    const mayFollow = page.isLive || !isOpenForEntry(page.report.status)
    const changes = mayFollow
      ? await historyOf(tx, figureSetOf(page.report), {
          indicator: templateLine.indicator.id,
          dimension: cell.dimension,
        })
      : []
    const people = await displayNames(
      tx,
      page.report.province,
      changes.map((change) => change.account),
    )
    return {
      line,
      history: changes.map((change) => ({ ...change, by: change.account ? (people.get(change.account) ?? '') : '' })),
      questions: page.questions.filter((question) => cellKey(question.cell) === cellKey(cell)),
    }
  })
}

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
  toReview: number
  templateName: string
}
export type RecentEvent = { at: Date; by: string; move: string; unitName: string; period: Period; report: ReportId }

export async function homePage(ctx: Ctx): Promise<HomePage> {
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const unit = await unitOn(tx, ctx.actor.unit, today)
    const template = await readTemplate(tx, currentTemplate)
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
    for (const period of owedPeriods(unit, today, reports)) {
      const report = reports.find((one) => periodKey(one.period) === periodKey(period)) ?? null
      tasks.push(await taskOf(tx, template, unit, period, report, today))
    }
    return {
      unit,
      tasks,
      recent: await recentEvents(tx, ctx, today),
      toReview: maySeeProvince(ctx.actor) ? await countToReview(tx, ctx.actor.province) : 0,
      templateName: template.name,
    }
  })
}

function owedPeriods(unit: UnitVersion, today: LocalDate, reports: Report[]): Period[] {
  const owed = endedQuarters(today, 2).filter((quarter) => unit.from === null || unit.from <= quarter.to)
  const open = reports
    .filter((report) => !owed.some((period) => periodKey(period) === periodKey(report.period)))
    .map((report) => report.period)
  return [...owed, ...open.slice(0, 8)]
}

async function taskOf(
  tx: Tx,
  template: Template,
  unit: UnitVersion,
  period: Period,
  report: Report | null,
  today: LocalDate,
): Promise<ReportTask> {
  const timing = timingOf(period, template.daysToSubmit, today)
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
      'report.regime',
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
    period: { regime: row.regime as Period['regime'], from: localDate(row.period_from), to: localDate(row.period_to) },
    report: row.id as ReportId,
  }))
}

async function countToReview(tx: Tx, province: UnitId): Promise<number> {
  const row = await tx
    .selectFrom('report')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('province_id', '=', province)
    .where('unit_id', '<>', province)
    .where('status', '=', 'submitted')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Why a unit has no accepted report, or how it has reported. */
export type UnitStanding = {
  unit: UnitVersion
  status: ReportStatus | 'not-begun' | 'unit-ended'
  report: ReportId | null
  since: Date | null
}
export type Absence = keyof typeof absenceName

/** The province's board for one period: its sums, and every unit expected with where it stands. */
export type ProvincePage = {
  province: UnitVersion
  template: { name: string; code: string }
  period: Period
  timing: Timing
  lines: ContentLine[]
  expected: number
  counted: number
  units: UnitStanding[]
  /** Units × periods, newest period last. */
  matrix: { periods: Period[]; cells: Map<UnitId, (ReportStatus | 'not-begun' | 'not-in-force')[]> }
  odd: { report: ReportId; unitName: string; heading: string; explained: boolean }[]
  districts: { unit: UnitVersion; counted: number; expected: number }[]
  own: Report | null
}

export async function provincePage(ctx: Ctx, period: Period): Promise<Outcome<ProvincePage>> {
  if (!maySeeProvince(ctx.actor)) return forbidden()
  const today = dayInVietnam(ctx.now)
  const province = ctx.actor.province
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const unit = await unitOn(tx, province, period.to)
    const template = await readTemplate(tx, currentTemplate)
    if (!unit || !template) return notFound()
    const sums = await sumProvince(tx, province, template, period)
    const before = previousPeriod(period)
    const previous = before ? await sumProvince(tx, province, template, before) : null
    const reports = await reportsOf(tx, province, template.id, period)
    const ended = await communesEndedWithin(tx, province, period.from, period.to)
    const own = reports.find((report) => report.unit === province) ?? null
    return done({
      province: unit,
      template: { name: template.name, code: template.code },
      period,
      timing: timingOf(period, template.daysToSubmit, today),
      lines: sumLines(template, sums, previous),
      expected: sums.communes.length,
      counted: sums.countedUnits.length,
      units: [
        ...sums.communes.map((commune) => standingOf(commune, reports)),
        ...ended.map((commune) => endedStanding(commune)),
      ],
      matrix: await matrixOf(tx, province, template.id, sums.communes, today),
      odd: await oddOf(tx, province, reports, sums.communes),
      districts: await districtsOf(tx, province, period, sums),
      own,
    })
  })
}

function standingOf(unit: UnitVersion, reports: Report[]): UnitStanding {
  const report = reports.find((one) => one.unit === unit.unit)
  return { unit, status: report?.status ?? 'not-begun', report: report?.id ?? null, since: report?.changedAt ?? null }
}

function endedStanding(unit: UnitVersion): UnitStanding {
  return { unit, status: 'unit-ended', report: null, since: null }
}

async function reportsOf(tx: Tx, province: UnitId, template: TemplateVersionId, period: Period): Promise<Report[]> {
  const rows = await tx
    .selectFrom('report')
    .select(reportColumns)
    .where('province_id', '=', province)
    .where('template_version', '=', template)
    .where('regime', '=', period.regime)
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .execute()
  return rows.map(readReport)
}

function sumLines(template: Template, sums: ProvinceSums, previous: ProvinceSums | null): ContentLine[] {
  return template.lines.map((line) => {
    const key = cellKey(cellOf(line))
    const rolled = sums.figures.get(key)
    const figure: ContentLine['figure'] = {
      value: rolled?.value ?? { state: 'not-yet-known' },
      raw: '',
      note: '',
      basis: 'counted',
    }
    return contentLine(line, figure, {
      unitsCounted: rolled?.unitsCounted ?? null,
      previous: previous?.figures.get(key)?.value ?? null,
    })
  })
}

async function matrixOf(
  tx: Tx,
  province: UnitId,
  template: TemplateVersionId,
  communes: UnitVersion[],
  today: LocalDate,
): Promise<ProvincePage['matrix']> {
  const periods = endedQuarters(today, 8).reverse()
  const first = periods[0]
  if (!first) return { periods, cells: new Map() }
  const rows = await tx
    .selectFrom('report')
    .select(['unit_id', 'period_to', 'status'])
    .where('province_id', '=', province)
    .where('template_version', '=', template)
    .where('regime', '=', 'quarter')
    .where('period_from', '>=', first.from)
    .execute()
  const byCell = new Map(rows.map((row) => [`${row.unit_id} ${row.period_to}`, row.status as ReportStatus]))
  // A unit is expected from the first day it was in force under this id, whatever it was called then.
  const began = new Map((await firstDays(tx, communes)).map((row) => [row.unit_id, row.first]))
  const cells = communes.map((commune) => {
    const since = began.get(commune.unit)
    return [
      commune.unit,
      periods.map(
        (period) =>
          byCell.get(`${commune.unit} ${period.to}`) ?? (since && since > period.to ? 'not-in-force' : 'not-begun'),
      ),
    ] as const
  })
  return { periods, cells: new Map(cells) }
}

async function firstDays(tx: Tx, communes: UnitVersion[]): Promise<{ unit_id: string; first: string | null }[]> {
  return tx
    .selectFrom('unit_version')
    .select(['unit_id', sql<string | null>`nullif(min(coalesce(lower(valid), '-infinity')), '-infinity')`.as('first')])
    .where('unit_id', '=', sql<string>`any(${communes.map((commune) => commune.unit)}::uuid[])`)
    .where('tree', '=', 'state')
    .groupBy('unit_id')
    .execute()
}

async function oddOf(
  tx: Tx,
  province: UnitId,
  reports: Report[],
  communes: UnitVersion[],
): Promise<ProvincePage['odd']> {
  const submitted = reports.filter((report) => report.status === 'submitted').map((report) => report.id)
  if (submitted.length === 0) return []
  const rows = await tx
    .selectFrom('report_copy')
    .select(['report_id', 'n', sql<ReportContent['findings']>`content -> 'findings'`.as('findings')])
    .where('province_id', '=', province)
    .where('report_id', 'in', submitted)
    .orderBy('n', 'desc')
    .execute()
  const newest = [...new Map(rows.reverse().map((row) => [row.report_id, row.findings]))]
  const names = new Map(
    reports.map((report) => [
      report.id as string,
      communes.find((commune) => commune.unit === report.unit)?.name ?? '',
    ]),
  )
  return newest.flatMap(([report, findings]) =>
    findings
      .filter((finding) => finding.verdict === 'fails' || finding.verdict === 'asks')
      .map((finding) => ({
        report: report as ReportId,
        unitName: names.get(report) ?? '',
        heading: finding.text.heading,
        explained: finding.explanation !== null,
      })),
  )
}

async function districtsOf(
  tx: Tx,
  province: UnitId,
  period: Period,
  sums: ProvinceSums,
): Promise<ProvincePage['districts']> {
  const districts = await districtsInForce(tx, province, period.to)
  const counted = new Set(sums.countedUnits)
  return districts.map((unit) => {
    const within = sums.communes.filter((commune) => commune.parent === unit.unit)
    return { unit, expected: within.length, counted: within.filter((commune) => counted.has(commune.unit)).length }
  })
}

/** The sums of one district of the time before 1 July 2025: it adds up, and nobody signs in for it. */
export async function districtPage(
  ctx: Ctx,
  period: Period,
  district: UnitId,
): Promise<Outcome<{ unit: UnitVersion; lines: ContentLine[]; expected: number; counted: number }>> {
  if (!maySeeProvince(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const unit = await unitOn(tx, district, period.to)
    const template = await readTemplate(tx, currentTemplate)
    if (!unit || !template || unit.level !== 'district' || unit.province !== ctx.actor.province) return notFound()
    const communes = (await communesInForce(tx, ctx.actor.province, period.to)).filter(
      (commune) => commune.parent === district,
    )
    const sums = await sumProvince(
      tx,
      ctx.actor.province,
      template,
      period,
      communes.map((commune) => commune.unit),
    )
    return done({
      unit,
      lines: sumLines(template, sums, null),
      expected: communes.length,
      counted: sums.countedUnits.length,
    })
  })
}

/** One published report in the public list. */
export type PublicListing = {
  figureCount: number
  unitCode: string
  unitName: string
  unitUntil: LocalDate | null
  title: string
  period: Period
  publishedOn: LocalDate
  path: string
  isSource: boolean
}

const pageLength = 30

/** Everything published, newest first; `words` are matched without diacritics. */
export async function publishedReports(
  db: Db,
  words: string,
  page: number,
): Promise<{ reports: PublicListing[]; total: number; pages: number }> {
  return inScope(db, { reach: 'public' }, async (tx) => {
    const rows = await tx
      .selectFrom('publication')
      .innerJoin('unit', 'unit.id', 'publication.unit_id')
      .select([
        'publication.report_id',
        'unit.code',
        'publication.title',
        'publication.regime',
        'publication.period_from',
        'publication.period_to',
        'publication.published_at',
        'publication.unit_name as unitName',
        'publication.unit_until as unitUntil',
        'publication.origin',
        'publication.figure_count as figureCount',
      ])
      .orderBy('publication.published_at', 'desc')
      .orderBy('publication.period_to', 'desc')
      .orderBy('publication.report_id')
      .execute()
    const wanted = fold(words).split(' ').filter(Boolean)
    const matching = rows.filter((row) => {
      const text = fold(`${row.unitName} ${row.title} ${row.period_from.slice(0, 4)} ${row.period_to.slice(0, 4)}`)
      return wanted.every((word) => text.includes(word))
    })
    const reports = matching.slice((page - 1) * pageLength, page * pageLength).map((row) => ({
      figureCount: row.figureCount,
      unitCode: row.code,
      unitName: row.unitName,
      unitUntil: row.unitUntil === null ? null : localDate(row.unitUntil),
      title: row.title,
      period: {
        regime: row.regime as Period['regime'],
        from: localDate(row.period_from),
        to: localDate(row.period_to),
      },
      publishedOn: dayInVietnam(row.published_at),
      path: publicPath(row.code, row.report_id as ReportId),
      isSource: row.origin === 'published-source',
    }))
    return { reports, total: matching.length, pages: Math.max(1, Math.ceil(matching.length / pageLength)) }
  })
}

/** A published report as everybody may read it; null when there is none at that address. */
export async function publishedReport(
  db: Db,
  unitCode: string,
  idText: string,
): Promise<{ content: ReportContent; publishedOn: LocalDate; acceptedOn: LocalDate | null } | null> {
  const id = parseId<'Report'>(idText)
  if (!id) return null
  return inScope(db, { reach: 'public' }, async (tx) => {
    const row = await tx
      .selectFrom('publication')
      .innerJoin('unit', 'unit.id', 'publication.unit_id')
      .select(['publication.content', 'publication.published_at', 'publication.accepted_at'])
      .where('publication.report_id', '=', id)
      .where('unit.code', '=', unitCode)
      .executeTakeFirst()
    if (!row) return null
    return {
      content: thaw(row.content),
      publishedOn: dayInVietnam(row.published_at),
      acceptedOn: row.accepted_at ? dayInVietnam(row.accepted_at) : null,
    }
  })
}
