import { typedForm, type Doubt, type Numeral } from '#kernel/numerals.ts'
import { inWords } from '#kernel/numerals/in-words.ts'
import { formatQuantity, type Quantity } from '#kernel/quantity.ts'
import { fold } from '#kernel/text.ts'
import type { Basis } from './figure.ts'
import type { RecordKind } from './counted-by.ts'
import type { HouseRuleId, RuleId } from './check-rule.ts'

/** The parts that figures are given in, as they are printed; no two of them read alike, so that a formula can name them. */
const dimensionNames: Record<string, string> = {
  collective: 'tập thể',
  individual: 'cá nhân',
  recognised: 'đã công nhận',
  'under-appraisal': 'đang thẩm định',
  'not-recognised': 'chưa công nhận',
  'full-time': 'chuyên trách',
  'part-time': 'kiêm nhiệm',
  issued: 'đã nêu',
  closed: 'đã khắc phục xong',
  answered: 'đã trả lời',
  'passed-on': 'đã chuyển',
  open: 'chưa trả lời',
  head: 'người đứng đầu tiếp',
  regular: 'tiếp thường xuyên',
  'ad-hoc': 'tiếp đột xuất',
  duplicate: 'đơn trùng',
  anonymous: 'không rõ người gửi',
  archived: 'lưu đơn',
  right: 'khiếu nại đúng',
  'partly-right': 'đúng một phần',
  wrong: 'khiếu nại sai',
  received: 'đã tiếp nhận',
  resolved: 'đã giải quyết',
  rejected: 'từ chối',
  passed: 'được thông qua',
  'not-passed': 'không thông qua',
  decided: 'đã quyết định',
  collected: 'đã thu',
  consultations: 'đợt lấy ý kiến',
  replies: 'ý kiến nhận được',
  boards: 'số ban',
  supervisions: 'cuộc giám sát',
  recommendations: 'kiến nghị',
  projects: 'dự án',
  amended: 'sửa đổi',
  suspended: 'tạm ngừng',
  abolished: 'bãi bỏ',
  elected: 'được bầu',
  removed: 'cho thôi',
  acting: 'lâm thời',
  successful: 'hòa giải thành',
  good: 'tốt',
  fair: 'khá',
  average: 'trung bình',
  weak: 'yếu',
  poor: 'hộ nghèo',
  'near-poor': 'hộ cận nghèo',
  new: 'mới',
  raised: 'vận động được',
  spent: 'đã chi',
  reached: 'đạt chuẩn',
  advanced: 'nâng cao',
  model: 'kiểu mẫu',
  agreed: 'đồng thuận',
  'not-agreed': 'chưa đồng thuận',
  granted: 'được tặng',
  distinct: 'đơn vị khác nhau',
  points: 'điểm',
  votes: 'phiếu',
  total: 'tổng lượt',
  today: 'hôm nay',
  online: 'đang xem',
}

const dimensionsByName = new Map(
  Object.entries(dimensionNames).flatMap(([dimension, name]) => [
    [fold(dimension), dimension],
    [fold(name), dimension],
  ]),
)

/** The part of an indicator in words; null for the whole. */
export function dimensionName(dimension: string): string | null {
  return dimension === '' ? null : (dimensionNames[dimension] ?? dimension)
}

/** Reads what `dimensionName` prints, with or without marks, or the name it is kept by; null for anything else. */
export function dimensionOf(words: string): string | null {
  return dimensionsByName.get(fold(words)) ?? null
}

export const basisName: Record<Basis, string> = {
  typed: 'nhập tay',
  counted: 'cộng từ cấp xã',
  imported: 'nhập từ tệp',
  read: 'đọc từ báo cáo',
  published: 'số liệu đã công bố',
}

/** The register that records of a kind stand in. */
export const registerName: Record<RecordKind, string> = {
  dialogue: 'sổ đối thoại',
  initiative: 'sổ mô hình “Dân vận khéo”',
  'follow-up': 'sổ theo dõi mô hình “Dân vận khéo”',
  'work-item': 'sổ phần việc, công trình',
  pledge: 'sổ ký cam kết thi đua',
  contest: 'sổ hội thi',
  review: 'sổ sơ kết, tổng kết',
  visit: 'sổ kiểm tra, giám sát, khảo sát',
  meeting: 'sổ hội nghị',
  award: 'sổ khen thưởng',
}

const doubtWords: Record<Doubt, string> = {
  'not-a-number':
    'Chưa đọc được thành số. Xin ghi bằng chữ số, ví dụ 1.240; có thể thêm “trên”, “khoảng”, “dưới”, “ước” ở trước.',
  'a-dash':
    'Dấu gạch có thể là 0, không áp dụng hay chưa có số. Xin ghi 0, hoặc “không áp dụng”, hoặc để trống nếu chưa có.',
  'fraction-of-a-count': 'Đây là số đếm, không có số lẻ. Xin ghi số nguyên; hàng nghìn viết như 12.340.',
  'mixed-separators':
    'Dấu chấm và dấu phẩy đặt lẫn nên có thể hiểu nhiều cách. Xin ghi lại, hàng nghìn viết như 12.340.',
  'three-decimals-or-thousands': 'Có thể hiểu hai cách.',
  negative: 'Số này không thể âm. Xin ghi số từ 0 trở lên.',
  'too-large': 'Số dài quá mức ghi được. Xin xem lại có thừa chữ số không.',
  'hedged-zero': '“Trên 0”, “khoảng 0” không rõ là bao nhiêu. Xin ghi số thật, hoặc ghi 0 nếu không có.',
  shorthand: 'Có thể hiểu hai cách. Xin ghi bằng chữ số.',
  'a-range': 'Ô này ghi một số, chưa ghi được từ số này đến số kia. Xin ghi số thật, hoặc “khoảng” kèm một số.',
  'a-bound': '“Ít nhất”, “không quá” chưa cho biết là bao nhiêu. Xin ghi số thật, hoặc “trên”, “dưới” kèm một số.',
  'two-hedges': 'Có hai chữ ước lượng trước con số. Xin giữ một chữ: “trên”, “khoảng”, “dưới” hoặc “ước”.',
  'a-date-or-ordinal': 'Đây là ngày, kỳ hoặc số thứ tự, không phải số lượng. Xin ghi số lượng.',
  'not-how-many': 'Chưa rõ là bao nhiêu. Xin ghi số, có thể thêm “khoảng” ở trước; để trống nếu chưa có số.',
  'scale-of-a-measure': 'Có thể hiểu hai cách theo đơn vị của ô. Xin ghi bằng chữ số.',
  money: 'Ô này đếm số lượng, không ghi số tiền. Xin ghi số lượng.',
}

/** What an officer reads beside a text that could not be read as one number. */
export function doubtText(doubt: Doubt, candidates: Quantity[], numeral: Numeral = 'count'): string {
  const [one, other] = candidates
  if (one === undefined || other === undefined) return doubtWords[doubt]
  if (doubt === 'three-decimals-or-thousands' || doubt === 'scale-of-a-measure')
    return `Có thể hiểu là ${formatQuantity(one)} hoặc ${formatQuantity(other)}. Xin ghi ${typedForm(one, numeral)} hoặc ${typedForm(other, numeral)}.`
  if (doubt === 'shorthand') return `Có thể hiểu là ${inBoth(one)} hoặc ${inBoth(other)}. Xin ghi bằng chữ số.`
  return doubtWords[doubt]
}

function inBoth(amount: Quantity): string {
  return `${formatQuantity(amount)} (${inWords(amount)})`
}

/** What each rule looks at, for help texts and the list of checks. */
export const ruleName: Record<HouseRuleId, string> = {
  Q01: 'Sản phẩm OCOP cộng theo sao',
  Q02: 'Hồ sơ một cửa cộng theo tình trạng',
  Q03: 'Phần không lớn hơn tổng',
  Q04: 'Bình quân khớp với tổng',
  Q05: 'Tăng, giảm so với cuối năm trước',
  Q06: 'Tập thể và cá nhân cộng bằng tổng',
  Q07: 'Mô hình nhân rộng và mô hình được công nhận',
  Q08: 'Lượt tiếp và số người',
  Q09: 'Đơn đã giải quyết và đơn đã nhận',
  Q10: 'Mỗi xã ít nhất một cuộc đối thoại một năm',
  Q11: 'Số người dự mỗi hội nghị đối thoại',
  Q12: 'Tổng khớp với các đơn vị',
  Q13: 'Số đang có không giảm vô cớ',
  Q14: 'Số cộng dồn không giảm',
  Q15: 'Số cộng dồn khớp với các quý',
  Q16: 'Số hợp lệ',
  Q17: 'Tăng, giảm nhiều so với cùng kỳ',
  Q18: 'Số chép lại kỳ trước',
  Q19: 'Toàn số 0 hoặc toàn số tròn',
  Q20: 'Mô hình cộng theo bốn lĩnh vực',
  Q21: 'Đúng đơn vị tính',
  Q22: 'Ngày của việc nằm trong kỳ',
  Q23: 'Các phạm vi mô hình không cộng',
  Q25: 'Tỷ lệ khớp với tử số và mẫu số',
  Q26: 'Số khác hẳn những kỳ trước',
  Q27: 'Số khác hẳn đơn vị cùng loại',
}

/** A rule by its name; a province's own by its code. */
export function ruleNameOf(id: RuleId): string {
  return id in ruleName ? ruleName[id as HouseRuleId] : `Quy tắc ${id} của tỉnh`
}
