/** What an installation keeps about an officer, in the words of the notice. docs/legal/record-of-processing.md names the columns. */
export type KeptAboutOfficers = { what: string; why: string; who: string; until: string }

export const keptAboutOfficers: readonly KeptAboutOfficers[] = [
  {
    what: 'Họ tên, tên đăng nhập, đơn vị và nhiệm vụ kèm ngày bắt đầu, ngày kết thúc',
    why: 'Biết ai được làm gì, ở đâu, từ ngày nào.',
    who: 'Quản trị và người kiểm soát của tỉnh. Đồng nghiệp cùng đơn vị và cấp trên thấy họ tên trong lịch sử báo cáo.',
    until: 'Giữ cùng báo cáo và nhật ký, kể cả khi tài khoản đã tắt.',
  },
  {
    what: 'Mật khẩu (chỉ giữ mã băm), khoá của xác thực hai bước (đã mã hoá), mã khôi phục (chỉ giữ mã băm)',
    why: 'Kiểm tra người đăng nhập.',
    who: 'Không ai đọc được, kể cả quản trị.',
    until: 'Đến khi đổi, cấp lại hoặc gỡ.',
  },
  {
    what: 'Phiên làm việc: giờ bắt đầu, giờ dùng gần nhất, một phần địa chỉ mạng (số cuối đã bỏ), tên trình duyệt',
    why: 'Giữ ông/bà ở trạng thái đã đăng nhập; tự kết thúc khi rời máy.',
    who: 'Chỉ phần mềm.',
    until: 'Phiên dài nhất 12 giờ; hết hạn thì xoá trong đêm.',
  },
  {
    what: 'Việc đã làm: ai ghi, nộp, trả lại, nhận, công bố, lúc nào; lần dùng tài khoản gần nhất',
    why: 'Mỗi số liệu có người chịu trách nhiệm; tìm lại được khi có sai sót.',
    who: 'Đồng nghiệp cùng đơn vị và cấp trên thấy ở báo cáo của mình; người kiểm soát, quản trị thấy trong nhật ký.',
    until: 'Nhật ký không xoá được; báo cáo giữ theo hồ sơ của đơn vị.',
  },
  {
    what: 'Thư điện tử công vụ và điện thoại bàn của cơ quan (không bắt buộc)',
    why: 'Gửi thông báo khi ông/bà muốn nhận; liên hệ trong công việc.',
    who: 'Chính ông/bà. Nội dung được mã hoá; mỗi lần mở đều ghi vào nhật ký.',
    until: 'Đến khi ông/bà gỡ.',
  },
  {
    what: 'Tài liệu kèm báo cáo; trong ảnh có thể có người',
    why: 'Làm rõ con số cho người duyệt.',
    who: 'Đơn vị và cấp trên. Ảnh chỉ ra trang công khai khi lãnh đạo chọn và người trong ảnh đã đồng ý.',
    until: 'Đã nộp thì giữ cùng báo cáo. Nơi chụp, giờ chụp ghi ẩn trong ảnh bị bỏ ngay khi nhận.',
  },
]

/** What this software has no place for, so that nobody asks where it is. */
export const neverKept: readonly string[] = [
  'Danh tính người tố cáo và nội dung tố cáo.',
  'Tôn giáo, dân tộc, chính kiến, hộ nghèo, bệnh tật của một người cụ thể.',
  'Số căn cước, ảnh căn cước, số điện thoại cá nhân của người dân.',
  'Việc ai đã đọc trang nào.',
]
