import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { readForm } from '#modules/access/forms.ts'
import { subCommuneForm } from '#modules/organisation/forms.ts'
import { mayKeepSubCommunes } from '#modules/organisation/policy.ts'
import { createSubCommune } from '#modules/organisation/sub-commune-commands.server.ts'
import { kindsOfSubCommunes } from '#modules/organisation/word-queries.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { actIn, refuseChange, typedIn } from '../../../organisation-form.server.ts'
import { contextOf } from '../../context.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const ctx = contextOf(locals)
  if (!mayKeepSubCommunes(ctx.actor, ctx.actor.unit)) error(404, 'Không có trang này')
  // The sheet has its number before it is written on: sent twice it is one hamlet.
  return { sheet: newId<'SubCommuneUnit'>(locals.now), kinds: await kindsOfSubCommunes(ctx) }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['to', 'name', 'kind', 'from', 'act', 'actOn'])
    const id = parseId<'SubCommuneUnit'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang ghi thôn, tổ.')
    const read = readForm(subCommuneForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await createSubCommune(contextOf(locals), id, { ...read.value, act: actIn(read.value) })
    if (outcome.ok) redirect(303, '/desk/thon-to?da=ghi')
    return refuseChange(outcome, typed)
  },
}
