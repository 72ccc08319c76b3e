import type { DutyKind } from './actor.ts'

export const dutyLabel: Record<DutyKind, string> = {
  'commune-officer': 'Cán bộ dân vận xã',
  'commune-leader': 'Lãnh đạo xã',
  'province-officer': 'Cán bộ dân vận tỉnh',
  'province-leader': 'Lãnh đạo tỉnh',
  administrator: 'Quản trị',
}

/** Why a sign-in or a change of one's own account was not done. */
export type AccessRefusal =
  | { code: 'wrong-name-or-password' }
  | { code: 'wrong-password' }
  | { code: 'same-password' }
  | { code: 'wrong-code' }
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

/** What was wrong and what to do, in words. */
export function refusalText(refusal: AccessRefusal | AdministrationRefusal): string {
  switch (refusal.code) {
    case 'wrong-name-or-password':
      return 'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi gõ lại mật khẩu.'
    case 'wrong-password':
      return 'Mật khẩu đang dùng chưa đúng. Gõ lại mật khẩu hiện nay của ông/bà.'
    case 'same-password':
      return 'Mật khẩu mới trùng với mật khẩu đang dùng. Chọn một mật khẩu khác.'
    case 'wrong-code':
      return 'Mã chưa đúng. Mã đổi sau mỗi 30 giây: chờ mã mới trên điện thoại rồi gõ lại. Nếu vẫn không được, xem lại giờ của điện thoại.'
    case 'code-already-used':
      return 'Mã này đã dùng một lần rồi. Chờ điện thoại hiện mã mới (không quá 30 giây) rồi gõ lại.'
    case 'sign-in-started-too-long-ago':
      return 'Đã quá 10 phút từ khi gõ mật khẩu. Đăng nhập lại từ đầu.'
    case 'locked':
      return `Đã gõ sai quá nhiều lần nên việc đăng nhập tạm khoá. Thử lại sau ${refusal.minutes} phút, hoặc nhờ quản trị của tỉnh giúp.`
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
  }
}

/** What happened to an account, as its owner reads it. */
export const accountEventLabel: Record<string, string> = {
  'signed-in': 'Đăng nhập',
  'sign-in-refused': 'Đăng nhập không thành (sai mật khẩu hoặc mã)',
  'signed-out': 'Đăng xuất',
  'second-factor-enrolled': 'Kích hoạt xác thực hai bước',
  'second-factor-reset': 'Quản trị gỡ xác thực hai bước',
  'password-changed': 'Đổi mật khẩu',
  'password-change-refused': 'Đổi mật khẩu không thành',
  'password-reset': 'Quản trị cấp mật khẩu dùng một lần',
  'account-turned-on': 'Tài khoản được bật',
  'account-turned-off': 'Tài khoản bị tắt',
}
