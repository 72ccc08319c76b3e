import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { parsePeriodKey, periodName, type Period } from '#kernel/period.ts'
import { closePeriod, reopenPeriod } from '#modules/reporting/closing-commands.server.ts'
import { closingPage } from '#modules/reporting/closing-queries.server.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { unitStatusName } from '#modules/reporting/labels.ts'
import { gapsSaid } from '#modules/reporting/period-standing.ts'
import { contextOf } from '../../../context.ts'
import { answerNo } from '../../../nghia-vu/obligation-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const period = periodOf(params.period)
  const outcome = await closingPage(contextOf(locals), period)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { standing, missing, closing, past, mayClose, hasEnded } = outcome.value
  return {
    key: params.period,
    name: periodName(period),
    ends: formatDay(period.to),
    ...{ mayClose, hasEnded, isClosed: closing !== null },
    counted: standing.reports.length - missing.length,
    expected: standing.reports.length,
    said: gapsSaid(standing.gaps),
    added: (closing?.gaps.length ?? 0) - standing.gaps.length,
    missing: missing.map((one) => ({
      ...{ unit: one.unit.unit, name: one.unit.name, isWaiting: one.status === 'submitted', report: one.report },
      ...{ status: one.status, word: unitStatusName[one.status], late: one.daysLate },
    })),
    past: past.map(({ at, by, note, gaps, reopened }) => ({
      closed: `Chốt ngày ${formatDay(dayInVietnam(at))}, ${by}${gaps > 0 ? `, nêu tên ${gaps} đơn vị thiếu` : ', đủ báo cáo'}${note ? `. ${note}` : ''}`,
      reopened: reopened && `Mở lại ngày ${formatDay(dayInVietnam(reopened.at))}, ${reopened.by}: ${reopened.reason}`,
    })),
    done: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  chot: async ({ locals, params, request }) => {
    const form = await request.formData()
    const shared = textOf(form, 'ly-do', 300)
    const named = form.getAll('thieu').flatMap((one) => parseId<'Unit'>(String(one)) ?? [])
    const gaps = named.map((unit) => ({ unit, reason: textOf(form, `ly-do-${unit}`, 300).trim() || shared }))
    const note = textOf(form, 'ghi-chu', 500)
    const typed = {
      ...Object.fromEntries(named.map((unit) => [`ly-do-${unit}`, textOf(form, `ly-do-${unit}`, 300)])),
      ...{ 'ly-do': shared, 'ghi-chu': note, thieu: named.join(' ') },
    }
    const outcome = await closePeriod(contextOf(locals), { period: periodOf(params.period), note, gaps })
    if (!outcome.ok) return answerNo(outcome, typed)
    redirect(303, `/desk/tong-hop/${params.period}/chot?da=chot`)
  },
  'mo-lai': async ({ locals, params, request }) => {
    const typed = { 'ly-do': textOf(await request.formData(), 'ly-do', 300) }
    const asked = { period: periodOf(params.period), reason: typed['ly-do'] }
    const outcome = await reopenPeriod(contextOf(locals), asked)
    if (!outcome.ok) return answerNo(outcome, typed)
    redirect(303, `/desk/tong-hop/${params.period}/chot?da=mo-lai`)
  },
}

function periodOf(key: string): Period {
  const period = parsePeriodKey(key)
  if (!period) error(404, 'Không có trang này')
  return period
}
