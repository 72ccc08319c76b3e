import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { DelegateLevel, MeetingKind, SessionTime, TrainingKind } from './meeting.ts'

export const meetingKindName: Record<MeetingKind, string> = {
  conference: 'Hội nghị',
  congress: 'Đại hội',
  training: 'Lớp tập huấn, bồi dưỡng',
  dissemination: 'Quán triệt, tuyên truyền',
  voters: 'Tiếp xúc cử tri',
  criticism: 'Phản biện xã hội',
  feedback: 'Góp ý xây dựng Đảng, chính quyền',
  support: 'Phân công giúp đỡ',
}

/** Where each kind is counted in the reports. */
export const meetingCountedIn: Record<MeetingKind, string> = {
  conference: 'Không tính vào ô nào; sơ kết, tổng kết một văn bản ghi ở sổ sơ kết, tổng kết.',
  congress: 'Không tính vào ô nào.',
  training: 'Lớp cho cán bộ làm công tác dân vận tính vào ô A08, người học vào ô A09.',
  dissemination: 'Tính vào ô A04, lượt người dự vào ô A05.',
  voters: 'Tính vào ô D08, lượt cử tri vào ô D09, ý kiến vào ô D10.',
  criticism: 'Tính vào ô C07, ý kiến vào ô C08.',
  feedback: 'Ý kiến tính vào ô C08.',
  support: 'Xã miền núi được tỉnh phân công giúp đỡ tính vào ô H10 khi phân công còn hiệu lực.',
}

export const trainingKindName: Record<TrainingKind, string> = {
  theory: 'Sơ cấp lý luận chính trị',
  'new-members': 'Đảng viên mới',
  'party-awareness': 'Nhận thức về Đảng',
  'cell-leaders': 'Cấp ủy, bí thư chi bộ',
  'front-skills': 'Nghiệp vụ Mặt trận và tổ chức chính trị - xã hội',
  other: 'Lớp khác',
}

export const delegateLevelName: Record<DelegateLevel, string> = {
  national: 'Đại biểu Quốc hội',
  province: 'Đại biểu Hội đồng nhân dân tỉnh',
  commune: 'Đại biểu Hội đồng nhân dân xã',
  several: 'Đại biểu nhiều cấp cùng tiếp xúc',
}

export const sessionTimeName: Record<SessionTime, string> = {
  before: 'Trước kỳ họp',
  after: 'Sau kỳ họp',
  topic: 'Theo chuyên đề',
}

/** Every *no* about meetings and the tasks that come of them. */
export type MeetingRefusal =
  | { code: 'day-not-come'; today: LocalDate }
  | { code: 'unit-not-in-force'; day: LocalDate }
  | { code: 'place-not-in-force'; place: string; day: LocalDate }
  | { code: 'place-ambiguous'; place: string }
  | { code: 'answered-exceeds'; opinions: number }
  | { code: 'ends-before-it-began' }
  | { code: 'mountain-needs-commune' }
  | { code: 'changed-meanwhile' }
  | { code: 'already-void' }
  | { code: 'sheet-used' }
  | { code: 'kind-fixed' }
  | { code: 'personal-number'; field: string }
  | { code: 'has-open-tasks' }
  | { code: 'task-not-of-this-kind' }
  | { code: 'due-before-meeting'; day: LocalDate }
  | { code: 'already-done' }
  | { code: 'not-done' }

/** The field of the form that a refusal stands beside; empty for the whole form. */
export function meetingFieldOf(refusal: MeetingRefusal): string {
  return 'field' in refusal ? refusal.field : (fields[refusal.code] ?? '')
}

const fields: Partial<Record<MeetingRefusal['code'], string>> = {
  'day-not-come': 'heldOn',
  'unit-not-in-force': 'heldOn',
  'place-not-in-force': 'helped',
  'place-ambiguous': 'helped',
  'answered-exceeds': 'answered',
  'ends-before-it-began': 'untilOn',
  'mountain-needs-commune': 'isMountain',
  'due-before-meeting': 'dueOn',
}

/** What an officer reads when a command says no: what is wrong and what to do. */
export function meetingRefusalText(refusal: MeetingRefusal): string {
  switch (refusal.code) {
    case 'day-not-come':
      return `Ngày này chưa tới (hôm nay ${formatDay(refusal.today)}). Sổ chỉ ghi việc đã làm; xin sửa ngày, hoặc ghi sau.`
    case 'unit-not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} đơn vị này chưa có hoặc không còn. Xin xem lại ngày.`
    case 'place-not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} chưa có hoặc không còn “${refusal.place}”. Xin ghi tên đơn vị của ngày ấy.`
    case 'place-ambiguous':
      return `Có hơn một đơn vị tên “${refusal.place}”. Xin ghi đúng dấu như trong danh sách gợi ý.`
    case 'answered-exceeds':
      return `Số ý kiến đã trả lời nhiều hơn số ý kiến đã nêu (${refusal.opinions}). Xin xem lại hai số.`
    case 'ends-before-it-began':
      return 'Ngày kết thúc đứng trước ngày bắt đầu. Xin xem lại hai ngày.'
    case 'mountain-needs-commune':
      return 'Ô H10 đếm xã. Xin ghi đúng tên một xã, phường của tỉnh ở chỗ “Giúp nơi nào”, hoặc bỏ chọn xã miền núi.'
    case 'changed-meanwhile':
      return 'Chỗ này vừa được người khác sửa sau khi ông/bà mở trang. Bản mới đứng ở trên, những gì vừa gõ vẫn còn ở dưới. Xin so lại; vẫn muốn đổi thì lưu lần nữa.'
    case 'already-void':
      return 'Dòng này đã được gỡ nên không sửa nữa. Nếu vẫn tính, xin ghi một dòng mới.'
    case 'sheet-used':
      return 'Tờ này lúc nãy đã ghi một việc với nội dung khác; việc đó vẫn còn trong sổ. Nếu đây là một việc nữa, xin bấm ghi lần nữa.'
    case 'kind-fixed':
      return 'Loại hội nghị không đổi được sau khi ghi. Nếu ghi nhầm loại, xin gỡ dòng này và ghi lại.'
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Sổ không giữ số của cá nhân; xin bỏ dãy số đó rồi lưu lại.'
    case 'has-open-tasks':
      return 'Hội nghị này còn việc theo kết luận chưa xong. Xin gỡ hoặc ghi kết quả các việc ấy rồi mới gỡ hội nghị khỏi sổ.'
    case 'task-not-of-this-kind':
      return 'Loại hoạt động này không có việc theo kết luận.'
    case 'due-before-meeting':
      return `Hạn của việc đứng trước ngày hội nghị (${formatDay(refusal.day)}). Xin xem lại hạn.`
    case 'already-done':
      return 'Việc này đã ghi xong rồi. Xin mở lại trước khi ghi kết quả khác.'
    case 'not-done':
      return 'Việc này chưa xong nên không cần mở lại.'
  }
}
