import { localDate } from '#kernel/local-date.ts'

/** The day somebody last went through this list with the pages open. Change it together with what was found. */
export const lastLookedOn = localDate('2026-11-22')

/** What is done about access for everybody, in the words of the statement; each is held by a test or a file. */
export const whatIsDone: readonly string[] = [
  'Trang công khai không cần JavaScript; trang làm việc dùng được khi tắt JavaScript, trừ việc tự lưu từng ô.',
  'Chọn được bốn cỡ chữ. Trang xếp vừa màn hình rộng 360 điểm mà không phải kéo ngang; riêng bảng lớn cuộn trong khung của nó.',
  'Mỗi trạng thái có màu, hình và chữ; không trạng thái nào chỉ nói bằng màu.',
  'Ô nhập có nhãn; lỗi được nêu ở đầu trang và ngay cạnh ô, nói sai gì và sửa thế nào.',
  'Bảng có tiêu đề cột, tiêu đề hàng; mỗi trang có một tiêu đề chính và lối nhảy tới nội dung.',
  'Ngày gõ bằng chữ số thường, ví dụ 1/9/2026; không bắt chọn trên lịch.',
  'In ra giấy được từ mọi trang.',
]

/** How it is looked at, and how often. */
export const howItIsChecked: readonly string[] = [
  'Mỗi lần sửa phần mềm, máy mở các trang ở hai cỡ màn hình (360 và 1280 điểm) và dò bằng công cụ axe; lỗi mức “nghiêm trọng” trở lên thì không phát hành.',
  'Tắt JavaScript rồi đi hết việc của cán bộ xã, cán bộ tỉnh và người đọc, bằng máy.',
  'Người làm phần mềm tự mở xem từng trang.',
]

/** What does not work well yet, and what to do meanwhile. */
export type KnownGap = { what: string; meanwhile: string }

export const knownGaps: readonly KnownGap[] = [
  {
    what: 'Chưa thử với người khuyết tật và chưa nghe hết các trang bằng phần mềm đọc màn hình.',
    meanwhile: 'Gặp chỗ khó, xin báo theo địa chỉ bên dưới: nói trang nào, dùng máy và phần mềm gì.',
  },
  {
    what: 'Tệp PDF tải về chưa có thẻ cho phần mềm đọc màn hình.',
    meanwhile: 'Đọc ngay trên trang, hoặc tải bản Word hay Excel.',
  },
  {
    what: 'Tài liệu do đơn vị đính kèm (bản quét, ảnh) có thể không đọc được bằng máy.',
    meanwhile: 'Hỏi đơn vị đã nộp báo cáo. Ảnh có ghi chú thì ghi chú là lời mô tả.',
  },
  {
    what: 'Bảng tổng hợp của tỉnh rộng, trên điện thoại phải cuộn ngang trong khung.',
    meanwhile: 'Tải bảng Excel, hoặc mở từng đơn vị.',
  },
  {
    what: 'Phiên làm việc của cán bộ tự kết thúc khi rời máy (thường là 15 phút), mã đăng nhập đổi sau 30 giây.',
    meanwhile:
      'Nội dung gửi đúng lúc hết phiên được giữ mười phút. Mã của nửa phút trước vẫn nhận; mã khôi phục không có hạn.',
  },
  {
    what: 'Chưa có bản tiếng dân tộc thiểu số, bản đọc sẵn hay ngôn ngữ ký hiệu.',
    meanwhile: 'Chữ trên trang viết ngắn để máy đọc tiếng Việt đọc được.',
  },
]
