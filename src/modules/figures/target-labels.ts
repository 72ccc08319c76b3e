import { formatAmount, type Doubt, type Numeral } from '#kernel/numerals.ts'
import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { Quantity } from '#kernel/quantity.ts'
import { doubtText } from './labels.ts'
import type { TargetAim, TargetDocument, TargetHand, TargetVersion } from './target.ts'

export const handLabel: Record<TargetHand, string> = { own: 'Đơn vị tự đặt', superior: 'Cấp trên giao' }

export const aimLabel: Record<TargetAim, string> = { 'at-least': 'ít nhất', 'at-most': 'không quá', exactly: 'đúng' }

export const aimHint: Record<TargetAim, string> = {
  'at-least': 'Làm nhiều hơn thì tốt, ví dụ số mô hình.',
  'at-most': 'Ít hơn thì tốt, ví dụ số hồ sơ quá hạn.',
  exactly: 'Phải bằng đúng số này.',
}

export const targetChangeLabel: Record<TargetVersion['change'], string> = {
  set: 'Đặt chỉ tiêu',
  revised: 'Điều chỉnh',
  withdrawn: 'Rút chỉ tiêu',
}

/** `ít nhất 400 mô hình`. */
export function targetWords(
  { aim, amount }: { aim: TargetAim; amount: Quantity },
  { numeral, unitOfCount }: { numeral: Numeral; unitOfCount: string },
): string {
  return `${aimLabel[aim]} ${amountWords(amount, numeral, unitOfCount)}`
}

/** `400 mô hình`, `85%`. */
export function amountWords(amount: Quantity, numeral: Numeral, unitOfCount: string): string {
  return `${formatAmount(amount, 'exact', numeral)}${unitOfCount === '%' ? '%' : ` ${unitOfCount}`}`
}

/** `theo 12-KH/ĐU ngày 5/1/2026`; empty where no document sets it. */
export function documentWords({ number, on }: TargetDocument): string {
  if (number === '') return ''
  return on === null ? `theo ${number}` : `theo ${number} ngày ${formatDay(on)}`
}

/** Every *no* about targets, with what it needs to be said. */
export type TargetRefusal =
  | { code: 'changed-meanwhile' }
  | { code: 'already-set'; id: string }
  | { code: 'already-withdrawn' }
  | { code: 'nothing-changes' }
  | { code: 'reason-needed' }
  | { code: 'personal-number'; field: 'reason' | 'document' }
  | { code: 'amount-missing' }
  | { code: 'amount-hedged' }
  | { code: 'amount-unclear'; doubt: Doubt; candidates: Quantity[]; numeral: Numeral }
  | { code: 'amount-over-whole' }
  | { code: 'indicator-unknown'; given: string }
  | { code: 'part-unknown'; given: string }
  | { code: 'period-not-ruled' }
  | { code: 'period-out-of-reach'; from: number; to: number }
  | { code: 'unit-not-in-force'; unit: string; day: LocalDate }
  | { code: 'document-not-yet'; today: LocalDate }

// What a report's cell may be told instead (“khoảng”, “không áp dụng”, nothing at all) is no answer to how much is to be reached.
const oneNumberOnly: readonly Doubt[] = [
  'not-a-number',
  'a-dash',
  'hedged-zero',
  'a-range',
  'two-hedges',
  'not-how-many',
]

/** What was wrong and what to do, in words. */
export function targetRefusalText(refusal: TargetRefusal): string {
  switch (refusal.code) {
    case 'changed-meanwhile':
      return 'Chỉ tiêu này vừa được người khác đổi sau khi ông/bà mở trang. Xin mở lại trang, xem bản mới rồi ghi lại.'
    case 'already-set':
      return 'Đơn vị đã có chỉ tiêu này cho kỳ này. Muốn đổi mức thì mở chỉ tiêu đó ra và điều chỉnh, kèm lý do.'
    case 'already-withdrawn':
      return 'Chỉ tiêu này đã được rút nên không còn gì để đổi. Muốn dùng lại thì đặt chỉ tiêu mới.'
    case 'nothing-changes':
      return 'Mức và cách tính giống hệt bản đang dùng nên không ghi gì thêm.'
    case 'reason-needed':
      return 'Điều chỉnh hoặc rút chỉ tiêu thì phải có lý do. Xin ghi lý do, ví dụ: theo kế hoạch điều chỉnh số …'
    case 'personal-number':
      return 'Chỗ này có dãy số giống số điện thoại hoặc số căn cước. Xin bỏ dãy số đó rồi ghi lại.'
    case 'amount-missing':
      return 'Chưa có mức phải đạt. Xin ghi một số; không đặt chỉ tiêu thì bỏ dòng này.'
    case 'amount-hedged':
      return 'Mức ghi một số, không kèm “trên”, “khoảng”, “ít nhất”. Xin ghi số ở ô này và chọn “ít nhất” hay “không quá” ở ô cách tính.'
    case 'amount-unclear':
      return oneNumberOnly.includes(refusal.doubt)
        ? 'Chưa đọc được thành một số. Xin ghi đúng một số bằng chữ số, ví dụ 1.240, không kèm chữ.'
        : doubtText(refusal.doubt, refusal.candidates, refusal.numeral)
    case 'amount-over-whole':
      return 'Tỷ lệ này là phần của một tổng nên không quá 100. Xin xem lại số.'
    case 'indicator-unknown':
      return `Không có chỉ tiêu “${refusal.given}” trong kỳ này. Xin ghi mã như F10, hoặc chọn trong danh sách.`
    case 'part-unknown':
      return `Chỉ tiêu này không có phần “${refusal.given}”. Xin chọn lại trong danh sách.`
    case 'period-not-ruled':
      return 'Chưa rõ kỳ. Xin ghi như “năm 2026”, “6 tháng đầu năm 2026”, “quý III năm 2026” hoặc “tháng 3/2026”.'
    case 'period-out-of-reach':
      return `Chỉ đặt chỉ tiêu cho các kỳ từ năm ${refusal.from} đến năm ${refusal.to}.`
    case 'unit-not-in-force':
      return `${refusal.unit} không còn, hoặc chưa có, vào ngày ${formatDay(refusal.day)} là cuối kỳ này. Xin chọn đơn vị hoặc kỳ khác.`
    case 'document-not-yet':
      return `Ngày văn bản ở sau hôm nay, ${formatDay(refusal.today)}. Xin xem lại ngày ký.`
  }
}

/** The field of the form that a refusal stands beside; empty for the form as a whole. */
export function targetFieldOf(refusal: TargetRefusal): string {
  switch (refusal.code) {
    case 'amount-missing':
    case 'amount-hedged':
    case 'amount-unclear':
    case 'amount-over-whole':
    case 'nothing-changes':
      return 'amount'
    case 'indicator-unknown':
    case 'part-unknown':
      return 'cell'
    case 'period-not-ruled':
    case 'period-out-of-reach':
      return 'period'
    case 'unit-not-in-force':
      return 'unit'
    case 'reason-needed':
      return 'reason'
    case 'personal-number':
      return refusal.field === 'reason' ? 'reason' : 'number'
    case 'document-not-yet':
      return 'on'
    default:
      return ''
  }
}
