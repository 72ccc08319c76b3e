import { addDays, daysBetween, localDate, parseLocalDate, partsOf, type LocalDate } from './local-date.ts'
import {
  boundsOf,
  countInYear,
  periodBetween,
  placeOf,
  ruleBetween,
  standardBook,
  type Period,
  type PeriodBook,
  type PeriodRule,
  type RuledRegime,
} from './period-rule.ts'

// Everybody asks here; the parts stand in files of their own.
export { parsePeriodKey, periodKey } from './period-key.ts'
export { periodName, periodTitle } from './period-name.ts'
export { parsePeriod } from './period-reading.ts'
export { periodBetween, regimes, ruledRegimes, standardBook } from './period-rule.ts'
export type { Period, PeriodBook, Regime, RuledRegime } from './period-rule.ts'

/** The `index`-th period (from 0) that a regime has in a year; null outside 1900–2100. */
export function periodOf(regime: RuledRegime, year: number, index = 0, book: PeriodBook = standardBook): Period | null {
  const rule = ruleOf(regime, book)
  if (!rule || index < 0 || index >= countInYear(rule)) return null
  const bounds = boundsOf(rule, year, index)
  return bounds && { regime, ...bounds }
}

export function monthOf(year: number, month: number): Period {
  return standing(periodOf('month', year, month - 1), year)
}

export function quarterOf(year: number, quarter: 1 | 2 | 3 | 4): Period {
  return standing(periodOf('quarter', year, quarter - 1), year)
}

export function yearOf(year: number): Period {
  return standing(periodOf('year', year), year)
}

/** 6 tháng đầu năm: cumulative from 1 January to 30 June. */
export function halfYearOf(year: number): Period {
  return standing(periodOf('half-year', year), year)
}

/** 9 tháng: cumulative from 1 January to 30 September. */
export function nineMonthsOf(year: number): Period {
  return standing(periodOf('nine-months', year), year)
}

/**
 * A free range; null when it runs backwards. The two days of a named period are that period: the same days have one name
 * only, so that no figure can be given twice for them.
 */
export function rangeOf(from: LocalDate, to: LocalDate, book: PeriodBook = standardBook): Period | null {
  return from > to ? null : periodBetween(from, to, book)
}

/** The period of a regime that a day lies in; null where there is none that day (tháng 10 lies in no nine months). */
export function periodContaining(regime: RuledRegime, day: LocalDate, book: PeriodBook = standardBook): Period | null {
  const rule = ruleOf(regime, book)
  const place = rule && placeOf(rule, day)
  return place ? periodOf(regime, place.year, place.index, book) : null
}

/** The calendar quarter that a day lies in. */
export function quarterContaining(day: LocalDate): Period {
  return standing(periodContaining('quarter', day), partsOf(day).year)
}

/** The last periods of a regime that have ended by a day, newest first. */
export function endedPeriods(regime: RuledRegime, today: LocalDate, count: number): Period[] {
  const ended: Period[] = []
  let { year } = partsOf(today)
  for (year += 1; ended.length < count && year > 1900; year -= 1) {
    const rule = ruleOf(regime, standardBook)
    for (let index = rule ? countInYear(rule) - 1 : -1; index >= 0 && ended.length < count; index -= 1) {
      const period = periodOf(regime, year, index)
      if (period && period.to < today) ended.push(period)
    }
  }
  return ended
}

/** The one before it in its regime: no gap and no overlap where the regime tiles. Null where it has no neighbour. */
export function predecessorOf(period: Period, book: PeriodBook = standardBook): Period | null {
  return neighbourOf(period, -1, book)
}

/** The one after it in its regime. */
export function successorOf(period: Period, book: PeriodBook = standardBook): Period | null {
  return neighbourOf(period, 1, book)
}

function neighbourOf(period: Period, step: 1 | -1, book: PeriodBook): Period | null {
  const found = ruleBetween(book.rules, period.from, period.to)
  if (found) {
    const { rule, year, index } = found
    const at = year * countInYear(rule) + index + step
    return periodOf(rule.regime, Math.floor(at / countInYear(rule)), at % countInYear(rule), book)
  }
  if (period.regime === 'term') {
    const day = step < 0 ? addDays(period.from, -1) : addDays(period.to, 1)
    const beside = book.named.find((one) => one.regime === 'term' && (step < 0 ? one.to : one.from) === day)
    return beside ? { regime: 'term', from: beside.from, to: beside.to } : null
  }
  if (period.regime !== 'stage') return null
  const years = partsOf(period.to).year - partsOf(period.from).year + 1
  const from = parseLocalDate(`${partsOf(period.from).year + step * years}-01-01`)
  const to = parseLocalDate(`${partsOf(period.to).year + step * years}-12-31`)
  return from && to && { regime: 'stage', from, to }
}

/** The same months or days a year earlier; null for what is longer than a year. */
export function samePeriodLastYear(period: Period, book: PeriodBook = standardBook): Period | null {
  const found = ruleBetween(book.rules, period.from, period.to)
  if (found) return periodOf(found.rule.regime, found.year - 1, found.index, book)
  if (daysBetween(period.from, period.to) > 365) return null
  const from = yearBefore(period.from, false)
  // To the end of February is to the end of February, whether it has 28 days or 29.
  const to = yearBefore(period.to, addDays(period.to, 1).endsWith('-01'))
  return from && to && rangeOf(from, to, book)
}

function yearBefore(day: LocalDate, isMonthEnd: boolean): LocalDate | null {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const written = (which: number): string => `${year - 1}-${pad(month)}-${pad(which)}`
  const last = [31, 30, 29, 28].find((one) => parseLocalDate(written(one)) !== null) ?? 28
  return parseLocalDate(written(isMonthEnd ? last : Math.min(dayOfMonth, last)))
}

/** The periods of a regime that lie wholly within another, in order. */
export function periodsWithin(period: Period, regime: RuledRegime, book: PeriodBook = standardBook): Period[] {
  const within: Period[] = []
  let one = periodContaining(regime, period.from, book) ?? periodOf(regime, partsOf(period.from).year, 0, book)
  while (one && one.to <= period.to) {
    if (one.from >= period.from) within.push(one)
    one = successorOf(one, book)
  }
  return within
}

/** The quarters, of the same first day of the month, that six months, nine months or a year are made of; else none. */
export function quartersWithin(period: Period): Period[] {
  const found = ruleBetween(standardBook.rules, period.from, period.to)
  return !found || found.rule.months <= 3 ? [] : periodsWithin(period, siblingRegime(period, 'quarter'))
}

/** The regime of another length whose periods begin on the same day of the month as this one. */
export function siblingRegime(period: Period, regime: 'quarter' | 'half-year' | 'nine-months' | 'year'): RuledRegime {
  return period.regime.endsWith('-15') ? `${regime}-15` : regime
}

/** What a period is counted from the start of a year: it holds the shorter ones that begin on the same day. */
export function isCumulative({ regime }: Period): boolean {
  return /^(half-year|nine-months)(-15)?$|^year-to-date$/.test(regime)
}

/**
 * The period that a figure is looked at beside: the month, quarter or year before; for six and nine months the same months of
 * the year before, for nothing of that length ended the day before. Null for a free range, which has no neighbour.
 */
export function previousPeriod(period: Period, book: PeriodBook = standardBook): Period | null {
  return isCumulative(period) ? samePeriodLastYear(period, book) : predecessorOf(period, book)
}

/** What the column of that earlier period is called. */
export function previousName(period: Period): string {
  return isCumulative(period) ? 'Cùng kỳ năm trước' : 'Kỳ trước'
}

function ruleOf(regime: RuledRegime, book: PeriodBook): PeriodRule | undefined {
  return book.rules.find((one) => one.regime === regime)
}

function standing(period: Period | null, year: number): Period {
  if (!period) throw new Error(`No such period in ${localDate(`${year}-01-01`)}`)
  return period
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
