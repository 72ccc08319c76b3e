import { error, redirect } from '@sveltejs/kit'
import { newId } from '#kernel/ids.ts'
import { beginReorganisation } from '#modules/reorganisation/commands.server.ts'
import { readHead } from '#modules/reorganisation/forms.ts'
import { mayReorganise } from '#modules/reorganisation/policy.ts'
import { textOf } from '../../context.server.ts'
import { answerNo, mend, reorganisationCtx, reorganisationId, typedOf } from '../answer.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const { actor } = reorganisationCtx(locals)
  if (!mayReorganise(actor, actor.province)) error(404, 'Không có trang này.')
  // The sheet brings its id with it: sent twice it is one draft.
  return { sheet: newId<'Reorganisation'>(locals.now) }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedOf(form)
    const read = readHead((name) => textOf(form, name, 400))
    if (!read.ok) return mend(read.errors, typed)
    const id = reorganisationId(textOf(form, 'sheet'))
    const outcome = await beginReorganisation(reorganisationCtx(locals), id, read.value)
    if (!outcome.ok) return answerNo(outcome, 'title', typed)
    redirect(303, `/admin/sap-xep/${id}`)
  },
}
