import { formatDay } from '#kernel/local-date.ts'
import { toDecimalText, type Quantity } from '#kernel/quantity.ts'
import { workItemPage } from '#modules/movement/campaign-queries.server.ts'
import { workPurposeLabel } from '#modules/movement/work-item.ts'
import { contextOf } from '../../context.ts'
import { askedOf, csvAnswer, mustBe } from '../../registers/sheet-page.server.ts'
import { purposeFilter } from '../work-item-form.server.ts'
import type { RequestHandler } from './$types'

const header = [
  ...['Đơn vị', 'Phần việc, công trình', 'Thuộc về', 'Bắt đầu', 'Hoàn thành', 'Địa điểm'],
  ...['Kinh phí (triệu đồng)', 'Ngày công', 'Kết quả', 'Đã gỡ vì'],
]
const amount = (value: Quantity | null): string | null => (value === null ? null : toDecimalText(value))

/** What the page shows, of all its pages. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { question } = askedOf(url, purposeFilter)
  const { lines } = mustBe(await workItemPage(contextOf(locals), { ...question, page: null }))
  const rows = lines.map(({ sheet, unitName }) => [
    ...[unitName, sheet.title, workPurposeLabel[sheet.purpose], formatDay(sheet.plannedFrom)],
    ...[sheet.doneOn === null ? null : formatDay(sheet.doneOn), sheet.place],
    ...[amount(sheet.costMillion), amount(sheet.labourDays), sheet.result, sheet.voidReason],
  ])
  return csvAnswer('phan-viec', header, rows)
}
