import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { RuledRegime } from '#kernel/period.ts'
import type { UnitLevel } from '#modules/territory/unit.ts'
import { everyCell } from './completeness.ts'
import type { DueRule } from './obligation-rule.ts'
import type { MetRate } from './obligation-standing.ts'

/** For which periods a report is owed, as a form offers it. */
export const regimeName: Record<RuledRegime, string> = {
  month: 'hằng tháng',
  quarter: 'hằng quý',
  'half-year': '6 tháng đầu năm',
  'nine-months': '9 tháng',
  year: 'cả năm',
  'month-15': 'hằng tháng, từ ngày 15 đến ngày 14',
  'quarter-15': 'hằng quý, từ ngày 15 đến ngày 14',
  'half-year-15': '6 tháng, từ ngày 15 đến ngày 14',
  'nine-months-15': '9 tháng, từ ngày 15 đến ngày 14',
  'year-15': 'cả năm, từ 15/12 đến 14/12',
}

export const owingLevelName: Record<UnitLevel, string> = {
  commune: 'các xã, phường, đặc khu',
  district: 'các huyện',
  province: 'tỉnh, thành phố (báo cáo của chính tỉnh)',
}

/** How much of what was asked for came in, rounded down so that nothing owed is ever printed as 100 %. */
export function metPercent({ due, met, waived }: MetRate): string {
  const asked = due - waived
  return asked === 0 ? '–' : `${Math.floor((met * 100) / asked)} %`
}

export const dueWayName = {
  'calendar-days': 'Số ngày theo lịch sau ngày cuối kỳ',
  'working-days': 'Số ngày làm việc sau ngày cuối kỳ',
  'day-of-month': 'Một ngày cố định trong tháng',
} as const satisfies Record<DueRule['by'], string>

/** `10 ngày sau ngày cuối kỳ`, as a rule says when a report is due. */
export function dueSaid(due: DueRule): string {
  if (due.by === 'calendar-days') return `${due.count} ngày sau ngày cuối kỳ`
  if (due.by === 'working-days') return `${due.count} ngày làm việc sau ngày cuối kỳ`
  if (due.month === 0) return `ngày ${due.day} của tháng kết thúc kỳ`
  return due.month === 1 ? `ngày ${due.day} của tháng sau kỳ` : `ngày ${due.day}, sau kỳ ${due.month} tháng`
}

/** `đã trả lời mọi ô`, as a rule says what it takes for complete. */
export function leastSaid(least: number): string {
  return least === everyCell ? 'mọi ô có trả lời' : `ít nhất ${least} % số ô có trả lời`
}

/** Every *no* about what is owed, given more time for, or closed. */
export type ObligationRefusal =
  | { code: 'rule-template-unknown' }
  | { code: 'rule-levels-not-carried' }
  | { code: 'rule-too-early'; first: LocalDate }
  | { code: 'rule-least-not-a-percentage' }
  | { code: 'rule-overlaps'; since: LocalDate; until: LocalDate | null }
  | { code: 'rule-ends-before-it-begins' }
  | { code: 'rule-has-arisen'; last: LocalDate }
  | { code: 'rule-ended-already' }
  | { code: 'reason-too-short'; least: number }
  | { code: 'personal-number' }
  | { code: 'changed-meanwhile' }
  | { code: 'obligation-met' }
  | { code: 'no-unit-chosen' }
  | { code: 'extension-not-later'; due: LocalDate }
  | { code: 'extension-too-far'; last: LocalDate }
  | { code: 'period-still-runs'; last: LocalDate }
  | { code: 'period-closed-already' }
  | { code: 'period-not-closed' }
  | { code: 'reports-wait-unread'; names: readonly string[] }
  | { code: 'gaps-not-named'; names: readonly string[] }
  | { code: 'gap-is-counted'; names: readonly string[] }

/** The form field that a *no* stands beside; null where it is about the whole form. */
export function refusalField({ code }: ObligationRefusal): string | null {
  if (code === 'rule-levels-not-carried') return 'cap'
  if (code === 'rule-least-not-a-percentage') return 'du'
  if (code === 'rule-too-early' || code === 'rule-overlaps') return 'tu'
  if (code === 'rule-ends-before-it-begins' || code === 'rule-has-arisen') return 'den'
  if (code === 'extension-not-later' || code === 'extension-too-far') return 'den'
  if (code === 'reason-too-short' || code === 'personal-number') return 'ly-do'
  return code === 'no-unit-chosen' ? 'don-vi' : null
}

/** What an officer reads when a command says no: what is wrong and what to do. */
export function obligationRefusalText(refusal: ObligationRefusal): string {
  switch (refusal.code) {
    case 'rule-template-unknown':
      return 'Mẫu báo cáo này không dùng được vào ngày bắt đầu. Xin chọn mẫu hoặc ngày khác.'
    case 'rule-levels-not-carried':
      return 'Mẫu này không dành cho cấp đã chọn. Xin chọn cấp khác.'
    case 'rule-too-early':
      return `Quy định không đặt lùi về trước ngày ${formatDay(refusal.first)}. Xin chọn ngày muộn hơn.`
    case 'rule-least-not-a-percentage':
      return 'Mức tính là đủ là một tỷ lệ từ 1 đến 100 %. Xin ghi lại; 100 là mọi ô đều phải có trả lời.'
    case 'rule-overlaps':
      return `Đã có quy định cho cùng mẫu, cùng loại kỳ và cùng cấp, từ ${formatDay(refusal.since)}${refusal.until ? ` đến ${formatDay(refusal.until)}` : ''}. Xin kết thúc quy định đó trước, hoặc chọn ngày không chồng lên.`
    case 'rule-ends-before-it-begins':
      return 'Ngày cuối đứng trước ngày đầu. Xin xem lại hai ngày.'
    case 'rule-has-arisen':
      return `Theo quy định này các đơn vị đã phải nộp kỳ đến hết ngày ${formatDay(refusal.last)}. Xin kết thúc từ ngày đó trở đi; kỳ nào không cần nộp thì miễn riêng.`
    case 'rule-ended-already':
      return 'Quy định này đã kết thúc trước ngày đó.'
    case 'reason-too-short':
      return `Lý do cần ít nhất ${refusal.least} chữ cái để người khác hiểu được. Xin viết rõ hơn.`
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Xin bỏ dãy số đó rồi ghi lại.'
    case 'changed-meanwhile':
      return 'Một người khác vừa sửa chỗ này sau khi ông/bà mở trang. Xin xem lại bên dưới rồi làm lại.'
    case 'obligation-met':
      return 'Đơn vị đã nộp báo cáo kỳ này nên không cần miễn hay gia hạn nữa.'
    case 'no-unit-chosen':
      return 'Xin chọn ít nhất một đơn vị đang nợ báo cáo kỳ này.'
    case 'extension-not-later':
      return `Ngày gia hạn phải sau hạn đang có, ${formatDay(refusal.due)}. Xin chọn ngày muộn hơn.`
    case 'extension-too-far':
      return `Ngày gia hạn quá xa. Xin chọn ngày đến hết ${formatDay(refusal.last)}.`
    case 'period-still-runs':
      return `Kỳ này đến hết ngày ${formatDay(refusal.last)} mới kết thúc nên chưa chốt được.`
    case 'period-closed-already':
      return 'Kỳ này đã được chốt. Muốn sửa, xin mở lại kỳ trước.'
    case 'period-not-closed':
      return 'Kỳ này đang mở, không cần mở lại.'
    case 'reports-wait-unread':
      return `Còn ${refusal.names.length} báo cáo đã nộp chưa ai xem: ${namesSaid(refusal.names)}. Xin duyệt trước, hoặc đánh dấu đơn vị đó là còn thiếu kèm lý do.`
    case 'gaps-not-named':
      return `Còn ${refusal.names.length} đơn vị thiếu báo cáo chưa được nêu tên: ${namesSaid(refusal.names)}. Xin đánh dấu từng đơn vị kèm lý do.`
    case 'gap-is-counted':
      return `Báo cáo của ${namesSaid(refusal.names)} đã được nhận nên không phải là thiếu. Xin bỏ đánh dấu.`
  }
}

const mostNames = 6

function namesSaid(names: readonly string[]): string {
  const rest = names.length - mostNames
  return `${names.slice(0, mostNames).join(', ')}${rest > 0 ? ` và ${rest} đơn vị khác` : ''}`
}
