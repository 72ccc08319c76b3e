import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { recordVisit } from '#modules/activities/visit-commands.server.ts'
import { readVisitForm } from '#modules/activities/visit-forms.ts'
import { leadsOf, mayKeepActivities } from '#modules/activities/visit-policy.ts'
import { visitChoices } from '#modules/activities/visit-queries.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { refuseVisit, textsIn } from '../../activity-form.server.ts'
import { contextOf } from '../../context.ts'
import { choicesShown, fewestRows } from '../visit-values.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const ctx = contextOf(locals)
  if (!mayKeepActivities(ctx.actor, ctx.actor)) error(404, 'Không có trang này')
  return {
    // The sheet has its number before it is written on: sent twice it is one visit.
    sheet: newId<'FieldVisit'>(locals.now),
    leads: leadsOf(ctx.actor),
    choices: choicesShown(await visitChoices(ctx, dayInVietnam(ctx.now))),
    rows: fewestRows,
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = contextOf(locals)
    if (!mayKeepActivities(ctx.actor, ctx.actor)) error(404, 'Không có trang này')
    const form = await request.formData()
    const typed = textsIn(form)
    // More rows were asked for: nothing is saved yet, and what was typed stays.
    if (form.has('them-dong')) return mend({}, typed)
    const id = parseId<'FieldVisit'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang ghi sổ.')
    const read = readVisitForm(form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await recordVisit(ctx, id, read.value)
    if (outcome.ok) redirect(303, `/desk/kiem-tra/${outcome.value}?da=ghi`)
    // On a used sheet stands another visit: pressed again, this one gets a sheet of its own.
    const isUsed = outcome.kind === 'refused' && outcome.refusal.code === 'sheet-used'
    return refuseVisit(outcome, isUsed ? { ...typed, to: newId<'FieldVisit'>(locals.now) } : typed)
  },
}
