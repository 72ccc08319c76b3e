import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { endedPeriods, ruledRegimes, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import {
  boardCounts,
  daysLateOf,
  inBoardOrder,
  isShown,
  named,
  type BoardAsked,
  type BoardFilter,
  type BoardOrder,
  type BoardRow,
} from './board.ts'
import { boardRows } from './board-store.server.ts'
import { dueCalendar } from './due-calendar.server.ts'
import type { ReportStatus } from './lifecycle.ts'
import { timingOf, type Timing } from './obligation.ts'
import { mayReview, maySeeProvince } from './policy.ts'
import { firstDays } from './province-queries.server.ts'
import type { Template } from './report.ts'
import { templateOn, versionsOf } from './store.server.ts'

/** What the board is narrowed to. */
export type BoardView = { filter: BoardFilter; words: string; order: BoardOrder }

/** One earlier period of a unit: its report's status, and whether it came late. */
export type BoardPast = { status: ReportStatus | 'not-begun' | 'not-in-force'; late: boolean }

/** The board of one period: who stands where, a page of it with what each unit did in the periods before (bảng tiến độ). */
export type BoardPage = {
  template: { name: string }
  timing: Timing
  counts: Record<BoardFilter, number>
  /** How many rows the view has, over all pages. */
  total: number
  page: number
  pages: number
  rows: BoardRow[]
  past: { periods: Period[]; cells: Map<UnitId, BoardPast[]> }
  mayReview: boolean
}

export const rowsOnBoard = 50

export async function boardPage(
  ctx: Ctx,
  asked: BoardAsked,
  view: BoardView,
  wanted: number,
): Promise<Outcome<BoardPage>> {
  return onBoard(ctx, asked, async (tx, template, today) => {
    const { rows, timing } = await boardRows(tx, ctx.actor.province, template, asked.period, today)
    const shown = viewed(rows, view)
    const pages = Math.max(1, Math.ceil(shown.length / rowsOnBoard))
    const page = Math.min(Math.max(1, wanted), pages)
    const onPage = shown.slice((page - 1) * rowsOnBoard, page * rowsOnBoard)
    return {
      template: { name: template.name },
      counts: boardCounts(rows),
      ...{ timing, total: shown.length, page, pages, rows: onPage },
      past: await pastOf(tx, ctx.actor.province, template, onPage, asked.period, today),
      mayReview: mayReview(ctx.actor),
    }
  })
}

/** Every row of a view, for a file and for choosing all of it. */
export async function boardList(
  ctx: Ctx,
  asked: BoardAsked,
  view: BoardView,
): Promise<Outcome<{ template: { name: string }; timing: Timing; rows: BoardRow[] }>> {
  return onBoard(ctx, asked, async (tx, template, today) => {
    const { rows, timing } = await boardRows(tx, ctx.actor.province, template, asked.period, today)
    return { template: { name: template.name }, timing, rows: viewed(rows, view) }
  })
}

/** Ask: the start of everything that is read off the board. */
export async function onBoard<Value>(
  ctx: Ctx,
  asked: BoardAsked,
  work: (tx: Tx, template: Template, today: LocalDate) => Promise<Value>,
): Promise<Outcome<Value>> {
  if (!maySeeProvince(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const template = await templateOn(tx, asked.template, asked.period.to)
    return template ? done(await work(tx, template, dayInVietnam(ctx.now))) : notFound()
  })
}

function viewed(rows: readonly BoardRow[], { filter, words, order }: BoardView): BoardRow[] {
  return inBoardOrder(
    named(rows, words).filter((row) => isShown(filter, row)),
    order,
  )
}

const pastShown = 8

async function pastOf(
  tx: Tx,
  province: UnitId,
  template: Template,
  rows: readonly BoardRow[],
  { regime }: Period,
  today: LocalDate,
): Promise<BoardPage['past']> {
  const ruled = ruledRegimes.find((one) => one === regime)
  const periods = ruled ? endedPeriods(ruled, today, pastShown).reverse() : []
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last || rows.length === 0) return { periods: [], cells: new Map() }
  const units = rows.map(({ unit }) => unit)
  const reports = await tx
    .selectFrom('report')
    .select((eb) => [
      ...(['unit_id', 'period_from', 'period_to', 'status'] as const),
      eb
        .selectFrom('report_event as event')
        .select(({ fn }) => fn.max('event.at').as('at'))
        .whereRef('event.province_id', '=', 'report.province_id')
        .whereRef('event.report_id', '=', 'report.id')
        .where('event.move', '=', 'submit')
        .as('handed_in'),
    ])
    .where('province_id', '=', province)
    .where('unit_id', 'in', units)
    .where('template_version', 'in', versionsOf(tx, template.code))
    .where('origin', '=', 'entered')
    .where('period_from', '>=', first.from)
    .where('period_to', '<=', last.to)
    .execute()
  const calendar = await dueCalendar(tx, province, periods, today)
  const due = new Map(periods.map((one) => [one.to, timingOf(one, template.daysToSubmit, today, calendar).due]))
  const began = new Map((await firstDays(tx, units)).map((row) => [row.unit_id, row.first]))
  const found = new Map(reports.map((row) => [`${row.unit_id} ${row.period_from} ${row.period_to}`, row]))
  const cell = (unit: UnitId, period: Period): BoardPast => {
    const row = found.get(`${unit} ${period.from} ${period.to}`)
    const since = began.get(unit)
    if (!row) return { status: since && since > period.to ? 'not-in-force' : 'not-begun', late: false }
    const status = row.status as ReportStatus
    const on = row.handed_in ? dayInVietnam(row.handed_in) : null
    return { status, late: on !== null && daysLateOf(status, due.get(period.to) ?? today, on, today) > 0 }
  }
  return { periods, cells: new Map(units.map((unit) => [unit, periods.map((period) => cell(unit, period))])) }
}
