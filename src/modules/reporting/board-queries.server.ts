import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import type { RuledRegime } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import {
  boardCounts,
  inBoardOrder,
  isShown,
  named,
  type BoardAsked,
  type BoardFilter,
  type BoardOrder,
  type BoardRow,
} from './board.ts'
import { pastOf, type BoardPasts } from './board-past.server.ts'
import { boardRows } from './board-store.server.ts'
import type { Timing } from './obligation.ts'
import { keepObligations } from './obligation-arising.server.ts'
import { rulesOf } from './obligation-store.server.ts'
import { mayReview, maySeeProvince } from './policy.ts'
import type { Template } from './report.ts'
import { templateOn } from './template-version-store.server.ts'
import { choicesOf, templatesOf, type TemplateChoice } from './template-queries.server.ts'

/** What the board is narrowed to. */
export type BoardView = { filter: BoardFilter; words: string; order: BoardOrder }

/** The board of one period: who stands where, a page of it with what each unit did in the periods before (bảng tiến độ). */
export type BoardPage = {
  template: { name: string }
  /** The forms of communes for this period, to choose another; and the kinds of period that this one is owed for. */
  templates: TemplateChoice[]
  regimes: RuledRegime[]
  timing: Timing
  counts: Record<BoardFilter, number>
  /** Whether a report waits that could be accepted, complete or not. */
  mayAccept: boolean
  /** How many rows the view has, over all pages. */
  total: number
  page: number
  pages: number
  rows: BoardRow[]
  past: BoardPasts
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
    const templates = await templatesOf(tx, ctx.actor.province, asked.period.to)
    const rules = await rulesOf(tx, ctx.actor.province)
    return {
      template: { name: template.name },
      templates: choicesOf(templates.filter(({ carriedBy }) => carriedBy.includes('commune'))),
      regimes: [...new Set(rules.flatMap((rule) => (rule.template === template.code ? [rule.regime] : [])))],
      counts: boardCounts(rows),
      mayAccept: mayReview(ctx.actor) && rows.some(({ state }) => state === 'submitted'),
      ...{ timing, total: shown.length, page, pages, rows: onPage },
      past: await pastOf(tx, {
        ...{ province: ctx.actor.province, template, period: asked.period, today },
        units: onPage.map(({ unit }) => unit),
      }),
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
  await keepObligations(ctx.db, ctx.actor.province, ctx.now)
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
