import { parseLocalDate, type LocalDate } from './local-date.ts'
import { parsePeriodKey } from './period-key.ts'
import { periodName } from './period-name.ts'
import { boundsOf, periodBetween, standardBook, type Period, type PeriodBook } from './period-rule.ts'
import { fold } from './text.ts'

const day = String.raw`(\d{4}-\d{2}-\d{2}|\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2}))`
const year = String.raw`(?:cua )?(?:nam )?((?:19|20)\d{2}|2100)`
const months = String.raw`(?:thang|t)`
const between = String.raw`(?:tu )?(?:ngay )?${day} ?(?:-|_|den|toi|cho den) ?(?:het )?(?:ngay )?${day}`

/** A way to write a period, and what its words make of it: two days, or nothing when there are no such days. */
type Shape = { pattern: RegExp; days(words: readonly string[], book: PeriodBook): Days | null }
type Days = { from: LocalDate; to: LocalDate }

const shapes: Shape[] = [
  shape(`${between}`, ([from, to]) => daysBetween(from, to)),
  shape(`(?:tu )?(?:ngay )?(\\d{1,2}[/-]\\d{1,2}) ?(?:-|den|toi) ?(?:ngay )?${day}`, ([from, to = '']) =>
    daysBetween(`${from ?? ''}/${to.slice(-4)}`, to),
  ),
  shape(`(?:tu )?dau nam(?: (?:19|20)\\d{2})? (?:den|toi)(?: het)?(?: ngay)? ${day}`, ([to]) => sinceJanuary(to)),
  shape(`${months} ?(0?[1-9]|1[0-2])(?: |/|-|\\.)?${year}`, ([month, of]) => monthsOf(of, Number(month) - 1, 1)),
  shape(`(0?[1-9]|1[0-2])[/-]${year}`, ([month, of]) => monthsOf(of, Number(month) - 1, 1)),
  shape(`(?:quy|q) ?(i{1,3}|iv|[1-4]|mot|nhat|hai|nhi|ba|tu|bon)(?: |/|-|\\.)?${year}`, ([quarter, of]) =>
    monthsOf(of, 3 * quarterNumber(quarter), 3),
  ),
  shape(`(i{1,3}|iv)(?: |/|-|\\.)?${year}`, ([quarter, of]) => monthsOf(of, 3 * quarterNumber(quarter), 3)),
  shape(`(\\d{1,2}|sau|chin) ?${months}(?: |/|-)?cuoi ?${year}`, ([count, of]) =>
    monthsOf(of, 12 - monthCount(count), monthCount(count)),
  ),
  shape(`(\\d{1,2}|sau|chin) ?${months}(?: |/|-)?(?:dau )?${year}`, ([count, of]) =>
    monthsOf(of, 0, monthCount(count)),
  ),
  shape(`nua (dau|cuoi) ${year}`, ([half, of]) => monthsOf(of, half === 'cuoi' ? 6 : 0, 6)),
  shape(`(?:ca |trong )?${year}`, ([of]) => monthsOf(of, 0, 12)),
  shape(`(?:giai doan |tu )?${year} ?(?:-|den|toi) ?${year}`, ([first, last]) =>
    Number(first) < Number(last) ? daysBetween(`${first}-01-01`, `${last}-12-31`) : null,
  ),
]

/**
 * Reads a period as people write it: what `periodName`, `periodTitle` and `periodKey` print, with or without diacritics, and
 * the short forms (`quy 3 2020`, `Q3/2020`, `III/2020`, `9T 2020`, `thang 3-2026`, `2019-2022`). `15-14` behind it means
 * the period of that name that begins on the 15th. Null when it is not one; nothing is guessed.
 */
export function parsePeriod(text: string, book: PeriodBook = standardBook): Period | null {
  const asKey = parsePeriodKey(text.trim().toLowerCase())
  if (asKey) return periodBetween(asKey.from, asKey.to, book)
  const plain = plainOf(text)
  const ofTerm = namedDays(plain, book)
  if (ofTerm) return periodBetween(ofTerm.from, ofTerm.to, book)
  const withDays = new RegExp(`^(.+?) \\(${between}\\)$`).exec(plain)
  if (withDays) return withItsDays(withDays[1] ?? '', daysBetween(withDays[2], withDays[3]), book)
  const from15th = /^(.+?) (?:ky )?\(?(?:tu )?15 ?(?:-|\/|den) ?14\)?$/.exec(plain)
  const days = read(from15th?.[1] ?? plain, book)
  if (!days) return null
  return from15th ? onThe15th(days, book) : periodBetween(days.from, days.to, book)
}

/** Lower case, no diacritics, one kind of dash, no blanks around `/` and `-`, no word before that says only “kỳ”. */
function plainOf(text: string): string {
  return fold(text.normalize('NFKC'))
    .replace(/[‐-―−]/g, '-')
    .replace(/[,;]/g, ' ')
    .replace(/ ?([/_-]) ?/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^ky (?:bao cao )?/, '')
}

function read(plain: string, book: PeriodBook): Days | null {
  for (const { pattern, days } of shapes) {
    const words = pattern.exec(plain)
    if (words) return days(words.slice(1), book)
  }
  return null
}

/** `nhiệm kỳ 2020-2025`, or from its start to a day. */
function namedDays(plain: string, book: PeriodBook): Days | null {
  for (const own of book.named) {
    const name = plainOf(own.name)
    if (plain === name) return own
    const to =
      own.regime === 'term' && new RegExp(`^(?:tu )?dau ${escaped(name)} (?:den|toi)(?: ngay)? ${day}$`).exec(plain)
    if (to) return daysBetween(own.from, to[1])
  }
  return null
}

/** `quý III năm 2026 (từ 15/6/2026 đến 14/9/2026)`: the days decide, and the name must be theirs. */
function withItsDays(name: string, days: Days | null, book: PeriodBook): Period | null {
  const period = days && periodBetween(days.from, days.to, book)
  const calendar = read(name, book)
  if (!period || !calendar) return null
  const saidOfDays = periodName(period, book).replace(/ \(.*/, '')
  return saidOfDays === periodName(periodBetween(calendar.from, calendar.to, book), book) ? period : null
}

function onThe15th(days: Days, book: PeriodBook): Period | null {
  const { regime } = periodBetween(days.from, days.to)
  const rule = book.rules.find((one) => one.regime === `${regime}-15`)
  const index = rule && Math.floor((Number(days.from.slice(5, 7)) - 1) / rule.months)
  const bounds = rule && boundsOf(rule, Number(days.from.slice(0, 4)), index ?? 0)
  return bounds ? periodBetween(bounds.from, bounds.to, book) : null
}

function shape(pattern: string, days: (words: readonly string[]) => Days | null): Shape {
  return { pattern: new RegExp(`^${pattern}$`), days }
}

function daysBetween(first: string | undefined, last: string | undefined): Days | null {
  const [from, to] = [parseLocalDate(first), parseLocalDate(last)]
  return from && to && from <= to ? { from, to } : null
}

function sinceJanuary(last: string | undefined): Days | null {
  const to = parseLocalDate(last)
  return to && daysBetween(`${to.slice(0, 4)}-01-01`, to)
}

/** So many whole months of a year from the `first`, January being 0. */
function monthsOf(of: string | undefined, first: number, count: number): Days | null {
  if (count < 1 || first < 0 || first + count > 12) return null
  const rule = { regime: 'month', anchorDay: 1, offset: 0, months: 1, cumulative: false } as const
  const from = boundsOf(rule, Number(of), first)
  const to = boundsOf(rule, Number(of), first + count - 1)
  return from && to && { from: from.from, to: to.to }
}

function quarterNumber(word: string | undefined): number {
  const names = [
    ['i', '1', 'mot', 'nhat'],
    ['ii', '2', 'hai', 'nhi'],
    ['iii', '3', 'ba'],
    ['iv', '4', 'tu', 'bon'],
  ]
  return names.findIndex((one) => one.includes(word ?? ''))
}

function monthCount(word: string | undefined): number {
  return word === 'sau' ? 6 : word === 'chin' ? 9 : Number(word)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
