import { error } from '@sveltejs/kit'
import { parsePeriodKey, type Period } from '#kernel/period.ts'
import { askedRefusalText } from '#modules/figures/question-refusal.ts'
import type { Brief } from '#modules/brief/facts.ts'
import { briefPage } from '#modules/brief/queries.server.ts'
import { newestDueQuarter } from '#modules/reporting/period-standing-queries.server.ts'
import { contextOf } from '../context.ts'

/** The period of the address; the newest quarter that is due where there is none. */
export async function askedPeriod(locals: App.Locals, url: URL): Promise<Period> {
  const key = url.searchParams.get('ky')
  const period = key === null ? await newestDueQuarter(contextOf(locals)) : parsePeriodKey(key)
  if (!period) error(404, 'Không có trang này')
  return period
}

/** The brief of the reader's own unit, or the sentence why its figures cannot be put together. */
export async function briefOf(locals: App.Locals, period: Period): Promise<Brief | { problem: string }> {
  const outcome = await briefPage(contextOf(locals), locals.cube, period)
  if (outcome.ok) return outcome.value
  if (outcome.kind === 'refused') return { problem: askedRefusalText(outcome.refusal) }
  // No template or no unit on that day is no secret to its own people: the page says so and offers another period.
  if (outcome.kind === 'not-found')
    return { problem: 'Kỳ này chưa có đơn vị hoặc chưa có mẫu báo cáo. Xin chọn kỳ khác.' }
  error(404, 'Không có trang này')
}
