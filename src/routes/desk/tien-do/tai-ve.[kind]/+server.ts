import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { periodKey, periodName } from '#kernel/period.ts'
import { dueSaid, stateSaid } from '#modules/reporting/board-labels.ts'
import type { BoardRow } from '#modules/reporting/board.ts'
import { boardList } from '#modules/reporting/board-queries.server.ts'
import { registerFile } from '../../../register-file.server.ts'
import { contextOf } from '../../context.ts'
import { boardAskedOf, boardViewOf } from '../board-view.server.ts'
import type { RequestHandler } from './$types'

const columns = [
  ...['Đơn vị', 'Kỳ', 'Tình trạng', 'Hạn nộp', 'Ngày nộp', 'Số ngày muộn'],
  ...['Số ô phải trả lời', 'Số ô đã trả lời', 'Chỗ cần hỏi', 'Câu hỏi chưa trả lời', 'Số lần nhắc', 'Nhắc lần cuối'],
]

function stateIn(row: BoardRow): string {
  const { word, since } = stateSaid(row)
  return since === null ? word : `${word}; ${since}`
}

/** The board as the page shows it, with what narrows it: a row a unit, all of its pages. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const asked = boardAskedOf(url, locals.now)
  const outcome = await boardList(ctx, asked, boardViewOf(url).view)
  if (!outcome.ok) error(404, 'Không có trang này')
  const period = periodName(asked.period)
  const rows = outcome.value.rows.map((row) => [
    ...[row.name, period, stateIn(row), dueSaid(row)],
    ...[row.handedInOn ? formatDay(row.handedInOn) : '', row.daysLate],
    ...[row.cells?.asked ?? null, row.cells?.answered ?? null, row.asking, row.openQuestions],
    ...[row.reminded?.times ?? 0, row.reminded ? formatDay(dayInVietnam(row.reminded.at)) : ''],
  ])
  const title = `Tiến độ nộp báo cáo ${period}`
  const table = { title, creator: outcome.value.template.name, day: dayInVietnam(ctx.now), columns, rows }
  return registerFile(params.kind, table, `tien-do-${periodKey(asked.period)}`)
}
