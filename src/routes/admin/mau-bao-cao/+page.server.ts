import { error, redirect } from '@sveltejs/kit'
import { readForm } from '#modules/access/forms.ts'
import { createTemplate } from '#modules/reporting/template-commands.server.ts'
import { newTemplateForm, templateVersionIn } from '#modules/reporting/template-forms.ts'
import { templateListPage } from '#modules/reporting/template-page-queries.server.ts'
import { mend } from '../../form-answer.server.ts'
import { ctxOf, textOf } from '../context.server.ts'
import { sizeSaid, useSaid } from './shown.ts'
import { refuseTemplate, typedOf } from './template-answer.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const outcome = await templateListPage({ ...ctxOf(locals), db: locals.db })
  if (!outcome.ok) error(404, 'Không có trang này.')
  const { versions, mayChange } = outcome.value
  const shown = versions.map((version) => ({
    ...{ id: version.id, code: version.code, version: version.version, isDraft: version.isDraft },
    ...{ name: version.shape.name, use: useSaid(version), size: sizeSaid(version), isOwn: version.province !== null },
  }))
  const templates = [...Map.groupBy(shown, ({ code }) => code).values()].flatMap((own) => {
    const [newest] = own
    return newest ? [{ code: newest.code, name: newest.name, isOwn: newest.isOwn, versions: own }] : []
  })
  return {
    ...{ mayChange, saved: url.searchParams.get('da') },
    own: templates.filter(({ isOwn }) => isOwn),
    house: templates.filter(({ isOwn }) => !isOwn),
    sources: shown.map(({ id, name, version, use }) => ({
      value: id,
      label: `${name}, phiên bản ${version} (${use})`,
    })),
    from: url.searchParams.get('tu') ?? '',
  }
}

export const actions: Actions = {
  lap: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedOf(form, 'lap')
    const read = readForm(newTemplateForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const from = templateVersionIn(textOf(form, 'from'))
    const outcome = await createTemplate({ ...ctxOf(locals), db: locals.db }, { name: read.value.name, from })
    if (outcome.ok) redirect(303, `/admin/mau-bao-cao/${outcome.value}?da=lap`)
    return refuseTemplate(outcome, typed, 'name')
  },
}
