import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { versionField } from '#modules/activities/forms.ts'
import { unitOfCode } from '#modules/activities/queries.server.ts'
import { planForm, visitReasonForm } from '#modules/activities/visit-forms.ts'
import { visitKindName } from '#modules/activities/visit-labels.ts'
import { correctPlan, planVisit, voidPlan } from '#modules/activities/visit-plan-commands.server.ts'
import { isPlanDone } from '#modules/activities/visit-plan.ts'
import { planPage } from '#modules/activities/visit-queries.server.ts'
import type { VisitPlanId } from '#modules/activities/visit.ts'
import { mend } from '../../../form-answer.server.ts'
import { refuseVisit, textsIn, yearIn } from '../../activity-form.server.ts'
import { contextOf } from '../../context.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const thisYear = partsOf(dayInVietnam(ctx.now)).year
  const year = yearIn(url) ?? thisYear
  const code = url.searchParams.get('don-vi')?.slice(0, 80) ?? null
  const unit = code === null ? ctx.actor.unit : await unitOfCode(ctx, code)
  if (!unit) error(404, 'Không có trang này')
  const outcome = await planPage(ctx, unit, year)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, surprises, mayKeep } = outcome.value
  return {
    year,
    years: [thisYear + 1, thisYear, thisYear - 1, thisYear - 2],
    surprises,
    mayKeep,
    sheet: newId<'VisitPlan'>(locals.now),
    done: lines.filter(isPlanDone).length,
    lines: lines.map((line) => ({
      ...{ id: line.id, subject: line.subject, version: line.version, kind: visitKindName[line.kind] },
      quarter: line.quarter === null ? 'cả năm' : `quý ${['I', 'II', 'III', 'IV'][line.quarter - 1] ?? ''}`,
      ...{ planned: line.unitsPlanned, units: line.units, visits: line.visits, isDone: isPlanDone(line) },
      values: {
        ...{ kind: line.kind, subject: line.subject, quarter: line.quarter === null ? '' : String(line.quarter) },
        unitsPlanned: line.unitsPlanned === null ? '' : String(line.unitsPlanned),
      },
    })),
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  them: async ({ locals, request, url }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const id = parseId<'VisitPlan'>(typed.to)
    const year = Number(/^20\d\d$/.exec(typed.nam ?? '')?.[0] ?? Number.NaN)
    if (!id || Number.isNaN(year)) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang.')
    const read = readForm(planForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await planVisit(contextOf(locals), id, year, read.value)
    return outcome.ok ? backTo(url, year, 'them') : refuseVisit(outcome, typed)
  },
  sua: async ({ locals, request, url }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const read = readForm(planForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await correctPlan(contextOf(locals), planOf(typed), version, read.value)
    return outcome.ok ? backTo(url, yearIn(url), 'sua') : refuseVisit(outcome, typed)
  },
  go: async ({ locals, request, url }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const read = readForm(visitReasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await voidPlan(contextOf(locals), planOf(typed), version, read.value.reason)
    return outcome.ok ? backTo(url, yearIn(url), 'go') : refuseVisit(outcome, typed)
  },
}

function planOf(typed: Record<string, string>): VisitPlanId {
  const id = parseId<'VisitPlan'>(typed.dong)
  if (!id) error(404, 'Không có trang này')
  return id
}

function backTo(url: URL, year: number | null, done: string): never {
  redirect(303, `${url.pathname}?${new URLSearchParams({ ...(year ? { nam: String(year) } : {}), da: done })}`)
}
