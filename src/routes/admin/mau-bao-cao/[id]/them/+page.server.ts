import { error, redirect } from '@sveltejs/kit'
import { bySection, findIndicators } from '#modules/figures/indicator-choice.ts'
import { changeDraft } from '#modules/reporting/template-commands.server.ts'
import { templatePage } from '#modules/reporting/template-page-queries.server.ts'
import { ctxOf, textOf } from '../../../context.server.ts'
import { lineShown } from '../../shown.ts'
import { refuseTemplate, typedOf, versionIn } from '../../template-answer.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await templatePage({ ...ctxOf(locals), db: locals.db }, versionIn(params.id))
  if (!outcome.ok || !outcome.value.version.isDraft || !outcome.value.mayChange) error(404, 'Không có trang này.')
  const { version, catalogue } = outcome.value
  const section = version.shape.sections.find(({ code }) => code === url.searchParams.get('muc'))
  if (!section || section.kind !== 'figures') error(404, 'Không có mục này.')
  const words = (url.searchParams.get('tim') ?? '').slice(0, 80)
  const titleOf = new Map(version.shape.sections.flatMap(({ title, lines }) => lines.map(({ code }) => [code, title])))
  const found = words.trim() === '' ? catalogue : findIndicators(catalogue, words)
  return {
    ...{ id: version.id, name: version.shape.name, section: { code: section.code, title: section.title }, words },
    groups: bySection(found).map(({ title, indicators }) => ({
      title,
      indicators: indicators.map((one) => ({
        ...{ code: one.code, name: one.name, unit: one.unitOfCount, counts: one.counts },
        asked: titleOf.get(one.code) ?? null,
        parts: lineShown({ code: one.code, parts: [] }, outcome.value)
          .parts.slice(1)
          .map(({ label }) => label)
          .join(', '),
      })),
    })),
  }
}

export const actions: Actions = {
  them: async ({ locals, params, request }) => {
    const form = await request.formData()
    const section = textOf(form, 'section', 40)
    const codes = form.getAll('code').filter((one) => typeof one === 'string')
    const outcome = await changeDraft({ ...ctxOf(locals), db: locals.db }, versionIn(params.id), {
      ...{ kind: 'add-lines', section, codes: codes.slice(0, 400) },
    })
    if (outcome.ok) redirect(303, `/admin/mau-bao-cao/${params.id}?da=add-lines#muc-${section}`)
    return refuseTemplate(outcome, typedOf(form, 'them'))
  },
}
