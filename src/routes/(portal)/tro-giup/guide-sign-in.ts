import type { Chapter } from './chapter.ts'

export const signInChapter: Chapter = {
  id: 'dang-nhap',
  title: 'Đăng nhập',
  who: 'Mọi cán bộ',
  parts: [
    {
      id: 'lan-dau',
      title: 'Lần đầu: kích hoạt',
      says: [
        'Quản trị của tỉnh đưa ông/bà một phiếu có địa chỉ, tên đăng nhập và mật khẩu dùng một lần. Cần một điện thoại để lấy mã.',
      ],
      steps: [
        'Cài một ứng dụng xác thực lên điện thoại, ví dụ FreeOTP, Aegis hoặc Google Authenticator.',
        'Mở địa chỉ trên phiếu. Gõ “Tên đăng nhập” và “Mật khẩu”, bấm “Tiếp tục”.',
        'Quét hình trên màn hình bằng ứng dụng. Gõ “Mã 6 chữ số”, bấm “Kích hoạt”.',
        'In hoặc chép mười mã khôi phục ra giấy. Các mã chỉ hiện một lần. Cất xa điện thoại.',
        'Bấm “Đã cất các mã, đi tiếp”, rồi đặt mật khẩu của riêng mình.',
      ],
      picture: { name: 'recovery-codes', alt: 'Trang “Mã khôi phục” với mười mã xếp hai cột, kèm lời dặn in ra giấy.' },
    },
    {
      id: 'hang-ngay',
      title: 'Mỗi ngày: hai bước',
      steps: [
        'Gõ tên đăng nhập và mật khẩu, bấm “Tiếp tục”.',
        'Mở ứng dụng trên điện thoại, gõ sáu chữ số đang hiện, bấm “Đăng nhập”.',
      ],
      minds: [
        'Mã đổi sau mỗi 30 giây; mỗi mã chỉ dùng được một lần.',
        'Rời máy 15 phút thì phải đăng nhập lại. Nội dung gửi đúng lúc đó được giữ mười phút để gửi tiếp.',
        'Gõ sai năm lần thì tạm khoá 15 phút.',
        'Quá 45 ngày không dùng thì tài khoản tắt; nhờ quản trị bật lại.',
      ],
      picture: { name: 'sign-in', alt: 'Trang đăng nhập: ô tên đăng nhập, ô mật khẩu, nút Tiếp tục.' },
    },
  ],
}
