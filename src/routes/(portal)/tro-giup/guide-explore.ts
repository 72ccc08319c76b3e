import type { Chapter } from './chapter.ts'

export const exploreChapter: Chapter = {
  id: 'kham-pha',
  title: 'Khám phá số liệu',
  who: 'Mọi người; số chưa công bố thì cán bộ đọc',
  parts: [
    {
      id: 'dat-cau-hoi',
      title: 'Đặt một câu hỏi',
      steps: [
        'Mở “Khám phá số liệu”. Gõ một câu ở “Hỏi bằng lời”, ví dụ: hồ sơ đúng hạn theo xã, quý III năm 2026, so với cùng kỳ; rồi bấm “Hỏi”.',
        'Hoặc chọn từng phần: “Tìm chỉ tiêu”, “Địa bàn”, “Chia theo đơn vị”, “Năm hoặc kỳ”, rồi bấm “Xem số liệu”. Công thức của tỉnh (CT01) tìm được như một chỉ tiêu.',
        'Đọc lại câu ở đầu trang: đó là điều phần mềm đã hiểu. Chưa đúng thì mở “Sửa câu hỏi”.',
      ],
      minds: ['Bấm vào một số để thấy nó từ báo cáo nào, đơn vị nào chưa có số.'],
    },
    {
      id: 'doc-cau-tra-loi',
      title: 'Đọc câu trả lời',
      says: [
        '“Cách xem”: bảng, đường, thanh, nhiều ô nhỏ, bản đồ ô. Bảng quá rộng thì chỉ hiện một phần số cột và nói rõ; tải “Bảng Excel” hay “Tệp CSV” thì có đủ.',
        'Điểm rỗng, nét đứt, ghi “từ 70 trên 100 đơn vị” là số chưa đủ. Không nói tăng hay giảm từ số chưa đủ, số làm tròn, hoặc qua ngày 1/7/2025 khi hai bên là hai bản đồ.',
        'So với “Đơn vị cùng loại, cùng cỡ”: số ở giữa nhóm, khoảng của một nửa số nơi, và đơn vị mình đứng ở đâu. Cỡ là số dân do quản trị ghi ở “Số dân”; chưa ghi thì so với mọi nơi cùng loại, và trang nói như vậy.',
      ],
    },
    {
      id: 'giu-cau-hoi',
      title: 'Giữ lại, gửi đi',
      says: [
        'Đặt tên rồi bấm “Lưu câu hỏi” để lần sau mở lại, với số của lúc mở. Gửi cho người khác thì gửi địa chỉ của trang; người nhận chỉ thấy số mình được xem.',
      ],
    },
  ],
}
