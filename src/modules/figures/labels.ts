import type { Doubt } from '#kernel/numerals.ts'
import { formatQuantity, type Quantity } from '#kernel/quantity.ts'
import type { Basis } from './figure.ts'
import type { RecordKind } from './counted-by.ts'
import type { RuleId } from './check-rule.ts'

const dimensionNames: Record<string, string> = {
  collective: 'tập thể',
  individual: 'cá nhân',
  recognised: 'đã công nhận',
  'under-appraisal': 'đang thẩm định',
}

/** The part of an indicator in words; null for the whole. */
export function dimensionName(dimension: string): string | null {
  return dimension === '' ? null : (dimensionNames[dimension] ?? dimension)
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
}

/** What an officer reads beside a text that could not be read as one number. */
export function doubtText(doubt: Doubt, candidates: Quantity[]): string {
  if (doubt !== 'three-decimals-or-thousands') return doubtWords[doubt]
  const [thousands, decimals] = candidates.map(formatQuantity)
  return `Có thể hiểu là ${thousands ?? ''} hoặc ${decimals ?? ''}. Xin ghi lại: bỏ dấu nếu là hàng nghìn, hoặc ghi đủ bốn số lẻ.`
}

/** What each rule looks at, for help texts and the list of checks. */
export const ruleName: Record<RuleId, string> = {
  Q01: 'Sản phẩm OCOP cộng theo sao',
  Q02: 'Hồ sơ một cửa cộng theo tình trạng',
  Q03: 'Phần không lớn hơn tổng',
  Q04: 'Bình quân khớp với tổng',
  Q05: 'Tăng, giảm so với cuối năm trước',
  Q06: 'Tập thể và cá nhân cộng bằng tổng',
  Q07: 'Mô hình nhân rộng và mô hình được công nhận',
  Q08: 'Lượt tiếp và số người',
  Q09: 'Đơn đã giải quyết và đơn đã nhận',
  Q12: 'Tổng khớp với các đơn vị',
  Q14: 'Số cộng dồn không giảm',
  Q15: 'Số cộng dồn khớp với các quý',
  Q16: 'Số hợp lệ',
  Q20: 'Mô hình cộng theo bốn lĩnh vực',
  Q21: 'Đúng đơn vị tính',
  Q22: 'Ngày của việc nằm trong kỳ',
  Q23: 'Các phạm vi mô hình không cộng',
  Q25: 'Tỷ lệ khớp với tử số và mẫu số',
}
