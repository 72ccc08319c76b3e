import type { Chapter } from './chapter.ts'

export const provinceChapter: Chapter = {
  id: 'tinh',
  title: 'Duyệt và tổng hợp ở tỉnh',
  who: 'Cán bộ tỉnh, lãnh đạo tỉnh',
  parts: [
    {
      id: 'bang-tong-hop',
      title: 'Bảng “Tổng hợp”',
      says: [
        'Cho biết bao nhiêu xã đã nhận, ai chưa nộp, vì sao. Số cộng chỉ tính các báo cáo đã nhận, và ghi rõ đã tính bao nhiêu đơn vị.',
        'Dãy nút lọc: “Chưa nhận”, “Chờ duyệt”, “Trả lại”, “Chưa nộp”, “Đã nhận”. Ô tìm không cần gõ dấu. Chọn kỳ ở “Kỳ khác”, hoặc gõ kỳ ở ô bên cạnh: quý 3 2026, 9T 2025, 2019-2022.',
      ],
      picture: {
        name: 'board',
        alt: 'Bảng tổng hợp của tỉnh: 70 trên 100 xã, phường đã nhận, bốn số cộng, danh sách đơn vị chưa nhận.',
      },
    },
    {
      id: 'tien-do',
      title: 'Ai chưa nộp, nhắc nộp',
      says: [
        'Mở “Tiến độ, nhắc nộp”: mỗi xã, phường một dòng, muộn nhất trước. Các nút lọc ở trên cộng lại bằng tất cả. Bản đang nhập thì tỉnh chỉ biết là “đang nhập”.',
      ],
      steps: [
        'Đánh dấu đơn vị rồi bấm “Nhắc các đơn vị đã chọn”, hoặc bấm nút nhắc cả danh sách quá hạn.',
        'Xem ai nhận được, viết thêm một câu ở “Lời nhắc thêm của ông/bà” nếu cần, bấm “Gửi lời nhắc”.',
        'Muốn phần mềm tự nhắc: “Lịch nhắc tự động”, sửa các bậc, đánh dấu “Bật lịch nhắc tự động”, bấm “Đặt lịch nhắc”.',
      ],
      minds: [
        'Trong 20 giờ một đơn vị chỉ được nhắc một lần về một kỳ, dù ai bấm. Lịch tự động nghỉ ban đêm và ngày nghỉ.',
      ],
    },
    {
      id: 'nhan-nhieu',
      title: 'Nhận nhiều báo cáo một lần',
      says: [
        'Ở bảng tiến độ bấm “Nhận nhiều báo cáo”. Chỉ những báo cáo không có chỗ nào cần hỏi mới có trong danh sách; báo cáo khác đứng ở “Phải mở ra xem” kèm lý do.',
        'Nhận nhầm thì trong mười phút bấm “Hoàn tác việc nhận”. Chỉ người đã nhận làm được.',
      ],
    },
    {
      id: 'duyet',
      title: 'Duyệt một báo cáo',
      says: ['Ông/bà đọc bản chụp đúng lúc xã nộp. Xã đang sửa gì sau đó thì tỉnh chưa thấy, cho đến khi xã nộp lại.'],
      steps: [
        'Bấm nút lọc “Chờ duyệt”, rồi bấm tên xã.',
        'Xem các ô ở “Cần xem lại” trước. Bấm tên chỉ tiêu để xem ô đếm gì và lịch sử.',
        'Có ô cần hỏi: bấm “Hỏi về ô này”, viết câu hỏi. Hỏi được nhiều ô. Xong bấm “Trả lại kèm câu hỏi”.',
        'Không có gì cần hỏi: bấm “Nhận báo cáo”. Số của xã vào ngay tổng của tỉnh.',
      ],
      minds: [
        'Tỉnh không sửa số của xã. Thấy sai thì hỏi và trả lại.',
        'Chỉ cần biết thêm thì hỏi mà không trả lại; nhận rồi mới thấy sai thì đề nghị xã sửa đổi. Cả hai ở phần sau.',
        'Hỏi một điều cụ thể: số nào lạ, lạ so với cái gì. Xã trả lời nhanh hơn.',
      ],
      picture: {
        name: 'review',
        alt: 'Trang duyệt: một câu hỏi đang viết ở ô D01; cuối màn hình có nút Trả lại kèm câu hỏi và Nhận báo cáo.',
      },
    },
    {
      id: 'cong-bo',
      title: 'Công bố',
      says: [
        'Mở báo cáo đã nhận, bấm “Công bố” ở cột bên. Trang công khai in đúng bản đã nhận, cả lời văn: xem kỹ lời văn, lời giải thích và tài liệu công khai trước khi bấm. Hẹn giờ hay gỡ ở “Công bố, hẹn giờ”.',
      ],
    },
    {
      id: 'bao-cao-tinh',
      title: 'Báo cáo của tỉnh',
      steps: [
        'Ở “Tổng hợp” bấm “Lập báo cáo của tỉnh”. Các ô cộng được đã có sẵn số cộng.',
        'Ô nào của riêng tỉnh thì gõ thêm. Gõ tổng khác số cộng của các xã thì phải viết lời giải thích.',
        'Cán bộ tỉnh nộp; lãnh đạo tỉnh nhận và công bố.',
      ],
    },
    {
      id: 'giao-chi-tieu',
      title: 'Giao chỉ tiêu cho xã',
      steps: [
        'Mở “Chỉ tiêu kế hoạch”, bấm “Giao nhiều xã”, chọn chỉ tiêu và kỳ, bấm “Mở bảng”, ghi mức cho từng xã.',
        'Bấm “Xem trước”: dòng nào sai thì ghi rõ sai ở đâu. Đúng cả thì bấm nút dưới bảng; xã được giao nhận thông báo.',
        'Nhiều chỉ tiêu một lần: “Đặt từ tệp”, bắt đầu từ “Tải tệp mẫu”.',
      ],
      minds: ['Xã đã có mức khác thì phải ghi lý do. Sai một dòng thì cả danh sách chưa đặt gì.'],
    },
    {
      id: 'tom-tat-mot-trang',
      title: 'Tóm tắt một trang cho lãnh đạo',
      says: [
        'Mở “Tóm tắt một trang”: “Số chính” của kỳ, “Thay đổi lớn nhất”, “Chỗ lạ”, “Ai chậm”. Bấm một số để xem từng xã. Lấy “Bản in PDF” hoặc “Bản Word” để mang đi họp.',
        'Bấm “Chọn số khác, đổi thứ tự” để chọn số nào đứng trên trang; cả đơn vị dùng chung.',
      ],
      minds: ['Lạ không có nghĩa là sai: hỏi xã trước khi kết luận.'],
    },
    {
      id: 'cong-thuc',
      title: 'Công thức của tỉnh',
      says: [
        'Mở “Công thức”, bấm “Lập công thức”: ghi phép tính bằng mã chỉ tiêu, ví dụ F05 / F01 %, rồi “Kiểm tra” để đọc lại bằng chữ. Lập xong có mã CT, dùng được khi “Khám phá số liệu”.',
      ],
      minds: ['Sửa công thức là thêm một bản từ một ngày; số đã tính theo bản cũ còn đọc được.'],
    },
    {
      id: 'quy-tac-kiem-tra',
      title: 'Quy tắc kiểm tra số liệu',
      says: [
        'Mở “Quy tắc kiểm tra”: mỗi quy tắc một dòng, mức nào, 12 tháng qua báo mấy lần và được giải thích mấy lần. Dòng “hay được giải thích cho qua” là chỗ nên nới ra hoặc sửa lời.',
        'Bấm tên quy tắc, mở “Sửa, thử trước khi lưu”, đổi ngưỡng hay mức rồi bấm “Thử trên 12 tháng qua”: trang kể ra báo thêm ở đâu, thôi không báo ở đâu. Lãnh đạo tỉnh bấm “Lưu quy tắc”, kèm vì sao; đổi ý thì “Trả về như phần mềm đặt”.',
        'Cần một quy tắc riêng: “Thêm quy tắc của tỉnh”, chọn loại, ghi mã ô.',
      ],
      minds: ['Báo cáo đã nộp giữ những gì đã báo khi nộp; quy tắc mới chỉ áp dụng cho báo cáo còn đang mở.'],
    },
    {
      id: 'bo-chi-tieu',
      title: 'Bộ chỉ tiêu nông thôn mới, OCOP, chính quyền thân thiện',
      says: [
        'Mở “Bộ chỉ tiêu”: mọi số lấy từ báo cáo, không phải nhập lại. Số đếm, số ước và tăng giảm mỗi thứ một cột. Mục “Khớp và không khớp” nói chỗ nào cộng lại chưa bằng.',
        'Bấm một số để xem nó từ báo cáo nào. Muốn tính cả số chưa duyệt thì đổi ở “Tính những số”.',
      ],
    },
    {
      id: 'tra-don-vi',
      title: 'Tra đơn vị cũ, đơn vị mới',
      says: [
        'Mục “Đơn vị hành chính” ở đầu cổng công khai có mọi tỉnh, huyện cũ, xã, phường. Gõ không dấu, tên cũ hay viết tắt đều được, ví dụ “H. Que Son”.',
        'Trang của đơn vị cũ mở đầu bằng “Ai trả lời hôm nay”: địa bàn đã về đâu, toàn bộ hay một phần, theo điều khoản nào. Mục “Qua các lần đổi” kể từng lần theo ngày. Muốn biết ngày khác: gõ ngày vào “Xem vào ngày”.',
        'Tên đơn vị trên bảng tổng hợp và đầu báo cáo bấm vào cũng tới trang này. Chỗ ghi “chưa biết tỷ lệ chia” là chỗ chưa có tỷ lệ trong sổ đơn vị.',
      ],
    },
    {
      id: 'tai-ve',
      title: 'Tải Word, PDF, Excel',
      says: [
        'Ở mỗi báo cáo bấm “Tải về và in”, chọn thể thức Nhà nước (Nghị định 30/2020/NĐ-CP), Đảng (Hướng dẫn 05-HD/VPTW) hoặc Mặt trận. Bảng tổng hợp tải được bản Excel ở cuối trang.',
        'Báo cáo của tỉnh kèm phụ lục số của từng xã, phường, như lúc nộp; đơn vị chưa nộp ghi lý do, không ghi số 0.',
      ],
    },
  ],
}
