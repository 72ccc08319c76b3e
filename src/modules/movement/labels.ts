import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { YearMove, YearState } from './cycle.ts'
import type { HolderKind, RegistrationScope } from './initiative.ts'

export const stateLabel: Record<YearState, string> = {
  draft: 'Đang viết',
  registered: 'Đã đăng ký',
  returned: 'Trả lại để sửa',
  listed: 'Trong danh sách',
  launched: 'Đã ra mắt',
  running: 'Đang làm',
  'self-scored': 'Đã tự chấm',
  appraised: 'Đã thẩm định',
  recognised: 'Được công nhận',
  'not-recognised': 'Không công nhận',
  'not-eligible': 'Không đủ điều kiện xét',
  outstanding: 'Tiêu biểu',
  proposed: 'Đã đề nghị khen',
  stopped: 'Đã dừng',
  merged: 'Đã gộp',
  'handed-over': 'Đã bàn giao',
}

/** What the button of a move says. */
export const moveLabel: Record<YearMove, string> = {
  register: 'Đăng ký',
  withdraw: 'Rút đăng ký',
  return: 'Trả lại để sửa',
  approve: 'Đưa vào danh sách',
  launch: 'Ghi đã ra mắt',
  run: 'Ghi đang làm',
  'score-self': 'Ghi đã tự chấm',
  appraise: 'Ghi đã thẩm định',
  recognise: 'Công nhận',
  'refuse-recognition': 'Không công nhận',
  'find-not-eligible': 'Không đủ điều kiện xét',
  'choose-outstanding': 'Chọn tiêu biểu',
  'propose-award': 'Đề nghị khen',
  stop: 'Dừng',
  merge: 'Gộp vào mô hình khác',
  'hand-over': 'Bàn giao',
}

export const scopeLabel: Record<RegistrationScope, string> = {
  commune: 'Cấp xã',
  district: 'Cấp huyện',
  province: 'Cấp tỉnh',
  central: 'Cấp Trung ương',
}

export const holderKindLabel: Record<HolderKind, string> = {
  collective: 'Tập thể',
  individual: 'Cá nhân',
}

/** Every *no* of a move through a year, with what it needs to be said. */
export type YearRefusal =
  | { code: 'not-now'; state: YearState; move: YearMove }
  | { code: 'not-you'; move: YearMove }
  | { code: 'changed-meanwhile' }
  | { code: 'reason-missing'; move: YearMove }
  | { code: 'decision-missing' }
  | { code: 'day-not-come'; today: LocalDate }
  | { code: 'day-before-last'; last: LocalDate }
  | { code: 'personal-number' }
  | { code: 'window-closed'; scope: RegistrationScope; year: number; from: LocalDate; to: LocalDate }
  | { code: 'form-incomplete'; missing: readonly string[] }
  | { code: 'unit-ended'; unit: string; on: LocalDate }
  | { code: 'already-ended' }

/** What an officer reads when a move says no: what is wrong and what to do. */
export function yearRefusalText(refusal: YearRefusal): string {
  switch (refusal.code) {
    case 'not-now':
      return `Đang ở bước “${stateLabel[refusal.state]}” nên chưa “${moveLabel[refusal.move]}” được. Có thể người khác vừa chuyển bước; xin tải lại trang để xem các việc làm được bây giờ.`
    case 'not-you':
      return `“${moveLabel[refusal.move]}” là việc của nơi tiếp nhận ở cấp đăng ký hoặc của đơn vị làm mô hình, không phải của ông/bà.`
    case 'changed-meanwhile':
      return 'Mô hình này vừa được người khác sửa hoặc chuyển bước sau khi ông/bà mở trang. Bản mới đứng ở trên; xin xem lại rồi làm lần nữa nếu vẫn muốn.'
    case 'reason-missing':
      return `“${moveLabel[refusal.move]}” cần một lý do để đơn vị và người đọc sau này hiểu. Xin ghi lý do.`
    case 'decision-missing':
      return 'Công nhận theo quyết định nào? Xin ghi số quyết định, ví dụ 125-QĐ/ĐU.'
    case 'day-not-come':
      return `Ngày này chưa tới (hôm nay ${formatDay(refusal.today)}). Xin ghi ngày đã làm.`
    case 'day-before-last':
      return `Bước trước ghi ngày ${formatDay(refusal.last)}; bước này không thể sớm hơn. Xin xem lại ngày.`
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại, số căn cước hoặc số tài khoản. Sổ không giữ số của cá nhân; xin bỏ dãy số đó rồi lưu lại.'
    case 'window-closed':
      return `Đợt đăng ký ${scopeLabel[refusal.scope].toLowerCase()} của năm ${refusal.year} mở từ ${formatDay(refusal.from)} đến hết ${formatDay(refusal.to)}. Phiếu vẫn được giữ; nếu cần đăng ký ngoài đợt, xin đề nghị tỉnh mở thêm.`
    case 'form-incomplete':
      return `Phiếu còn thiếu: ${refusal.missing.join(', ')}. Xin viết đủ rồi đăng ký.`
    case 'unit-ended':
      return `${refusal.unit} không còn từ ngày ${formatDay(refusal.on)}. Mô hình này chỉ còn bàn giao, gộp hoặc dừng được; việc tiếp theo do đơn vị nhận bàn giao ghi.`
    case 'already-ended':
      return 'Mô hình này đã dừng, đã gộp hoặc đã bàn giao nên không ghi tiếp nữa.'
  }
}
