import { error, fail, redirect } from '@sveltejs/kit'
import { submitReport } from '#modules/reporting/commands.server.ts'
import { saysNothing, shortOf } from '#modules/reporting/completeness.ts'
import { explainFinding } from '#modules/reporting/entry-commands.server.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readExplanations, textOf } from '#modules/reporting/forms.ts'
import { refusalText, type Refusal } from '#modules/reporting/labels.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { contextOf, idOf } from '../../../context.ts'
import { slug } from '../../../slug.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await reportPage(contextOf(locals), idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  if (!outcome.value.mayEnter || !outcome.value.content) redirect(303, `/desk/bao-cao/${params.id}`)
  const { content, cells } = outcome.value
  return {
    ...{ page: outcome.value, content, saved: url.searchParams.get('da') },
    isSilent: saysNothing(content),
    short: shortOf(cells),
  }
}

export const actions: Actions = {
  'giai-thich': async ({ request, locals, params }) => {
    const form = await request.formData()
    const saved = await explainAll(contextOf(locals), idOf(params.id), form)
    if (typeof saved !== 'number') return saved
    redirect(303, `/desk/bao-cao/${params.id}/kiem-tra?da=giai-thich#${slug(textOf(form, 'cho', 60))}`)
  },
  nop: async ({ request, locals, params }) => {
    const ctx = contextOf(locals)
    const form = await request.formData()
    // What was written beside a gap goes with the submission, whether or not its own button was pressed.
    const saved = await explainAll(ctx, idOf(params.id), form)
    if (typeof saved !== 'number') return saved
    const version = Number(textOf(form, 'ban', 12) || '-1')
    const outcome = await submitReport(ctx, idOf(params.id), Number.isSafeInteger(version) ? version + saved : -1)
    if (outcome.ok) redirect(303, `/desk/bao-cao/${params.id}?da=nop`)
    return no(outcome, '', form)
  },
}

/** Saves every explanation that differs from what the page showed; answers how many were saved, or the first refusal. */
async function explainAll(ctx: Ctx, id: ReportId, form: FormData) {
  let saved = 0
  for (const { key, text, before } of readExplanations(form)) {
    if (text.trim() === before.trim()) continue
    const outcome = await explainFinding(ctx, id, key, text)
    if (!outcome.ok) return no(outcome, key, form)
    saved += 1
  }
  return saved
}

function no(outcome: Exclude<Outcome<unknown, Refusal>, { ok: true }>, key: string, form: FormData) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const texts = Object.fromEntries(readExplanations(form).map((one) => [one.key, one.text]))
  return fail(422, { message: refusalText(outcome.refusal), key, texts })
}
