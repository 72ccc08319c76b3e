import { formatDay } from '#kernel/local-date.ts'
import { workItemPage } from '#modules/movement/campaign-queries.server.ts'
import { workPurposes, workPurposeLabel } from '#modules/movement/work-item.ts'
import { contextOf } from '../context.ts'
import { amountSaid, askedOf, mustBe, saidOf, shownPage } from '../registers/sheet-page.server.ts'
import { amountText, purposeFilter } from './work-item-form.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  const { question, asked } = askedOf(url, purposeFilter)
  const page = mustBe(await workItemPage(contextOf(locals), question))
  const { who } = await parent()
  return {
    ...shownPage(
      page,
      (one) => ({
        ...{ iso: one.plannedFrom, day: formatDay(one.plannedFrom), title: one.title },
        meta: [
          workPurposeLabel[one.purpose],
          one.doneOn === null ? 'chưa xong' : `xong ngày ${formatDay(one.doneOn)}`,
          ...(one.costMillion === null ? [] : [`${amountText(one.costMillion)} triệu đồng`]),
          ...(one.labourDays === null ? [] : [`${amountText(one.labourDays)} ngày công`]),
        ].join(' · '),
      }),
      who.unit,
    ),
    asked,
    said: saidOf(url),
    kinds: workPurposes.map((value) => ({ value, label: workPurposeLabel[value] })),
    sums: [
      { label: 'Phần việc, công trình', amount: String(page.counting) },
      { label: 'Đã xong', amount: amountSaid(page.sums.done) },
      { label: 'Kinh phí, triệu đồng', amount: amountSaid(page.sums.cost) },
      { label: 'Ngày công', amount: amountSaid(page.sums.labour) },
    ],
  }
}
