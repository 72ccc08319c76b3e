import { formatDay } from '#kernel/local-date.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { contestPage } from '#modules/movement/campaign-queries.server.ts'
import { ranking } from '#modules/movement/contest.ts'
import { contextOf } from '../../context.ts'
import { askedOf, csvAnswer, mustBe } from '../../registers/sheet-page.server.ts'
import type { RequestHandler } from './$types'

const header = ['Đơn vị tổ chức', 'Hội thi', 'Ngày', 'Đội', 'Tổng điểm', 'Hạng', 'Giải', 'Ngày chốt', 'Đã gỡ vì']

/** One line a team, of all pages of what is asked. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { lines } = mustBe(await contestPage(contextOf(locals), { ...askedOf(url, null).question, page: null }))
  const rows = lines.flatMap(({ sheet, unitName }) =>
    ranking(sheet).map(({ team, sum, place }) => [
      ...[unitName, sheet.title, formatDay(sheet.heldOn), team.name, toDecimalText(sum), place, team.prize],
      ...[sheet.resultsOn === null ? null : formatDay(sheet.resultsOn), sheet.voidReason],
    ]),
  )
  return csvAnswer('hoi-thi', header, rows)
}
