import { addDays, parseLocalDate, partsOf, type LocalDate } from './local-date.ts'

/**
 * Every way in which the ends of a period can be set. The first ten follow a rule (below); a term (nhiệm kỳ) and a campaign
 * (đợt thi đua) have their two days as data; a stage (giai đoạn) is whole years; year-to-date and term-to-date are counted
 * from the first day of a year or term; anything else is a free range.
 */
export const regimes = [
  'month',
  'quarter',
  'half-year',
  'nine-months',
  'year',
  'month-15',
  'quarter-15',
  'half-year-15',
  'nine-months-15',
  'year-15',
  'year-to-date',
  'stage',
  'term',
  'term-to-date',
  'campaign',
  'range',
] as const
export type Regime = (typeof regimes)[number]

/** A dated interval, both ends included. */
export type Period = { regime: Regime; from: LocalDate; to: LocalDate }

/** The regimes that a rule sets: a template can be owed for these, because everybody knows when the next one ends. */
export const ruledRegimes = [
  'month',
  'quarter',
  'half-year',
  'nine-months',
  'year',
  'month-15',
  'quarter-15',
  'half-year-15',
  'nine-months-15',
  'year-15',
] as const satisfies readonly Regime[]
export type RuledRegime = (typeof ruledRegimes)[number]

/**
 * Where the periods of a regime begin and end. The first of a year begins on `anchorDay` of the month that stands `offset`
 * months from January (−1: December of the year before) and lasts `months`. They follow one another through the year, unless
 * `cumulative`: then there is one a year, counted from its first day (9 tháng), and it holds the shorter ones.
 */
export type PeriodRule = {
  regime: RuledRegime
  anchorDay: number
  offset: number
  months: 1 | 3 | 6 | 9 | 12
  cumulative: boolean
}

/** Two days with a name of their own: a term of a congress or council, or a campaign. */
export type NamedDays = { regime: 'term' | 'campaign'; name: string; from: LocalDate; to: LocalDate }

/** What a period is called by: the rules in use and the terms and campaigns that are known. */
export type PeriodBook = { rules: readonly PeriodRule[]; named: readonly NamedDays[] }

const lengths = [
  { months: 1, regime: 'month', cumulative: false },
  { months: 3, regime: 'quarter', cumulative: false },
  { months: 6, regime: 'half-year', cumulative: false },
  { months: 9, regime: 'nine-months', cumulative: true },
  { months: 12, regime: 'year', cumulative: false },
] as const

/**
 * The rules by which addresses are written and read; they are for ever, since an address is. Who uses them, since when and
 * by which regulation stands in db/reference/period_regime.csv, and a test holds the two together.
 */
export const shippedRules: readonly PeriodRule[] = [
  ...lengths.map((one) => ({ ...one, anchorDay: 1, offset: 0 })),
  ...lengths.map(({ regime, ...one }) => ({ ...one, regime: `${regime}-15` as const, anchorDay: 15, offset: -1 })),
]

export const standardBook: PeriodBook = { rules: shippedRules, named: [] }

/** How many periods of a rule a year has. */
export function countInYear(rule: PeriodRule): number {
  return rule.cumulative ? 1 : 12 / rule.months
}

/** The two days of the `index`-th period (from 0) of a year; null outside the years that a day can be written in. */
export function boundsOf(rule: PeriodRule, year: number, index: number): { from: LocalDate; to: LocalDate } | null {
  const first = year * 12 + rule.offset + index * rule.months
  const from = dayOf(first, rule.anchorDay)
  const after = dayOf(first + rule.months, rule.anchorDay)
  // The last period that can be written ends with the year 2100, whose next day cannot.
  const to = after ? addDays(after, -1) : rule.anchorDay === 1 ? parseLocalDate(`${year}-12-31`) : null
  return from && to && from < to ? { from, to } : null
}

/** Year and index of the period of a rule that a day lies in; null where a cumulative rule has none that day. */
export function placeOf(rule: PeriodRule, day: LocalDate): { year: number; index: number } | null {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const months = year * 12 + month - 1 - (dayOfMonth < rule.anchorDay ? 1 : 0) - rule.offset
  const place = { year: Math.floor(months / 12), index: Math.floor((months % 12) / rule.months) }
  return place.index < countInYear(rule) ? place : null
}

/** The rule whose period has exactly these two days, with its place; null when none has. */
export function ruleBetween(
  rules: readonly PeriodRule[],
  from: LocalDate,
  to: LocalDate,
): { rule: PeriodRule; year: number; index: number } | null {
  for (const rule of rules) {
    const place = placeOf(rule, from)
    const bounds = place && boundsOf(rule, place.year, place.index)
    if (place && bounds?.from === from && bounds.to === to) return { rule, ...place }
  }
  return null
}

/** The one name of two days that stand in order, e.g. as the database keeps them. */
export function periodBetween(from: LocalDate, to: LocalDate, book: PeriodBook = standardBook): Period {
  const regime = ruleBetween(book.rules, from, to)?.rule.regime
  return { regime: regime ?? regimeOutsideTheRules(from, to, book), from, to }
}

function regimeOutsideTheRules(from: LocalDate, to: LocalDate, book: PeriodBook): Regime {
  const named = book.named.find((one) => one.from === from && one.to === to)
  if (named) return named.regime
  const isFromJanuary = from.endsWith('-01-01')
  if (isFromJanuary && to.slice(0, 4) === from.slice(0, 4)) return 'year-to-date'
  if (isFromJanuary && to.endsWith('-12-31')) return 'stage'
  return termBegunOn(from, to, book) ? 'term-to-date' : 'range'
}

/** The term that begins on a day and is still running on another. */
export function termBegunOn(from: LocalDate, to: LocalDate, book: PeriodBook) {
  return book.named.find((one) => one.regime === 'term' && one.from === from && to < one.to)
}

/** A day by months counted from the year 0, January being 0. */
function dayOf(months: number, day: number): LocalDate | null {
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return parseLocalDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
