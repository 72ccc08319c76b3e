import { done, notFound, type Outcome } from '#kernel/outcome.ts'
import { previousPeriod, successorOf, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { targetsOf } from '#modules/figures/target-queries.server.ts'
import type { Target } from '#modules/figures/target.ts'
import { isOpenForEntry } from './lifecycle.ts'
import { mayReadDraft } from './policy.ts'
import { reportPage, type ReportPage } from './queries.server.ts'
import { cellOf, type Report, type ReportId, type Template, type TemplateLine } from './report.ts'
import { reportFor } from './store.server.ts'
import { readTemplate } from './template-version-store.server.ts'
import { outcomesOf, tasksOf } from './task-store.server.ts'
import type { EarlierTask, PlanTask } from './task.ts'

/** The plan that a report carries: its tasks, the targets set for the next period, and what became of the plan before. */
export type PlanPage = {
  page: ReportPage
  /** The period that the plan is for; null after a free range. */
  next: Period | null
  tasks: PlanTask[]
  earlier: EarlierTask[]
  targets: Target[]
  lines: TemplateLine[]
}

export async function planPage(ctx: Ctx, id: ReportId): Promise<Outcome<PlanPage>> {
  const found = await reportPage(ctx, id)
  if (!found.ok) return found
  const { report, isLive } = found.value
  if (report.origin !== 'entered') return notFound()
  // While a report is open its plan is its own unit's; handed in, nobody changes it any more.
  if (!isLive && isOpenForEntry(report.status)) return notFound()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const template = await readTemplate(tx, report.template)
    if (!template) throw new Error(`Report ${report.id} has lost its template`)
    const next = successorOf(report.period)
    const cells = template.lines.map(cellOf)
    return done({
      ...{ page: found.value, next, tasks: await tasksOf(tx, report), lines: template.lines },
      earlier: await earlierRead(tx, ctx, report, template),
      targets: next ? await targetsOf(tx, [report.unit], cells, [next]) : [],
    })
  })
}

/** While the report before is typed again, whoever reviews this one reads of its plan what this one speaks of, and no more. */
async function earlierRead(tx: Tx, ctx: Ctx, report: Report, template: Template): Promise<EarlierTask[]> {
  const before = await reportBefore(tx, report, template)
  const tasks = await earlierTasks(tx, report, template)
  const isRead = !before || !isOpenForEntry(before.status) || mayReadDraft(ctx.actor, before)
  return isRead ? tasks : tasks.filter(({ outcome }) => outcome !== null)
}

async function reportBefore(tx: Tx, report: Report, template: Template): Promise<Report | null> {
  const period = previousPeriod(report.period)
  return period && reportFor(tx, report.province, { unit: report.unit, template: template.code, period })
}

/** The tasks of the plan that the report of the period before carries, with what this report says of each. */
export async function earlierTasks(tx: Tx, report: Report, template: Template): Promise<EarlierTask[]> {
  const before = await reportBefore(tx, report, template)
  if (!before) return []
  const said = await outcomesOf(tx, report)
  return (await tasksOf(tx, before)).map((task) => ({ task, outcome: said.get(task.id) ?? null }))
}
