import { error, redirect } from '@sveltejs/kit'
import { tidy } from '#kernel/text.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { changeScoringSet } from '#modules/movement/scoring-commands.server.ts'
import { longestOfSet } from '#modules/movement/scoring-forms.ts'
import { mayKeepScoringSets } from '#modules/movement/scoring-policy.ts'
import { scoringSetPage } from '#modules/movement/scoring-queries.server.ts'
import { contextOf, idOf } from '../../../context.ts'
import { fromFile, mendSet, readSetForm, refuseSet, valuesOf } from '../../set-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const outcome = await scoringSetPage(keeping(locals), idOf(params.id), null)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { shown, revision, isFrozen } = outcome.value
  return { values: valuesOf(shown, shown.lines), revision, isFrozen, name: shown.name, id: params.id }
}

export const actions: Actions = {
  luu: async ({ locals, request, params }) => {
    const ctx = keeping(locals)
    const form = await request.formData()
    const { values, entry, errors } = readSetForm(form)
    if (!entry) return mendSet(values, errors)
    const reason = tidy(values.head.reason ?? '').slice(0, longestOfSet.reason)
    const outcome = await changeScoringSet(ctx, idOf(params.id), Number(values.head.revision), entry, reason)
    if (outcome.ok) redirect(303, `/desk/bo-tieu-chi/${params.id}?da=sua`)
    // Refused because a colleague was quicker: saved again, it goes over what stands now, which the page has just told.
    return refuseSet(outcome, { ...values, head: { ...values.head, revision: '' } })
  },
  xem: async ({ locals, request }) => {
    keeping(locals)
    const { values, errors } = readSetForm(await request.formData())
    return { values, errors, preview: true }
  },
  tep: async ({ locals, request }) => {
    keeping(locals)
    return fromFile(await request.formData())
  },
}

function keeping(locals: App.Locals): Ctx {
  const ctx = contextOf(locals)
  if (!mayKeepScoringSets(ctx.actor)) error(404, 'Không có trang này')
  return ctx
}
