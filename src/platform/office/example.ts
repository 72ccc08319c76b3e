import { figure, text, type OfficialDocument, type Row, type Run } from '#kernel/document.ts'
import { localDate } from '#kernel/local-date.ts'

/** An invented document that holds everything a layout must survive: many rows, long names, hedged figures, every mark. */
export function exampleDocument(): OfficialDocument {
  return {
    layout: 'state',
    language: 'vi',
    issuer: { superior: 'TỈNH VÍ DỤ', body: 'ỦY BAN NHÂN DÂN\nXÃ SÔNG XANH' },
    number: { symbol: 'BC-UBND', assigned: null },
    place: 'Sông Xanh',
    day: localDate('2026-10-05'),
    typeName: 'BÁO CÁO',
    subject: 'Kết quả công tác dân vận quý III năm 2026',
    blocks: [
      {
        kind: 'paragraph',
        runs: [
          text(
            'Thực hiện Kế hoạch số 12/KH-UBND ngày 15 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Ví Dụ về công tác ',
          ),
          text('dân vận của các cơ quan nhà nước năm 2026, Ủy ban nhân dân xã Sông Xanh báo cáo kết quả như sau:'),
        ],
      },
      { kind: 'heading', level: 1, text: 'TÌNH HÌNH CHUNG' },
      {
        kind: 'paragraph',
        runs: [
          text('Trong quý, bộ phận một cửa tiếp nhận '),
          figure('trên 3.200', 'hồ sơ/2026-q3'),
          text(' hồ sơ, tổ chức '),
          figure('02', 'đối thoại/2026-q3'),
          text(' cuộc đối thoại trực tiếp với '),
          figure('khoảng 500', 'lượt người/2026-q3'),
          text(' lượt người tham dự; các ý kiến được ghi thành việc phải làm và có người chịu trách nhiệm.'),
        ],
      },
      { kind: 'heading', level: 1, text: 'KẾT QUẢ THỰC HIỆN' },
      { kind: 'heading', level: 2, text: 'Số liệu trong kỳ' },
      { kind: 'heading', level: 3, text: 'Các chỉ tiêu theo biểu' },
      {
        kind: 'table',
        caption: 'Biểu số liệu công tác dân vận quý III năm 2026',
        columns: [
          { title: 'TT', align: 'centre', share: 6 },
          { title: 'Chỉ tiêu', align: 'left', share: 38 },
          { title: 'Đơn vị tính', align: 'centre', share: 13 },
          { title: 'Kỳ trước', align: 'right', share: 14 },
          { title: 'Kỳ này', align: 'right', share: 14 },
          { title: 'Ghi chú', align: 'left', share: 15 },
        ],
        rows: exampleRows(),
        note: 'Dấu “–” là chưa phát sinh; ô để trống là không áp dụng đối với xã.',
      },
      { kind: 'heading', level: 2, text: 'Lời giải thích kèm số liệu' },
      {
        kind: 'paragraph',
        runs: [
          text('Số hồ sơ giải quyết đúng hạn là '),
          figure('33.838', 'đúng hạn/2026-q3'),
          text(' trên tổng số '),
          figure('43.479', 'tiếp nhận/2026-q3'),
          text('; phần còn lại đang trong hạn hoặc đã xin lỗi bằng văn bản. Bình quân mỗi thôn đạt '),
          figure('15,75', 'tiêu chí/2026-q3'),
          text(' tiêu chí, '),
          { kind: 'text', text: 'tăng 8 tiêu chí so với cùng kỳ', bold: true },
          text('. Các chữ dễ in sai: Ở Ữ Ặ ỗ ẫ ộ ợ ự ỵ.'),
        ],
      },
      { kind: 'heading', level: 1, text: 'PHƯƠNG HƯỚNG QUÝ IV NĂM 2026' },
      {
        kind: 'closing',
        runs: [
          text(
            'Tiếp tục duy trì lịch tiếp công dân, trả lời đúng hạn các kiến nghị sau đối thoại và công khai kết quả ',
          ),
          text('tại nhà văn hóa các thôn. Trên đây là báo cáo của Ủy ban nhân dân xã Sông Xanh'),
        ],
      },
    ],
    signature: {
      rights: [
        { authority: 'on-behalf', of: 'ỦY BAN NHÂN DÂN' },
        { authority: 'for-superior', of: 'CHỦ TỊCH' },
      ],
      title: 'PHÓ CHỦ TỊCH',
      name: 'Nguyễn Thị Ước Mơ',
    },
    recipients: ['UBND tỉnh Ví Dụ', 'Thường trực HĐND xã', 'Ủy ban MTTQ Việt Nam xã', 'Lưu: VT, VHXH'],
  }
}

/** The same report as the commune's Party committee issues it; a deputy signs without K/T. */
export function examplePartyDocument(): OfficialDocument {
  const state = exampleDocument()
  return {
    ...state,
    layout: 'party',
    issuer: { superior: 'TỈNH ỦY VÍ DỤ', body: 'ĐẢNG ỦY XÃ SÔNG XANH' },
    number: { symbol: 'BC/ĐU', assigned: null },
    blocks: state.blocks.map((block) =>
      block.kind === 'closing'
        ? { kind: 'closing', runs: [text('Trên đây là báo cáo của Đảng ủy xã Sông Xanh')] }
        : block,
    ),
    signature: {
      rights: [{ authority: 'on-behalf', of: 'ĐẢNG ỦY' }],
      title: 'PHÓ BÍ THƯ',
      name: 'Nguyễn Thị Ước Mơ',
    },
    recipients: ['Tỉnh ủy Ví Dụ', 'Ban Tuyên giáo và Dân vận Tỉnh ủy', 'Lưu Văn phòng Đảng ủy'],
  }
}

const sections = [
  ['Tuyên truyền, vận động', 'hội nghị'],
  ['Đối thoại và tiếp công dân', 'cuộc'],
  ['Quy chế dân chủ ở cơ sở', 'việc'],
  ['Phong trào thi đua “Dân vận khéo”', 'mô hình'],
  ['Cải cách thủ tục hành chính', 'hồ sơ'],
  ['Khen thưởng, nhân rộng', 'tập thể'],
] as const

const subjects = [
  'Tổng số thực hiện trong kỳ',
  'Trong đó ở thôn, tổ dân phố',
  'Số mới đăng ký',
  'Số được duy trì từ kỳ trước và có đánh giá của người dân nơi thực hiện theo mẫu khảo sát của Ủy ban nhân dân xã',
  'Số hộ gia đình tham gia',
  'Lượt người tham dự',
  'Số kiến nghị đã trả lời',
  'Số kiến nghị còn trong hạn',
  'Tỷ lệ hoàn thành so với kế hoạch',
  'Kinh phí huy động',
] as const

const amounts = ['trên 3.200', 'khoảng 500', '33.838', '15,75', '–', '1.204', '8', '99,2', '374', '43.479'] as const

/** Sixty rows of figures under six section rows. */
export function exampleRows(): Row[] {
  return sections.flatMap(([title, unit], section): Row[] => [
    { kind: 'section', mark: ['I', 'II', 'III', 'IV', 'V', 'VI'][section] ?? '', title },
    ...subjects.map((subject, at): Row => {
      const before = amounts[(at + section + 3) % amounts.length] ?? ''
      const now = amounts[(at + section) % amounts.length] ?? ''
      const remark = at === 3 ? 'Thôn Bến Đò ước tính' : ''
      return {
        kind: 'cells',
        cells: [text(`${at + 1}`), text(subject), text(unitOf(at, unit)), cell(before), cell(now), text(remark)],
      }
      function cell(amount: string): Run {
        return figure(amount, `${section}.${at}`)
      }
    }),
  ])
}

function unitOf(at: number, unit: string): string {
  return at === 4 ? 'hộ' : at === 5 ? 'lượt người' : at === 8 ? '%' : at === 9 ? 'triệu đồng' : unit
}
