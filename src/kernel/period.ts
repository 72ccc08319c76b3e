import { addDays, formatDay, localDate, parseLocalDate, partsOf, type LocalDate } from './local-date.ts'

export const regimes = ['quarter', 'half-year', 'nine-months', 'year', 'range'] as const

/**
 * How the ends of a period are set: a calendar quarter, the first six or nine months of a year (both counted from
 * 1 January, so the nine months hold the six), a calendar year, or two days chosen freely.
 */
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

/** 6 tháng đầu năm: cumulative from 1 January to 30 June. */
export function halfYearOf(year: number): Period {
  return { regime: 'half-year', from: localDate(`${year}-01-01`), to: localDate(`${year}-06-30`) }
}

/** 9 tháng: cumulative from 1 January to 30 September. */
export function nineMonthsOf(year: number): Period {
  return { regime: 'nine-months', from: localDate(`${year}-01-01`), to: localDate(`${year}-09-30`) }
}

/**
 * A free range; null when it runs backwards. The two days of a named period are that period: the same days have one name
 * only, so that no figure can be given twice for them.
 */
export function rangeOf(from: LocalDate, to: LocalDate): Period | null {
  return from > to ? null : periodBetween(from, to)
}

/** The one name of two days that stand in order, e.g. as the database keeps them. */
export function periodBetween(from: LocalDate, to: LocalDate): Period {
  const { year } = partsOf(from)
  const named = [quarterContaining(from), halfYearOf(year), nineMonthsOf(year), yearOf(year)]
  return named.find((one) => one.from === from && one.to === to) ?? { regime: 'range', from, to }
}

/** The quarters that a period counted from 1 January is made of; none for a quarter itself and for a free range. */
export function quartersWithin(period: Period): Period[] {
  const quarters = { 'half-year': 2, 'nine-months': 3, year: 4, quarter: 0, range: 0 }[period.regime]
  const { year } = partsOf(period.from)
  return ([1, 2, 3, 4] as const).slice(0, quarters).map((quarter) => quarterOf(year, quarter))
}

/** The calendar quarter that a day lies in. */
export function quarterContaining(day: LocalDate): Period {
  const { year, month } = partsOf(day)
  return quarterOf(year, (Math.floor((month - 1) / 3) + 1) as 1 | 2 | 3 | 4)
}

/**
 * The period that a figure is looked at beside: the quarter or the year before; for six and nine months the same months of
 * the year before, for nothing of that length ended the day before. Null for a free range, which has no neighbour.
 */
export function previousPeriod(period: Period): Period | null {
  const { year } = partsOf(period.from)
  switch (period.regime) {
    case 'quarter':
      return quarterContaining(addDays(period.from, -1))
    case 'half-year':
      return halfYearOf(year - 1)
    case 'nine-months':
      return nineMonthsOf(year - 1)
    case 'year':
      return yearOf(year - 1)
    case 'range':
      return null
  }
}

/** What the column of that earlier period is called. */
export function previousName(period: Period): string {
  const isCumulative = period.regime === 'half-year' || period.regime === 'nine-months'
  return isCumulative ? 'Cùng kỳ năm trước' : 'Kỳ trước'
}

/** How a period stands in an address: `2026-q3`, `2026-6-thang`, `2025`, `2019-01-01_2022-10-13`. */
export function periodKey(period: Period): string {
  const { year, month } = partsOf(period.from)
  if (period.regime === 'quarter') return `${year}-q${Math.floor((month - 1) / 3) + 1}`
  if (period.regime === 'half-year') return `${year}-6-thang`
  if (period.regime === 'nine-months') return `${year}-9-thang`
  if (period.regime === 'year') return `${year}`
  return `${period.from}_${period.to}`
}

/** Reads what `periodKey` writes; null when it is not one. */
export function parsePeriodKey(key: string): Period | null {
  const quarter = /^(\d{4})-q([1-4])$/.exec(key)
  if (quarter) return isYear(quarter[1]) ? quarterOf(Number(quarter[1]), Number(quarter[2]) as 1 | 2 | 3 | 4) : null
  if (/^\d{4}$/.test(key)) return isYear(key) ? yearOf(Number(key)) : null
  const months = /^(\d{4})-([69])-thang$/.exec(key)
  if (months) {
    const year = Number(months[1])
    return isYear(months[1]) ? (months[2] === '6' ? halfYearOf(year) : nineMonthsOf(year)) : null
  }
  const range = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/.exec(key)
  const from = parseLocalDate(range?.[1])
  const to = parseLocalDate(range?.[2])
  return from && to ? rangeOf(from, to) : null
}

const roman = ['I', 'II', 'III', 'IV']

/** As people say it: `quý III năm 2026`, `6 tháng đầu năm 2026`, `9 tháng năm 2026`, `năm 2025`, `từ 1/1/2019 đến 13/10/2022`. */
export function periodName(period: Period): string {
  const { year, month } = partsOf(period.from)
  if (period.regime === 'quarter') return `quý ${roman[Math.floor((month - 1) / 3)] ?? ''} năm ${year}`
  if (period.regime === 'half-year') return `6 tháng đầu năm ${year}`
  if (period.regime === 'nine-months') return `9 tháng năm ${year}`
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
