import type { SetStanding } from './figure-set.ts'
import type { Comparison, QuestionView, TerritoryAxis, TimeAxis } from './question.ts'
import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { phraseAt, phraseIndex, type LineWord } from './question-words-line.ts'

/** What a fixed turn of phrase says (cách nói cố định). */
export type PhraseMeaning =
  | { kind: 'by'; axis: TerritoryAxis | TimeAxis | 'part' }
  | { kind: 'compare'; with: Comparison }
  | { kind: 'counts'; standing: SetStanding }
  | { kind: 'map'; map: 'today' | 'reported' }
  | { kind: 'view'; view: QuestionView }
  | { kind: 'own'; unit: 'unit' | 'province' | 'country' }
  /** Understood, and not to be had: said so, never read as something near it. */
  | { kind: 'cannot'; sentence: string }

const byWords: Readonly<Record<TerritoryAxis | TimeAxis | 'part', readonly string[]>> = {
  unit: ['đơn vị', 'từng đơn vị'],
  province: ['tỉnh', 'tỉnh thành', 'tỉnh thành phố', 'tỉnh, thành phố', 'cấp tỉnh'],
  district: ['huyện', 'cấp huyện'],
  commune: [
    'xã',
    'xã phường',
    'xã, phường',
    'cấp xã',
    'xã phường thị trấn',
    'đơn vị cấp xã',
    'phường xã',
    'phường, xã',
  ],
  month: ['tháng'],
  quarter: ['quý'],
  'half-year': ['6 tháng', 'nửa năm', 'sáu tháng'],
  'nine-months': ['9 tháng', 'chín tháng'],
  year: ['năm'],
  part: ['phân tổ', 'thành phần', 'tập thể và cá nhân', 'tập thể, cá nhân', 'tập thể cá nhân', 'từng phần', 'loại'],
}

const forEach = [
  'theo',
  'theo từng',
  'chia theo',
  'chia theo từng',
  'tách theo',
  'phân theo',
  'từng',
  'mỗi',
  'giữa các',
]
const forEachUnit = [
  'các',
  'tất cả các',
  'toàn bộ các',
  'những',
  'xếp hạng các',
  'xếp hạng theo',
  'so sánh các',
  'của các',
]
const forEachTime = ['hàng', 'các', 'qua các', 'qua từng', 'tất cả các']

function byPhrases(): [string, PhraseMeaning][] {
  return Object.entries(byWords).flatMap(([axis, words]) => {
    const isUnit = ['unit', 'province', 'district', 'commune'].includes(axis)
    const before =
      axis === 'part'
        ? ['theo', 'chia theo', 'tách theo', 'phân theo']
        : [...forEach, ...(isUnit ? forEachUnit : forEachTime)]
    const meaning: PhraseMeaning = { kind: 'by', axis: axis as keyof typeof byWords }
    return words.flatMap((word) => before.map((one): [string, PhraseMeaning] => [`${one} ${word}`, meaning]))
  })
}

function all(meaning: PhraseMeaning, ...texts: string[]): [string, PhraseMeaning][] {
  return texts.map((text) => [text, meaning])
}

const samePeriod = ['cùng kỳ', 'cùng kỳ năm trước', 'cùng kỳ năm ngoái', 'cùng kỳ năm rồi', 'cùng thời kỳ năm trước']
const before = ['so với', 'so', 'đối chiếu với', 'so sánh với', 'tăng giảm so với', 'tăng, giảm so với']
const noNeighbour = 'Chưa so với kỳ liền trước được. So được với cùng kỳ năm trước, hoặc chọn hai kỳ để đặt cạnh nhau.'
const noFilter = 'Chưa lọc riêng phường hoặc thị trấn được; bảng theo xã gồm cả xã và phường.'
const noRange = 'Chưa lọc theo con số được; bảng sắp xếp được theo từng cột.'

export const fixedPhrases = phraseIndex<PhraseMeaning>([
  ...byPhrases(),
  ...all({ kind: 'by', axis: 'commune' }, 'xã nào', 'những xã nào', 'xã phường nào'),
  ...all({ kind: 'by', axis: 'province' }, 'tỉnh nào', '34 tỉnh', '34 tỉnh thành', '34 tỉnh thành phố'),
  ...samePeriod.flatMap((text) => [
    ...all({ kind: 'compare', with: 'same-period' }, text, ...before.map((one) => `${one} ${text}`)),
  ]),
  ...all(
    { kind: 'compare', with: 'target' },
    ...['kế hoạch', 'chỉ tiêu', 'chỉ tiêu giao', 'chỉ tiêu được giao', 'chỉ tiêu kế hoạch', 'mục tiêu'].flatMap(
      (text) => ['so với', 'so', 'so sánh với'].map((one) => `${one} ${text}`),
    ),
  ),
  ...all(
    { kind: 'compare', with: 'peers' },
    ...[
      'các xã cùng loại',
      'xã cùng loại',
      'đơn vị cùng loại',
      'các đơn vị cùng loại',
      'các xã tương tự',
      'các xã giống mình',
      'các xã tương đương',
      'đơn vị tương đương',
      'các xã cùng quy mô',
      'đơn vị cùng quy mô',
    ].flatMap((text) => ['so với', 'so', 'so sánh với'].map((one) => `${one} ${text}`)),
  ),
  ...all(
    { kind: 'compare', with: 'whole' },
    'tỷ trọng',
    'chiếm bao nhiêu phần',
    'chiếm bao nhiêu phần trăm',
    'so với tổng',
    'so với cả tỉnh',
    'so với toàn tỉnh',
  ),
  ...all(
    { kind: 'cannot', sentence: noNeighbour },
    ...['kỳ trước', 'tháng trước', 'quý trước', 'năm trước', 'năm ngoái', 'kỳ liền trước'].flatMap((text) =>
      ['so với', 'so', 'so sánh với', 'tăng giảm so với'].map((one) => `${one} ${text}`),
    ),
  ),
  ...all(
    { kind: 'cannot', sentence: noFilter },
    'các phường',
    'theo phường',
    'từng phường',
    'các thị trấn',
    'các đặc khu',
  ),
  ...all({ kind: 'cannot', sentence: noRange }, 'lớn hơn', 'nhỏ hơn', 'cao nhất', 'thấp nhất', 'nhiều nhất', 'ít nhất'),
  ...all(
    { kind: 'counts', standing: 'accepted' },
    'đã duyệt',
    'đã được duyệt',
    'số đã duyệt',
    'đã được nhận',
    'chỉ tính đã duyệt',
    'số chính thức',
  ),
  ...all(
    { kind: 'counts', standing: 'published' },
    'đã công bố',
    'số đã công bố',
    'số liệu đã công bố',
    'chỉ số đã công bố',
    'đã công bố rộng rãi',
  ),
  ...all(
    { kind: 'counts', standing: 'handed-in' },
    'đã nộp',
    'gồm đã nộp',
    'gồm cả đã nộp',
    'kể cả đã nộp',
    'kể cả chưa duyệt',
    'gồm cả chưa duyệt',
    'cả số đã nộp',
  ),
  ...all(
    { kind: 'counts', standing: 'open' },
    'kể cả đang nhập',
    'gồm cả đang nhập',
    'đang nhập',
    'kể cả bản nháp',
    'cả bản nháp',
  ),
  ...[
    'bản đồ hôm nay',
    'bản đồ hiện nay',
    'bản đồ mới',
    'địa bàn hôm nay',
    'địa bàn hiện nay',
    'bản đồ bây giờ',
    'đơn vị hiện nay',
    'đơn vị mới',
  ].flatMap((text) => all({ kind: 'map', map: 'today' }, text, `trên ${text}`, `theo ${text}`, `tính theo ${text}`)),
  ...all(
    { kind: 'map', map: 'reported' },
    'như đã báo cáo',
    'như báo cáo',
    'theo đơn vị lúc báo cáo',
    'bản đồ như đã báo cáo',
    'trên bản đồ như đã báo cáo',
  ),
  ...all({ kind: 'view', view: 'line' }, 'biểu đồ đường', 'vẽ biểu đồ đường', 'vẽ đường', 'dạng đường'),
  ...all({ kind: 'view', view: 'bars' }, 'biểu đồ cột', 'vẽ biểu đồ cột', 'biểu đồ thanh', 'vẽ cột', 'dạng cột'),
  ...all({ kind: 'view', view: 'multiples' }, 'biểu đồ nhỏ', 'nhiều biểu đồ nhỏ'),
  ...all({ kind: 'view', view: 'tiles' }, 'bản đồ ô', 'bản đồ ô vuông', 'vẽ bản đồ ô'),
  ...all({ kind: 'view', view: 'table' }, 'dạng bảng', 'lập bảng', 'bảng số liệu'),
  ...all(
    { kind: 'own', unit: 'unit' },
    'xã tôi',
    'xã mình',
    'xã ta',
    'phường tôi',
    'phường mình',
    'đơn vị tôi',
    'đơn vị mình',
    'của tôi',
    'toàn xã',
    'cả xã',
  ),
  ...all({ kind: 'own', unit: 'country' }, 'cả nước', 'toàn quốc', 'của cả nước', 'trên cả nước', 'trên toàn quốc'),
  ...all(
    { kind: 'own', unit: 'province' },
    'tỉnh tôi',
    'tỉnh mình',
    'tỉnh ta',
    'toàn tỉnh',
    'cả tỉnh',
    'trong tỉnh',
    'của tỉnh',
    'trên địa bàn tỉnh',
    'toàn địa bàn tỉnh',
  ),
])

const mapOf = phraseIndex(
  ['bản đồ ngày', 'bản đồ', 'địa bàn ngày', 'bản đồ đến ngày', 'bản đồ vào ngày'].flatMap((text) =>
    [text, `trên ${text}`, `theo ${text}`, `tính theo ${text}`].map((one) => [one, null] as const),
  ),
)

/** `trên bản đồ ngày 30/6/2025`. */
export function dayOfMapAt(line: readonly LineWord[], from: number): { day: LocalDate; to: number } | null {
  const words = phraseAt(mapOf, line, from)
  const day = words && parseLocalDate(line[words.to]?.raw)
  return words && day ? { day, to: words.to + 1 } : null
}

/** Words that say nothing of what is asked. */
export const emptyWords: ReadonlySet<string> = new Set(
  'số,liệu,lượng,của,trong,về,cho,là,bao,nhiêu,xem,thống,kê,có,và,ở,tại,trên,địa,bàn,được,các,những,với,tôi,muốn,hãy,xin,bảng,kết,quả,năm,thì,sao,thế,nào,mấy,kỳ,vào,từ,đến,cả,toàn,tính,theo,cùng,một,lập,gồm,đã'.split(
    ',',
  ),
)
