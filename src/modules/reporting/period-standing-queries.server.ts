import { sql } from 'kysely'
import { dayInVietnam, daysBetween, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import type { Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { communesInForce, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { ReportContent } from './content.ts'
import { namedGaps } from './closing-store.server.ts'
import { shortOf } from './completeness.ts'
import { handedInAt } from './handed-in.server.ts'
import { endedQuarters } from './obligation.ts'
import { keepObligations } from './obligation-arising.server.ts'
import { answeredObligations, closingOf, type AnsweredObligation } from './obligation-queries.server.ts'
import { periodTiming } from './period-timing.server.ts'
import { maySeeProvince } from './policy.ts'
import { stillMissing, type AskedFinding, type PeriodStanding, type UnitReport } from './period-standing.ts'
import { currentTemplate, type ReportId, type Template, type TemplateLine } from './report.ts'
import { templateOn, versionsOf } from './template-version-store.server.ts'

/** For the province's board readers all communes; for anybody else who has a unit, that unit. An administrator sees no reports. */
export async function periodStanding(ctx: Ctx, period: Period): Promise<Outcome<PeriodStanding>> {
  const { actor } = ctx
  if (actor.duty === 'administrator') return forbidden()
  await keepObligations(ctx.db, actor.province, ctx.now)
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const standing = await standingIn(tx, ctx, period)
    return standing ? done(standing) : notFound()
  })
}

/** The same within a command that has its transaction; null where the period has no template or the unit was not in force. */
export async function standingIn(tx: Tx, { actor, now }: Ctx, period: Period): Promise<PeriodStanding | null> {
  const today = dayInVietnam(now)
  const unit = await unitOn(tx, actor.unit, period.to)
  const template = await templateOn(tx, currentTemplate, period.to)
  if (!unit || !template) return null
  const expected = maySeeProvince(actor) ? await communesInForce(tx, actor.province, period.to) : [unit]
  const { timing } = await periodTiming(tx, actor.province, { template, period, level: expected[0]?.level }, today)
  const rows = await reportRows(tx, actor.province, template, period)
  const owed = await owedFor(tx, actor.province, template, period)
  const reports = expected.map((one) => {
    const row = rows.find(({ unit_id }) => unit_id === one.unit)
    return unitReport(one, { row, owed: owed.get(one.unit), due: timing.due }, today)
  })
  const asked = await askedIn(tx, actor.province, reports)
  const closing = await closingOf(tx, actor.province, template.code, period)
  const gaps = stillMissing(await namedGaps(tx, period, closing), reports)
  return { unit, template, period, timing, reports, asked, gaps }
}

/** The newest quarter whose reports are due: the one that a page about figures opens on. */
export async function newestDueQuarter(ctx: Ctx): Promise<Period | null> {
  const today = dayInVietnam(ctx.now)
  const quarters = endedQuarters(today, 2)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const template = await templateOn(tx, currentTemplate, today)
    if (!template) return quarters.at(-1) ?? null
    for (const period of quarters) {
      const { timing } = await periodTiming(tx, ctx.actor.province, { template, period, level: 'commune' }, today)
      if (timing.due <= today) return period
    }
    return quarters.at(-1) ?? null
  })
}

/** The lines of the template in use on a day: what a figure can be chosen from. */
export async function linesOn(tx: Tx, day: LocalDate): Promise<TemplateLine[]> {
  return (await templateOn(tx, currentTemplate, day))?.lines ?? []
}

type Row = { id: string; unit_id: string; status: string; handed_in: Date | null; questions: number }

/** What each unit owes for one period, by unit. */
async function owedFor(
  tx: Tx,
  province: UnitId,
  template: Template,
  period: Period,
): Promise<ReadonlyMap<UnitId, AnsweredObligation>> {
  const owed = await answeredObligations(tx, { province, template: template.code, from: period.to, to: period.to })
  return new Map(owed.filter((one) => one.period.from === period.from).map((one) => [one.unit, one]))
}

function unitReport(
  unit: UnitVersion,
  { row, owed, due: usualDue }: { row: Row | undefined; owed: AnsweredObligation | undefined; due: LocalDate },
  today: LocalDate,
): UnitReport {
  const status = (row?.status ?? 'not-begun') as UnitReport['status']
  const isIn = status === 'submitted' || status === 'accepted' || status === 'published'
  const handedInOn = row?.handed_in && isIn ? dayInVietnam(row.handed_in) : null
  const due = owed?.due ?? usualDue
  const late = isIn && !handedInOn ? 0 : daysBetween(due, handedInOn ?? today)
  const waivedFor = isIn ? null : (owed?.waivedFor ?? null)
  return {
    ...{ unit, status, handedInOn, due, waivedFor },
    report: (row?.id as ReportId | undefined) ?? null,
    daysLate: waivedFor === null ? Math.max(0, late) : 0,
    extendedUntil: owed?.extendedUntil ?? null,
    short: isIn ? shortOf(owed?.cells ?? null) : null,
    openQuestions: row?.questions ?? 0,
  }
}

function reportRows(tx: Tx, province: UnitId, template: Template, period: Period): Promise<Row[]> {
  return tx
    .selectFrom('report')
    .select([
      'report.id',
      'report.unit_id',
      'report.status',
      handedInAt('report').as('handed_in'),
      sql<number>`(
        select count(*) from report_question as question
        where question.province_id = report.province_id and question.report_id = report.id and question.status = 'open'
      )`.as('questions'),
    ])
    .where('report.province_id', '=', province)
    .where('report.template_version', 'in', versionsOf(tx, template.code))
    .where('report.period_from', '=', period.from)
    .where('report.period_to', '=', period.to)
    .where('report.origin', '=', 'entered')
    .execute()
}

type Findings = Pick<ReportContent['findings'][number], 'verdict' | 'text' | 'explanation'>[]

/** Read out of the newest copy of each report that was handed in: what its reviewer has before them. */
async function askedIn(tx: Tx, province: UnitId, reports: readonly UnitReport[]): Promise<AskedFinding[]> {
  const byReport = new Map(reports.flatMap((one) => (one.report && one.handedInOn ? [[one.report, one] as const] : [])))
  if (byReport.size === 0) return []
  const rows = await tx
    .selectFrom('report_copy')
    .distinctOn('report_id')
    .select([
      'report_id',
      sql<Findings>`jsonb_path_query_array(content, '$.findings[*] ? (@.verdict == "fails" || @.verdict == "asks")')`.as(
        'findings',
      ),
    ])
    .where('province_id', '=', province)
    .where('report_id', 'in', [...byReport.keys()])
    .orderBy('report_id')
    .orderBy('n', 'desc')
    .execute()
  const found = new Map(rows.map((row) => [row.report_id as ReportId, row.findings]))
  // In the order of the units' names, so that a page says the same thing twice in the same order.
  return [...byReport].flatMap(([report, { unit }]) =>
    (found.get(report) ?? []).map((finding) => ({
      ...{ report, unit: unit.unit, heading: finding.text.heading, sentence: finding.text.sentence },
      isExplained: finding.explanation !== null,
    })),
  )
}
