import { addDays, formatDay, localDate, partsOf, type LocalDate } from './local-date.ts'

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

export function rangeOf(from: LocalDate, to: LocalDate): Period | null {
  return from <= to ? { regime: 'range', from, to } : null
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
  if (quarter) return quarterOf(Number(quarter[1]), Number(quarter[2]) as 1 | 2 | 3 | 4)
  if (/^\d{4}$/.test(key)) return yearOf(Number(key))
  const range = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/.exec(key)
  if (!range?.[1] || !range[2]) return null
  try {
    return rangeOf(localDate(range[1]), localDate(range[2]))
  } catch {
    return null // a day such as 31 February: not an address of ours
  }
}

const roman = ['I', 'II', 'III', 'IV']

/** As people say it: `quý III năm 2026`, `năm 2025`, `từ 1/1/2019 đến 13/10/2022`. */
export function periodName(period: Period): string {
  const { year, month } = partsOf(period.from)
  if (period.regime === 'quarter') return `quý ${roman[Math.floor((month - 1) / 3)] ?? ''} năm ${year}`
  if (period.regime === 'year') return `năm ${year}`
  return `từ ${formatDay(period.from)} đến ${formatDay(period.to)}`
}

function pad(month: number): string {
  return String(month).padStart(2, '0')
}
