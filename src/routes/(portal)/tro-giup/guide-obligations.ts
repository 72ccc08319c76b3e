import type { Chapter } from './chapter.ts'

/** Who owes the province what, by when; and what a reviewer does beside accepting and returning. */
export const obligationsChapter: Chapter = {
  id: 'tinh-nghia-vu',
  title: 'Nghĩa vụ báo cáo, câu hỏi, sửa đổi',
  who: 'Cán bộ tỉnh, lãnh đạo tỉnh',
  parts: [
    {
      id: 'nghia-vu',
      title: 'Ai phải nộp gì, gia hạn, miễn',
      steps: [
        'Mở “Nghĩa vụ báo cáo”, bấm “Đặt quy định mới”: mẫu nào, kỳ nào, ai phải nộp, hạn tính thế nào. Bấm “Xem trước” để biết sẽ có bao nhiêu nghĩa vụ, rồi “Ghi quy định”.',
        'Bấm một kỳ đã kết thúc: đánh dấu đơn vị, ghi ngày và lý do, bấm “Gia hạn”. Miễn cho một đơn vị thì mở “Miễn nộp kỳ này cho một đơn vị”. Đơn vị thấy ngay ở “Việc của tôi” và nhận thông báo: ai quyết định, đến ngày nào, vì sao; rút lại thì cũng được báo.',
      ],
      minds: [
        'Ô trống chưa phải là trả lời: báo cáo còn thiếu ô ghi là “Đã nộp, còn thiếu ô”, kể riêng, chưa tính là nộp đủ. Ghi 0 hay “không áp dụng” là trả lời. Từ bao nhiêu phần trăm số ô là đủ thì đặt ở quy định, mặc định là mọi ô.',
        'Báo cáo trống cả, không một ghi chú, không một lời thì không nộp được. Bị trả lại hay rút lại thì đơn vị còn nợ.',
      ],
    },
    {
      id: 'chot-ky',
      title: 'Chốt kỳ',
      says: [
        'Ở bảng tổng hợp của kỳ bấm “Chốt kỳ”: mỗi đơn vị còn thiếu một lý do, và đơn vị nhận thông báo. Từ đó bảng tổng, tệp Excel và bản tóm tắt luôn nói còn thiếu ai. Báo cáo đến sau được nhận thì đơn vị tự ra khỏi danh sách; cần thì “Mở lại kỳ”, kèm lý do.',
        'Báo cáo của tỉnh đã nộp trước khi chốt thì trang báo cáo nói bản đó chưa ghi những gì: rút lại rồi nộp lại, hoặc đã được nhận thì bấm “Mở bản sửa đổi”, không cần gõ ô nào.',
      ],
    },
    {
      id: 'hoi-mot-o',
      title: 'Hỏi về một ô mà không trả lại',
      steps: [
        'Mở báo cáo, ở cột bên bấm “Câu hỏi về số liệu”: chọn ô, viết câu hỏi, giao ai, trả lời trước ngày nào, bấm “Gửi câu hỏi”.',
        'Đọc câu trả lời rồi bấm “Coi là xong”, hoặc hỏi thêm. Trang “Câu hỏi về số liệu” ở mục Việc gom mọi câu hỏi.',
      ],
    },
    {
      id: 'duyet-sua-doi',
      title: 'Duyệt bản sửa đổi',
      says: [
        'Xã gửi bản sửa đổi thì mở ở “Sửa đổi sau khi nhận”: ô nào trước là bao nhiêu, nay là bao nhiêu, vì sao. Bấm “Nhận bản sửa đổi”, “Trả lại để sửa tiếp” hoặc “Không nhận”.',
        'Thấy sai sau khi đã nhận: cũng ở đó ghi vì sao phải sửa rồi bấm “Gửi đề nghị”.',
      ],
    },
    {
      id: 'bieu-excel-tinh',
      title: 'Biểu Excel của tỉnh',
      says: [
        'Mở “Biểu Excel của tỉnh”, gửi một tệp mẫu, bấm “Xem tệp mẫu”; chỉ dòng có tên cột, cột chỉ tiêu, cột số, rồi bấm “Dùng biểu này”. Xã gửi tệp theo biểu ấy thì phần mềm tự nhận ra. Tệp mẫu chỉ được đọc, không giữ lại.',
      ],
    },
  ],
}
