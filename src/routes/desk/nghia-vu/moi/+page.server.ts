import { error, redirect } from '@sveltejs/kit'
import { formatDay, formatDayOfWeek } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { ruledRegimes } from '#kernel/period-rule.ts'
import { addObligationRule, previewObligationRule } from '#modules/reporting/obligation-commands.server.ts'
import { dueWayName, owingLevelName, regimeName } from '#modules/reporting/obligation-labels.ts'
import { obligationsPage } from '#modules/reporting/obligation-page-queries.server.ts'
import { dueWays, owingLevels } from '#modules/reporting/obligation-rule.ts'
import { contextOf } from '../../context.ts'
import { mend } from '../../../form-answer.server.ts'
import { answerNo, readRule, typedRule } from '../obligation-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const outcome = await obligationsPage(contextOf(locals))
  if (!outcome.ok || !outcome.value.mayChange) error(404, 'Không có trang này')
  return {
    templates: [...outcome.value.templateNames].map(([value, label]) => ({ value, label })),
    regimes: ruledRegimes.map((value) => ({ value, label: regimeName[value] })),
    levels: owingLevels.map((value) => ({ value, label: owingLevelName[value] })),
    ways: dueWays.map((value) => ({ value, label: dueWayName[value] })),
    today: formatDay(outcome.value.today),
  }
}

export const actions: Actions = {
  /** Nothing is written: the sentence says what the rule would give. */
  xem: async ({ locals, request }) => {
    const typed = typedRule(await request.formData())
    const read = readRule(typed)
    if ('errors' in read) return mend(read.errors, typed)
    const outcome = await previewObligationRule(contextOf(locals), read.rule)
    if (!outcome.ok) return answerNo(outcome, typed)
    const { arises, units, period, due } = outcome.value
    const now = arises > 0 ? ` Ghi xong, ${arises} nghĩa vụ của các kỳ đã kết thúc được lập ngay.` : ''
    const sentence = `Mỗi kỳ ${units} nghĩa vụ; kỳ đầu là ${periodName(period)}, hạn ${formatDayOfWeek(due)}.${now}`
    return { errors: {}, typed, preview: sentence }
  },
  ghi: async ({ locals, request }) => {
    const typed = typedRule(await request.formData())
    const read = readRule(typed)
    if ('errors' in read) return mend(read.errors, typed)
    const outcome = await addObligationRule(contextOf(locals), read.rule)
    if (!outcome.ok) return answerNo(outcome, typed)
    redirect(303, '/desk/nghia-vu?da=quy-dinh')
  },
}
