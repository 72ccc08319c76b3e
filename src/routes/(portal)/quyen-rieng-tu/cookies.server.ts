import { pendingCookie, sessionCookie } from '#modules/access/identity.server.ts'
import { textSizeCookie } from '#ui/text-size.ts'
import { anonymousCookie, keptCookie } from '../../visit.server.ts'

/** A cookie of ours as a reader is told of it. */
export type CookieTold = { name: string; whose: string; purpose: string; until: string }

/** Every cookie that this software sets, by the names that the code uses. */
export const cookiesTold: readonly CookieTold[] = [
  {
    name: textSizeCookie,
    whose: 'Người chọn cỡ chữ',
    purpose: 'Nhớ cỡ chữ đã chọn.',
    until: 'Một năm',
  },
  {
    name: anonymousCookie,
    whose: 'Người mở trang đăng nhập',
    purpose: 'Một chuỗi ngẫu nhiên để biết biểu mẫu gửi từ đúng trang này.',
    until: 'Đóng trình duyệt',
  },
  {
    name: pendingCookie,
    whose: 'Cán bộ đang đăng nhập',
    purpose: 'Nối bước mật khẩu với bước gõ mã.',
    until: 'Đóng trình duyệt; mã trong đó hết hạn sau mười phút',
  },
  {
    name: sessionCookie,
    whose: 'Cán bộ đã đăng nhập',
    purpose: 'Giữ phiên làm việc.',
    until: 'Đăng xuất hoặc đóng trình duyệt; phiên hết sớm hơn nếu rời máy',
  },
  {
    name: keptCookie,
    whose: 'Cán bộ gửi bài đúng lúc hết phiên',
    purpose: 'Tìm lại nội dung vừa gửi sau khi đăng nhập lại.',
    until: 'Mười phút',
  },
]
