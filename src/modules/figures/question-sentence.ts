import { formatDay, partsOf } from '#kernel/local-date.ts'
import { monthOf, periodKey, periodName, quarterOf, type Period } from '#kernel/period.ts'
import type { SetStanding } from './figure-set.ts'
import type { AskedQuestion, Comparison } from './question.ts'

/** What the words of a question are looked up in. */
export type QuestionNames = {
  /** The measures by their names. */
  measures: readonly string[]
  /** The units asked for; the country where none is. */
  units: readonly string[]
  /** `tỉnh`, `xã, phường`, where the answer is broken down by units below. */
  level: string | null
  periods: readonly Period[]
  /** How far figures have come that are counted, where that is not what everybody expects. */
  counts: SetStanding | null
}

/** The whole question read back in one sentence (câu hỏi đọc lại): title, heading, name of a file. */
export function questionSentence(
  { map, compare }: Pick<AskedQuestion, 'map' | 'compare'>,
  names: QuestionNames,
): string {
  const place = names.units.length > 0 ? listed(names.units, 3, 'đơn vị') : 'cả nước'
  const parts = [
    listed(names.measures.map(inRow), 3, 'chỉ tiêu'),
    names.level ? `theo ${names.level} của ${place}` : place,
    periodsText(names.periods),
    map === 'today' ? 'trên bản đồ hôm nay' : map === 'reported' ? null : `trên bản đồ ngày ${formatDay(map)}`,
    names.counts && countsText[names.counts],
    compare && comparisonText[compare],
  ]
  return parts.filter((part) => part !== null && part !== '').join(', ')
}

// Behind another name a name begins small, unless it is an abbreviation (OCOP) or a name of its own after it.
function inRow(name: string, at: number): string {
  return at === 0 || !/^\p{Lu}\p{Ll}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}

export const comparisonText: Record<Comparison, string> = {
  'same-period': 'so với cùng kỳ năm trước',
  target: 'so với chỉ tiêu kế hoạch',
  peers: 'so với đơn vị cùng loại, cùng cỡ',
  whole: 'tỷ trọng trong số chung',
}

const countsText: Record<SetStanding, string> = {
  published: 'số đã công bố',
  accepted: 'số đã duyệt',
  'handed-in': 'gồm cả số đã nộp chờ duyệt',
  open: 'gồm cả số đang nhập',
}

/** `12 tháng năm 2026`, `4 quý năm 2025`, `quý I năm 2026, quý II năm 2026`, `3 năm từ 2024 đến 2026`. */
export function periodsText(periods: readonly Period[]): string {
  const [first] = periods
  const last = periods.at(-1)
  if (!first || !last) return ''
  if (periods.length === 1) return periodName(first)
  const { year } = partsOf(first.from)
  if (
    isWhole(
      periods,
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => monthOf(year, month)),
    )
  )
    return `12 tháng năm ${year}`
  if (
    isWhole(
      periods,
      ([1, 2, 3, 4] as const).map((quarter) => quarterOf(year, quarter)),
    )
  )
    return `4 quý năm ${year}`
  if (periods.length <= 2) return periods.map((period) => periodName(period)).join(' và ')
  return `${periods.length} kỳ từ ${periodName(first)} đến ${periodName(last)}`
}

function isWhole(periods: readonly Period[], all: readonly Period[]): boolean {
  return (
    periods.length === all.length &&
    all.every((one, at) => periodKey(one) === periodKey(periods[at] ?? one) && !!periods[at])
  )
}

/** `A`, `A và B`, `A, B và 3 chỉ tiêu khác`. */
function listed(names: readonly string[], most: number, what: string): string {
  if (names.length > most) {
    return `${names.slice(0, most - 1).join('; ')} và ${names.length - most + 1} ${what} khác`
  }
  return names.length > 1 ? `${names.slice(0, -1).join('; ')} và ${names.at(-1) ?? ''}` : (names[0] ?? '')
}
