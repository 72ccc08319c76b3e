import { ruled, type LayoutProfile } from './layout.ts'

/**
 * Hướng dẫn 05-HD/VPTW of 27 May 2026 under Quy định 399-QĐ/TW of 9 January 2026; they replace Hướng dẫn 36-HD/VPTW and Quy
 * định 66-QĐ/TW. The official text was not read: `second-hand` is what several sources tell alike, and every `unverified` value
 * is to be compared with the text of the guidance before a committee relies on it.
 */
export const partyLayout: LayoutProfile = {
  layout: 'party',
  code: 'hd-05-2026',
  inForceFrom: '2026-05-27',
  paper: ruled({ width: 210, height: 297 }, 'unverified', 'A4 (210 mm × 297 mm), chiều dài'),
  margins: ruled(
    { top: 20, bottom: 20, left: 30, right: 15 },
    'second-hand',
    'Lề trên 20 mm, lề dưới 20 mm, lề trái 30 mm, lề phải 15 mm',
  ),
  typeface: ruled(
    { word: 'Times New Roman', pdf: 'Tinos' },
    'unverified',
    'Times New Roman, Unicode TCVN 6909:2001, màu đen (Tinos has the same widths and may be embedded freely)',
  ),
  pageNumber: ruled(14, 'unverified', 'Chữ số Ả Rập, giữa lề trên, không ghi ở trang thứ nhất'),
  pageNumberFromTop: ruled(10, 'ours', 'Trong phần lề trên'),

  frame: ruled('official', 'ours', 'Văn bản hành chính có đủ phần đầu, nơi nhận, chữ ký'),
  crown: [
    {
      words: ruled('ĐẢNG CỘNG SẢN VIỆT NAM', 'second-hand', 'Tiêu đề, trang đầu, phía trên bên phải'),
      size: ruled(14, 'second-hand', 'In hoa, cỡ 13–14, đứng, đậm'),
      rule: ruled(1, 'unverified', 'Đường kẻ ngang nét liền, dài bằng độ dài của dòng chữ'),
      ems: 13.74,
    },
  ],
  superior: ruled(14, 'second-hand', 'Cơ quan cấp trên trực tiếp: in hoa, đứng (cỡ chữ chưa kiểm chứng)'),
  body: ruled(14, 'second-hand', 'Cơ quan ban hành: in hoa, đứng, đậm, dưới cấp trên (cỡ chữ chưa kiểm chứng)'),
  underBody: ruled({ kind: 'star' }, 'second-hand', 'Dấu sao (*) ở dòng riêng, giữa tên cơ quan ban hành và số'),
  leftColumn: ruled(68, 'ours', 'Chiều rộng cột trái; địa danh và ngày cỡ 14 cần khoảng 97 mm bên phải'),
  watermark: ruled(72, 'ours', 'Chữ “DỰ THẢO” mờ, chéo trang, cho đến khi báo cáo được nhận'),

  numberForm: ruled(
    { lead: 'Số ', join: '-' },
    'second-hand',
    'Số 05-BC/ĐU: không có dấu hai chấm, số nhỏ hơn 10 ghi thêm số 0',
  ),
  number: ruled(14, 'unverified', 'Số, ký hiệu: cỡ 14, đứng'),
  placeAndDay: ruled(
    14,
    'unverified',
    'Địa danh và ngày: in thường, cỡ 14, nghiêng; ngày dưới 10, tháng 1 và 2 thêm số 0',
  ),
  typeName: ruled(16, 'unverified', 'Tên loại: in hoa, cỡ 16, đứng, đậm, canh giữa'),
  subject: ruled(14, 'second-hand', 'Trích yếu: cỡ 14, đậm, canh giữa dưới tên loại'),
  letterSubject: ruled(
    { size: 12, italic: true },
    'second-hand',
    'Công văn: trích yếu cỡ 12, nghiêng, dưới số và ký hiệu (một nguồn dẫn lại)',
  ),
  subjectRule: ruled(0.3, 'unverified', 'Đường kẻ ngang nét liền, dài 1/3 đến 1/2 độ dài của dòng chữ'),

  words: ruled(14, 'second-hand', 'Lời văn: cỡ 14, canh đều cả hai lề'),
  firstLineIndent: ruled(10, 'second-hand', 'Lùi đầu dòng 10 mm'),
  lineSpacing: ruled({ kind: 'exact', points: 18 }, 'second-hand', 'Khoảng cách dòng chính xác (exactly) 18–19 pt'),
  paragraphGap: ruled(6, 'unverified', 'Khoảng cách giữa các đoạn 6 pt'),
  endMark: ruled('.', 'second-hand', 'Kết thúc bằng dấu chấm, không dùng “./.”'),

  table: ruled(12, 'ours', 'Cỡ chữ trong bảng'),
  tableCaption: ruled(13, 'ours', 'Tên bảng: đậm, canh giữa phía trên'),
  tableNote: ruled(11, 'ours', 'Ghi chú của bảng: nghiêng'),
  wideTable: ruled(9, 'ours', 'Cỡ chữ trong bảng rộng của phụ lục: vừa chín cột số trên khổ A4 ngang'),
  appendixName: ruled(
    14,
    'unverified',
    'Phụ lục trình bày như văn bản hành chính nhà nước; quy định của Đảng chưa được đọc',
  ),
  appendixTitle: ruled(13, 'unverified', 'Như trên: tên phụ lục in hoa, đậm, canh giữa'),
  appendixReference: ruled(13, 'unverified', 'Như trên: dòng “Kèm theo …” in thường, nghiêng'),

  recipientsLabel: ruled(
    { size: 14, bold: false, italic: false, underline: true },
    'second-hand',
    'Từ “Nơi nhận:” có gạch chân (cỡ chữ chưa kiểm chứng)',
  ),
  recipients: ruled(12, 'unverified', 'Cỡ 12, mỗi nơi một dòng có gạch đầu dòng; dòng cuối “Lưu …”'),
  recipientMarks: ruled({ between: ',', last: '.' }, 'unverified', 'Cuối mỗi dòng dấu phẩy, dòng cuối dấu chấm'),
  authorities: ruled(
    { 'on-behalf': 'T/M', 'for-superior': 'K/T', 'by-order': 'T/L' },
    'second-hand',
    'T/M, K/T, T/L; tập thể ký T/M, cấp phó của cấp ủy ký không ghi K/T',
  ),
  signature: ruled(14, 'unverified', 'Quyền hạn: in hoa, cỡ 14, đậm; họ tên: in thường, cỡ 14, đậm'),
  signatureTitleIsBold: ruled(false, 'unverified', 'Chức vụ người ký: in hoa, cỡ 14, không đậm'),
  signatureRoom: ruled(28, 'ours', 'Chỗ cho chữ ký, con dấu hoặc chữ ký số'),
  spelling: ruled('ủy', 'second-hand', '“Đảng ủy”; một nguồn khác viết “Đảng uỷ”, nên đổi được ở đây'),
}
