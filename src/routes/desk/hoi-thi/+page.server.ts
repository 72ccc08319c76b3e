import { formatDay } from '#kernel/local-date.ts'
import { contestPage } from '#modules/movement/campaign-queries.server.ts'
import { contextOf } from '../context.ts'
import { amountSaid, askedOf, mustBe, saidOf, shownPage } from '../registers/sheet-page.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  const { question, asked } = askedOf(url, null)
  const page = mustBe(await contestPage(contextOf(locals), question))
  const { who } = await parent()
  return {
    ...shownPage(
      page,
      (one) => ({
        ...{ iso: one.heldOn, day: formatDay(one.heldOn), title: one.title },
        meta: `${one.teams.length} đội · ${one.rounds.length} phần thi · ${one.resultsOn === null ? 'chưa chốt kết quả' : `chốt kết quả ngày ${formatDay(one.resultsOn)}`}`,
      }),
      who.unit,
    ),
    asked,
    said: saidOf(url),
    sums: [
      { label: 'Hội thi', amount: String(page.counting) },
      { label: 'Đã chốt kết quả', amount: amountSaid(page.sums.settled) },
      { label: 'Lượt đội', amount: amountSaid(page.sums.teams) },
    ],
  }
}
