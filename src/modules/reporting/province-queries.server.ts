import { sql } from 'kysely'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { previousPeriod, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { communesEndedWithin, communesInForce, districtsInForce, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { amendmentsCounted, type CountedAmendment } from './amendment-counted.server.ts'
import { sumProvince, type ProvinceSums } from './assemble.server.ts'
import { contentLine, mayBePublic } from './content-from.ts'
import { namedGaps } from './closing-store.server.ts'
import type { ContentLine, ReportContent } from './content.ts'
import type { absenceName } from './labels.ts'
import type { ReportStatus } from './lifecycle.ts'
import { endedQuarters, type Timing } from './obligation.ts'
import { closingOf, type PeriodClosing } from './obligation-queries.server.ts'
import type { NamedGap } from './period-standing.ts'
import { periodTiming } from './period-timing.server.ts'
import { mayEnter, maySeeProvince } from './policy.ts'
import { cellOf, currentTemplate, type Report, type ReportId, type Template, type TemplateCode } from './report.ts'
import { readReport, reportColumns } from './store.server.ts'
import { templateOn, versionsOf } from './template-version-store.server.ts'

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
  /** Who closed the period, and who was missing then; null and none while it is open. */
  closing: PeriodClosing | null
  gaps: NamedGap[]
  /** Whose figures the sums take from an amendment, by name, and from which. */
  amended: (CountedAmendment & { name: string })[]
  /** Whether the reader may begin the province's own report. */
  mayBegin: boolean
}

export async function provincePage(
  ctx: Ctx,
  period: Period,
  asked: TemplateCode = currentTemplate,
): Promise<Outcome<ProvincePage>> {
  if (!maySeeProvince(ctx.actor)) return forbidden()
  const today = dayInVietnam(ctx.now)
  const province = ctx.actor.province
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const unit = await unitOn(tx, province, period.to)
    const template = await templateOn(tx, asked, period.to)
    if (!unit || !template) return notFound()
    const sums = await sumProvince(tx, province, template, period)
    const before = previousPeriod(period)
    const previous = before ? await sumProvince(tx, province, template, before) : null
    const reports = await reportsOf(tx, province, template.code, period)
    const ended = await communesEndedWithin(tx, province, period.from, period.to)
    const own = reports.find(({ unit: of, origin }) => of === province && origin === 'entered') ?? null
    const closing = await closingOf(tx, province, template.code, period)
    const named = await namedGaps(tx, period, closing)
    return done({
      province: unit,
      template: { name: template.name, code: template.code },
      period,
      timing: (await periodTiming(tx, province, { template, period, level: 'commune' }, today)).timing,
      lines: sumLines(template, unit, sums, previous),
      expected: sums.communes.length,
      counted: sums.countedUnits.length,
      units: [
        ...sums.communes.map((commune) => standingOf(commune, reports)),
        ...ended.map((commune) => endedStanding(commune)),
      ],
      matrix: await matrixOf(tx, province, template.code, sums.communes, today),
      odd: await oddOf(tx, province, reports, sums.communes),
      districts: await districtsOf(tx, province, period, sums),
      ...{ own, closing, gaps: named.filter(({ unit: of }) => !sums.countedUnits.includes(of)) },
      amended: (await amendmentsCounted(tx, province, { template: template.code, period })).flatMap((one) => {
        const name = sums.communes.find((commune) => commune.unit === one.unit)?.name
        return name === undefined ? [] : [{ ...one, name }]
      }),
      mayBegin: mayEnter(ctx.actor, { province, unit: province }),
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

async function reportsOf(tx: Tx, province: UnitId, template: TemplateCode, period: Period): Promise<Report[]> {
  const rows = await tx
    .selectFrom('report')
    .select(reportColumns)
    .where('province_id', '=', province)
    .where('template_version', 'in', versionsOf(tx, template))
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .execute()
  return rows.map(readReport)
}

function sumLines(
  template: Template,
  unit: UnitVersion,
  sums: ProvinceSums,
  previous: ProvinceSums | null,
): ContentLine[] {
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
      countedFrom: null,
      previous: previous?.figures.get(key)?.value ?? null,
      isPublic: mayBePublic(line, unit),
    })
  })
}

async function matrixOf(
  tx: Tx,
  province: UnitId,
  template: TemplateCode,
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
    .where('template_version', 'in', versionsOf(tx, template))
    .where('regime', '=', 'quarter')
    .where('period_from', '>=', first.from)
    .execute()
  const byCell = new Map(rows.map((row) => [`${row.unit_id} ${row.period_to}`, row.status as ReportStatus]))
  // A unit is expected from the first day it was in force under this id, whatever it was called then.
  const units = communes.map((commune) => commune.unit)
  const began = new Map((await firstDays(tx, units)).map((row) => [row.unit_id, row.first]))
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

/** The first day on which each unit was in force, whatever it was called then; null where it always was. */
export async function firstDays(
  tx: Tx,
  units: readonly UnitId[],
): Promise<{ unit_id: string; first: string | null }[]> {
  return tx
    .selectFrom('unit_version')
    .select(['unit_id', sql<string | null>`nullif(min(coalesce(lower(valid), '-infinity')), '-infinity')`.as('first')])
    .where('unit_id', '=', sql<string>`any(${[...units]}::uuid[])`)
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
    const template = await templateOn(tx, currentTemplate, period.to)
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
      lines: sumLines(template, unit, sums, null),
      expected: communes.length,
      counted: sums.countedUnits.length,
    })
  })
}
