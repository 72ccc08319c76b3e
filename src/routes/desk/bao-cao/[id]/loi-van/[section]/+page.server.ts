import { error, fail, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { periodName } from '#kernel/period.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { restoreSection } from '#modules/reporting/narrative-commands.server.ts'
import { narrativeRefusalText } from '#modules/reporting/narrative-labels.ts'
import { sectionHistory } from '#modules/reporting/narrative-queries.server.ts'
import { writeProse } from '#modules/reporting/narrative.ts'
import { contextOf } from '../../../../context.ts'
import { whenSaid } from '../../../../when.ts'
import type { Actions, PageServerLoad } from './$types'

const versionsOnAPage = 20

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const id = parseId<'Report'>(params.id)
  const outcome = id ? await sectionHistory(contextOf(locals), id, params.section) : null
  if (!outcome?.ok) error(404, 'Không có trang này')
  const { page, section, versions } = outcome.value
  const pages = Math.max(1, Math.ceil(versions.length / versionsOnAPage))
  const at = Math.min(pages, Math.max(1, Math.trunc(Number(url.searchParams.get('trang') ?? '1')) || 1))
  return {
    address: `/desk/bao-cao/${page.report.id}/loi-van`,
    unitName: page.unit.name,
    periodName: periodName(page.report.period),
    section,
    mayRestore: page.mayEnter,
    newest: versions[0]?.n ?? 0,
    ...{ page: at, pages },
    versions: versions
      .slice((at - 1) * versionsOnAPage, at * versionsOnAPage)
      .map(({ n, by, at: when, prose }) => ({ n, by, when: whenSaid(when), text: writeProse(prose) })),
  }
}

export const actions: Actions = {
  'dua-ve': async ({ request, locals, params }) => {
    const id = parseId<'Report'>(params.id)
    if (!id) error(404, 'Không có trang này')
    const form = await request.formData()
    const numberIn = (name: string) => Number(textOf(form, name, 9)) || 0
    const wanted = { section: params.section, n: numberIn('lan'), seen: numberIn('ban') }
    const outcome = await restoreSection(contextOf(locals), id, wanted)
    if (outcome.ok) redirect(303, `/desk/bao-cao/${id}/loi-van?da=dua-ve#muc-${params.section}`)
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    return fail(409, { message: narrativeRefusalText(outcome.refusal) })
  },
}
