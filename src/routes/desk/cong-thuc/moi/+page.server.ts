import { error, redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { defineFormula } from '#modules/figures/formula-commands.server.ts'
import { formulaForm } from '#modules/figures/formula-forms.ts'
import { mayKeepFormulas } from '#modules/figures/formula-policy.ts'
import { contextOf } from '../../context.ts'
import { formulaFields, looked, mendFormula, refuse, typedIn } from '../formula-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const { actor, now } = contextOf(locals)
  if (!mayKeepFormulas(actor)) error(404, 'Không có trang này')
  return { today: formatDay(dayInVietnam(now)) }
}

export const actions: Actions = {
  xem: async ({ locals, request }) => looked(contextOf(locals), await request.formData(), null),
  lap: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, formulaFields)
    const ctx = contextOf(locals)
    if (!mayKeepFormulas(ctx.actor)) error(404, 'Không có trang này')
    const read = readForm(formulaForm, form)
    if (!read.ok) return mendFormula(read.errors, typed)
    const outcome = await defineFormula(ctx, read.value)
    if (outcome.ok) redirect(303, `/desk/cong-thuc/${outcome.value}?da=lap`)
    return refuse(outcome, typed)
  },
}
