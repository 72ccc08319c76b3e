import { addDays, formatDay, localDate, parseLocalDate, partsOf, type LocalDate } from './local-date.ts'

export const regimes = ['quarter', 'year', 'range'] as const

/** How the ends of a period are set: a calendar quarter, a calendar year, or two days chosen freely. */
export type Regime = (typeof regimes)[number]

/** A dated interval, both ends included. */
export type Period = { regime: Regime; from: LocalDate; to: LocalDate }

export function quarterOf(year: number, quarter: 1 | 2 | 3 | 4): Period {
  const first = (quarter - 1) * 3 + 1
  const from = localDate(`${year}-${pad(first)}-01`)
  const next = quarter === 4 ? localDate(`${year + 1}-01-01`) : localDate(`${year}-${pad(first + 3)}-01`)
  return { regime: 'quarter', from, to: addDays(next, -1) }
}

export function yearOf(year: number): Period {
  return { regime: 'year', from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) }
}

/**
 * A free range; null when it runs backwards. The two days of a quarter or a year are that quarter or that year: the same
 * days have one name only, so that no figure can be given twice for them.
 */
export function rangeOf(from: LocalDate, to: LocalDate): Period | null {
  if (from > to) return null
  const named = [quarterContaining(from), yearOf(partsOf(from).year)].find((one) => one.from === from && one.to === to)
  return named ?? { regime: 'range', from, to }
}

/** The calendar quarter that a day lies in. */
export function quarterContaining(day: LocalDate): Period {
  const { year, month } = partsOf(day)
  return quarterOf(year, (Math.floor((month - 1) / 3) + 1) as 1 | 2 | 3 | 4)
}

/** The period of the same regime that ends the day before; null for a free range, which has no neighbour. */
export function previousPeriod(period: Period): Period | null {
  if (period.regime === 'range') return null
  if (period.regime === 'year') return yearOf(partsOf(period.from).year - 1)
  return quarterContaining(addDays(period.from, -1))
}

/** How a period stands in an address: `2026-q3`, `2025`, `2019-01-01_2022-10-13`. */
export function periodKey(period: Period): string {
  const { year, month } = partsOf(period.from)
  if (period.regime === 'quarter') return `${year}-q${Math.floor((month - 1) / 3) + 1}`
  if (period.regime === 'year') return `${year}`
  return `${period.from}_${period.to}`
}

/** Reads what `periodKey` writes; null when it is not one. */
export function parsePeriodKey(key: string): Period | null {
  const quarter = /^(\d{4})-q([1-4])$/.exec(key)
  if (quarter) return isYear(quarter[1]) ? quarterOf(Number(quarter[1]), Number(quarter[2]) as 1 | 2 | 3 | 4) : null
  if (/^\d{4}$/.test(key)) return isYear(key) ? yearOf(Number(key)) : null
  const range = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/.exec(key)
  const from = parseLocalDate(range?.[1])
  const to = parseLocalDate(range?.[2])
  return from && to ? rangeOf(from, to) : null
}

const roman = ['I', 'II', 'III', 'IV']

/** As people say it: `quý III năm 2026`, `năm 2025`, `từ 1/1/2019 đến 13/10/2022`. */
export function periodName(period: Period): string {
  const { year, month } = partsOf(period.from)
  if (period.regime === 'quarter') return `quý ${roman[Math.floor((month - 1) / 3)] ?? ''} năm ${year}`
  if (period.regime === 'year') return `năm ${year}`
  return `từ ${formatDay(period.from)} đến ${formatDay(period.to)}`
}

/** Years that a report can be about; others are slips of the finger or of an address. */
function isYear(text: string | undefined): boolean {
  const year = Number(text)
  return year >= 1900 && year <= 2100
}

function pad(month: number): string {
  return String(month).padStart(2, '0')
}
