import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { DutyKind } from './actor.ts'
import type { ListTextProblem } from './list-text.ts'

export const dutyLabel: Record<DutyKind, string> = {
  'commune-officer': 'Cán bộ dân vận xã',
  'commune-leader': 'Lãnh đạo xã',
  'province-officer': 'Cán bộ dân vận tỉnh',
  'province-leader': 'Lãnh đạo tỉnh',
  administrator: 'Quản trị',
  auditor: 'Người kiểm soát',
}

/** Why a sign-in or a change of one's own account was not done. */
export type AccessRefusal =
  | { code: 'wrong-name-or-password' }
  | { code: 'wrong-password' }
  | { code: 'same-password' }
  | { code: 'wrong-code' }
  | { code: 'wrong-recovery-code' }
  | { code: 'code-already-used' }
  | { code: 'sign-in-started-too-long-ago' }
  | { code: 'locked'; minutes: number }
  | { code: 'account-off' }

/** Why an administrator's change was not done. */
export type AdministrationRefusal =
  | { code: 'sign-in-name-taken' }
  | { code: 'unit-does-not-fit-duty' }
  | { code: 'duty-already-given' }
  | { code: 'duty-already-ended' }
  | { code: 'own-account' }
  | { code: 'unknown-province'; typed: string }
  | { code: 'not-an-administrator' }
  | { code: 'first-day-not-ahead' }
  | { code: 'first-day-too-far' }
  | { code: 'same-person' }
  | { code: 'receiver-off' }
  | { code: 'not-confirmed' }
  | { code: 'undecided'; count: number }
  | { code: 'accounts-changed'; names: string[] }
  | { code: 'duty-ends-already'; day: LocalDate }

export const resetWhats = ['password', 'second-factor', 'both'] as const
/** What an administrator takes away so that it is made again. */
export type ResetWhat = (typeof resetWhats)[number]

export const resetWhatLabel: Record<ResetWhat, string> = {
  password: 'Mật khẩu',
  'second-factor': 'Xác thực hai bước (kèm mã khôi phục)',
  both: 'Cả hai',
}

export const resetReasons = [
  'password-forgotten',
  'phone-lost',
  'phone-changed',
  'misuse-suspected',
  'back-at-work',
] as const
/** Why; a choice and no free text, because it stands in the audit for ever. */
export type ResetReason = (typeof resetReasons)[number]

export const resetReasonLabel: Record<ResetReason, string> = {
  'password-forgotten': 'Quên mật khẩu',
  'phone-lost': 'Mất điện thoại',
  'phone-changed': 'Đổi điện thoại',
  'misuse-suspected': 'Nghi có người khác dùng',
  'back-at-work': 'Trở lại làm việc sau thời gian nghỉ',
}

/** Why a list of new accounts was not read, or not applied. */
export type ListRefusal =
  | { code: ListTextProblem }
  | { code: 'columns-missing'; missing: string[] }
  | { code: 'list-too-long'; count: number; most: number }
  | { code: 'list-has-errors'; count: number }

/** What was wrong and what to do, in words. */
export function refusalText(refusal: AccessRefusal | AdministrationRefusal | ListRefusal): string {
  switch (refusal.code) {
    case 'wrong-name-or-password':
      return 'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi gõ lại mật khẩu.'
    case 'wrong-password':
      return 'Mật khẩu đang dùng chưa đúng. Gõ lại mật khẩu hiện nay của ông/bà.'
    case 'same-password':
      return 'Mật khẩu mới trùng với mật khẩu đang dùng. Chọn một mật khẩu khác.'
    case 'wrong-code':
      return 'Mã chưa đúng. Mã đổi sau mỗi 30 giây: chờ mã mới trên điện thoại rồi gõ lại. Nếu vẫn không được, xem lại giờ của điện thoại.'
    case 'wrong-recovery-code':
      return 'Mã khôi phục chưa đúng hoặc đã dùng rồi. Mỗi mã chỉ dùng một lần: thử mã khác trên tờ giấy, hoặc nhờ quản trị của tỉnh cấp lại.'
    case 'code-already-used':
      return 'Mã này đã dùng một lần rồi. Chờ điện thoại hiện mã mới (không quá 30 giây) rồi gõ lại.'
    case 'sign-in-started-too-long-ago':
      return 'Đã quá 10 phút từ khi gõ mật khẩu. Đăng nhập lại từ đầu.'
    case 'locked':
      return `Đã gõ sai quá nhiều lần nên việc đăng nhập tạm khóa. Thử lại sau ${refusal.minutes} phút, hoặc nhờ quản trị của tỉnh giúp.`
    case 'account-off':
      return 'Tài khoản này đang tắt (quá 45 ngày không dùng, hoặc do quản trị tắt). Nhờ quản trị của tỉnh bật lại.'
    case 'sign-in-name-taken':
      return 'Tên đăng nhập này đã có người dùng. Chọn tên khác, ví dụ thêm tên xã.'
    case 'unit-does-not-fit-duty':
      return 'Nhiệm vụ ở xã phải chọn một xã; nhiệm vụ ở tỉnh phải chọn tỉnh.'
    case 'duty-already-given':
      return 'Tài khoản này đang giữ đúng nhiệm vụ đó rồi.'
    case 'duty-already-ended':
      return 'Nhiệm vụ này đã kết thúc rồi.'
    case 'own-account':
      return 'Không thể tự làm việc này với tài khoản của chính mình. Nhờ một quản trị khác.'
    case 'unknown-province':
      return `Không có tỉnh nào mang mã “${refusal.typed}”.`
    case 'not-an-administrator':
      return 'Lệnh này chỉ dành cho tài khoản đang giữ nhiệm vụ quản trị. Tài khoản khác: quản trị của tỉnh cấp lại trên trang Tài khoản.'
    case 'first-day-not-ahead':
      return 'Ngày nhận việc phải là hôm nay hoặc sau hôm nay.'
    case 'first-day-too-far':
      return 'Ngày nhận việc xa quá một năm. Xin xem lại ngày.'
    case 'same-person':
      return 'Người giao và người nhận là một. Chọn người nhận khác.'
    case 'receiver-off':
      return 'Tài khoản của người nhận đang tắt. Bật tài khoản đó trước, rồi bàn giao.'
    case 'not-confirmed':
      return 'Xin đánh dấu đã xem danh sách việc đang mở trước khi bàn giao.'
    case 'undecided':
      return `Còn ${refusal.count} tài khoản chưa chọn giữ hay tắt.`
    case 'accounts-changed':
      return `Trong lúc rà soát có tài khoản mới mở: ${refusal.names.join(', ')}. Xin xem các tài khoản đó ở cuối danh sách rồi hoàn thành.`
    case 'duty-ends-already':
      return `Nhiệm vụ này đã có ngày kết thúc (${formatDay(refusal.day)}), có thể đã bàn giao rồi. Xem trang của tài khoản.`
    case 'empty':
      return 'Danh sách chưa có người nào. Cần một dòng tên cột, rồi mỗi người một dòng.'
    case 'not-unicode':
      return 'Tệp này không phải Unicode (có thể là Windows-1258, TCVN3 hay VNI) nên tên người sẽ sai dấu. Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, rồi gửi lại.'
    case 'spreadsheet':
      return 'Đây là tệp bảng tính Excel. Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, rồi gửi lại; hoặc chép các ô rồi dán vào ô bên dưới.'
    case 'stray-quote':
      return 'Có một dấu ngoặc kép mở mà không đóng, nên không biết ô kết thúc ở đâu. Bỏ dấu đó rồi gửi lại.'
    case 'columns-missing':
      return `Dòng đầu thiếu cột: ${refusal.missing.join(', ')}. Tải tệp mẫu để xem tên các cột.`
    case 'list-too-long':
      return `Danh sách có ${refusal.count} người; mỗi lần mở nhiều nhất ${refusal.most}. Chia làm nhiều tệp.`
    case 'list-has-errors':
      return `Danh sách còn ${refusal.count} dòng cần sửa nên chưa mở tài khoản nào. Xem cột “Cần sửa” bên dưới.`
  }
}
