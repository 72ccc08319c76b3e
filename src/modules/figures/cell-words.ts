import { formatDay } from '#kernel/local-date.ts'
import { formatAmount, hedgeWord, type Numeral } from '#kernel/numerals.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CellReason, CubeCell } from './cube-answer.ts'
import { mapReasonText } from './map-labels.ts'

/** A number of an answer in words (ô số liệu bằng chữ): what stands in a table, a chart's label, a file. */
export type CellWords = {
  hedge: string | null
  /** As people read it; null where there is no number, and `absent` says so in words. */
  amount: string | null
  absent: string | null
  /** Why there is no number, in a sentence; null where the words of `absent` say it all. */
  reason: string | null
  /** `từ 87 trên 100 đơn vị`, where the number is not of all. */
  from: string | null
  isApportioned: boolean
}

type NameOf = (unit: UnitId) => string

const absentWords: Record<Exclude<CubeCell['state'], 'known'>, string> = {
  'not-applicable': 'không áp dụng',
  absent: 'chưa có số',
  'not-comparable': 'không so sánh được',
  undefined: 'không xác định',
}

export function cellWords(cell: CubeCell, numeral: Numeral, nameOf: NameOf): CellWords {
  const { state, amount, qualifier, counted, expected } = cell
  const isKnown = state === 'known' && amount !== null
  return {
    hedge: isKnown ? hedgeWord(qualifier) : null,
    amount: isKnown ? formatAmount(amount, 'exact', numeral) : null,
    absent: isKnown ? null : absentOf(cell),
    reason: isKnown || cell.reason === null ? null : cellReasonText(cell.reason, nameOf),
    from: isKnown && counted < expected ? `từ ${counted} trên ${expected} đơn vị` : null,
    isApportioned: isKnown && cell.flag === 'apportioned',
  }
}

/** In one line, for files and labels: `trên 3.200`, `chưa có số`. */
export function cellText(words: CellWords): string {
  if (words.amount === null) return words.absent ?? absentWords.absent
  return words.hedge ? `${words.hedge} ${words.amount}` : words.amount
}

function absentOf({ state, reason }: CubeCell): string {
  if (reason?.why === 'may-not-see') return 'không được xem'
  if (reason?.why === 'not-in-force') return 'không có đơn vị này'
  return state === 'known' ? absentWords.absent : absentWords[state]
}

/** Why a cell has no number, or not the whole of one, in a sentence. */
export function cellReasonText(reason: CellReason, nameOf: NameOf): string {
  switch (reason.why) {
    case 'divided-by-zero':
      return 'Mẫu số bằng 0 nên không xác định.'
    case 'not-in-force':
      return `${nameOf(reason.unit)} không có vào ngày cuối kỳ.`
    case 'periods-missing':
      return `Mới có số của ${reason.given} trên ${reason.of} kỳ nhỏ trong kỳ này, chưa ghép được${
        reason.across
          ? `: đơn vị đã sắp xếp lại từ ngày ${formatDay(reason.across)}, ngay trong kỳ này. Xin chia theo quý hoặc theo tháng, hoặc hỏi riêng kỳ trước và kỳ sau ngày ấy`
          : ''
      }.`
    case 'not-over-time':
      return 'Chỉ tiêu này không cộng từ các kỳ nhỏ; cần số báo cáo của đúng kỳ này.'
    case 'definition-changed':
      return `Cách đếm đổi từ ngày ${formatDay(reason.on)}, ngay trong kỳ này.`
    case 'rounded-condition':
      return 'Điều kiện của công thức gặp số làm tròn, không biết là đúng hay sai.'
    case 'may-not-see':
      return 'Số này chưa được xem với tài khoản đang dùng.'
    default:
      return mapReasonText(reason, nameOf)
  }
}
