import type { Chapter } from './chapter.ts'

export const troubleChapter: Chapter = {
  id: 'khi-gap',
  title: 'Làm gì khi…',
  who: 'Mọi cán bộ',
  parts: [
    {
      id: 'mang-yeu',
      title: 'Mạng yếu hoặc mất mạng',
      says: [
        'Cứ gõ tiếp. Ô ghi “chưa lưu, chờ mạng”; có mạng máy tự gửi. Tải lại trang thì chữ vẫn còn trên máy này một ngày. Đừng bấm đăng xuất khi chưa lưu: đăng xuất là xoá.',
        'Thấy câu hỏi “Đưa lại vào ô và lưu” thì bấm để lấy lại chữ đã gõ.',
      ],
    },
    {
      id: 'mat-dien-thoai',
      title: 'Mất hoặc đổi điện thoại',
      steps: [
        'Ở bước gõ mã, bấm “Không có điện thoại? Dùng mã khôi phục”. Gõ một mã trên tờ giấy.',
        'Vào được rồi thì mở “Tài khoản, mật khẩu” để kích hoạt điện thoại mới.',
        'Không còn mã nào: nhờ quản trị của tỉnh cấp lại. Quản trị sẽ hỏi để biết đúng là ông/bà.',
      ],
    },
    {
      id: 'quen-mat-khau',
      title: 'Quên mật khẩu',
      says: ['Nhờ quản trị của tỉnh cấp mật khẩu dùng một lần. Không ai xem được mật khẩu cũ của ông/bà.'],
    },
    {
      id: 'nhap-nham',
      title: 'Nhập nhầm',
      steps: [
        'Chưa nộp: sửa ngay trong ô, hoặc bấm “Hoàn tác”.',
        'Đã nộp, tỉnh chưa nhận: bấm “Rút lại để sửa”.',
        'Tỉnh đã nhận hoặc đã công bố: báo cho cán bộ tỉnh. Bản này chưa có nút đính chính; số đã nhận không đổi được.',
      ],
    },
    {
      id: 'tra-lai-vo-ly',
      title: 'Bị trả lại mà số đúng',
      says: ['Không cần đổi số. Viết câu trả lời nói rõ vì sao sổ đúng như vậy, rồi nộp lại.'],
    },
    {
      id: 'hai-so',
      title: 'Thấy “hai số khác nhau”',
      says: ['Có người vừa ghi cùng ô. Hỏi đồng nghiệp một tiếng rồi chọn. Chưa chọn thì chưa số nào bị mất.'],
    },
    {
      id: 'nghi-lo-mat-khau',
      title: 'Nghi có người khác dùng tài khoản của mình',
      says: ['Đổi mật khẩu ngay ở “Tài khoản, mật khẩu”: các máy khác bị thoát ra. Rồi báo quản trị của tỉnh.'],
    },
    {
      id: 'trang-loi',
      title: 'Trang báo lỗi máy chủ',
      says: [
        'Những gì đã lưu vẫn còn. Thử lại sau ít phút. Vẫn lỗi thì chép dòng mã ở cuối trang gửi quản trị: mã đó giúp tìm đúng lỗi và không có gì của ông/bà trong đó.',
      ],
    },
  ],
}
