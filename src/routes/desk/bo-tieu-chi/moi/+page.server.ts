import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { createScoringSet } from '#modules/movement/scoring-commands.server.ts'
import { mayKeepScoringSets } from '#modules/movement/scoring-policy.ts'
import { scoringPattern, scoringSetPage } from '#modules/movement/scoring-queries.server.ts'
import { contextOf } from '../../context.ts'
import { fromFile, mendSet, noValues, readSetForm, refuseSet, valuesOf } from '../set-form.server.ts'
import type { SetValues } from '../set-values.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = keeping(locals)
  const values = await copied(ctx, url.searchParams)
  return { values, sheet: newId<'ScoringSet'>(locals.now) }
}

export const actions: Actions = {
  luu: async ({ locals, request }) => {
    const ctx = keeping(locals)
    const form = await request.formData()
    const { values, entry, errors } = readSetForm(form)
    const id = parseId<'ScoringSet'>(values.head.sheet)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang lập bộ.')
    if (!entry) return mendSet(values, errors)
    const outcome = await createScoringSet(ctx, id, entry)
    if (outcome.ok) redirect(303, `/desk/bo-tieu-chi/${id}?da=lap`)
    return refuseSet(outcome, values)
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

/** Copied from a published set (`mau`) or from one of the province's own (`bo`); empty otherwise. */
async function copied(ctx: Ctx, asked: URLSearchParams): Promise<SetValues> {
  const pattern = asked.has('mau') ? await scoringPattern(ctx, (asked.get('mau') ?? '').slice(0, 80)) : null
  if (pattern) return valuesOf(pattern, pattern.lines)
  const id = parseId<'ScoringSet'>(asked.get('bo'))
  const page = id ? await scoringSetPage(ctx, id, null) : null
  if (!page?.ok) return noValues
  const { shown } = page.value
  return valuesOf({ ...shown, name: `${shown.name} (bản chép)` }, shown.lines)
}
