import type { MailFault } from './sender.ts'

const faultText: Record<MailFault | 'recipient' | 'message' | 'cut-off', string> = {
  tls: 'Không mở được đường truyền mã hóa tới máy chủ thư (TLS): chứng thư của máy chủ hết hạn, tự ký hoặc không đúng tên. Quản trị cần xem lại chứng thư của máy chủ thư; hệ thống không gửi thư qua đường không mã hóa.',
  'sign-in': 'Máy chủ thư không nhận tài khoản gửi. Quản trị cần xem lại tên và mật khẩu trong KHEO_SMTP_URL.',
  sender: 'Máy chủ thư không cho gửi bằng địa chỉ trong KHEO_MAIL_FROM. Quản trị cần xem lại địa chỉ này.',
  unreachable: 'Chưa kết nối được máy chủ thư. Hệ thống sẽ tự thử lại.',
  'server-busy': 'Máy chủ thư hẹn lúc khác. Hệ thống sẽ tự thử lại.',
  recipient: 'Máy chủ thư trả lời là không có địa chỉ này hoặc hộp thư không nhận. Xin xem lại địa chỉ.',
  message: 'Máy chủ thư không nhận nội dung thư. Xin báo quản trị.',
  'cut-off':
    'Đường truyền đứt khi đang gửi, không rõ thư đã tới hay chưa; hệ thống không gửi lại để tránh gửi hai lần.',
}

/** What became of a mail, in words; null for a code word of an older version. */
export function mailFaultText(fault: string): string | null {
  return Object.hasOwn(faultText, fault) ? faultText[fault as keyof typeof faultText] : null
}
