import type { Chapter } from './chapter.ts'

export const mapChapter: Chapter = {
  id: 'ban-do-khac',
  title: 'Số liệu trên bản đồ khác',
  who: 'Mọi người',
  parts: [
    {
      id: 'ba-cach-xem',
      title: 'Ba cách xem một số',
      says: [
        'Số đã nộp không bao giờ bị sửa hay chuyển sang đơn vị mới. Ở trang của một đơn vị, bấm “Số liệu trên địa bàn này, xem trên bản đồ khác”; ở một báo cáo đã công bố, dùng dòng “Xem trên bản đồ”.',
        '“Như đã báo cáo”: đúng tên đơn vị và số lúc đó. “Hôm nay”: số của đơn vị cũ đọc vào đơn vị đang có. “Bản đồ của ngày”: gõ một ngày, ví dụ 30/6/2025.',
      ],
    },
    {
      id: 'co-cua-so',
      title: 'Cờ bên cạnh số',
      says: [
        '“cộng đúng”: cả đơn vị cũ nằm gọn trong đơn vị này. “chia theo tỷ lệ”: đơn vị cũ đã chia, số chia theo tỷ lệ có nguồn, cộng các phần lại đúng bằng số đã nộp. “không so sánh được”: chưa có cơ sở, lý do ghi ngay bên cạnh.',
        'Bấm “Mở nguồn” để xem số làm nên từ báo cáo của đơn vị nào, đơn vị nào chưa có số. Mới có số của vài đơn vị thì dòng ấy ghi rõ là bao nhiêu trên bao nhiêu.',
      ],
      minds: [
        'Huyện đã có số thì số của xã trong huyện không cộng thêm nữa.',
        'Số của huyện cũ không chia được cho từng xã; xem ở cấp tỉnh thì được.',
        'Tăng, giảm so với kỳ trước chỉ tính khi cả hai kỳ đủ số trên cùng một bản đồ.',
      ],
    },
    {
      id: 'tong-hop-ban-do',
      title: 'Bảng tổng hợp của tỉnh',
      says: [
        'Ở “Tổng hợp”, phần “Số của tỉnh” có dòng xem trên bản đồ hôm nay hoặc ngày khác: từng xã, phường của ngày ấy cho một chỉ tiêu, rồi số của cả tỉnh.',
      ],
    },
  ],
}
