import type { Chapter } from './chapter.ts'

/** What makes a report whole beside its figures, and what happens to it once it was handed in. */
export const wholeReportChapters: readonly Chapter[] = [
  {
    id: 'bao-cao-day-du',
    title: 'Lời văn, bảng Excel, câu hỏi, sửa đổi',
    who: 'Cán bộ xã, lãnh đạo xã; cán bộ tỉnh với báo cáo của tỉnh',
    parts: [
      {
        id: 'dan-excel',
        title: 'Dán bảng, nhập từ Excel',
        steps: [
          'Chép các ô ở Excel hay Word, bấm vào ô đầu của bảng nhập, bấm Ctrl V. Bảng có tên hay mã chỉ tiêu thì mỗi dòng tự vào đúng chỗ; không có thì số xếp từ ô đang đứng xuống.',
          'Xem trước từng ô rồi mới dán; ô sai nói vì sao. Bấm “Không dán” thì chưa gì đổi. Dán rồi, “Hoàn tác” một lần lấy lại cả khối.',
          'Điền khi không có mạng: bấm “Nhập từ Excel”, “Tải biểu nhập (.xlsx)”, ghi vào ô nền vàng, gửi lại ở ô “Tệp Excel”, bấm “Xem trước”, rồi ghi.',
        ],
        minds: [
          'Gửi tệp thì ghi cả tệp, hoặc không ghi gì. Tệp theo biểu tỉnh đã khai thì phần mềm tự nhận ra.',
          'Bấm tên chỉ tiêu, mục “Để so sánh” cho thấy các kỳ trước và nơi cùng loại. Số tồn lấy lại được số kỳ trước; số phát sinh thì không. Đã đặt chỉ tiêu thì mức phải đạt đứng ngay dưới số.',
        ],
      },
      {
        id: 'loi-van-bao-cao',
        title: 'Viết lời văn',
        says: ['Ở đầu báo cáo bấm “Lời văn”: mỗi mục một ô. Số trong câu nên lấy từ bảng, đừng gõ lại.'],
        steps: [
          'Viết mã trong hai dấu ngoặc vuông, ví dụ [[F01]]; hoặc mở “Ô để gắn” rồi bấm “Chèn”. Chỗ đó luôn in số đang có trong ô.',
          'Số đã gõ trần: đọc “Chỗ cần xem”, số ấy giống ô nào, khác ô nào; bấm một lần để gắn.',
          'Cần gợi ý: mở bản nháp lấy từ số liệu ở cuối mục, bấm “Lấy câu này” hoặc “Lấy cả đoạn”. Lời đã viết giữ nguyên.',
          'Bấm “Lưu lời văn”. Mỗi lần ghi đều xem lại và đưa về được ở “Các lần ghi”.',
        ],
        minds: [
          'Công bố thì lời văn in trên trang công khai. Đoạn lấy một số nội bộ thì trang công khai bỏ cả đoạn.',
          'Đoạn chép lại kỳ trước mang chữ “Giống kỳ trước”; người duyệt cũng thấy.',
        ],
      },
      {
        id: 'nhiem-vu-ky-toi',
        title: 'Nhiệm vụ kỳ tới',
        says: [
          'Ở trang lời văn bấm “Nhiệm vụ kỳ tới”. Ghi việc gì, chức danh nào chịu trách nhiệm, hạn nào, phục vụ chỉ tiêu nào, bấm “Thêm nhiệm vụ”.',
          'Kỳ sau các việc ấy hiện ở “Nhiệm vụ kỳ trước”: bấm “Ghi kết quả”, chọn “đã xong”, “đang làm, chuyển kỳ tới” hay “thôi không làm”.',
        ],
      },
      {
        id: 'cau-hoi-mot-o',
        title: 'Tỉnh hỏi về một ô mà không trả lại báo cáo',
        says: [
          'Trang “Câu hỏi về số liệu” gom mọi câu hỏi, câu quá hạn trước. Mở câu hỏi, xem ô, viết lời rồi bấm “Gửi câu trả lời”.',
        ],
        minds: ['Số sai: tỉnh chưa nhận thì “Rút lại để sửa”; đã nhận thì mở bản sửa đổi như dưới đây.'],
      },
      {
        id: 'sua-bao-cao-da-nhan',
        title: 'Sửa báo cáo đã nhận',
        steps: [
          'Mở báo cáo, ở cột bên bấm “Sửa đổi sau khi nhận”, ghi vì sao phải sửa, bấm “Mở bản sửa đổi”.',
          'Sửa những ô cần sửa, bấm “Lưu mục này”. Đọc “Sẽ khác bản đã nhận ở đâu”, rồi bấm “Gửi bản sửa đổi”.',
        ],
        minds: [
          'Trong lúc đó bản đã nhận vẫn tính ở mọi nơi. Người duyệt nhận thì số mới thay ngay, cả trên trang công khai; mọi bản đều còn đọc được.',
        ],
      },
      {
        id: 'so-van-ban-mau-word',
        title: 'Số văn bản và mẫu Word của đơn vị',
        steps: [
          'Nộp báo cáo rồi, mở “Tải về và in”, mục “Số văn bản”: ghi số văn thư đã cấp, hoặc bấm “Lấy số tiếp theo”. Số và ngày tự vào bản in.',
          'Ai cấp số thì chọn ở “Cách lấy số”, trang “Sổ văn bản đi”. Ghi nhầm thì “Huỷ số này”, kèm lý do; số đã huỷ không cấp lại.',
          'Có mẫu Word của mình: bấm “Điền vào mẫu Word riêng của đơn vị”, chọn tệp, bấm “Điền và tải về”. Trang ấy kể từng trường và chữ sẽ điền.',
        ],
      },
    ],
  },
  {
    id: 'lanh-dao',
    title: 'Lãnh đạo quyết định',
    who: 'Lãnh đạo xã, lãnh đạo tỉnh',
    parts: [
      {
        id: 'cho-quyet-dinh',
        title: 'Việc đang chờ mình',
        says: [
          'Ở “Việc của tôi”, khung “Chờ lãnh đạo quyết định” gom báo cáo đã nhận mà chưa công bố; lãnh đạo tỉnh thấy thêm báo cáo của tỉnh đang chờ nhận.',
          'Chỉ tiêu đã đặt đứng ngay dưới từng số, của đơn vị tự đặt và của cấp trên giao, kèm đã đạt bao nhiêu.',
        ],
      },
      {
        id: 'hen-gio-go',
        title: 'Công bố, hẹn giờ, gỡ',
        steps: [
          'Mở báo cáo đã nhận, ở cột bên bấm “Công bố, hẹn giờ”. Bấm “Công bố ngay”, hoặc ghi ngày, giờ rồi “Hẹn giờ”; trước giờ ấy đổi hay “Bỏ hẹn” được.',
          'Công bố nhầm: mở “Gỡ công bố”, ghi vì sao. Ở địa chỉ cũ chỉ còn lời báo; số liệu và tệp rời dữ liệu mở, tìm kiếm.',
        ],
        minds: ['Gỡ rồi số vẫn tính trong tổng của tỉnh. Ai đã tải về trước đó thì vẫn còn bản ấy.'],
      },
    ],
  },
]
