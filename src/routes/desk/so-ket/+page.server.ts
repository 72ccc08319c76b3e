import { formatDay } from '#kernel/local-date.ts'
import { reviewKinds, reviewKindLabel, yearsDiffer } from '#modules/directives/review.ts'
import { reviewTitle } from '#modules/directives/review-title.ts'
import { reviewPage } from '#modules/directives/review-queries.server.ts'
import { contextOf } from '../context.ts'
import { amountSaid, askedOf, mustBe, saidOf, shownPage } from '../registers/sheet-page.server.ts'
import { calendarShown } from './calendar.server.ts'
import { kindFilter } from './review-form.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  const ctx = contextOf(locals)
  const { question, asked } = askedOf(url, kindFilter)
  const page = mustBe(await reviewPage(ctx, question))
  const { who } = await parent()
  return {
    ...shownPage(
      page,
      (one) => {
        const differs = one.voidReason === null ? yearsDiffer(one) : null
        return {
          ...{ iso: one.heldOn, day: formatDay(one.heldOn), title: reviewTitle(one) },
          meta: one.document ? `Báo cáo ${one.document}` : 'không ghi số báo cáo',
          warning:
            differs &&
            `Ghi ${differs.said} năm, ${differs.passed > differs.said ? 'đã' : 'mới'} được ${differs.passed} năm tròn.`,
        }
      },
      who.unit,
    ),
    asked,
    said: saidOf(url),
    calendar: await calendarShown(ctx),
    kinds: reviewKinds.map((value) => ({ value, label: reviewKindLabel[value] })),
    sums: [
      { label: 'Cuộc đã ghi', amount: String(page.counting) },
      { label: 'Sơ kết', amount: amountSaid(page.sums.interim) },
      { label: 'Tổng kết', amount: amountSaid(page.sums.final) },
    ],
  }
}
