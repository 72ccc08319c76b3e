import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { campaignKindLabel, standingLabel, standingOn } from '#modules/movement/campaign.ts'
import { campaignPage } from '#modules/movement/campaign-queries.server.ts'
import { contextOf } from '../../context.ts'
import { askedOf, csvAnswer, mustBe } from '../../registers/sheet-page.server.ts'
import { kindFilter } from '../campaign-form.server.ts'
import type { RequestHandler } from './$types'

const header = [
  'Đơn vị',
  'Loại',
  'Tên',
  'Từ ngày',
  'Đến ngày',
  'Tình trạng',
  'Số đơn vị tham gia',
  'Nội dung',
  'Kết quả',
  'Đã gỡ vì',
]

/** What the page shows, of all its pages. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const { lines } = mustBe(await campaignPage(ctx, { ...askedOf(url, kindFilter).question, page: null }))
  const today = dayInVietnam(ctx.now)
  const rows = lines.map(({ sheet, unitName }) => [
    ...[unitName, campaignKindLabel[sheet.kind], sheet.title, formatDay(sheet.from), formatDay(sheet.until)],
    ...[
      standingLabel[standingOn(sheet, today)],
      sheet.participants.length,
      sheet.subject,
      sheet.result,
      sheet.voidReason,
    ],
  ])
  return csvAnswer('phong-trao', header, rows)
}
