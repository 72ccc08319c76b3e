import { formatAmount } from '#kernel/numerals.ts'
import { formatQuantity, type Quantity } from '#kernel/quantity.ts'
import type { Period } from '#kernel/period.ts'
import type { CubeCell } from '#modules/figures/cube-answer.ts'
import { formatValue } from '#modules/figures/figure.ts'
import type { NoGrowth } from '#modules/figures/map-growth.ts'
import { valueIn } from './beside.ts'
import { aimLabel, handLabel } from '#modules/figures/target-labels.ts'
import type { Beside, BriefMeasure, BriefTarget, ChangeMeaning } from './brief.ts'
import type { ChoiceRefusal } from './chosen.ts'

/** What an officer reads when a choice stays as it was: what is wrong and what to do. */
export function choiceRefusalText(refusal: ChoiceRefusal): string {
  switch (refusal.code) {
    case 'unknown-figure':
      return `Không có chỉ tiêu “${refusal.given}” trong mẫu báo cáo đang dùng. Xin chọn một chỉ tiêu trong danh sách.`
    case 'already-chosen':
      return `“${refusal.name}” đã có trong bản tóm tắt. Xin chọn chỉ tiêu khác.`
    case 'too-many':
      return `Bản tóm tắt đã có ${refusal.most} số, nhiều nhất một trang ghi được. Xin bỏ bớt một số rồi thêm.`
    case 'not-chosen':
      return 'Số này không còn trong bản tóm tắt; có thể đồng nghiệp vừa bỏ. Danh sách dưới đây là danh sách mới.'
    case 'last-one':
      return 'Bản tóm tắt cần ít nhất một số. Xin thêm số khác trước khi bỏ số này.'
    case 'at-the-end':
      return 'Số này đã ở đầu hoặc cuối danh sách, không chuyển thêm được.'
    case 'not-changed':
      return 'Bản tóm tắt đang dùng các số có sẵn, không có gì để lấy lại.'
  }
}

export const meaningName: Record<ChangeMeaning, string> = {
  worse: 'Xấu đi',
  better: 'Tốt lên',
  different: 'Thay đổi khác',
}

/** A figure in words, with its hedge: `trên 3.200 hồ sơ`, `chưa có số`. */
export function cellText(cell: CubeCell, { measure }: Pick<BriefMeasure, 'measure'>): string {
  if (cell.state === 'not-comparable') return 'không so sánh được'
  if (cell.state === 'undefined') return 'không xác định'
  const value = valueIn(cell)
  const text = formatValue(value, measure.numeral)
  return measure.numeral === 'percent' && value.state !== 'not-yet-known' && value.state !== 'not-applicable'
    ? `${text}%`
    : text
}

/** `+50`, `−2,5 điểm %`. */
export function differenceText(difference: Quantity, { measure }: Pick<BriefMeasure, 'measure'>): string {
  const points = measure.numeral === 'percent' ? ' điểm %' : ''
  return difference === 0n ? 'không đổi' : `${formatAmount(difference, 'exact', 'change')}${points}`
}

/** What changed since another period, or in a few words why nothing is told. */
export function besideText({ difference, rate, silence }: Beside, of: BriefMeasure): string {
  if (difference === null) return silence ? silenceText(silence) : ''
  const told = differenceText(difference, of)
  if (silence?.why === 'from-zero') return difference === 0n ? told : `${told} (từ 0)`
  return rate === null || rate === 0n ? told : `${told} (${rate > 0n ? '+' : ''}${formatQuantity(rate)}%)`
}

/** `đạt 87,5% của 400 (cấp trên giao)`; of the year alone what is to be reached. */
export function targetText({ target, reached }: BriefTarget, { measure }: Pick<BriefMeasure, 'measure'>): string {
  const amount = formatAmount(target.amount, 'exact', measure.numeral)
  const whose = handLabel[target.setBy].toLocaleLowerCase('vi')
  if (reached === null) return `cả năm ${aimLabel[target.aim]} ${amount} (${whose})`
  const aim = `${aimLabel[target.aim]} ${amount} (${whose})`
  if (reached.share === null) return aim
  return `bằng ${formatQuantity(reached.share)}% của mức ${aim}`
}

const sides = { before: 'kỳ ấy', now: 'kỳ này' } as const

function silenceText(silence: NoGrowth): string {
  switch (silence.why) {
    case 'no-figure':
      return `${sides[silence.of]} chưa có số`
    case 'not-comparable':
      return silence.reason?.why === 'incomplete'
        ? `${sides[silence.of]} có ${silence.reason.counted}/${silence.reason.expected} đơn vị`
        : `${sides[silence.of]} không so sánh được`
    case 'definition-changed':
      return 'cách đếm đã đổi'
    case 'rounded':
      return 'có số làm tròn'
    case 'from-zero':
      return 'kỳ ấy bằng 0'
  }
}

/** `8 quý trước`: how the periods before are called. */
export function periodNoun({ regime }: Period): string {
  return regime.startsWith('quarter')
    ? 'quý'
    : regime.startsWith('month')
      ? 'tháng'
      : regime.startsWith('year')
        ? 'năm'
        : 'kỳ'
}
