import { error, fail, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { formatDay } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { dimensionName } from '#modules/figures/labels.ts'
import { handLabel, targetWords } from '#modules/figures/target-labels.ts'
import { textOf } from '#modules/reporting/forms.ts'
import type { ReportId, TemplateLine } from '#modules/reporting/report.ts'
import { addPlanTask, changePlanTask, dropPlanTask, sayOutcome } from '#modules/reporting/task-commands.server.ts'
import { dayNotRead, readTask, typedTask, type TypedTask } from '#modules/reporting/task-forms.ts'
import { taskFieldOf, taskRefusalText, type TaskRefusal } from '#modules/reporting/task-labels.ts'
import { planPage } from '#modules/reporting/task-queries.server.ts'
import { longestTask, taskOutcomes, type PlanTask, type PlanTaskId } from '#modules/reporting/task.ts'
import { contextOf, idOf } from '../../../context.ts'
import { whenSaid } from '../../../when.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await planPage(contextOf(locals), idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { page, next, tasks, earlier, targets, lines } = outcome.value
  const named = new Map(lines.map((line) => [keyOf(line), nameOf(line)]))
  const shown = (task: PlanTask) => ({
    ...{ id: task.id, text: task.text, owner: task.owner, version: task.version, by: task.by, when: whenSaid(task.at) },
    ...{ due: task.due ? formatDay(task.due) : '', cell: task.cell ? cellKey(task.cell) : '' },
    cellName: task.cell ? (named.get(cellKey(task.cell)) ?? cellKey(task.cell)) : '',
    targets: targets.filter(({ cell }) => task.cell && cellKey(cell) === cellKey(task.cell)).map(targetSaid(lines)),
    isCarried: task.carriedFrom !== null,
  })
  return {
    address: `/desk/bao-cao/${page.report.id}`,
    unitName: page.unit.name,
    status: page.report.status,
    periodName: periodName(page.report.period),
    nextName: next ? periodName(next) : null,
    mayEnter: page.mayEnter,
    tasks: tasks.map(shown),
    earlier: earlier.map(({ task, outcome }) => ({
      ...shown(task),
      outcome: outcome && { ...outcome, when: whenSaid(outcome.at) },
    })),
    targets: targets.map((target) => ({
      id: target.id,
      name: named.get(cellKey(target.cell)) ?? cellKey(target.cell),
      said: targetSaid(lines)(target),
    })),
    choices: lines.map((line) => ({ key: keyOf(line), name: `${keyOf(line)} – ${nameOf(line)}` })),
    edited: url.searchParams.get('sua'),
    newId: newId(),
    saved: url.searchParams.get('da'),
  }
}

function targetSaid(lines: readonly TemplateLine[]) {
  const indicators = new Map(lines.map(({ indicator }) => [indicator.code, indicator]))
  return (target: Parameters<typeof targetWords>[0] & { cell: { code: string }; setBy: keyof typeof handLabel }) => {
    const indicator = indicators.get(target.cell.code)
    return indicator ? `${handLabel[target.setBy]}: ${targetWords(target, indicator)}` : ''
  }
}

function keyOf({ indicator, dimension }: TemplateLine): string {
  return cellKey({ code: indicator.code, dimension })
}

function nameOf({ indicator, dimension }: TemplateLine): string {
  return dimension ? `${indicator.name}, ${dimensionName(dimension)}` : indicator.name
}

export const actions: Actions = {
  them: (event) => write(event, 'them', (ctx, report, id, _, entry) => addPlanTask(ctx, report, id, entry)),
  sua: (event) => write(event, 'sua', changePlanTask),
  bo: async (event) => {
    const form = await event.request.formData()
    const [id, why] = [taskOf(form), textOf(form, 'vi-sao', longestTask.why)]
    const outcome = await dropPlanTask(contextOf(event.locals), idOf(event.params.id), id, numberOf(form, 'ban'), why)
    return outcome.ok ? back(event, 'bo') : no(outcome, id, { why })
  },
  'ket-qua': async (event) => {
    const form = await event.request.formData()
    const [id, why] = [taskOf(form), textOf(form, 'vi-sao', longestTask.why)]
    const kind = taskOutcomes.find((one) => one === form.get('ket-qua'))
    if (!kind) return fail(422, { id, field: 'why', message: 'Xin chọn kết quả của nhiệm vụ.', why })
    const said = { outcome: kind, why, seen: numberOf(form, 'ban') }
    const outcome = await sayOutcome(contextOf(event.locals), idOf(event.params.id), id, said)
    return outcome.ok ? back(event, 'ket-qua') : no(outcome, id, { why, chosen: kind })
  },
}

type Write = (
  ctx: Ctx,
  report: ReportId,
  id: PlanTaskId,
  version: number,
  entry: NonNullable<ReturnType<typeof readTask>>,
) => Promise<Outcome<undefined, TaskRefusal>>

async function write(event: RequestEvent, done: string, command: Write) {
  const form = await event.request.formData()
  const typed = typedTask(form)
  const entry = readTask(typed)
  const id = taskOf(form)
  if (!entry) return fail(422, { id, field: 'due', message: dayNotRead, typed })
  const outcome = await command(contextOf(event.locals), idOf(event.params.id), id, numberOf(form, 'ban'), entry)
  return outcome.ok ? back(event, done) : no(outcome, id, { typed })
}

function no(
  outcome: Exclude<Outcome<unknown, TaskRefusal>, { ok: true }>,
  id: string,
  kept: { typed?: TypedTask; why?: string; chosen?: string },
) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const status = refusal.code === 'task-changed-meanwhile' ? 409 : 422
  return fail(status, { id, field: taskFieldOf(refusal), message: taskRefusalText(refusal), ...kept })
}

function back({ params }: RequestEvent, done: string): never {
  redirect(303, `/desk/bao-cao/${params.id}/nhiem-vu?da=${done}`)
}

function numberOf(form: FormData, name: string): number {
  const value = Number(textOf(form, name, 9))
  return Number.isSafeInteger(value) ? value : -1
}

function taskOf(form: FormData): PlanTaskId {
  return parseId<'PlanTask'>(textOf(form, 'nhiem-vu', 40)) ?? error(404, 'Không có trang này')
}
