import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { FindingMove, FindingState, Severity } from './finding.ts'
import type { VisitKind, VisitLead } from './visit.ts'

export const visitKindName: Record<VisitKind, string> = {
  inspection: 'Kiểm tra',
  supervision: 'Giám sát',
  survey: 'Khảo sát',
}

export const visitLeadName: Record<VisitLead, string> = {
  upper: 'Đoàn của cấp tỉnh',
  bloc: 'Khối dân vận xã',
  front: 'Mặt trận Tổ quốc',
}

export const severityName: Record<Severity, string> = { light: 'Nhẹ', serious: 'Phải sửa', grave: 'Nghiêm trọng' }

export const findingStateName: Record<FindingState, string> = {
  open: 'chưa trả lời',
  answered: 'đã trả lời, chờ xem lại',
  closed: 'đã khắc phục',
}

export const findingMoveName: Record<FindingMove | 'raise' | 'correct', string> = {
  raise: 'nêu việc này',
  correct: 'sửa lời hoặc hạn',
  answer: 'trả lời',
  close: 'xác nhận đã khắc phục',
  reopen: 'mở lại',
  void: 'gỡ khỏi danh sách',
}

/** Every *no* about visits, their plan, their topics and what they found. */
export type VisitRefusal =
  | { code: 'day-not-come'; today: LocalDate; field: string }
  | { code: 'unit-not-in-force'; day: LocalDate }
  | { code: 'place-not-in-force'; place: string; day: LocalDate; field: string }
  | { code: 'place-ambiguous'; place: string; field: string }
  | { code: 'place-twice'; place: string; field: string }
  | { code: 'place-before-visit'; place: string; field: string }
  | { code: 'place-has-findings'; place: string }
  | { code: 'no-place' }
  | { code: 'lead-not-here' }
  | { code: 'surprise-in-plan' }
  | { code: 'plan-unknown' }
  | { code: 'conclusion-before-visit' }
  | { code: 'changed-meanwhile' }
  | { code: 'already-void' }
  | { code: 'sheet-used' }
  | { code: 'personal-number'; field: string }
  | { code: 'has-findings' }
  | { code: 'initiative-seen-before' }
  | { code: 'owner-not-visited' }
  | { code: 'due-before-visit'; day: LocalDate }
  | { code: 'evidence-needed' }
  | { code: 'step-not-possible'; state: FindingState }
  | { code: 'topic-exists' }
  | { code: 'plan-has-visits' }

/** The field of the form that a refusal stands beside; empty for the whole form. */
export function visitFieldOf(refusal: VisitRefusal): string {
  if ('field' in refusal) return refusal.field
  return fields[refusal.code] ?? ''
}

const fields: Partial<Record<VisitRefusal['code'], string>> = {
  'unit-not-in-force': 'heldOn',
  'no-place': 'place-0',
  'lead-not-here': 'ledBy',
  'surprise-in-plan': 'plan',
  'plan-unknown': 'plan',
  'conclusion-before-visit': 'conclusionOn',
  'owner-not-visited': 'owner',
  'due-before-visit': 'dueOn',
  'evidence-needed': 'said',
  'topic-exists': 'name',
}

/** What an officer reads when a command says no: what is wrong and what to do. */
export function visitRefusalText(refusal: VisitRefusal): string {
  switch (refusal.code) {
    case 'day-not-come':
      return `Ngày này chưa tới (hôm nay ${formatDay(refusal.today)}). Sổ chỉ ghi việc đã làm; xin sửa ngày, hoặc ghi vào kế hoạch năm.`
    case 'unit-not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} đơn vị này chưa có hoặc không còn. Xin xem lại ngày.`
    case 'place-not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} chưa có hoặc không còn “${refusal.place}”. Xin xem lại ngày, hoặc ghi tên đơn vị của ngày ấy.`
    case 'place-ambiguous':
      return `Có hơn một đơn vị tên “${refusal.place}”. Xin ghi đúng dấu như trong danh sách gợi ý.`
    case 'place-twice':
      return `“${refusal.place}” đã có một dòng cùng ngày. Một đơn vị, một ngày, một đoàn chỉ tính một lần; xin bỏ bớt một dòng.`
    case 'place-before-visit':
      return `Ngày đến “${refusal.place}” đứng trước ngày bắt đầu của đoàn. Xin xem lại hai ngày.`
    case 'place-has-findings':
      return `“${refusal.place}” đang có việc phải khắc phục nên không bỏ khỏi danh sách được. Xin gỡ các việc ấy trước.`
    case 'no-place':
      return 'Chưa ghi đoàn đến đơn vị nào. Xin ghi ít nhất một đơn vị.'
    case 'lead-not-here':
      return 'Đơn vị này không ghi sổ cho loại đoàn ấy. Xin chọn một trong các đoàn có trong danh sách.'
    case 'surprise-in-plan':
      return 'Cuộc đột xuất thì không nằm trong kế hoạch năm. Xin bỏ chọn kế hoạch, hoặc chọn “Theo kế hoạch”.'
    case 'plan-unknown':
      return 'Dòng kế hoạch vừa chọn không còn. Xin chọn lại.'
    case 'conclusion-before-visit':
      return 'Ngày của thông báo kết luận đứng trước ngày đoàn đi. Xin xem lại hai ngày.'
    case 'changed-meanwhile':
      return 'Chỗ này vừa được người khác sửa sau khi ông/bà mở trang. Bản mới đứng ở trên, những gì vừa gõ vẫn còn ở dưới. Xin so lại; vẫn muốn đổi thì lưu lần nữa.'
    case 'already-void':
      return 'Dòng này đã được gỡ nên không sửa nữa. Nếu vẫn tính, xin ghi một dòng mới.'
    case 'sheet-used':
      return 'Tờ này lúc nãy đã ghi một việc với nội dung khác; việc đó vẫn còn trong sổ. Nếu đây là một việc nữa, xin bấm ghi lần nữa.'
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Sổ không giữ số của cá nhân; xin bỏ dãy số đó rồi lưu lại.'
    case 'has-findings':
      return 'Cuộc này còn việc phải khắc phục đang mở. Xin gỡ hoặc đóng các việc ấy rồi mới gỡ cuộc này khỏi sổ.'
    case 'initiative-seen-before':
      return 'Mô hình này đã có trong cuộc này rồi.'
    case 'owner-not-visited':
      return 'Việc phải khắc phục là của một đơn vị mà đoàn đã đến. Xin chọn trong danh sách.'
    case 'due-before-visit':
      return `Hạn khắc phục đứng trước ngày đoàn đến (${formatDay(refusal.day)}). Xin xem lại hạn.`
    case 'evidence-needed':
      return 'Việc “phải sửa” hoặc “nghiêm trọng” chỉ đóng khi có tài liệu chứng minh. Xin kèm tài liệu trước, hoặc đề nghị đơn vị gửi.'
    case 'step-not-possible':
      return `Việc này hiện ${findingStateName[refusal.state]} nên không làm bước đó được. Xin mở lại trang để xem bước tiếp theo.`
    case 'topic-exists':
      return 'Đã có chủ đề này trong danh mục. Nếu nó đang ngừng dùng, xin bấm “Dùng lại”.'
    case 'plan-has-visits':
      return 'Đã có cuộc ghi theo dòng kế hoạch này nên không gỡ được. Dòng vẫn đứng trong kế hoạch kèm số đã làm.'
  }
}
