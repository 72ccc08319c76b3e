import { absolute, formatQuantity } from '#kernel/quantity.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { cellReasonText } from './cell-words.ts'
import type { Difference, NoComparison, ShareOfWhole } from './compare.ts'

type NameOf = (unit: UnitId) => string

const sideName = { now: 'Kỳ này', before: 'Cùng kỳ năm trước', whole: 'Số chung' } as const

/** `tăng 120 (+3,5%)`, `giảm 2,1 điểm phần trăm`, `không đổi`; null where it is not told. */
export function differenceText(difference: Difference, isPercentage: boolean): string | null {
  if (difference.kind === 'none') return null
  const { amount, percent, isFromZero } = difference
  if (amount === 0n) return 'không đổi'
  const direction = amount > 0n ? 'tăng' : 'giảm'
  const said = `${direction} ${formatQuantity(absolute(amount))}${isPercentage ? ' điểm phần trăm' : ''}`
  if (isFromZero) return `${said} (từ 0, không tính tỷ lệ)`
  return percent === null ? said : `${said} (${percent > 0n ? '+' : ''}${formatQuantity(percent)}%)`
}

/** `12,5% của Tỉnh Ví Dụ`; null where it is not told. */
export function shareText(share: ShareOfWhole, ofWhom: string): string | null {
  return share.kind === 'none' ? null : `${formatQuantity(share.percent)}% của ${ofWhom}`
}

/** Why nothing is told, and what would help where something would. */
export function noComparisonText(reason: NoComparison, nameOf: NameOf): string {
  switch (reason.why) {
    case 'no-figure':
      return `Không so được: ${sideName[reason.of].toLocaleLowerCase('vi')} chưa có số.`
    case 'not-comparable':
      return `Không so được. ${sideName[reason.of]}: ${
        reason.reason ? cellReasonText(reason.reason, nameOf) : 'chưa có cơ sở để chia hoặc cộng.'
      }`
    case 'incomplete':
      return `Không so được. ${sideName[reason.of]} mới có số của ${reason.counted} trên ${reason.expected} đơn vị.`
    case 'rounded':
      return `Không so được: ${sideName[reason.of].toLocaleLowerCase('vi')} là số làm tròn hoặc ước.`
    case 'definition-changed':
      return 'Không so được: cách đếm của hai kỳ khác nhau.'
    case 'another-map':
      return 'Không so được: hai kỳ ở hai bên ngày 1/7/2025, đơn vị đã khác. Xin xem cả hai kỳ trên một bản đồ.'
    case 'no-period':
      return 'Không so được: kỳ này dài hơn một năm nên không có cùng kỳ.'
    case 'whole-is-zero':
      return 'Không tính tỷ trọng: số chung bằng 0.'
    case 'no-shares':
      return 'Không tính tỷ trọng: chỉ tiêu này không cộng giữa các đơn vị.'
  }
}
