import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { formatQuantity } from '#kernel/quantity.ts'
import type { FollowEntry, FollowKind, Giver, MilestoneState } from './follow.ts'

export const followKindLabel: Record<FollowKind, string> = {
  milestone: 'Mốc việc',
  note: 'Tiến độ',
  output: 'Kết quả đầu ra',
  money: 'Tiền góp',
  labour: 'Ngày công',
  land: 'Đất hiến',
  households: 'Hộ hưởng lợi',
}

export const giverLabel: Record<Giver, string> = {
  people: 'Người dân',
  business: 'Doanh nghiệp, hợp tác xã',
  organisation: 'Cơ quan, đoàn thể',
  budget: 'Ngân sách (hoặc được trả công, được bồi thường)',
}

export const milestoneLabel: Record<MilestoneState, string> = {
  planned: 'Dự định',
  done: 'Đã xong',
  late: 'Quá hạn',
}

/** The measured part of a line in words; null where it measures nothing. */
export function amountSaid(entry: FollowEntry): string | null {
  switch (entry.kind) {
    case 'milestone':
    case 'note':
      return null
    case 'output':
      return entry.reached === null
        ? `dự kiến ${formatQuantity(entry.planned)} ${entry.measure}`
        : `đạt ${formatQuantity(entry.reached.amount)}/${formatQuantity(entry.planned)} ${entry.measure}`
    case 'money':
      return `${formatQuantity(entry.amount)} triệu đồng`
    case 'labour':
      return `${formatQuantity(entry.amount)} ngày công`
    case 'land':
      return `${formatQuantity(entry.amount)} m² đất`
    case 'households':
      return `${formatQuantity(entry.amount)} hộ`
  }
}

/** Every *no* about a line of the line of time. */
export type FollowRefusal =
  | { code: 'day-not-come'; today: LocalDate; field: 'onDay' | 'doneOn' | 'reachedOn' }
  | { code: 'unit-not-in-force'; day: LocalDate }
  | { code: 'personal-number' }
  | { code: 'changed-meanwhile' }
  | { code: 'already-void' }
  | { code: 'sheet-used' }
  | { code: 'too-many-lines' }

export function followFieldOf(refusal: FollowRefusal): string {
  if (refusal.code === 'day-not-come') return refusal.field
  if (refusal.code === 'unit-not-in-force') return 'onDay'
  return refusal.code === 'personal-number' ? 'text' : ''
}

/** What an officer reads: what is wrong and what to do. */
export function followRefusalText(refusal: FollowRefusal): string {
  switch (refusal.code) {
    case 'day-not-come':
      return `Ngày này chưa tới (hôm nay ${formatDay(refusal.today)}). Xin ghi ngày đã làm; việc còn ở phía trước thì ghi thành mốc.`
    case 'unit-not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} đơn vị này chưa có hoặc không còn. Xin xem lại ngày.`
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại, số căn cước hoặc số tài khoản. Sổ không giữ số của cá nhân; xin bỏ dãy số đó rồi lưu lại.'
    case 'changed-meanwhile':
      return 'Dòng này vừa được người khác sửa. Bản mới đứng ở trên, những gì vừa gõ vẫn còn ở dưới. Xin so lại; vẫn muốn đổi thì lưu lần nữa.'
    case 'already-void':
      return 'Dòng này đã được gỡ nên không sửa nữa. Nếu vẫn tính, xin ghi một dòng mới.'
    case 'sheet-used':
      return 'Tờ này lúc nãy đã ghi một dòng khác; dòng đó vẫn còn. Nếu đây là một dòng nữa, xin bấm “Ghi” lần nữa.'
    case 'too-many-lines':
      return 'Mô hình này đã có quá nhiều dòng theo dõi. Xin gộp những việc nhỏ vào một dòng tiến độ.'
  }
}
