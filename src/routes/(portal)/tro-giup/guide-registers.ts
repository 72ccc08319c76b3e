import type { Chapter } from './chapter.ts'

/** The registers of activities and of the movement: what is written once there, reports count by themselves. */
export const registerChapters: readonly Chapter[] = [
  {
    id: 'hoat-dong',
    title: 'Đối thoại, kiểm tra, hội nghị, văn bản',
    who: 'Cán bộ, lãnh đạo xã và tỉnh',
    parts: [
      {
        id: 'ghi-vao-so',
        title: 'Ghi một lần, báo cáo tự đếm',
        says: [
          'Việc ghi vào sổ ngày nào thì báo cáo đang mở của kỳ ấy đếm. Sổ đếm thiếu thì vẫn gõ số khác được, kèm lý do.',
          'Ghi nhầm: mở tờ ấy, sửa, hoặc “Gỡ khỏi sổ” kèm lý do. Tờ đã gỡ vẫn còn đó nhưng không tính.',
          'Ở “Việc của tôi”, khung “Việc khác đang chờ” đếm những việc quá hạn, bị trả lại hay chờ mình trong các sổ; bấm vào là tới nơi.',
        ],
        minds: ['Không ghi tên, số điện thoại, số căn cước của người dân vào sổ.'],
      },
      {
        id: 'so-doi-thoai',
        title: 'Đối thoại và cam kết sau đối thoại',
        says: [
          'Cuộc đã xong: mở “Sổ đối thoại”, bấm “Ghi một cuộc”. Cuộc sắp tới: “Lên lịch một cuộc”, rồi “Thông báo cho Nhân dân” để người dân gửi câu hỏi ở trang công khai.',
          'Mỗi câu hỏi được trả lời ngay, chuyển nơi khác hoặc hứa làm, có cơ quan nhận và hạn. Trang “Cam kết sau đối thoại” xếp việc quá hạn lên trước. Lãnh đạo duyệt rồi công bố biên bản.',
        ],
      },
      {
        id: 'so-kiem-tra',
        title: 'Kiểm tra và việc phải khắc phục',
        says: [
          'Mở “Kiểm tra, khảo sát”: mỗi đoàn một tờ, mỗi nơi đến một dòng có ngày riêng. Kết luận nêu ra thành “Việc phải khắc phục”.',
          'Đơn vị được kiểm tra mở việc ấy, bấm “Trả lời”, kèm tài liệu. Đoàn xem lại rồi đóng hoặc mở lại; việc nặng chỉ đóng được khi có tài liệu.',
        ],
      },
      {
        id: 'so-hoi-nghi',
        title: 'Hội nghị, lớp học',
        says: [
          'Mở “Hội nghị, lớp học”, bấm “Ghi một việc”, chọn loại; mỗi loại một biểu ngắn. Việc giao theo kết luận có hạn thì theo dõi ở “Việc theo kết luận”.',
        ],
      },
      {
        id: 'van-ban-so-ket',
        title: 'Văn bản chỉ đạo, sơ kết, tổng kết',
        says: [
          'Mở “Văn bản, sơ kết”: tìm văn bản theo số hay trích yếu. Văn bản của đơn vị thì “Thêm văn bản”; lãnh đạo bấm “Công khai văn bản này” để người dân đọc ở trang “Văn bản”.',
          '“Lịch sơ kết, tổng kết” nhắc mốc 3, 5, 10 năm. Mỗi văn bản được sơ kết là một cuộc; ghi số năm chưa khớp thì trang nói ngày nào mới đủ.',
        ],
      },
    ],
  },
  {
    id: 'phong-trao',
    title: 'Phong trào “Dân vận khéo” và khen thưởng',
    who: 'Cán bộ, lãnh đạo xã và tỉnh',
    parts: [
      {
        id: 'dang-ky-mo-hinh',
        title: 'Đăng ký và theo dõi mô hình',
        steps: [
          'Mở “Sổ mô hình”, bấm “Đăng ký mô hình” và viết phiếu, mỗi trang một việc; viết dở hôm sau viết tiếp. Nhiều mô hình thì “Ghi từ tệp”.',
          'Bước nào làm được lúc này đứng ở “Việc làm được bây giờ”. Sang năm còn làm thì “Mở phiếu duy trì”.',
          'Nơi tiếp nhận mở “Tiếp nhận, công nhận”: chọn cả danh sách, xem trước rồi ghi.',
        ],
        minds: ['Đăng ký với cấp xã, cấp tỉnh, cấp Trung ương đếm riêng, không cộng với nhau.'],
      },
      {
        id: 'cham-diem-mo-hinh',
        title: 'Chấm điểm',
        says: [
          'Nơi chấm bấm “Mở đợt chấm”, chọn bộ tiêu chí, đưa mô hình vào, giao người thẩm định. Ai có phiếu thì thấy ở đầu trang “Chấm điểm”; chấm xong bấm “Nộp phiếu”. “Chốt điểm” rồi thì kết quả không tính lại.',
        ],
      },
      {
        id: 'de-nghi-khen',
        title: 'Đề nghị khen thưởng',
        says: [
          'Mở “Khen thưởng”, bấm “Soạn đề nghị”: bắt đầu từ một mô hình hay cuộc đối thoại, phần mềm soạn sẵn báo cáo thành tích. Lãnh đạo bấm “Trình đề nghị”. Vướng quy định nào thì trang nêu câu và căn cứ.',
          'Có quyết định rồi thì vào sổ và in giấy hàng loạt; in thử trước bằng “Bản xem thử”.',
        ],
      },
      {
        id: 'thi-dua-hoi-thi',
        title: 'Đợt thi đua, cam kết, hội thi, phần việc',
        says: [
          'Bốn sổ ở chung mục “Thi đua, hội thi”, chuyển qua lại bằng các đường dẫn ở đầu trang. Sổ của xã và tờ do tỉnh ghi đứng cùng danh sách; số cộng chỉ tính sổ của xã.',
          'Bản cam kết được đánh giá từ tháng 12. Hội thi bằng điểm thì cùng hạng; chốt kết quả rồi thì không sửa điểm, trừ khi mở lại.',
        ],
      },
    ],
  },
]
