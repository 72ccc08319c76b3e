import { error, redirect } from '@sveltejs/kit'
import { tidy } from '#kernel/text.ts'
import type { Measure } from '#modules/reorganisation/draft.ts'
import { measureValues } from '#modules/reorganisation/form-values.ts'
import { longest, readMeasure } from '#modules/reorganisation/forms.ts'
import { enterShares } from '#modules/reorganisation/measuring.server.ts'
import { reorganisationPage } from '#modules/reorganisation/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { asked, textOf } from '../../../context.server.ts'
import { answerNo, mend, reorganisationCtx, reorganisationId, typedOf, versionOf } from '../../answer.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** The parts of every unit that was divided: one form a unit, because together they are the whole of it. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const outcome = await reorganisationPage(reorganisationCtx(locals), reorganisationId(params.id))
  if (!outcome.ok || outcome.value.parts.length === 0) error(404, 'Không có trang này.')
  const { parts, version, moves, draft } = outcome.value
  return {
    ...{ id: params.id, title: draft.title, version, mayChange: moves.includes('measure') },
    units: [...Map.groupBy(parts, (part) => part.from)].map(([from, own]) => ({
      from,
      name: own[0]?.fromName ?? '',
      source: own.find((part) => part.source !== '')?.source ?? '',
      parts: own.map(({ to, toName, share }) => ({ to, name: toName, isKnown: share !== null })),
      values: Object.assign({}, ...own.map(({ to, share }) => measureValues(standing(share), `-${to}`))) as Record<
        string,
        string
      >,
    })),
  }
}

const standing = (share: number | null): Measure => (share === null ? { by: 'unknown' } : { by: 'share', share })

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData()
    const typed = typedOf(form)
    const from = asked<'Unit'>(form, 'from')
    const measures = new Map<UnitId, Measure>()
    const errors: Record<string, string> = {}
    for (const to of form.getAll('to')) {
      const unit = typeof to === 'string' ? (to as UnitId) : null
      if (!unit || !/^[0-9a-f-]{36}$/.test(unit)) continue
      const read = readMeasure((name) => textOf(form, name), `-${unit}`)
      if (read.ok) measures.set(unit, read.value)
      else Object.assign(errors, read.errors)
    }
    const source = tidy(textOf(form, 'source', longest.source))
    if (Object.keys(errors).length > 0) return mend(errors, typed)
    const id = reorganisationId(params.id)
    const outcome = await enterShares(reorganisationCtx(locals), id, versionOf(form), { from, measures, source })
    if (!outcome.ok) return answerNo(outcome, `source-${from}`, typed)
    redirect(303, `/admin/sap-xep/${id}?da=ti-le`)
  },
}
