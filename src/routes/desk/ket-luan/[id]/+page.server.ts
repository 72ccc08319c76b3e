import { error, redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { correctFinding, moveFinding } from '#modules/activities/finding-commands.server.ts'
import { findingPage } from '#modules/activities/finding-queries.server.ts'
import { findingMoves, needsEvidence } from '#modules/activities/finding.ts'
import { versionField } from '#modules/activities/forms.ts'
import { findingForm, stepForm } from '#modules/activities/visit-forms.ts'
import { findingMoveName, findingStateName, severityName } from '#modules/activities/visit-labels.ts'
import { mend } from '../../../form-answer.server.ts'
import { refuseVisit, textsIn } from '../../activity-form.server.ts'
import { contextOf, idOf } from '../../context.ts'
import { whenSaid } from '../../when.ts'
import { findingShown } from '../finding-shown.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const outcome = await findingPage(ctx, idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { finding, unitName, visit, steps, files, moves, mayCorrect, mayAttach } = outcome.value
  return {
    finding: {
      ...findingShown(finding, ctx.now),
      ...{ version: finding.version, visitId: finding.visit, state: findingStateName[finding.state] },
      ...{ severity: severityName[finding.severity], asksEvidence: needsEvidence(finding.severity) },
    },
    values: {
      ...{ said: finding.said, severity: finding.severity },
      dueOn: finding.dueOn === null ? '' : formatDay(finding.dueOn),
    },
    unitName,
    visit,
    steps: steps.map((step, key) => ({
      ...{ key, what: findingMoveName[step.move], said: step.said, by: step.by, when: whenSaid(step.at) },
    })),
    files: files.length,
    moves,
    mayCorrect,
    mayAttach,
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  buoc: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const move = findingMoves.find((one) => one === typed.move)
    if (!move) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang.')
    const read = readForm(stepForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await moveFinding(contextOf(locals), idOf(params.id), version, move, read.value.said)
    if (!outcome.ok) return refuseVisit(outcome, typed)
    redirect(303, `/desk/ket-luan/${params.id}?da=${move}`)
  },
  sua: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = { ...textsIn(form), sua: 'co' }
    const read = readForm(findingForm.omit({ owner: true }), form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await correctFinding(contextOf(locals), idOf(params.id), version, read.value)
    if (!outcome.ok) return refuseVisit(outcome, typed)
    redirect(303, `/desk/ket-luan/${params.id}?da=sua`)
  },
}
