import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { campaignKinds, campaignKindLabel, standingLabel, standingOn } from '#modules/movement/campaign.ts'
import { campaignPage } from '#modules/movement/campaign-queries.server.ts'
import { contextOf } from '../context.ts'
import { amountSaid, askedOf, mustBe, saidOf, shownPage } from '../registers/sheet-page.server.ts'
import { kindFilter } from './campaign-form.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  const ctx = contextOf(locals)
  const { question, asked } = askedOf(url, kindFilter)
  const page = mustBe(await campaignPage(ctx, question))
  const today = dayInVietnam(ctx.now)
  const { who } = await parent()
  return {
    ...shownPage(
      page,
      (one) => ({
        ...{ iso: one.from, day: formatDay(one.from), title: one.title },
        meta: [
          `${campaignKindLabel[one.kind]} · đến hết ${formatDay(one.until)}, ${standingLabel[standingOn(one, today)]}`,
          ...(one.participants.length > 0 ? [`${one.participants.length} đơn vị tham gia`] : []),
        ].join(' · '),
      }),
      who.unit,
    ),
    asked,
    said: saidOf(url, { ghi: 'Đã ghi vào sổ. Khi đăng ký mô hình, ghi cam kết, phần việc thì chọn được đợt này.' }),
    kinds: campaignKinds.map((value) => ({ value, label: campaignKindLabel[value] })),
    sums: [
      { label: 'Chủ đề, đợt thi đua', amount: String(page.counting) },
      { label: 'Lượt đơn vị tham gia', amount: amountSaid(page.sums.participants) },
    ],
  }
}
