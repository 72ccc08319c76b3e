import { formatDay } from '#kernel/local-date.ts'
import { pledgePage } from '#modules/movement/campaign-queries.server.ts'
import { contextOf } from '../context.ts'
import { amountSaid, askedOf, mustBe, saidOf, shownPage } from '../registers/sheet-page.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  const { question, asked } = askedOf(url, null)
  const page = mustBe(await pledgePage(contextOf(locals), question))
  const { who } = await parent()
  return {
    ...shownPage(
      page,
      (one) => {
        const judged = one.signers.filter(({ fulfilment }) => fulfilment !== 'not-said').length
        const standing = judged === 0 ? 'chưa đánh giá' : `đã đánh giá ${judged} đơn vị`
        return {
          ...{ iso: one.signedOn, day: formatDay(one.signedOn), title: one.title },
          meta: `Năm ${one.year} · ${one.signers.length} đơn vị ký · ${standing}`,
        }
      },
      who.unit,
    ),
    asked,
    said: saidOf(url),
    sums: [
      { label: 'Bản cam kết', amount: String(page.counting) },
      { label: 'Lượt đơn vị ký', amount: amountSaid(page.sums.signers) },
      { label: 'Thực hiện đủ', amount: amountSaid(page.sums.kept) },
      {
        label: 'Một phần, không thực hiện',
        amount: `${amountSaid(page.sums.partly)} và ${amountSaid(page.sums.notKept)}`,
      },
    ],
  }
}
