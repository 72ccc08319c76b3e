import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { readForm } from '#modules/access/forms.ts'
import { planForm } from '#modules/activities/dialogue-forms.ts'
import { planDialogue } from '#modules/activities/plan-commands.server.ts'
import { mayKeepRegister } from '#modules/activities/policy.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { planFields, refuse, typedIn } from '../dialogue-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const { actor } = contextOf(locals)
  if (!mayKeepRegister(actor, actor)) error(404, 'Không có trang này')
  return { sheet: newId<'Dialogue'>(locals.now) }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = contextOf(locals)
    if (!mayKeepRegister(ctx.actor, ctx.actor)) error(404, 'Không có trang này')
    const form = await request.formData()
    const typed = typedIn(form, [...planFields, 'to'])
    const id = parseId<'Dialogue'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang lên lịch.')
    const read = readForm(planForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await planDialogue(ctx, id, read.value)
    if (outcome.ok) redirect(303, `/desk/doi-thoai/${outcome.value}?da=len-lich`)
    const isUsed = outcome.kind === 'refused' && outcome.refusal.code === 'sheet-used'
    return refuse(outcome, isUsed ? { ...typed, to: newId<'Dialogue'>(locals.now) } : typed)
  },
}
