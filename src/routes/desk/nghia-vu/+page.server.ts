import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { formatDay, parseLocalDate } from '#kernel/local-date.ts'
import { periodKey, periodName } from '#kernel/period.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { endObligationRule } from '#modules/reporting/obligation-commands.server.ts'
import { dueSaid, leastSaid, metPercent, owingLevelName, regimeName } from '#modules/reporting/obligation-labels.ts'
import { obligationsPage } from '#modules/reporting/obligation-page-queries.server.ts'
import { contextOf } from '../context.ts'
import { mend } from '../../form-answer.server.ts'
import { answerNo, noSuchDay } from './obligation-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const outcome = await obligationsPage(contextOf(locals))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { rules, templateNames, periods, mayChange, today } = outcome.value
  const nameOf = (code: string): string => templateNames.get(code) ?? code
  return {
    mayChange,
    rules: rules.map((rule) => ({
      id: rule.id,
      version: rule.version,
      name: `${nameOf(rule.template)}, ${regimeName[rule.regime]}`,
      levels: rule.levels.map((level) => owingLevelName[level]).join(' và '),
      ...{ due: dueSaid(rule.due), least: leastSaid(rule.least) },
      from: formatDay(rule.from),
      until: rule.until && formatDay(rule.until),
      isOver: rule.until !== null && rule.until < today,
      ...{ source: rule.source, isCertain: rule.isCertain, endReason: rule.endReason },
    })),
    periods: periods.map(({ template, period, due, rate }) => ({
      key: `${template} ${periodKey(period)}`,
      href: `/desk/nghia-vu/${periodKey(period)}?${new URLSearchParams({ mau: template })}`,
      name: `${nameOf(template)}, ${periodName(period)}`,
      due: formatDay(due),
      rate,
      percent: metPercent(rate),
    })),
    done: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  'ket-thuc': async ({ locals, request }) => {
    const form = await request.formData()
    const typed = {
      id: textOf(form, 'id', 40),
      den: textOf(form, 'den', 20),
      'ly-do': textOf(form, 'ly-do', 300),
    }
    const until = parseLocalDate(typed.den)
    if (!until) return mend({ den: noSuchDay }, typed)
    const id = parseId<'ObligationRule'>(typed.id)
    if (!id) error(404, 'Không có trang này')
    const version = Number(textOf(form, 'version', 10))
    const outcome = await endObligationRule(contextOf(locals), id, { until, reason: typed['ly-do'], version })
    if (!outcome.ok) return answerNo(outcome, typed)
    redirect(303, '/desk/nghia-vu?da=ket-thuc')
  },
}
