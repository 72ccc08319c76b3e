import { formatDay } from '#kernel/local-date.ts'
import { reviewKindLabel, wholeYears } from '#modules/directives/review.ts'
import { reviewPage } from '#modules/directives/review-queries.server.ts'
import { contextOf } from '../../context.ts'
import { askedOf, csvAnswer, dayTyped, mustBe } from '../../registers/sheet-page.server.ts'
import { kindFilter } from '../review-form.server.ts'
import type { RequestHandler } from './$types'

const header = [
  ...['Đơn vị', 'Văn bản', 'Ngày ban hành', 'Loại', 'Số năm ghi', 'Số năm tròn', 'Ngày tổ chức'],
  ...['Giai đoạn từ', 'Đến', 'Báo cáo', 'Kết luận', 'Đã gỡ vì'],
]

/** What the page shows, of all its pages. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { question } = askedOf(url, kindFilter)
  const { lines } = mustBe(await reviewPage(contextOf(locals), { ...question, page: null }))
  const rows = lines.map(({ sheet, unitName }) => {
    const { issuedOn, number } = sheet.directive
    return [
      ...[unitName, number, dayTyped(issuedOn), reviewKindLabel[sheet.kind], sheet.years],
      ...[issuedOn === null ? null : wholeYears(issuedOn, sheet.heldOn), formatDay(sheet.heldOn)],
      ...[dayTyped(sheet.period?.from ?? null), dayTyped(sheet.period?.to ?? null)],
      ...[sheet.document, sheet.conclusions, sheet.voidReason],
    ]
  })
  return csvAnswer('so-ket-tong-ket', header, rows)
}
