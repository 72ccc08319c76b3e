/** What was recorded about people, as a sentence without its subject: “Đỗ Văn Nháp mở tài khoản …”. */
export const accessAuditLabel = {
  'signed-in': 'đăng nhập',
  'signed-in-with-recovery-code': 'đăng nhập bằng mã khôi phục',
  'sign-in-refused': 'đăng nhập không thành',
  'sign-in-to-enrol': 'đăng nhập lần đầu để kích hoạt xác thực hai bước',
  'signed-out': 'đăng xuất',
  'second-factor-enrolled': 'kích hoạt xác thực hai bước',
  'second-factor-given-up': 'gỡ xác thực hai bước của mình để kích hoạt điện thoại khác',
  'recovery-codes-renewed': 'tạo bộ mã khôi phục mới',
  'own-factor-refused': 'xin đổi mã khôi phục hoặc điện thoại không thành',
  'password-changed': 'đổi mật khẩu',
  'password-change-refused': 'đổi mật khẩu không thành',
  'duty-chosen': 'chuyển sang nhiệm vụ khác của mình',
  'account-opened': 'mở tài khoản',
  'account-turned-on': 'bật tài khoản',
  'account-turned-off': 'tắt tài khoản',
  'duty-given': 'giao nhiệm vụ',
  'duty-ended': 'kết thúc nhiệm vụ',
  'duty-handed-over': 'bàn giao nhiệm vụ',
  'duty-returned': 'hủy bàn giao, trả lại nhiệm vụ',
  'second-factor-reset': 'gỡ xác thực hai bước',
  'password-reset': 'cấp mật khẩu dùng một lần',
  'sign-in-reset': 'cấp lại mật khẩu và gỡ xác thực hai bước',
  'accounts-listed': 'mở các tài khoản trong một tệp',
  'accounts-reviewed': 'hoàn thành rà soát tài khoản',
  'contact-added': 'ghi địa chỉ liên hệ của mình',
  'contact-changed': 'đổi địa chỉ liên hệ của mình',
  'contact-removed': 'bỏ địa chỉ liên hệ của mình',
  'contact-verified': 'xác nhận thư điện tử của mình',
  'contact-code-asked': 'xin mã xác nhận thư điện tử',
  'contact-code-refused': 'xác nhận thư điện tử không thành',
  'contact-bounced': 'không gửi được thư tới địa chỉ đã ghi',
  'mail-wish-changed': 'đổi cách nhận thư báo việc',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type AccessAuditKind = keyof typeof accessAuditLabel

/** Why a sign-in was refused or an account turned off, where the audit gives a reason of one word. */
export const auditReasonLabel: Record<string, string> = {
  password: 'sai mật khẩu',
  'wrong-password': 'sai mật khẩu',
  'wrong-code': 'sai mã',
  'code-already-used': 'mã đã dùng rồi',
  'wrong-recovery-code': 'sai mã khôi phục',
  idle: 'lâu không dùng',
  review: 'kết quả rà soát',
}
