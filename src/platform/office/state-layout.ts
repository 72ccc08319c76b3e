import { ruled, type LayoutProfile } from './layout.ts'

/** Nghị định 30/2020/NĐ-CP, Phụ lục I. When the decree is replaced, a second constant stands beside this one. */
export const stateLayout: LayoutProfile = {
  layout: 'state',
  code: 'nd-30-2020',
  inForceFrom: '2020-03-05',
  paper: ruled({ width: 210, height: 297 }, 'excerpt', 'A4 (210 mm × 297 mm), chiều dài; bảng biểu được xoay ngang'),
  margins: ruled(
    { top: 20, bottom: 20, left: 30, right: 15 },
    'excerpt',
    'Lề trên 20–25 mm, lề dưới 20–25 mm, lề trái 30–35 mm, lề phải 15–20 mm',
  ),
  typeface: ruled(
    { word: 'Times New Roman', pdf: 'Tinos' },
    'excerpt',
    'Times New Roman, Unicode TCVN 6909:2001, màu đen (Tinos has the same widths and may be embedded freely)',
  ),
  pageNumber: ruled(14, 'excerpt', 'Chữ số Ả Rập, cỡ 13–14, đứng, giữa lề trên, không hiển thị số trang thứ nhất'),
  pageNumberFromTop: ruled(10, 'ours', 'Trong phần lề trên'),

  frame: ruled('official', 'ours', 'Văn bản hành chính có đủ phần đầu, nơi nhận, chữ ký'),
  crown: [
    {
      words: ruled('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'excerpt', 'Quốc hiệu'),
      size: ruled(13, 'excerpt', 'Quốc hiệu: in hoa, cỡ 12–13, đứng, đậm, phía trên bên phải'),
      rule: null,
      ems: 20.72,
    },
    {
      words: ruled('Độc lập - Tự do - Hạnh phúc', 'excerpt', 'Chữ đầu các cụm từ viết hoa, giữa có gạch nối, cách chữ'),
      size: ruled(14, 'excerpt', 'Tiêu ngữ: in thường, cỡ 13–14, đứng, đậm, canh giữa dưới Quốc hiệu'),
      rule: ruled(1, 'unverified', 'Đường kẻ ngang nét liền, dài bằng độ dài của dòng chữ'),
      ems: 12.22,
    },
  ],

  superior: ruled(13, 'unverified', 'Cơ quan chủ quản trực tiếp: in hoa, cỡ 12–13, đứng'),
  body: ruled(13, 'unverified', 'Cơ quan ban hành: in hoa, cỡ 12–13, đứng, đậm, giữa dưới cơ quan chủ quản'),
  underBody: ruled(
    { kind: 'rule', share: 0.4 },
    'unverified',
    'Đường kẻ ngang nét liền, dài 1/3 đến 1/2 độ dài của dòng chữ',
  ),
  leftColumn: ruled(65, 'ours', 'Chiều rộng cột trái; Quốc hiệu cỡ 13 cần ít nhất 97 mm bên phải'),
  watermark: ruled(72, 'ours', 'Chữ “DỰ THẢO” mờ, chéo trang, cho đến khi báo cáo được nhận'),

  numberForm: ruled({ lead: 'Số: ', join: '/' }, 'unverified', 'Số: 15/BC-UBND; số nhỏ hơn 10 ghi thêm số 0'),
  number: ruled(13, 'unverified', 'Số, ký hiệu: cỡ 13, đứng'),
  placeAndDay: ruled(14, 'unverified', 'Địa danh và thời gian: in thường, cỡ 13–14, nghiêng'),
  typeName: ruled(14, 'unverified', 'Tên loại: in hoa, cỡ 13–14, đứng, đậm, canh giữa'),
  subject: ruled(14, 'unverified', 'Trích yếu: in thường, cỡ 13–14, đứng, đậm, canh giữa dưới tên loại'),
  letterSubject: ruled(
    { size: 12, italic: false },
    'unverified',
    'Công văn không ghi tên loại; “V/v …” cỡ 12–13, đứng, canh giữa dưới số và ký hiệu',
  ),
  subjectRule: ruled(0.4, 'unverified', 'Đường kẻ ngang nét liền, dài 1/3 đến 1/2 độ dài của dòng chữ'),

  words: ruled(14, 'excerpt', 'Lời văn: in thường, cỡ 13–14, đứng, canh đều cả hai lề'),
  firstLineIndent: ruled(12.7, 'unverified', 'Lùi đầu dòng 1 cm hoặc 1,27 cm'),
  lineSpacing: ruled({ kind: 'multiple', times: 1.15 }, 'unverified', 'Dòng đơn đến 1,5 lines'),
  paragraphGap: ruled(6, 'unverified', 'Khoảng cách giữa các đoạn tối thiểu 6 pt'),

  endMark: ruled('./.', 'unverified', 'Kết thúc nội dung bằng “./.”'),

  table: ruled(12, 'ours', 'Cỡ chữ trong bảng'),
  tableCaption: ruled(13, 'ours', 'Tên bảng: đậm, canh giữa phía trên'),
  tableNote: ruled(11, 'ours', 'Ghi chú của bảng: nghiêng'),
  wideTable: ruled(9, 'ours', 'Cỡ chữ trong bảng rộng của phụ lục: vừa chín cột số trên khổ A4 ngang'),
  appendixName: ruled(14, 'unverified', 'Từ “Phụ lục” và số La Mã: in thường, cỡ 14, đứng, đậm, canh giữa'),
  appendixTitle: ruled(13, 'unverified', 'Tên phụ lục: in hoa, cỡ 13–14, đứng, đậm, canh giữa'),
  appendixReference: ruled(13, 'unverified', 'Dòng “Kèm theo …”: in thường, cỡ 13–14, nghiêng, dưới tên phụ lục'),

  recipientsLabel: ruled(
    { size: 12, bold: true, italic: true, underline: false },
    'unverified',
    'Từ “Nơi nhận”: in thường, cỡ 12, nghiêng, đậm, có dấu hai chấm',
  ),
  recipients: ruled(11, 'unverified', 'Cỡ 11, mỗi nơi một dòng có gạch đầu dòng, cuối là “Lưu: VT, …”'),
  recipientMarks: ruled({ between: ';', last: '.' }, 'unverified', 'Cuối mỗi dòng dấu chấm phẩy, dòng cuối dấu chấm'),
  authorities: ruled(
    { 'on-behalf': 'TM.', 'for-superior': 'KT.', 'by-order': 'TL.', 'by-delegation': 'TUQ.', acting: 'Q.' },
    'article',
    'Điều 13: ký thay mặt, ký thay, ký thừa lệnh, ký thừa ủy quyền, quyền',
  ),
  signature: ruled(14, 'unverified', 'Quyền hạn, chức vụ: in hoa, cỡ 13–14, đậm; họ tên: in thường, cỡ 13–14, đậm'),
  signatureTitleIsBold: ruled(true, 'unverified', 'Chức vụ người ký: in hoa, đậm'),
  signatureRoom: ruled(28, 'ours', 'Chỗ cho chữ ký, con dấu hoặc chữ ký số'),
  spelling: ruled('ủy', 'excerpt', 'Viết như trong nghị định: “Ủy ban”, “ủy quyền”'),
}
