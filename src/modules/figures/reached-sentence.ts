import { formatDay } from '#kernel/local-date.ts'
import { formatAmount, type Numeral } from '#kernel/numerals.ts'
import { absolute, formatQuantity, subtract } from '#kernel/quantity.ts'
import type { Reached } from './reached.ts'
import { aimLabel, amountWords } from './target-labels.ts'
import type { Target } from './target.ts'

type Of = { numeral: Numeral; unitOfCount: string }

/** The word beside the bar; what it means stands in the sentence. */
export const reachedLabel: Record<Reached['state'], string> = {
  met: 'Đạt',
  missed: 'Chưa đạt',
  'under-way': 'Đang thực hiện',
  unclear: 'Chưa kết luận được',
  'no-number': 'Chưa có số',
  'not-applicable': 'Không áp dụng',
  'not-comparable': 'Không so sánh được',
}

/** Where a unit stands against its target in one sentence: `Chưa đạt: 350 trên ít nhất 400 mô hình (87,5%).` */
export function reachedSentence(target: Pick<Target, 'aim' | 'amount'>, reached: Reached, of: Of): string {
  if (reached.amount === null) return `${withoutNumber(reached)}.`
  return `${stateWords(target, reached)}: ${comparison(target, reached, of)}${soFarWords(reached)}.`
}

/** A limit that was passed is not something still to come to. */
export function stateWords(
  { aim, amount: most }: Pick<Target, 'aim' | 'amount'>,
  { state, amount }: Pick<Reached, 'state' | 'amount'>,
): string {
  // A stock may still come down by the last day; until then nobody is told that it is simply under way.
  if (aim === 'at-most' && state === 'under-way' && amount !== null && amount > most) return 'Đang vượt mức'
  if (aim === 'at-most' && state === 'missed') return 'Vượt mức'
  if (aim === 'at-most' && state === 'met') return 'Trong mức'
  if (aim === 'exactly' && state === 'missed') return 'Chưa đúng mức'
  return reachedLabel[state]
}

/** `trên 350 mô hình`, `85%`: the number alone with its hedge. */
export function reachedAmount({ amount, qualifier }: Pick<Reached, 'amount' | 'qualifier'>, of: Of): string | null {
  if (amount === null) return null
  return `${formatAmount(amount, qualifier, of.numeral)}${of.unitOfCount === '%' ? '%' : ''}`
}

function comparison(target: Pick<Target, 'aim' | 'amount'>, reached: Reached, of: Of): string {
  const aim = `${aimLabel[target.aim]} ${amountWords(target.amount, of.numeral, of.unitOfCount)}`
  const has = `${reachedAmount(reached, of)} so với ${aim}`
  return `${has}${distance(target, reached, of)}`
}

/** A share of a count; of a percentage the points between, for 85 of 90 per cent is not “94 per cent”. */
function distance(target: Pick<Target, 'amount'>, { amount, share }: Reached, { numeral }: Of): string {
  if (amount === null) return ''
  if (numeral === 'percent') {
    const points = subtract(amount, target.amount)
    if (points === 0n) return ''
    return `, ${points > 0n ? 'cao hơn' : 'thấp hơn'} ${formatQuantity(absolute(points))} điểm phần trăm`
  }
  return share === null || numeral === 'change' ? '' : ` (${formatQuantity(share)}%)`
}

const partWord = { quarter: 'quý', month: 'tháng' } as const

/** What the number is from, where it is not from the whole; empty where it is. */
export function soFarWords({ soFar, counted, expected, flag }: Reached): string {
  const parts: string[] = []
  if (soFar && soFar.given < soFar.of)
    parts.push(
      soFar.onlyGrows || !soFar.upTo
        ? `mới có ${soFar.given} trên ${soFar.of} ${partWord[soFar.part]}`
        : `số đến ${formatDay(soFar.upTo)}`,
    )
  if (counted < expected) parts.push(`mới có ${counted} trên ${expected} đơn vị`)
  if (flag === 'apportioned') parts.push('có số chia theo tỷ lệ')
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`
}

function withoutNumber({ state, reason, soFar, flag, counted, expected }: Reached): string {
  if (state === 'not-applicable' || state === 'not-comparable') return reachedLabel[state]
  switch (reason?.why) {
    case 'divided-by-zero':
      return 'Không xác định: mẫu số bằng 0'
    case 'may-not-see':
      return 'Ông/bà không được xem số này'
    case 'not-in-force':
      return 'Đơn vị không có trong kỳ này'
    case 'not-over-time':
      return 'Chưa có số của cả kỳ; chỉ tiêu này không cộng từ các kỳ ngắn hơn'
    case 'periods-missing':
      // Of the parts that came nothing could be put together: none of them counts yet.
      return soFar && soFar.given > 0
        ? `Chưa có số${soFarWords({ soFar, flag, counted, expected } as Reached)}`
        : 'Chưa có số'
    default:
      return 'Chưa có số'
  }
}
