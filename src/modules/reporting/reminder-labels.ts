import { dayInVietnam, formatDay, timeInVietnam, type LocalDate } from '#kernel/local-date.ts'
import {
  hoursBetweenReminders,
  ladderLimits,
  longestWords,
  mostInSending,
  type LadderFault,
  type PassedOver,
  type Rung,
} from './reminder.ts'

/** Every *no* to a reminder or a ladder. */
export type ReminderRefusal =
  | { code: 'none-chosen' }
  | { code: 'too-many-chosen' }
  | { code: 'nobody-to-remind' }
  | { code: 'nothing-due-yet'; first: LocalDate }
  | { code: 'words-too-long' }
  | { code: 'words-personal' }
  | { code: 'ladder-changed' }
  | { code: 'ladder-fault'; fault: LadderFault }

export function reminderRefusalText(refusal: ReminderRefusal): string {
  switch (refusal.code) {
    case 'none-chosen':
      return 'Chưa chọn đơn vị nào. Xin đánh dấu ít nhất một đơn vị rồi gửi.'
    case 'too-many-chosen':
      return `Mỗi lần nhắc nhiều nhất ${mostInSending} đơn vị. Xin bỏ bớt, gửi phần còn lại ở lần sau.`
    case 'nobody-to-remind':
      return 'Không còn đơn vị nào cần nhắc trong số đã chọn: đã nộp, vừa được nhắc, hoặc chưa có cán bộ nhận. Xin xem lý do ở từng dòng.'
    case 'nothing-due-yet':
      return `Kỳ này chưa kết thúc nên chưa đơn vị nào nộp được. Nhắc được từ ngày ${formatDay(refusal.first)}.`
    case 'words-too-long':
      return `Lời nhắc dài quá ${longestWords} chữ cái. Xin viết ngắn lại.`
    case 'words-personal':
      return 'Lời nhắc có dãy số giống số điện thoại hoặc số căn cước. Lời nhắc đi theo thư, xin bỏ dãy số đó; cách liên hệ xem ở danh bạ công vụ.'
    case 'ladder-changed':
      return 'Một người khác vừa đổi lịch nhắc sau khi ông/bà mở trang. Xin xem lại lịch mới bên dưới rồi đặt lại.'
    case 'ladder-fault':
      return faultText[refusal.fault]
  }
}

const { rungs, before, after } = ladderLimits
const faultText: Record<LadderFault, string> = {
  'no-rung': 'Xin ghi ít nhất một bậc nhắc.',
  'too-many-rungs': `Nhiều nhất ${rungs} bậc nhắc. Xin bỏ bớt.`,
  'rung-out-of-range': `Số ngày là một số nguyên, từ ${before} ngày trước hạn đến ${after} ngày sau hạn. Xin sửa lại.`,
  'rung-twice': 'Có hai bậc cùng một ngày. Xin bỏ một bậc.',
}

/** Why a unit is not reminded now. */
export function passedOverText(passed: PassedOver): string {
  switch (passed.why) {
    case 'not-expected':
      return 'không phải nộp kỳ này'
    case 'handed-in':
      return 'đã nộp'
    case 'lately':
      return `vừa được nhắc lúc ${timeInVietnam(passed.at)} ngày ${formatDay(dayInVietnam(passed.at))}; nhắc lại được sau ${hoursBetweenReminders} giờ`
    case 'nobody':
      return 'chưa có cán bộ nào nhận được: chưa mở tài khoản hoặc đã tắt'
  }
}

/** `trước hạn 3 ngày`, `đúng ngày hạn`, `sau hạn 5 ngày, cả lãnh đạo`. */
export function rungSaid({ days, leaders }: Rung): string {
  const when = days === 0 ? 'đúng ngày hạn' : days < 0 ? `trước hạn ${-days} ngày` : `sau hạn ${days} ngày`
  return leaders ? `${when}, báo cả lãnh đạo đơn vị` : when
}
