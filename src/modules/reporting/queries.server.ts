import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { provincesRead, scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { unitWithin } from '#modules/territory/queries.server.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import { assembleToType } from './assemble.server.ts'
import { besideCell, type BesideCell } from './beside-queries.server.ts'
import { completenessOf, type Completeness } from './completeness.ts'
import { progressOf, type ContentLine, type Progress, type ReportContent } from './content.ts'
import { recordsBehind, type RecordsBehind } from './counting-queries.server.ts'
import { cellChanges, type CellChange } from './entry-queries.server.ts'
import { heldElsewhere } from './held-cells.server.ts'
import type { HeldBy } from './held-cells.ts'
import { allowedMoves, isOpenForEntry, type Move, type ReportStatus } from './lifecycle.ts'
import type { LiveGround } from './live-checks.ts'
import { punctuality, type Timing } from './obligation.ts'
import { reportAsked } from './period-timing.server.ts'
import { mayEnterNow, mayRead, mayReadDraft, standingsOf } from './policy.ts'
import { publicPath } from './public-path.ts'
import { questionsOf } from './question-store.server.ts'
import type { Question, Report, ReportId } from './report.ts'
import { newestCopy } from './copy-store.server.ts'
import { findReportIn } from './store.server.ts'
import { linesByCell, readTemplate } from './template-version-store.server.ts'

export type ReportEvent = { move: string; at: Date; by: string; to: ReportStatus; note: string }

/** One report as its reader may see it: live while its own unit types, else the copy that no longer moves. */
export type ReportPage = {
  report: Report
  unit: UnitVersion
  content: ReportContent | null
  isLive: boolean
  mayEnter: boolean
  /** Only where it may be typed in: what its page works sums out again with. */
  ground: LiveGround | null
  moves: Move[]
  questions: Question[]
  /** By cell, the other report of the unit and period that has its number; empty once this report was handed in. */
  held: Record<string, HeldBy>
  events: ReportEvent[]
  timing: Timing
  progress: Progress
  /** How much of the content is answered; null for the sum of a province. */
  cells: Completeness | null
  /** The address of its public page, once published. */
  publicPath: string | null
  isReviewer: boolean
  /** `nộp đúng hạn`, `nộp muộn 3 ngày`; null before it was submitted. */
  handedIn: string | null
}

export async function reportPage(ctx: Ctx, id: ReportId): Promise<Outcome<ReportPage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const report = await findReportIn(tx, provincesRead(ctx.actor), id)
    if (!report) return notFound()
    if (!mayRead(ctx.actor, report)) return forbidden()
    const standings = standingsOf(ctx.actor, report)
    const isLive = mayReadDraft(ctx.actor, report) && isOpenForEntry(report.status)
    const unit = await unitWithin(tx, report.unit, report.period)
    const template = await readTemplate(tx, report.template)
    if (!unit || !template) throw new Error(`Report ${report.id} has lost its unit or template`)
    const live = isLive ? await assembleToType(tx, report) : null
    const content = live ? live.content : ((await newestCopy(tx, report))?.content ?? null)
    const mayEnter = mayEnterNow(ctx.actor, report, report.status) && report.origin === 'entered'
    const events = await eventsOf(tx, report)
    const today = dayInVietnam(ctx.now)
    const { timing, least } = await reportAsked(tx, { report, template, level: unit.level }, today)
    return done({
      report,
      unit,
      content,
      isLive,
      mayEnter,
      ground: mayEnter && live ? live.ground : null,
      moves: report.origin === 'entered' ? allowedMoves(report.status, standings) : [],
      questions: await questionsOf(tx, report),
      held: isLive ? Object.fromEntries(await heldElsewhere(tx, report)) : {},
      events,
      handedIn: handedIn(events, timing),
      timing,
      progress: progressOf(content?.lines ?? []),
      cells: content && completenessOf(content, least),
      publicPath: report.status === 'published' ? publicPath(unit.code, report.id) : null,
      isReviewer: standings.includes('reviewer') || standings.includes('auditor'),
    })
  })
}

function handedIn(events: ReportEvent[], timing: Timing): string | null {
  const submitted = events.find((event) => event.move === 'submit')
  return submitted ? punctuality(dayInVietnam(submitted.at), timing.due) : null
}

async function eventsOf(tx: Tx, report: Report): Promise<ReportEvent[]> {
  const rows = await tx
    .selectFrom('report_event')
    .select(['move', 'at', 'person_name as by', 'to_status as to', 'note'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .orderBy('n', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, to: row.to as ReportStatus }))
}

/** One cell opened: what it counts, the records behind it, every value it had, and the questions asked about it. */
export type CellPanel = {
  line: ContentLine
  records: RecordsBehind | null
  history: CellChange[]
  questions: Question[]
  /** Only where the cell is being typed. */
  beside: BesideCell | null
}

export async function cellPanel(ctx: Ctx, page: ReportPage, cell: CellRef): Promise<CellPanel | null> {
  const line = page.content?.lines.find((one) => cellKey(one.cell) === cellKey(cell))
  if (!line) return null
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const template = await readTemplate(tx, page.report.template)
    const templateLine = template ? linesByCell(template).get(cellKey(cell)) : undefined
    if (!templateLine) return null
    return {
      line,
      beside:
        page.mayEnter && template && !page.held[cellKey(cell)]
          ? await besideCell(tx, { ...page, template: template.code }, line, templateLine)
          : null,
      records: await recordsBehind(tx, ctx, page.report, cell),
      history: await cellChanges(tx, ctx, page.report, templateLine),
      questions: page.questions.filter((question) => cellKey(question.cell) === cellKey(cell)),
    }
  })
}
