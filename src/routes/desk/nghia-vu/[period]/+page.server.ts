import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay, localDate, parseLocalDate } from '#kernel/local-date.ts'
import { parsePeriodKey, periodName, type Period } from '#kernel/period.ts'
import { missingSaid, shortOf } from '#modules/reporting/completeness.ts'
import { extendObligations, withdrawExtension } from '#modules/reporting/extension-commands.server.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { unitStatusName } from '#modules/reporting/labels.ts'
import { askAgain, waiveObligation } from '#modules/reporting/obligation-commands.server.ts'
import { metPercent } from '#modules/reporting/obligation-labels.ts'
import { owedPeriodPage, type OwedLine } from '#modules/reporting/obligation-page-queries.server.ts'
import { currentTemplate, type TemplateCode } from '#modules/reporting/report.ts'
import { contextOf } from '../../context.ts'
import { mend } from '../../../form-answer.server.ts'
import { answerNo, noSuchDay } from '../obligation-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = askedOf(params.period, url)
  const outcome = await owedPeriodPage(contextOf(locals), asked)
  if (!outcome.ok) error(404, 'Không có trang này')
  const page = outcome.value
  return {
    name: `${page.templateName}, ${periodName(page.period)}`,
    due: formatDay(page.due),
    ...{ rate: page.rate, mayChange: page.mayChange },
    percent: metPercent(page.rate),
    // Without its token an action's address is the page's own: the template stays in it.
    query: url.searchParams.has('mau') ? `&${new URLSearchParams({ mau: asked.template })}` : '',
    lines: page.lines.map(shownLine),
    extensions: page.extensions.map(({ withdrawn, at, until, ...one }) => ({
      ...{ ...one, until: formatDay(localDate(until)), on: formatDay(dayInVietnam(at)) },
      withdrawn: withdrawn && `rút lại ngày ${formatDay(dayInVietnam(withdrawn.at))}, ${withdrawn.by}`,
    })),
    done: url.searchParams.get('da'),
  }
}

function shownLine(line: OwedLine) {
  return {
    ...{ id: line.id, unit: line.unit, name: line.unitName, version: line.version, state: line.state },
    ...{ report: line.report, status: line.status, statusWord: unitStatusName[line.status] },
    ...{ daysLate: line.daysLate, missing: missingOf(line), waivedFor: line.waivedFor },
    due: formatDay(line.due),
    extended: line.extendedUntil !== null,
    handedIn: line.handedInOn && formatDay(line.handedInOn),
  }
}

function missingOf({ cells }: OwedLine): string | null {
  const short = shortOf(cells)
  return short && missingSaid(short)
}

export const actions: Actions = {
  'gia-han': async ({ locals, params, url, request }) => {
    const form = await request.formData()
    const typed = { den: textOf(form, 'den', 20), 'ly-do': textOf(form, 'ly-do', 300) }
    const units = form.getAll('don-vi').flatMap((one) => parseId<'Unit'>(String(one)) ?? [])
    const kept = { ...typed, 'don-vi': units.join(' ') }
    const until = parseLocalDate(typed.den)
    if (!until) return mend({ den: noSuchDay }, kept)
    const asked = { ...askedOf(params.period, url), units, until, reason: typed['ly-do'] }
    const outcome = await extendObligations(contextOf(locals), asked)
    return outcome.ok ? redirect(303, back(url, 'gia-han')) : answerNo(outcome, kept)
  },
  'rut-gia-han': async ({ locals, url, request }) => {
    const id = parseId<'ObligationExtension'>(textOf(await request.formData(), 'id', 40))
    if (!id) error(404, 'Không có trang này')
    const outcome = await withdrawExtension(contextOf(locals), id)
    return outcome.ok ? redirect(303, back(url, 'rut')) : answerNo(outcome, {})
  },
  mien: async ({ locals, url, request }) => {
    const form = await request.formData()
    const reason = textOf(form, 'ly-do', 300)
    const [chosen = ''] = form.getAll('mien').map(String)
    const [id, version] = [parseId<'Obligation'>(chosen.split(' ')[0] ?? ''), Number(chosen.split(' ')[1])]
    const typed = { mien: chosen, 'ly-do-mien': reason }
    if (!id) return mend({ mien: 'Xin chọn một đơn vị.' }, typed)
    const outcome = await waiveObligation(contextOf(locals), id, { reason, version })
    if (outcome.ok) redirect(303, back(url, 'mien'))
    return answerNo(outcome, typed)
  },
  'bo-mien': async ({ locals, url, request }) => {
    const form = await request.formData()
    const id = parseId<'Obligation'>(textOf(form, 'id', 40))
    if (!id) error(404, 'Không có trang này')
    const outcome = await askAgain(contextOf(locals), id, Number(textOf(form, 'version', 10)))
    return outcome.ok ? redirect(303, back(url, 'bo-mien')) : answerNo(outcome, {})
  },
}

function askedOf(key: string, url: URL): { template: TemplateCode; period: Period } {
  const period = parsePeriodKey(key)
  if (!period) error(404, 'Không có trang này')
  const template = url.searchParams.get('mau')?.slice(0, 60)
  return { template: template ? (template as TemplateCode) : currentTemplate, period }
}

function back(url: URL, what: string): string {
  const mau = url.searchParams.get('mau')
  return `${url.pathname}?${new URLSearchParams({ ...(mau ? { mau } : {}), da: what })}`
}
