import { error, redirect } from '@sveltejs/kit'
import { changeReorganisation } from '#modules/reorganisation/commands.server.ts'
import { headValues } from '#modules/reorganisation/form-values.ts'
import { readHead } from '#modules/reorganisation/forms.ts'
import { stepChoices } from '#modules/reorganisation/queries.server.ts'
import { textOf } from '../../../context.server.ts'
import { answerNo, mend, reorganisationCtx, reorganisationId, typedOf, versionOf } from '../../answer.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const outcome = await stepChoices(reorganisationCtx(locals), reorganisationId(params.id))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const { draft, version } = outcome.value
  return { id: params.id, version, title: draft.title, values: headValues(draft) }
}

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData()
    const typed = typedOf(form)
    const read = readHead((name) => textOf(form, name, 400))
    if (!read.ok) return mend(read.errors, typed)
    const id = reorganisationId(params.id)
    const change = { what: 'head', ...read.value } as const
    const outcome = await changeReorganisation(reorganisationCtx(locals), id, versionOf(form), change)
    if (!outcome.ok) return answerNo(outcome, '', typed)
    redirect(303, `/admin/sap-xep/${id}?da=luu`)
  },
}
