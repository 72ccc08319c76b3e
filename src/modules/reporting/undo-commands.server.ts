import { done, forbidden, refused } from '#kernel/outcome.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { writeFigures, type FigureWrite } from '#modules/figures/commands.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { changesFrom, newestChanges } from '#modules/figures/queries.server.ts'
import { onReport, recordMove, type Done } from './on-report.server.ts'
import { cellsOfStep, obstaclesOf, type EntryStep, type Obstacle } from './entry-step.ts'
import { stepsOf, turnStep } from './entry-store.server.ts'
import { heldElsewhere, lockCells } from './held-cells.server.ts'
import { heldRefusal } from './held-cells.ts'
import type { StepObstacle } from './labels.ts'
import { isOpenForEntry } from './lifecycle.ts'
import { mayEnter } from './policy.ts'
import type { Report, ReportId } from './report.ts'
import { figureSetOf, touch } from './store.server.ts'

/** The cells that a step put back, as their keys. */
export type Turned = { cells: string[] }

/**
 * Takes back what the officer saved last in this report, or the step that their page named. The figures of before are written
 * anew: history only grows. A cell that a colleague wrote since stays theirs, and the whole step is refused by name.
 */
export async function undoEntry(ctx: Ctx, id: ReportId, step: number | null): Done<Turned> {
  return turn(ctx, id, step, 'undone')
}

/** Does again what was undone last, or the step that the page named. */
export async function redoEntry(ctx: Ctx, id: ReportId, step: number | null): Done<Turned> {
  return turn(ctx, id, step, 'done')
}

async function turn(ctx: Ctx, id: ReportId, wanted: number | null, to: 'undone' | 'done'): Done<Turned> {
  const { account } = ctx.actor
  return onReport(ctx, id, mayEnter, async (tx, report) => {
    if (report.origin !== 'entered') return forbidden()
    if (!isOpenForEntry(report.status)) return refused({ code: 'not-open-for-entry', status: report.status })
    const steps = await stepsOf(tx, report, account, to === 'undone' ? 'done' : 'undone')
    const step = wanted === null ? steps[0] : steps.find((one) => one.n === wanted)
    if (!step) return refused({ code: to === 'undone' ? 'nothing-to-undo' : 'nothing-to-redo' })
    const set = figureSetOf(report)
    const changes = await changesFrom(tx, set, step.firstChange)
    const obstacles = obstaclesOf(step, account, changes)
    if (obstacles.length > 0)
      return refused({ code: 'step-overwritten', cells: await namedObstacles(tx, ctx, report, obstacles) })
    const cells = cellsOfStep(step, changes, await newestChanges(tx, set, step.firstChange))
    await lockCells(tx, report)
    const keys = cells.map((one) => cellKey(one.cell))
    const elsewhere = heldRefusal(keys, await heldElsewhere(tx, report))
    if (elsewhere) return refused(elsewhere)
    const writes = cells.map((one): FigureWrite => ({
      indicator: one.indicator,
      dimension: one.cell.dimension,
      figure: to === 'undone' ? one.before : one.after,
    }))
    const written = await writeFigures(tx, set, writes, { account, at: ctx.now })
    if (!written) throw new Error(`Step ${step.n} of report ${report.id} has no cells`)
    await turnStep(tx, report, step, { standing: to, through: written.last })
    await touch(tx, report, ctx.now)
    return record(tx, ctx, report, { step, to, cells: cells.map((one) => cellKey(one.cell)) })
  })
}

async function record(
  tx: Tx,
  ctx: Ctx,
  report: Report,
  turned: { step: EntryStep; to: 'undone' | 'done'; cells: string[] },
) {
  const kind = turned.to === 'undone' ? 'entry-undone' : 'entry-redone'
  await recordMove(tx, ctx, report, kind, { step: turned.step.n, cells: turned.cells })
  return done({ cells: turned.cells })
}

/** Obstacles with the names of those who wrote, as a refusal says them. */
export async function namedObstacles(tx: Tx, ctx: Ctx, report: Report, obstacles: Obstacle[]): Promise<StepObstacle[]> {
  const people = await displayNames(
    tx,
    report.province,
    obstacles.map((one) => one.account),
  )
  return obstacles.map((one) => ({
    key: cellKey(one.cell),
    by: people.get(one.account ?? '') ?? '',
    at: one.at,
    isOwn: one.account === ctx.actor.account,
  }))
}
