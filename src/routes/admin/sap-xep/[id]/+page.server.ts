import { error, redirect } from '@sveltejs/kit'
import { parseId, type Id } from '#kernel/ids.ts'
import { formatDay, formatDayOfWeek } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { auditPage, wholeAudit } from '#modules/access/audit-queries.server.ts'
import { dutyLabel } from '#modules/access/labels.ts'
import {
  changeReorganisation,
  decideReorganisation,
  discardReorganisation,
  undoReorganisation,
} from '#modules/reorganisation/commands.server.ts'
import type { DraftChange } from '#modules/reorganisation/change.ts'
import { faultText, statusLabel, stepKindLabel, taskLabel } from '#modules/reorganisation/labels.ts'
import { reorganisationPage, type Preview, type ReorganisationPage } from '#modules/reorganisation/queries.server.ts'
import { stepSaid } from '#modules/reorganisation/sentences.ts'
import { changeTask } from '#modules/reorganisation/task-commands.server.ts'
import { statusName } from '#modules/reporting/labels.ts'
import { eventKinds } from '#modules/territory/event.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { whenSaid } from '../../../desk/when.ts'
import { auditDetails, auditSentence } from '../../audit-words.ts'
import { asked, textOf } from '../../context.server.ts'
import { answerNo, reorganisationCtx, reorganisationId, versionOf } from '../answer.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = reorganisationCtx(locals)
  const id = reorganisationId(params.id)
  const outcome = await reorganisationPage(ctx, id)
  if (!outcome.ok) error(404, 'Không có trang này.')
  const page = outcome.value
  const audit = await auditPage(ctx, { ...wholeAudit, objectKind: 'reorganisation', object: id }, 30)
  const { day, act } = page.draft
  return {
    ...{ id, version: page.version, status: page.status, statusName: statusLabel[page.status], moves: page.moves },
    title: page.draft.title,
    day: day ? formatDayOfWeek(day) : 'chưa có',
    shortDay: day ? formatDay(day) : '',
    act: act.number || 'chưa có',
    actMore: [act.issuer, act.issuedOn ? `ngày ${formatDay(act.issuedOn)}` : '', act.article]
      .filter(Boolean)
      .join(', '),
    steps: stepsSaid(page),
    faults: [...new Set(page.faults.map(faultText))],
    kinds: eventKinds
      .filter((kind) => kind !== 'level-abolished' || hasDistricts(page))
      .map((value) => ({ value, label: stepKindLabel[value] })),
    preview: page.preview && previewSaid(page.preview),
    tasks: page.tasks.map((task) => ({ ...task, label: taskLabel[task.kind] })),
    people: page.people,
    unmeasured: page.parts.filter(({ share }) => share === null).length,
    hasParts: page.parts.length > 0,
    history: (audit?.rows ?? []).map((row) => ({
      ...{ n: row.n, when: whenSaid(row.at), iso: row.at.toISOString(), by: row.by ?? 'Hệ thống' },
      ...{ what: auditSentence(row.kind), details: auditDetails(row.changed, audit?.names ?? new Map()) },
    })),
    said: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  'len-xuong': ({ locals, params, request }) =>
    changed(locals, params.id, request, (form) => {
      const way = textOf(form, 'way') === 'up' ? 'up' : 'down'
      return { what: 'step-moved', step: asked<'Step'>(form, 'step'), way }
    }),
  'bo-buoc': ({ locals, params, request }) =>
    changed(locals, params.id, request, (form) => ({ what: 'step-removed', step: asked<'Step'>(form, 'step') })),
  'noi-nhan': ({ locals, params, request }) =>
    changed(locals, params.id, request, (form) => ({ what: 'successors', chosen: chosenIn(form) })),
  chot: async ({ locals, params, request }) => {
    const form = await request.formData()
    const id = reorganisationId(params.id)
    const outcome = await decideReorganisation(reorganisationCtx(locals), id, versionOf(form))
    if (!outcome.ok) return answerNo(outcome)
    redirect(303, `/admin/sap-xep/${id}?da=chot`)
  },
  'hoan-tac': async ({ locals, params, request }) => {
    const form = await request.formData()
    const id = reorganisationId(params.id)
    const outcome = await undoReorganisation(reorganisationCtx(locals), id, versionOf(form))
    if (!outcome.ok) return answerNo(outcome)
    redirect(303, `/admin/sap-xep/${id}?da=hoan-tac`)
  },
  bo: async ({ locals, params, request }) => {
    const form = await request.formData()
    const outcome = await discardReorganisation(reorganisationCtx(locals), reorganisationId(params.id), versionOf(form))
    if (!outcome.ok) return answerNo(outcome)
    redirect(303, '/admin/sap-xep?da=bo')
  },
  viec: async ({ locals, params, request }) => {
    const form = await request.formData()
    const id = reorganisationId(params.id)
    const said = { owner: parseId<'Account'>(textOf(form, 'owner')), isDone: form.get('done') === '1' }
    const task = asked<'ReorganisationTask'>(form, 'task')
    const outcome = await changeTask(reorganisationCtx(locals), id, versionOf(form), task, said)
    if (!outcome.ok) return answerNo(outcome)
    redirect(303, `/admin/sap-xep/${id}?da=viec#viec`)
  },
}

async function changed(locals: App.Locals, text: string, request: Request, say: (form: FormData) => DraftChange) {
  const form = await request.formData()
  const id = reorganisationId(text)
  const change = say(form)
  const outcome = await changeReorganisation(reorganisationCtx(locals), id, versionOf(form), change)
  if (!outcome.ok) return answerNo(outcome)
  redirect(303, `/admin/sap-xep/${id}?da=luu#${change.what === 'successors' ? 'can-bo' : 'cac-buoc'}`)
}

/** `duty-<id>`: the unit where the duty goes on. A select left at “Chọn…” says nothing. */
function chosenIn(form: FormData): Record<Id<'Duty'>, UnitId> {
  const chosen: Record<Id<'Duty'>, UnitId> = {}
  for (const name of form.keys()) {
    const duty = name.startsWith('duty-') ? parseId<'Duty'>(name.slice(5)) : null
    const unit = parseId<'Unit'>(textOf(form, name))
    if (duty && unit) chosen[duty] = unit
  }
  return chosen
}

function stepsSaid(page: ReorganisationPage) {
  const nameOf = (unit: UnitId): string => page.names.get(unit) ?? '(chưa chọn)'
  return page.draft.steps.map((step, at) => ({
    ...{ id: step.id, n: at + 1, kind: stepKindLabel[step.kind], ...stepSaid(step, nameOf) },
    wrong: [...new Set(page.faults.filter((fault) => fault.step === step.id).map(faultText))],
  }))
}

function hasDistricts(page: ReorganisationPage): boolean {
  return [...page.names.values()].some((name) => /^(Huyện|Thị xã) /.test(name))
}

function previewSaid(preview: Preview) {
  return {
    trees: preview.trees,
    duties: preview.duties.map(({ id, name, kind, unitName, ways, to }) => ({
      ...{ id, name, duty: dutyLabel[kind], unitName, ways, to },
    })),
    reports: preview.reports.map(({ id, unit, unitName, period, status }) => ({
      ...{ id, unit, unitName, period: periodName(period), status: statusName[status] },
    })),
    series: preview.series.map(({ unit, name, flag, indicators }) => ({
      ...{ unit, name, flag, count: indicators.length },
      names: indicators.map((one) => `${one.name}${one.isAdded ? '' : ' (không cộng, không chia được)'}`),
    })),
    tasks: preview.tasks.map(({ kind, unit, name }) => ({ key: `${kind} ${unit}`, label: taskLabel[kind], name })),
  }
}
