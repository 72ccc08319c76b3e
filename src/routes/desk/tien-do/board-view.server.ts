import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { parsePeriodKey, periodKey } from '#kernel/period.ts'
import { boardFilterSlug, boardOrderSlug } from '#modules/reporting/board-labels.ts'
import { boardFilters, boardOrders, type BoardAsked } from '#modules/reporting/board.ts'
import type { BoardView } from '#modules/reporting/board-queries.server.ts'
import { endedQuarters } from '#modules/reporting/obligation.ts'
import { currentTemplate, parseTemplateCode } from '#modules/reporting/report.ts'
import { wordsIn } from '../activity-form.server.ts'

/** The column that an address asks for; without a period the quarter that ended last. */
export function boardAskedOf(url: URL, now: Date): BoardAsked {
  const key = url.searchParams.get('ky')
  const period = key === null ? endedQuarters(dayInVietnam(now), 1)[0] : parsePeriodKey(key)
  const code = url.searchParams.get('mau')
  const template = code === null ? currentTemplate : parseTemplateCode(code)
  if (!period || !template) error(404, 'Không có trang này')
  return { period, template }
}

/** What narrows the board, and the same as it stands in an address. */
export function boardViewOf(url: URL): { view: BoardView; kept: Record<string, string> } {
  const asked = url.searchParams
  const filter = boardFilters.find((one) => boardFilterSlug[one] === asked.get('loc')) ?? 'all'
  const order = boardOrders.find((one) => boardOrderSlug[one] === asked.get('xep')) ?? 'late'
  const words = wordsIn(url)
  const kept = {
    ...(filter === 'all' ? {} : { loc: boardFilterSlug[filter] }),
    ...(order === 'late' ? {} : { xep: boardOrderSlug[order] }),
    ...(words === '' ? {} : { tim: words }),
  }
  return { view: { filter, order, words }, kept }
}

/** The column as the addresses of its pages carry it. */
export function columnOf({ period, template }: BoardAsked): Record<string, string> {
  return { ky: periodKey(period), ...(template === currentTemplate ? {} : { mau: template }) }
}
