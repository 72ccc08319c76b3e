import { newId } from '#kernel/ids.ts'
import { done, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { onOpenReport, recordMove } from './on-report.server.ts'
import type { Report, ReportId, Template } from './report.ts'
import { touch } from './store.server.ts'
import { linesByCell } from './template-version-store.server.ts'
import type { TaskRefusal } from './task-labels.ts'
import { earlierTasks } from './task-queries.server.ts'
import { insertTask, saveOutcome, tasksOf, updateTask } from './task-store.server.ts'
import {
  longestTask,
  mostTasks,
  readsAsAName,
  shortestTask,
  shortestWhy,
  type PlanTaskEntry,
  type PlanTaskId,
  type TaskOutcomeKind,
} from './task.ts'

type Answer = Promise<Outcome<undefined, TaskRefusal>>

/** Writes a task into the plan for the next period. */
export async function addPlanTask(ctx: Ctx, report: ReportId, id: PlanTaskId, entry: PlanTaskEntry): Answer {
  return onOpenReport(ctx, report, async (tx, report, template) => {
    const written = tidied(entry)
    const refusal = refusalOf(written, template)
    if (refusal) return refused(refusal)
    const tasks = await tasksOf(tx, report)
    // Pressed twice, a form writes one task.
    if (tasks.some((task) => task.id === id)) return done()
    if (tasks.length >= mostTasks) return refused({ code: 'too-many-tasks', most: mostTasks })
    const isNew = await insertTask(tx, report, id, { ...written, carriedFrom: null }, { actor: ctx.actor, at: ctx.now })
    if (!isNew) return done()
    return recorded(tx, ctx, report, 'task-written', id)
  })
}

/** Writes a task anew. `version` is the one that the form was made from. */
export async function changePlanTask(
  ctx: Ctx,
  report: ReportId,
  id: PlanTaskId,
  version: number,
  entry: PlanTaskEntry,
): Answer {
  return onOpenReport(ctx, report, async (tx, report, template) => {
    const task = (await tasksOf(tx, report)).find((one) => one.id === id)
    if (!task) return notFound()
    if (task.version !== version) return refused({ code: 'task-changed-meanwhile' })
    const written = tidied(entry)
    const refusal = refusalOf(written, template)
    if (refusal) return refused(refusal)
    await updateTask(tx, report, task, written, { actor: ctx.actor, at: ctx.now })
    return recorded(tx, ctx, report, 'task-written', id)
  })
}

/** Takes a task out of the plan, with the reason; the row stays. */
export async function dropPlanTask(ctx: Ctx, report: ReportId, id: PlanTaskId, version: number, why: string): Answer {
  return onOpenReport(ctx, report, async (tx, report) => {
    const task = (await tasksOf(tx, report)).find((one) => one.id === id)
    if (!task) return notFound()
    if (task.version !== version) return refused({ code: 'task-changed-meanwhile' })
    const reason = tidy(why)
    if (lengthOf(reason) < shortestWhy) return refused({ code: 'why-needed', least: shortestWhy })
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    const voidReason = reason.slice(0, longestTask.why)
    await updateTask(tx, report, task, { voidReason }, { actor: ctx.actor, at: ctx.now })
    return recorded(tx, ctx, report, 'task-dropped', id)
  })
}

/** Says what became of a task of the plan before; what goes on is carried into the plan for the next period. */
export async function sayOutcome(
  ctx: Ctx,
  report: ReportId,
  task: PlanTaskId,
  said: { outcome: TaskOutcomeKind; why: string; seen: number },
): Answer {
  return onOpenReport(ctx, report, async (tx, report, template) => {
    const earlier = (await earlierTasks(tx, report, template)).find((one) => one.task.id === task)
    if (!earlier) return notFound()
    if ((earlier.outcome?.version ?? 0) !== said.seen) return refused({ code: 'task-changed-meanwhile' })
    const why = tidy(said.why).slice(0, longestTask.why)
    if (said.outcome === 'dropped' && lengthOf(why) < shortestWhy)
      return refused({ code: 'why-needed', least: shortestWhy })
    if (holdsPersonalNumber(why)) return refused({ code: 'personal-number' })
    const by = { actor: ctx.actor, at: ctx.now }
    await saveOutcome(tx, report, task, { outcome: said.outcome, why, version: said.seen + 1 }, by)
    const isCarried = (await tasksOf(tx, report)).some((one) => one.carriedFrom === task)
    if (said.outcome === 'going-on' && !isCarried) {
      const { text, owner, cell } = earlier.task
      // Its day was of the period before: the officer sets a new one.
      await insertTask(tx, report, newId(ctx.now), { text, owner, cell, due: null, carriedFrom: task }, by)
    }
    return recorded(tx, ctx, report, 'task-outcome-said', task, { outcome: said.outcome })
  })
}

function tidied(entry: PlanTaskEntry): PlanTaskEntry {
  return {
    ...entry,
    text: tidy(entry.text).slice(0, longestTask.text),
    owner: tidy(entry.owner).slice(0, longestTask.owner),
  }
}

function refusalOf({ text, owner, cell }: PlanTaskEntry, template: Template): TaskRefusal | null {
  if (lengthOf(text) < shortestTask) return { code: 'task-too-short', least: shortestTask }
  if (owner === '') return { code: 'task-without-owner' }
  if (readsAsAName(owner)) return { code: 'task-names-a-person' }
  if (holdsPersonalNumber(text) || holdsPersonalNumber(owner)) return { code: 'personal-number' }
  return cell && !linesByCell(template).has(cellKey(cell)) ? { code: 'task-cell-unknown' } : null
}

async function recorded(
  tx: Tx,
  ctx: Ctx,
  report: Report,
  kind: 'task-written' | 'task-dropped' | 'task-outcome-said',
  task: PlanTaskId,
  more: Record<string, string> = {},
): Answer {
  await touch(tx, report, ctx.now)
  await recordMove(tx, ctx, report, kind, { task, ...more })
  return done()
}
