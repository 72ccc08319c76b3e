import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { openRound } from '#modules/movement/appraisal-commands.server.ts'
import { roundForm } from '#modules/movement/appraisal-forms.ts'
import { roundChoices } from '#modules/movement/appraisal-queries.server.ts'
import { scopes } from '#modules/movement/initiative.ts'
import { scopeLabel } from '#modules/movement/labels.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { refuse, typedIn } from '../appraisal-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const ctx = contextOf(locals)
  const outcome = await roundChoices(ctx)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { sets, isProvince } = outcome.value
  return {
    sheet: newId<'AppraisalRound'>(locals.now),
    year: String(partsOf(dayInVietnam(ctx.now)).year),
    isProvince,
    sets: sets.map((one) => ({ value: one.set, label: `${one.name} (bản ${one.version})` })),
    scopes: scopes
      .filter((one) => isProvince || one === 'commune')
      .map((value) => ({ value, label: scopeLabel[value] })),
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = contextOf(locals)
    const choices = await roundChoices(ctx)
    if (!choices.ok) error(404, 'Không có trang này')
    const form = await request.formData()
    const typed = typedIn(form, ['to', 'title', 'year', 'set', 'subjectKind', 'scope'])
    const id = parseId<'AppraisalRound'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang mở đợt.')
    const read = readForm(roundForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await openRound(ctx, id, read.value)
    if (outcome.ok) redirect(303, `/desk/cham-diem/${id}?da=mo`)
    return refuse(outcome, typed)
  },
}
