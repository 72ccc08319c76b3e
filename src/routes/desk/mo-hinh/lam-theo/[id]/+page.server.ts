import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { readForm } from '#modules/access/forms.ts'
import { scopeLabel } from '#modules/movement/labels.ts'
import { replicationFields, replicationForm } from '#modules/movement/library-forms.ts'
import { replicationFieldOf, replicationRefusalText } from '#modules/movement/library-labels.ts'
import { replicateInitiative, replicationPage } from '#modules/movement/replication.server.ts'
import { mend } from '../../../../form-answer.server.ts'
import { libraryPath } from '../../../../library-view.ts'
import { contextOf } from '../../../context.ts'
import { initiativeOf, refuse, typedIn } from '../../library-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const ctx = contextOf(locals)
  const outcome = await replicationPage(ctx, initiativeOf(params))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { page, already, isOwn, year } = outcome.value
  const scopes =
    ctx.actor.unit === ctx.actor.province ? (['province', 'central'] as const) : (['commune', 'province'] as const)
  return {
    source: {
      ...{ name: page.name, summary: page.content.summary, href: libraryPath(page.id) },
      where: `${page.content.unit.name}, ${page.content.province.name}`,
    },
    already: already && `/desk/mo-hinh/${already}`,
    isOwn,
    years: [year, year + 1].map(String),
    scopes: scopes.map((scope) => ({ value: scope, label: scopeLabel[scope] })),
    sheet: newId<'Initiative'>(locals.now),
  }
}

export const actions: Actions = {
  default: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, replicationFields)
    const id = parseId<'Initiative'>(typed.sheet)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang rồi gửi.')
    const read = readForm(replicationForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await replicateInitiative(contextOf(locals), id, initiativeOf(params), read.value)
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${outcome.value}`)
    return refuse(outcome, typed, { text: replicationRefusalText, field: replicationFieldOf })
  },
}
