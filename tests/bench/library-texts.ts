import type { PageContent } from '#modules/movement/library.ts'

/** A page made of our own word lists: the same number makes the same page. */
export type MadePage = { name: string; content: PageContent; field: string; year: number }

const things = [
  ...[
    'phân loại rác',
    'thùng rác ba ngăn',
    'tuyến đường hoa',
    'thắp sáng đường quê',
    'camera an ninh',
    'tiếng loa an ninh',
  ],
  ...['trả kết quả tại nhà', 'một cửa sáng thứ bảy', 'tổ công nghệ số', 'hiến đất mở đường', 'nước sạch tự chảy'],
  ...[
    'hợp tác xã rau',
    'nuôi ong',
    'trồng quế',
    'vườn cây ăn quả',
    'khuyến học',
    'tủ sách thôn',
    'bữa cơm cho người bệnh',
  ],
  ...[
    'nhà tình thương',
    'tổ hòa giải',
    'tiết kiệm xoay vòng',
    'ngõ xóm không rác',
    'mương nước sạch',
    'chợ không túi nhựa',
  ],
  ...['tổ liên gia phòng cháy', 'đón Tết an toàn', 'tang lễ văn minh', 'chuyển đổi cây trồng', 'ghe thuyền đoàn kết'],
]
const places = [
  'ở chợ',
  'ở bến thuyền',
  'tại thôn',
  'ở khu phố',
  'trong trường học',
  'vùng đồng bào',
  'ven sông',
  'ở xóm đạo',
  'khu công nghiệp',
]
const names = [
  'Đồi Chè',
  'Suối Mơ',
  'Bến Gỗ',
  'Cầu Mây',
  'Núi Vàng',
  'Sông Xanh',
  'Gò Sim',
  'Đồng Lau',
  'Khe Vắng',
  'Bãi Dâu',
  'Vạn Phúc',
  'Hòa Sơn',
]
const troubles = [
  ...[
    'rác để lẫn, mùi hôi tới các nhà xung quanh',
    'đường hẹp, xe không vào được',
    'người già phải nhờ con cháu chở đi',
  ],
  ...[
    'mất trộm vặt, đêm tối không đèn',
    'tranh chấp ranh đất kéo dài',
    'thiếu nước vào mùa khô',
    'trẻ bỏ học theo mùa',
  ],
  ...['giá nông sản bấp bênh', 'vay nặng lãi', 'thủ tục chờ lâu', 'tục lệ tốn kém', 'ruộng bỏ hoang'],
]
const doings = [
  ...[
    'chi bộ đi từng nhà bàn bạc',
    'mỗi hộ góp một phần, công khai ở bảng tin',
    'phân công đảng viên giúp từng nhóm hộ',
  ],
  ...[
    'họp tổ mỗi tháng một lần',
    'cán bộ mang máy tới tận nhà',
    'đo đếm trước mặt mọi người',
    'lập sổ theo dõi có chữ ký',
  ],
  ...[
    'bán ve chai gây quỹ',
    'ủ phân bón vườn',
    'tập huấn kỹ thuật hai buổi',
    'ký cam kết giữa các hộ',
    'làm thử một xóm rồi mới mở rộng',
  ],
]
const aims = [
  'giảm nghèo bền vững',
  'giữ gìn vệ sinh môi trường',
  'bảo đảm an ninh trật tự',
  'nâng cao thu nhập',
  'xây dựng nông thôn mới',
  'cải cách hành chính',
]
const fields = ['economy', 'culture-society', 'defence-security', 'political-system'] as const
const fieldNames = ['Kinh tế', 'Văn hóa – xã hội', 'Quốc phòng – an ninh', 'Xây dựng hệ thống chính trị']
const bodies = [
  'Chi bộ thôn',
  'Hội Phụ nữ',
  'Hội Nông dân',
  'Đoàn Thanh niên',
  'Ban công tác Mặt trận',
  'Hội Cựu chiến binh',
]

/** Numbers that look like chance and are the same each time. */
function dice(seed: number): (most: number) => number {
  let state = (seed * 2654435761 + 12345) >>> 0
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

function pick<T>(list: readonly T[], roll: (most: number) => number): T {
  const found = list[roll(list.length)]
  if (found === undefined) throw new Error('An empty list has nothing to pick')
  return found
}

export function madePage(seed: number, unit: PageContent['unit'], province: PageContent['province']): MadePage {
  const roll = dice(seed)
  const thing = pick(things, roll)
  const where = `${pick(places, roll)} ${pick(names, roll)}`
  const trouble = `${pick(troubles, roll)}; ${pick(troubles, roll)}`
  const way = Array.from({ length: 6 }, () => pick(doings, roll)).join('. ')
  const field = roll(fields.length)
  const year = 2015 + roll(12)
  return {
    name: `Mô hình Dân vận khéo ${thing} ${where}`,
    field: fields[field] ?? 'economy',
    year,
    content: {
      summary: `Nhân dân ${where} được nhờ: ${pick(aims, roll)}, ${pick(aims, roll)}.`,
      story: `Trước năm ${year}, ${trouble}. Công tác dân vận bắt đầu từ một buổi đối thoại.`,
      goals: `${pick(aims, roll)} và ${pick(aims, roll)}`,
      doing: `Thực hiện dân vận khéo: ${way}. Sau ${1 + roll(24)} tháng có ${20 + roll(400)} hộ cùng làm.`,
      sustainability: `Quỹ tự nuôi, ${pick(doings, roll)}.`,
      ...{ holder: `${pick(bodies, roll)} ${pick(names, roll)}`, holderKind: 'collective' as const },
      ...{ fieldName: fieldNames[field] ?? '', tagNames: [], unit, province, area: where, lead: pick(bodies, roll) },
      ...{ coordinating: pick(bodies, roll), participating: '', resources: '', beganOn: null },
      ...{ years: [{ year, scope: 'Cấp xã', state: 'Được công nhận' }], results: [], steps: [] },
    },
  }
}

/** What people type: with and without marks, one word and many, words of one and two letters, and the word of every text. */
export function madeQueries(most: number): string[] {
  const unmarked = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
  const short = [
    'dân vận',
    'dan van',
    'dân vận khéo',
    'ở',
    'xã',
    'tổ',
    '5',
    'hộ',
    'mô hình',
    'a',
    'dan van o cho',
    'nhân dân',
  ]
  const one = things.flatMap((thing) => [thing, unmarked(thing)])
  const two = things.flatMap((thing, at) => [
    `${thing} ${names[at % names.length]}`,
    unmarked(`${thing} ${places[at % places.length]}`),
  ])
  const problems = troubles.flatMap((trouble) => [trouble.split(',')[0] ?? trouble, unmarked(trouble)])
  const words = [...things, ...aims].flatMap((text) => text.split(' ').slice(0, 2))
  const all = [...short, ...one, ...two, ...problems, ...words, 'không có gì như thế', 'zzz']
  return Array.from({ length: most }, (_, at) => all[at % all.length] ?? '')
}
