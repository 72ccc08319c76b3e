import { formatDay } from '#kernel/local-date.ts'
import {
  isHandedIn,
  type BoardFilter,
  type BoardOrder,
  type BoardRow,
  type BoardState,
  type NotAtOnce,
} from './board.ts'
import { missingCells, missingSaid, shortOf } from './completeness.ts'
import { statusName, unitStatusName } from './labels.ts'

export const boardStateName: Record<BoardState, string> = {
  ...statusName,
  'not-begun': 'chưa bắt đầu',
  waived: 'được miễn kỳ này',
  'not-owed': 'không phải nộp kỳ này',
}

/** The same of an earlier period, which a unit may not have lived. */
export const pastStateName: Record<BoardState | 'not-in-force', string> = { ...unitStatusName, ...boardStateName }

/** As the chips above the board say it. */
export const boardFilterName: Record<BoardFilter, string> = {
  all: 'Tất cả',
  'not-begun': 'Chưa bắt đầu',
  draft: 'Đang nhập',
  returned: 'Bị trả lại',
  incomplete: 'Đã nộp, còn thiếu ô',
  submitted: 'Chờ duyệt',
  accepted: 'Đã nhận',
  published: 'Đã công bố',
  waived: 'Được miễn',
  'not-owed': 'Không phải nộp',
  late: 'Quá hạn, chưa nộp',
  'handed-in-late': 'Đã nộp nhưng muộn',
  asking: 'Có chỗ cần hỏi',
  questions: 'Còn câu hỏi chưa trả lời',
  extended: 'Được gia hạn',
  reminded: 'Đã nhắc',
}

/** In an address. */
export const boardFilterSlug: Record<BoardFilter, string> = {
  all: 'tat-ca',
  'not-begun': 'chua-bat-dau',
  draft: 'dang-nhap',
  returned: 'tra-lai',
  incomplete: 'con-thieu',
  submitted: 'cho-duyet',
  accepted: 'da-nhan',
  published: 'cong-bo',
  waived: 'duoc-mien',
  'not-owed': 'khong-phai-nop',
  late: 'qua-han',
  'handed-in-late': 'nop-muon',
  asking: 'can-hoi',
  questions: 'cau-hoi',
  extended: 'gia-han',
  reminded: 'da-nhac',
}

export const boardOrderName: Record<BoardOrder, string> = {
  late: 'muộn nhất trước',
  name: 'theo tên',
  asking: 'nhiều chỗ cần hỏi trước',
}
export const boardOrderSlug: Record<BoardOrder, string> = { late: 'muon', name: 'ten', asking: 'can-hoi' }

/** `đã nộp, còn thiếu 13/71 ô` of what came with cells missing; what became of it since stands beside it. */
export function stateSaid({ state, cells }: Pick<BoardRow, 'state' | 'cells'>): { word: string; since: string | null } {
  const short = isHandedIn({ state }) ? shortOf(cells) : null
  if (short === null) return { word: boardStateName[state], since: null }
  return { word: `đã nộp, ${missingSaid(short)}`, since: boardStateName[state] }
}

/** `quá 5 ngày` of what is owed, `nộp muộn 2 ngày` of what came; null where nothing is late. */
export function lateWord(row: Pick<BoardRow, 'daysLate' | 'handedInOn'>): string | null {
  if (row.daysLate === 0) return null
  return row.handedInOn ? `nộp muộn ${row.daysLate} ngày` : `quá ${row.daysLate} ngày`
}

/** `12/10/2026`, `gia hạn tới 20/10/2026`; nothing has a last day where nothing is asked for. */
export function dueSaid(row: Pick<BoardRow, 'state' | 'due' | 'extendedUntil'>): string {
  if (row.state === 'waived' || row.state === 'not-owed') return ''
  return row.extendedUntil ? `gia hạn tới ${formatDay(row.extendedUntil)}` : formatDay(row.due)
}

/** Why a report is looked at by itself. */
export function notAtOnceSaid({ asking, questions, short }: NotAtOnce): string {
  const said = [
    ...(short ? [`${missingCells(short)}/${short.asked} ô chưa trả lời`] : []),
    ...(asking > 0 ? [`${asking} chỗ cần hỏi hoặc đã giải trình`] : []),
    ...(questions > 0 ? [`${questions} câu hỏi chưa trả lời`] : []),
  ]
  return `Còn ${said.join(', ')}: xin mở báo cáo để xem.`
}
