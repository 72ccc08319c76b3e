import { error, fail, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { explainFinding, submitReport } from '#modules/reporting/commands.server.ts'
import { longest, textOf } from '#modules/reporting/forms.ts'
import { refusalText } from '#modules/reporting/labels.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { contextOf } from '../../../context.ts'
import { slug } from '../../../slug.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await reportPage(contextOf(locals), idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  if (!outcome.value.mayEnter || !outcome.value.content) redirect(303, `/desk/bao-cao/${params.id}`)
  return { page: outcome.value, content: outcome.value.content, saved: url.searchParams.get('da') }
}

export const actions: Actions = {
  'giai-thich': async ({ request, locals, params }) => {
    const form = await request.formData()
    const key = textOf(form, 'cho', 60)
    const text = textOf(form, 'loi', longest.explanation)
    const outcome = await explainFinding(contextOf(locals), idOf(params.id), key, text)
    if (outcome.ok) redirect(303, `/desk/bao-cao/${params.id}/kiem-tra?da=giai-thich#${slug(key)}`)
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    return fail(422, { message: refusalText(outcome.refusal), key, text })
  },
  nop: async ({ request, locals, params }) => {
    const version = Number(textOf(await request.formData(), 'ban', 12) || '-1')
    const outcome = await submitReport(contextOf(locals), idOf(params.id), Number.isSafeInteger(version) ? version : -1)
    if (outcome.ok) redirect(303, `/desk/bao-cao/${params.id}?da=nop`)
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    return fail(422, { message: refusalText(outcome.refusal), key: '', text: '' })
  },
}

function idOf(text: string): ReportId {
  const id = parseId<'Report'>(text)
  if (!id) error(404, 'Không có trang này')
  return id
}
