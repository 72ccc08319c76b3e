import { parseLocalDate, partsOf, type LocalDate } from '#kernel/local-date.ts'
import {
  endedPeriods,
  parsePeriod,
  periodContaining,
  periodOf,
  predecessorOf,
  rangeOf,
  yearOf,
  type Period,
  type PeriodBook,
  type RuledRegime,
} from '#kernel/period.ts'
import type { TimeAxis } from './question.ts'
import type { LineWord } from './question-words-line.ts'

/** What a stretch of a line says about time (chữ chỉ thời gian). Where no year stands beside it, the line's years are meant. */
export type TimeMeaning =
  | { kind: 'periods'; periods: Period[]; by: TimeAxis | null }
  | { kind: 'yearless'; regime: RuledRegime; indices: number[] }
  | { kind: 'years'; years: number[]; by: TimeAxis | null }
  /** 12 tháng: every month of a year. */
  | { kind: 'each'; axis: TimeAxis; years: number[] }

type Words = readonly (string | undefined)[]
type Shape = { pattern: RegExp; read(words: Words, today: LocalDate, book: PeriodBook): TimeMeaning | null }

const year = '((?:19|20)\\d{2})'
const manyYears = '((?:19|20)\\d{2}(?: ?(?:,|và|va|-|–|đến|den|tới|toi|\\.\\.)? ?(?:19|20)\\d{2})*)'
const ofYear = `(?: ?(?:các năm|cac nam|năm|nam|/|-|của năm|cua nam|trong năm|trong nam)? ?${year}(?![/-]))?`
const ofYears = `(?: ?(?:các năm|cac nam|năm|nam|/|-|của năm|cua nam|trong năm|trong nam)? ?${manyYears}(?![/-]))?`
const roman = 'i{1,3}|iv'
const number = '\\d{1,2}'
const to = '(?:đến|den|tới|toi|-|–|->)'
const months = '(?:tháng|thang|t)'
const quarters = '(?:quý|quy|q)'
const list = (one: string): string =>
  `((?:${one})(?: ?(?:,|;|và|va|,? ?${months}|,? ?${quarters}) ?(?:${one})(?![\\d/]))*)`
const lead = '(?:(?:theo|trong|của|cua|vào|vao|kỳ|ky|ở|o|cho) )?'
const day = '(\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}|\\d{4}-\\d{2}-\\d{2})'
const lately =
  '(?:gần nhất|gan nhat|gần đây|gan day|vừa qua|vua qua|qua|vừa rồi|vua roi|trở lại đây|tro lai day|liền trước|lien truoc)'

const shapes: Shape[] = [
  shape(`(?:từ |tu )?(?:ngày |ngay )?${day} ?${to} ?(?:hết |het )?(?:ngày |ngay )?${day}`, ([first, last]) => {
    const [from, until] = [parseLocalDate(first), parseLocalDate(last)]
    const range = from && until && rangeOf(from, until)
    return range ? periods([range]) : null
  }),
  shape(
    '(?:từ đầu năm đến nay|tu dau nam den nay|từ đầu năm|tu dau nam|đầu năm đến nay|dau nam den nay)',
    (_, today) => {
      const range = rangeOf(firstDayOf(today), today)
      return range && periods([range])
    },
  ),
  shape(`(?:giai đoạn|giai doan) ${year} ?${to} ?${year}`, ([first, last]) => {
    const period = parsePeriod(`${first ?? ''}-${last ?? ''}`)
    return period && periods([period])
  }),
  shape(`(?:nhiệm kỳ|nhiem ky) ${year} ?${to} ?${year}`, ([first, last], _, book) => {
    const period = parsePeriod(`nhiệm kỳ ${first ?? ''}-${last ?? ''}`, book)
    return period && periods([period])
  }),
  shape(
    `(?:từ |tu )?${months} ?(${number})${ofYear} ?${to} ?(?:hết |het )?(?:${months} ?)?(${number})${ofYear}`,
    (words) => runOf('month', 12, words),
  ),
  shape(
    `(?:từ |tu )?${quarters} ?(${number}|${roman})${ofYear} ?${to} ?(?:hết |het )?(?:${quarters} ?)?(${number}|${roman})${ofYear}`,
    (words) => runOf('quarter', 4, words),
  ),
  shape(`(${number}) (?:tháng|thang) ?${lately}`, ([count], today) => last('month', count, today)),
  shape(`(${number}) (?:quý|quy) ?${lately}`, ([count], today) => last('quarter', count, today)),
  shape(`(${number}) (?:năm|nam) ?${lately}`, ([count], today) => lastYears(count, today)),
  shape(`(?:cả |ca |đủ |du |trong )?12 (?:tháng|thang)${ofYears}`, ([of]) => each('month', of)),
  shape(`(?:cả |ca |đủ |du |trong )?(?:4|bốn|bon) (?:quý|quy)${ofYears}`, ([of]) => each('quarter', of)),
  shape(`(6|9|sáu|sau|chín|chin) (?:tháng|thang)(?: (đầu|dau|cuối|cuoi))?(?: (?:năm|nam))?${ofYears}`, (words) =>
    monthsFrom(words),
  ),
  shape(`(3|ba) (?:tháng|thang) (đầu|dau|cuối|cuoi)(?: (?:năm|nam))?${ofYears}`, ([, half, of]) =>
    indexed('quarter', [isLast(half) ? 3 : 0], of),
  ),
  shape(`(?:nửa|nua) (đầu|dau|cuối|cuoi)(?: (?:năm|nam))?${ofYears}`, ([half, of]) =>
    indexed('half-year', [isLast(half) ? 1 : 0], of),
  ),
  shape(`${months} ?${list(number)}${ofYears}`, ([some, of]) => indexed('month', numbersIn(some, 12), of)),
  shape(`(${number})[/-]${year}`, ([month, of]) => indexed('month', numbersIn(month, 12), of)),
  shape(`${quarters} ?${list(`${roman}|[1-4]`)}${ofYears}`, ([some, of]) => indexed('quarter', numbersIn(some, 4), of)),
  shape(`(${roman})/${year}`, ([quarter, of]) => indexed('quarter', numbersIn(quarter, 4), of)),
  shape('(?:quý|quy) (?:này|nay|hiện tại|hien tai)', (_, today) => running('quarter', 0, today)),
  shape('(?:quý|quy) (?:trước|truoc|vừa rồi|vua roi|vừa qua|vua qua)', (_, today) => running('quarter', 1, today)),
  shape('(?:tháng|thang) (?:này|nay|hiện tại|hien tai)', (_, today) => running('month', 0, today)),
  shape('(?:tháng|thang) (?:trước|truoc|vừa rồi|vua roi|vừa qua|vua qua)', (_, today) => running('month', 1, today)),
  shape('(?:năm nay|nam nay|năm này)', (_, today) => years([partsOf(today).year])),
  shape('(?:năm trước|nam truoc|năm ngoái|nam ngoai|năm qua|năm vừa qua|nam vua qua|năm rồi)', (_, today) =>
    years([partsOf(today).year - 1]),
  ),
  shape(`(?:theo|qua) (?:từng |tung |các |cac )?(?:năm|nam) (?:từ |tu )?${manyYears}`, ([some]) =>
    years(yearsIn(some), 'year'),
  ),
  shape(`(?:từ |tu )?(?:các |cac )?(?:năm |nam )?${year} ?(?:${to}|\\.\\.) ?(?:năm |nam )?${year}`, ([first, until]) =>
    years(yearsIn(`${first ?? ''}..${until ?? ''}`)),
  ),
  shape(`(?:cả |ca )?(?:năm |nam )?${year}`, ([of]) => years([Number(of)])),
]

/** The longest stretch about time that begins at a word; `to` is just behind it. */
export function timeAt(
  line: readonly LineWord[],
  from: number,
  today: LocalDate,
  book: PeriodBook,
): { meaning: TimeMeaning; to: number } | null {
  // A whole question about time is short; looking further would cost time for nothing.
  const words = line.slice(from, from + 16).map(({ plain }) => plain)
  const text = words.join(' ')
  // “quý 5/2026” is no fifth month.
  const isOfUnread = ['quy', 'q', 'thang', 't'].includes(line[from - 1]?.folded ?? '') && /^[\divx]+[/-]/.test(text)
  if (isOfUnread) return null
  let found: { meaning: TimeMeaning; length: number } | null = null
  for (const { pattern, read } of shapes) {
    const match = pattern.exec(text)
    if (!match || match[0].length <= (found?.length ?? 0)) continue
    const meaning = read(match.slice(1), today, book)
    if (meaning) found = { meaning, length: match[0].length }
  }
  if (!found) return null
  const taken = text.slice(0, found.length).split(' ').length
  return { meaning: found.meaning, to: from + taken }
}

function shape(pattern: string, read: Shape['read']): Shape {
  return { pattern: new RegExp(`^${lead}${pattern}(?= |$)`, 'u'), read }
}

function periods(some: Period[], by: TimeAxis | null = null): TimeMeaning {
  return { kind: 'periods', periods: some, by }
}

function years(some: number[], by: TimeAxis | null = null): TimeMeaning | null {
  return some.length > 0 ? { kind: 'years', years: some, by } : null
}

function each(axis: TimeAxis, of: string | undefined): TimeMeaning {
  return { kind: 'each', axis, years: yearsIn(of) }
}

function indexed(regime: RuledRegime, indices: number[] | null, of: string | undefined): TimeMeaning | null {
  if (!indices || indices.length === 0) return null
  if (of === undefined) return { kind: 'yearless', regime, indices }
  return periods(yearsIn(of).flatMap((one) => indices.flatMap((index) => periodOf(regime, one, index) ?? [])))
}

function monthsFrom([count, half, of]: Words): TimeMeaning | null {
  const isNine = count === '9' || count === 'chín' || count === 'chin'
  if (isNine) return isLast(half) ? null : indexed('nine-months', [0], of)
  return indexed('half-year', [isLast(half) ? 1 : 0], of)
}

function isLast(half: string | undefined): boolean {
  return half === 'cuối' || half === 'cuoi'
}

/** `2024, 2026`, `2024-2026`, `2024 đến 2026`: a range is every year of it. */
function yearsIn(text: string | undefined): number[] {
  const found: number[] = []
  for (const [, joint = '', word = ''] of text?.matchAll(/(-|–|đến|den|tới|toi|\.\.)? ?((?:19|20)\d{2})/g) ?? []) {
    const one = Number(word)
    const before = joint === '' ? undefined : found.at(-1)
    if (before !== undefined && (one <= before || one - before > 30)) return []
    for (let next = (before ?? one - 1) + 1; next <= one; next += 1) found.push(next)
  }
  return [...new Set(found)]
}

/** Places from 0; null where one of them is none. */
function numbersIn(text: string | undefined, most: number): number[] | null {
  const words = text?.match(/\d+|iv|i{1,3}/g) ?? []
  const places = words.map((word) => ['i', 'ii', 'iii', 'iv'].indexOf(word) + 1 || Number(word))
  return places.every((place) => place >= 1 && place <= most) ? [...new Set(places)].map((place) => place - 1) : null
}

/** From a month or quarter to another, of one year or over the turn of it. */
function runOf(
  regime: 'month' | 'quarter',
  inYear: number,
  [first, ofFirst, until, ofLast]: Words,
): TimeMeaning | null {
  const [from] = numbersIn(first, inYear) ?? []
  const [end] = numbersIn(until, inYear) ?? []
  if (from === undefined || end === undefined) return null
  const last = ofLast ?? ofFirst
  if (last === undefined) {
    if (from > end) return null
    return { kind: 'yearless', regime, indices: Array.from({ length: end - from + 1 }, (_, at) => from + at) }
  }
  const places = Number(last) * inYear + end - (Number(ofFirst ?? last) * inYear + from)
  if (places < 0 || places > 60) return null
  const start = Number(ofFirst ?? last) * inYear + from
  return periods(
    Array.from({ length: places + 1 }, (_, at) =>
      periodOf(regime, Math.floor((start + at) / inYear), (start + at) % inYear),
    ).flatMap((one) => one ?? []),
  )
}

function last(regime: 'month' | 'quarter', count: string | undefined, today: LocalDate): TimeMeaning | null {
  const many = Number(count)
  if (many < 1 || many > 60) return null
  return periods(endedPeriods(regime, today, many).reverse(), regime)
}

function lastYears(count: string | undefined, today: LocalDate): TimeMeaning | null {
  const many = Number(count)
  if (many < 1 || many > 30) return null
  return years(
    endedPeriods('year', today, many)
      .map(({ from }) => partsOf(from).year)
      .reverse(),
  )
}

function running(regime: 'month' | 'quarter', back: 0 | 1, today: LocalDate): TimeMeaning | null {
  const now = periodContaining(regime, today)
  const period = now && back === 1 ? predecessorOf(now) : now
  return period && periods([period])
}

function firstDayOf(today: LocalDate): LocalDate {
  return yearOf(partsOf(today).year).from
}

/** The year that is meant where nobody wrote one: the latest in which the period has begun. */
export function latestBegun(regime: RuledRegime, index: number, today: LocalDate): Period | null {
  const { year: now } = partsOf(today)
  const thisYear = periodOf(regime, now, index)
  return thisYear && thisYear.from <= today ? thisYear : periodOf(regime, now - 1, index)
}
