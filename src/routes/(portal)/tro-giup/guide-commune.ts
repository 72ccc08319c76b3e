import type { Chapter } from './chapter.ts'

export const communeChapters: readonly Chapter[] = [
  {
    id: 'xa',
    title: 'Làm báo cáo của xã',
    who: 'Cán bộ xã, lãnh đạo xã',
    parts: [
      {
        id: 'mo-bao-cao',
        title: 'Mở báo cáo',
        says: [
          'Trang “Việc của tôi” xếp báo cáo theo việc phải làm: quá hạn, bị trả lại, sắp đến hạn, còn trong hạn, chờ cấp trên, đã xong; được gia hạn hay được miễn thì kèm lý do.',
        ],
        steps: [
          'Báo cáo chưa ai mở: bấm “Bắt đầu”. Đang nhập dở: bấm “Nhập tiếp”. Bị trả lại: bấm “Trả lời, sửa”.',
          'Cần báo cáo 6 tháng, 9 tháng, cả năm hay từ ngày đến ngày: mở dòng “Mở báo cáo kỳ khác” ở cuối trang.',
          'Kỳ không có trong danh sách: chọn “Kỳ khác, gõ tên kỳ” rồi gõ, có dấu hay không: thang 3/2026, 6 tháng cuối năm 2026, 2019-2022.',
        ],
        picture: {
          name: 'home',
          alt: 'Trang “Việc của tôi” của một xã: hai báo cáo quá hạn, một câu hỏi của cấp trên.',
        },
      },
      {
        id: 'nhap-so',
        title: 'Nhập số',
        says: [
          'Gõ số vào cột “Kỳ này”. Rời ô là tự lưu; góc dưới ghi đã lưu lúc mấy giờ. Cột “Kỳ trước” để so.',
          'Bấm vào tên chỉ tiêu để xem ô đó đếm cái gì.',
        ],
        steps: [
          'Số lớn gõ 33838, 33.838 hay 33,838 đều được. Máy hiểu thế nào thì ghi lại ngay dưới ô như thế.',
          'Số không chắc thì gõ kèm chữ: trên 3.200, khoảng 500, dưới 20, ước 1.000.',
          'Không có việc nào: gõ 0. Việc không thuộc xã: gõ kad, hoặc viết cả chữ không áp dụng. Chưa biết: để trống.',
          'Muốn nói thêm thì gõ vào ô “ghi chú” bên cạnh. Đừng ghi tên, số điện thoại, số căn cước của người dân.',
        ],
        minds: ['Ô trống là chưa có số, không phải số 0.'],
        picture: {
          name: 'entry',
          alt: 'Trang nhập số: tên chỉ tiêu, số kỳ trước, ô nhập, ghi chú, tình trạng từng ô; cuối màn hình có nút Lưu và Kiểm tra rồi nộp.',
        },
      },
      {
        id: 'tinh-trang-o',
        title: 'Màu và chữ ở mỗi ô nói gì',
        says: ['Mỗi tình trạng có hình, màu và chữ. Cứ đọc chữ là đủ.'],
        steps: [
          '“đã lưu”: xong.',
          '“đang gõ”, “đang lưu”: chờ một chút.',
          '“chưa lưu, chờ mạng”: mất mạng. Cứ làm tiếp; có mạng máy tự gửi.',
          '“chưa đọc được”: máy hiểu được hai cách hoặc không hiểu. Đọc câu dưới ô rồi gõ lại.',
          '“chưa khớp”: cộng lại không bằng nhau. Đọc câu dưới ô, có cả hai con số.',
          '“Tạm tính, chưa lưu”: máy này cộng, chia thử ngay với số đang gõ, cả khi mất mạng. Lưu xong thì kết luận chính thức thay vào.',
          '“nên xem lại”: lạ so với kỳ trước. Đúng rồi thì thôi, vẫn nộp được.',
          '“có câu hỏi”: tỉnh hỏi về ô này.',
          '“chưa có”: ô đang trống. “không áp dụng”: việc không thuộc xã. “tự cộng”: máy cộng, không gõ vào được.',
        ],
        minds: ['Dãy nút ở đầu bảng lọc ô: “Tất cả”, “Chưa có số”, “Cần xem lại”, “Có câu hỏi”.'],
      },
      {
        id: 'chi-tieu',
        title: 'Chỉ tiêu kế hoạch',
        says: [
          'Mở “Chỉ tiêu kế hoạch”: mức đơn vị tự đặt đứng cạnh mức cấp trên giao, kèm số đã đạt lấy từ báo cáo đã được chấp nhận. Bấm “Cả số đang nhập” để xem thử với số chưa nộp.',
        ],
        steps: [
          'Bấm “Đặt chỉ tiêu”: chọn chỉ tiêu, kỳ, ghi mức phải đạt, số văn bản nếu có. Có nhiều thì “Đặt từ tệp”.',
          'Đổi mức: mở chỉ tiêu, bấm “Điều chỉnh”, ghi lý do. Ghi nhầm thì “Rút chỉ tiêu”. Mức cũ còn trong lịch sử.',
        ],
        minds: ['Mức tỉnh giao chỉ tỉnh đổi được; xã nhận thông báo mỗi khi có thay đổi.'],
      },
      {
        id: 'tom-tat-xa',
        title: 'Tóm tắt và bộ chỉ tiêu của xã',
        says: [
          'Lãnh đạo xã mở “Tóm tắt một trang” để xem số chính của kỳ, kể cả số đang nhập, cạnh kỳ trước. “Bộ chỉ tiêu” xếp số của xã theo từng chương trình; bấm một số là tới báo cáo.',
        ],
      },
      {
        id: 'hoan-tac',
        title: 'Gõ nhầm thì hoàn tác',
        says: [
          'Bấm “Hoàn tác” (hoặc Ctrl+Z) để trả ô về số cũ, “Làm lại” (Ctrl+Y) nếu đổi ý. Chỉ hoàn tác được việc của chính mình, từ lần mở, nộp hay trả lại gần nhất.',
          'Bấm “Lịch sử” ở cạnh ô để xem ai đã ghi, lúc nào, từ số nào thành số nào.',
        ],
      },
      {
        id: 'hai-nguoi',
        title: 'Hai người cùng nhập một báo cáo',
        says: [
          'Số của đồng nghiệp tự hiện lên, kèm tên và giờ. Ô đồng nghiệp đang đứng có ghi tên người đó.',
          'Hai người cùng sửa một ô thì không ai mất số: máy hiện cả hai, ông/bà chọn giữ số nào.',
        ],
        picture: {
          name: 'two-numbers',
          alt: 'Dưới ô F06 hiện hai số khác nhau, kèm hai nút: giữ của tôi, hoặc lấy của đồng nghiệp.',
        },
      },
      {
        id: 'tai-lieu',
        title: 'Kèm tài liệu',
        steps: [
          'Ở đầu báo cáo bấm “Tài liệu kèm theo”, chọn tệp, ghi vài chữ cho biết là gì.',
          'Là ảnh thì chọn xem trong ảnh có người nhận ra được không, và họ đã đồng ý chưa.',
          'Bấm “Gửi tài liệu”.',
        ],
        minds: [
          'Nhận PDF, Word, Excel, ảnh, CSV; mỗi lần nhiều nhất 25 MB, mỗi báo cáo nhiều nhất 30 tệp.',
          'Tài liệu chỉ để nội bộ. Muốn đưa ra trang công khai thì lãnh đạo xã bấm “Chọn công khai” ở từng tệp. Ảnh có người chưa hỏi ý kiến thì không công khai được.',
        ],
        picture: {
          name: 'files',
          alt: 'Trang “Tài liệu kèm theo” với một ảnh, ghi chú của ảnh và chữ “Chỉ để nội bộ”.',
        },
      },
      {
        id: 'kiem-tra-nop',
        title: 'Kiểm tra rồi nộp',
        steps: [
          'Bấm “Kiểm tra rồi nộp”.',
          'Mục “Chỗ chưa khớp”: bấm vào ô để sửa. Chỗ nào có khung viết lời giải thích mà sổ đúng như vậy thì viết ít nhất 20 chữ cái, rồi bấm “Ghi lời giải thích”.',
          'Mục “Nên xem lại” và “Ô chưa có số”: đọc qua, không cản việc nộp.',
          'Bấm “Nộp báo cáo”.',
        ],
        minds: [
          'Hết kỳ mới nộp được.',
          'Nộp rồi thì không gõ thêm được. Thấy sai thì bấm “Rút lại để sửa”, khi tỉnh chưa nhận.',
          'Lời giải thích in ra trang công khai khi báo cáo được công bố.',
        ],
        picture: {
          name: 'check',
          alt: 'Trang “Kiểm tra rồi nộp”: một chỗ chưa khớp, hai con số bên phải, khung viết lời giải thích.',
        },
      },
      {
        id: 'bi-tra-lai',
        title: 'Báo cáo bị trả lại',
        steps: [
          'Ở “Việc của tôi” bấm “Trả lời, sửa”. Câu hỏi đứng ngay dưới ô được hỏi.',
          'Số sai thì sửa ô. Số đúng thì nói vì sao. Viết câu trả lời rồi bấm “Gửi trả lời”.',
          'Trả lời hết các câu hỏi, rồi “Kiểm tra rồi nộp” như lần đầu.',
        ],
        picture: { name: 'question', alt: 'Dưới ô F07 là câu hỏi của cấp trên, ô trả lời và nút Gửi trả lời.' },
      },
      {
        id: 'in-ra',
        title: 'In ra để trình ký',
        steps: [
          'Ở đầu báo cáo bấm “Tải về và in”.',
          'Chọn “Thể thức”: Nhà nước, Đảng hay Mặt trận, và “Người ký”, bấm “Dùng thể thức này”.',
          'Tải PDF để in, Word để sửa lời văn, Excel để cộng và lọc số; bên dưới là công văn gửi kèm.',
        ],
        minds: [
          'Chưa lấy số thì số và ngày để trống, văn thư ghi sau khi ký. Báo cáo chưa được nhận thì mỗi trang có chữ “DỰ THẢO”.',
          'Một số cỡ chữ chưa đối chiếu được với văn bản gốc; trang in nói rõ chỗ nào.',
        ],
        picture: {
          name: 'take-home',
          alt: 'Trang “Tải về và in”: chọn thể thức, ba nút tải PDF, Word, Excel, bên phải là những gì bản in sẽ ghi.',
        },
      },
      {
        id: 'lanh-dao-xa',
        title: 'Riêng lãnh đạo xã',
        says: [
          'Lãnh đạo xã nhập, trả lời và nộp được như cán bộ. Thêm hai việc: chọn tài liệu nào công khai, và bấm “Công bố” khi tỉnh đã nhận báo cáo.',
          'Công bố rồi thì ai cũng đọc được, đúng bản tỉnh đã nhận.',
        ],
      },
    ],
  },
  {
    id: 'thon-to-chuc',
    title: 'Thôn, tổ dân phố và tổ chức',
    who: 'Cán bộ xã ghi; lãnh đạo xã, cán bộ tỉnh đọc',
    parts: [
      {
        id: 'thon-to',
        title: 'Danh sách thôn, tổ dân phố',
        says: [
          'Mở “Thôn, tổ dân phố”. Ô “Vào ngày” cho xem danh sách của bất kỳ ngày nào; tìm tên không cần gõ dấu.',
          'Chỉ ghi tên gọi, loại, văn bản và số hộ. Không ghi tên người.',
        ],
        steps: [
          'Ghi từng nơi: bấm “Ghi một thôn, tổ”. Ghi cả xã: bấm “Ghi từ tệp”, tải tệp mẫu, điền rồi “Xem trước”.',
          'Mở một nơi để ghi số hộ, “Đổi tên, đổi loại”, “Sáp nhập với thôn, tổ khác”, “Chia ra” hay “Giải thể”: mỗi việc kèm ngày và số văn bản.',
          'Gõ nhầm thì “Sửa chỗ ghi nhầm”; việc không hề xảy ra thì “Gỡ lần ghi sau cùng”. Chỗ nhầm vẫn còn trong lịch sử, kèm lý do.',
        ],
        minds: [
          'Xã sáp nhập trọn vào xã mới thì thôn, tổ tự hiện ở xã mới. Xã cũ bị chia thì thôn, tổ nằm ở “Chưa biết thuộc xã nào”: mở từng nơi, bấm “Ghi thuộc xã này”.',
        ],
      },
      {
        id: 'to-chuc',
        title: 'Tổ chức trong đơn vị',
        says: [
          'Mở “Tổ chức”: ban, khối, tổ, ủy ban của xã và việc mỗi nơi phụ trách. Mục “Ai phụ trách việc gì” so ngày đang xem với hôm nay.',
          'Chỗ xã chưa ghi thì trang dùng mẫu chung và nói rõ mức chắc chắn.',
        ],
        steps: [
          'Bấm “Ghi một tổ chức”: tên, loại, hệ thống, việc phụ trách, từ ngày nào.',
          'Có thay đổi thì mở tổ chức ấy: “Đổi tên”, “Đổi việc phụ trách”, “Bàn giao việc cho tổ chức khác”, “Hợp nhất vào tổ chức khác” hoặc “Kết thúc”.',
        ],
        minds: ['Tổ chức nhận chưa có trong danh sách thì ghi tổ chức ấy trước, rồi mới ghi hợp nhất.'],
      },
    ],
  },
  {
    id: 'thong-bao',
    title: 'Thông báo và thư',
    who: 'Cán bộ, lãnh đạo xã và tỉnh',
    parts: [
      {
        id: 'trang-thong-bao',
        title: 'Trang “Thông báo”',
        says: [
          'Báo cáo được nộp, trả lại, nhận hay công bố thì người có liên quan được báo. Số chưa đọc hiện ở hình cái chuông.',
          'Muốn nhận qua thư: mở “Liên hệ công vụ”, ghi địa chỉ thư của cơ quan, gõ mã trong thư để xác nhận, chọn giờ không nhận thư. Gỡ lúc nào cũng được. Chỉ có khi tỉnh đã nối máy chủ thư.',
        ],
        picture: { name: 'notices', alt: 'Trang “Thông báo” với một thông báo báo cáo bị trả lại.' },
      },
    ],
  },
]
