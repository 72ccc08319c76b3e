import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { provincesRead, scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import {
  changesFrom,
  historyOf,
  newestChanges,
  type FigureChange,
  type HistoryEnd,
} from '#modules/figures/queries.server.ts'
import { mayReadTargets } from '#modules/figures/target-policy.ts'
import { targetsOf } from '#modules/figures/target-queries.server.ts'
import type { Target } from '#modules/figures/target.ts'
import { unitWithin } from '#modules/territory/queries.server.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import type { ReportContent } from './content.ts'
import { recordsBehind, type RecordsBehind } from './counting-queries.server.ts'
import { obstaclesOf, type EntryStep } from './entry-step.ts'
import { stepsOf } from './entry-store.server.ts'
import type { StepObstacle } from './labels.ts'
import { historyReach, mayEnterNow, mayRead } from './policy.ts'
import type { Report, ReportId, TemplateLine } from './report.ts'
import { newestCopy } from './copy-store.server.ts'
import { figureSetOf, findReportIn } from './store.server.ts'
import { linesByCell, readTemplate } from './template-version-store.server.ts'
import { targetPeriods } from './target-beside.ts'
import { namedObstacles } from './undo-commands.server.ts'

/** A step that a button offers: which cells it would put back, and whose writing stands in its way. */
export type StepOffer = { step: number; cells: string[]; obstacles: StepObstacle[] }

/** Who wrote a cell last, and when. */
export type LastWriter = { by: string; at: Date; isOwn: boolean }

/** What the page of entry needs beside the figures: who wrote which cell, and what may be undone and redone. */
export type EntryState = {
  writers: Record<string, LastWriter>
  /** The newest own step; when a colleague stands in its way, also the newest one that is free. */
  undo: StepOffer | null
  undoBefore: StepOffer | null
  redo: StepOffer | null
}

export async function entryState(ctx: Ctx, report: Report): Promise<EntryState> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const toUndo = await offersOf(tx, ctx, report, await stepsOf(tx, report, ctx.actor.account, 'done'))
    const toRedo = await offersOf(tx, ctx, report, (await stepsOf(tx, report, ctx.actor.account, 'undone')).slice(0, 1))
    const [undo = null] = toUndo
    const isBlocked = undo !== null && undo.obstacles.length > 0
    return {
      writers: await writersOf(tx, ctx, report),
      undo,
      undoBefore: isBlocked ? (toUndo.find((offer) => offer.obstacles.length === 0) ?? null) : null,
      redo: toRedo[0] ?? null,
    }
  })
}

/** The targets of every cell of a report in one question: the unit's own and its superior's. */
export async function targetsBeside(
  ctx: Ctx,
  { report, content }: { report: Report; content: ReportContent | null },
): Promise<Target[]> {
  if (!content || report.origin !== 'entered' || !mayReadTargets(ctx.actor, report)) return []
  const cells = content.lines.map((line) => line.cell)
  return inScope(ctx.db, scopeOf(ctx.actor), (tx) => targetsOf(tx, [report.unit], cells, targetPeriods(report.period)))
}

async function offersOf(tx: Tx, ctx: Ctx, report: Report, steps: EntryStep[]): Promise<StepOffer[]> {
  if (steps.length === 0) return []
  const changes = await changesFrom(tx, figureSetOf(report), Math.min(...steps.map((step) => step.firstChange)))
  const offers: StepOffer[] = []
  for (const step of steps) {
    const later = changes.filter((change) => change.n >= step.firstChange)
    const obstacles = await namedObstacles(tx, ctx, report, obstaclesOf(step, ctx.actor.account, later))
    const cells = later.filter((change) => change.n <= step.lastChange).map((change) => cellKey(change.cell))
    offers.push({ step: step.n, cells, obstacles })
    // Behind the first step that is free nothing needs to be offered.
    if (obstacles.length === 0) break
  }
  return offers
}

async function writersOf(tx: Tx, ctx: Ctx, report: Report): Promise<Record<string, LastWriter>> {
  const newest = await newestChanges(tx, figureSetOf(report))
  const people = await displayNames(
    tx,
    report.province,
    [...newest.values()].map((change) => change.account),
  )
  return Object.fromEntries(
    [...newest].map(([key, change]) => [
      key,
      { by: people.get(change.account ?? '') ?? '', at: change.at, isOwn: change.account === ctx.actor.account },
    ]),
  )
}

/** One value a cell had, with who gave it and what stood there before. */
export type CellChange = {
  n: number
  at: Date
  by: string
  raw: string
  note: string
  basis: FigureChange['basis']
  before: { raw: string; note: string } | null
}

/** What a cell has been, newest first, as far as this reader may follow it. */
export async function cellChanges(tx: Tx, ctx: Ctx, report: Report, line: TemplateLine): Promise<CellChange[]> {
  const reach = historyReach(ctx.actor, report)
  const end = reach === 'all' ? null : await endOfCopy(tx, report)
  if (end === 'no-copy') return []
  const cell = { indicator: line.indicator.id, dimension: line.dimension }
  const changes = await historyOf(tx, figureSetOf(report), cell, end)
  const people = await displayNames(
    tx,
    report.province,
    changes.map((change) => change.account),
  )
  return changes.map((change, index) => {
    const before = changes[index + 1]
    return {
      n: change.n,
      at: change.at,
      by: people.get(change.account ?? '') ?? '',
      raw: change.raw,
      note: change.note,
      basis: change.basis,
      before: before ? { raw: before.raw, note: before.note } : null,
    }
  })
}

async function endOfCopy(tx: Tx, report: Report): Promise<HistoryEnd | 'no-copy'> {
  const copy = await newestCopy(tx, report)
  if (!copy) return 'no-copy'
  return copy.figuresThrough === null ? { at: copy.at } : { n: copy.figuresThrough }
}

/** The page of one cell's history. */
export type CellHistory = {
  report: Report
  unit: UnitVersion
  line: TemplateLine
  /** Null when the cell was typed or summed. */
  records: RecordsBehind | null
  /** Whether another number may be typed over the count now. */
  mayCorrect: boolean
  changes: CellChange[]
  /** True when the reader follows the history to the submitted copy only. */
  isCut: boolean
  page: number
  pages: number
  total: number
}

const changesOnAPage = 30

export async function cellHistory(
  ctx: Ctx,
  id: ReportId,
  cell: CellRef,
  wantedPage: number,
): Promise<Outcome<CellHistory>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const report = await findReportIn(tx, provincesRead(ctx.actor), id)
    if (!report) return notFound()
    if (!mayRead(ctx.actor, report)) return forbidden()
    const isCut = historyReach(ctx.actor, report) === 'to-the-copy'
    // Before a first submission there is nothing for a reviewer, not even which cells exist.
    if (isCut && !(await newestCopy(tx, report))) return forbidden()
    const template = await readTemplate(tx, report.template)
    const unit = await unitWithin(tx, report.unit, report.period)
    if (!template || !unit) throw new Error(`Report ${report.id} has lost its unit or template`)
    const line = linesByCell(template).get(cellKey(cell))
    if (!line) return notFound()
    const changes = await cellChanges(tx, ctx, report, line)
    const pages = Math.max(1, Math.ceil(changes.length / changesOnAPage))
    const page = Math.min(Math.max(1, wantedPage), pages)
    const shown = changes.slice((page - 1) * changesOnAPage, page * changesOnAPage)
    const records = await recordsBehind(tx, ctx, report, cell)
    const mayCorrect = records !== null && report.origin === 'entered' && mayEnterNow(ctx.actor, report, report.status)
    return done({ report, unit, line, records, mayCorrect, changes: shown, isCut, page, pages, total: changes.length })
  })
}
