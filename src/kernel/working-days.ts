import { addDays, partsOf, weekdayOf, type LocalDate } from './local-date.ts'

/**
 * What a day of the yearly notices is: a holiday (nghỉ lễ, Bộ luật Lao động 45/2019/QH14, Điều 112), the day off instead of a
 * holiday that fell on a weekend (nghỉ bù, Điều 111 khoản 3), a working day exchanged for a Saturday (hoán đổi), and that
 * Saturday (làm bù).
 */
export const dayKinds = ['off', 'compensation', 'swap', 'worked-saturday'] as const
export type DayKind = (typeof dayKinds)[number]

/** A day that is not what its weekday says, with the notice or article by which it is so. */
export type CalendarDay = { day: LocalDate; kind: DayKind; name: string; basis: string; official: boolean }

/**
 * How surely a year is known. It is announced once, a year before; until then it is an estimate, or nothing. An estimate that
 * an administrator confirmed for a while stays one and says so, and may be used for legal deadlines.
 */
export type YearStanding = 'official' | 'estimate' | 'confirmed-estimate'

/** The years whose days are known. */
export type WorkingCalendar = {
  years: ReadonlyMap<number, YearStanding>
  days: ReadonlyMap<LocalDate, CalendarDay>
}

/** An answer says whether a year it looked at is only an estimate; beyond the known years there is none, never a guess. */
export type CalendarAnswer<Value> =
  { known: true; value: Value; estimate: boolean } | { known: false; unknownYear: number }

/** Where a clock of calendar days ends, and where it would have ended had that been a working day. */
export type ClockEnd = { day: LocalDate; nominal: LocalDate; because: DayOff | null }

/** Why nobody works on a day. */
export type DayOff = { day: LocalDate; why: 'weekend' } | { day: LocalDate; why: 'notice'; name: string }

/** A count for a legal deadline: refused, as data, where a year it needs is not official and nobody has confirmed it. */
export type LegalAnswer<Value> =
  | { lawful: true; value: Value; estimate: boolean }
  | { lawful: false; because: 'unknown-year' | 'unofficial-year'; year: number }

/** A year with one row that is not official is an estimate as a whole; `confirmed` are the estimates that may be used for now. */
export function calendarOf(
  days: readonly CalendarDay[],
  confirmed: ReadonlySet<number> = new Set<number>(),
): WorkingCalendar {
  const years = new Map<number, YearStanding>()
  for (const { day, official } of days) {
    const { year } = partsOf(day)
    if (!official) years.set(year, confirmed.has(year) ? 'confirmed-estimate' : 'estimate')
    else if (!years.has(year)) years.set(year, 'official')
  }
  return { years, days: new Map(days.map((one) => [one.day, one])) }
}

export function isWorkingDay(calendar: WorkingCalendar, day: LocalDate): CalendarAnswer<boolean> {
  return answering(calendar, (works) => works(day))
}

/** The n-th working day after a day: the day of the event is not counted (Bộ luật Dân sự 91/2015/QH13, Điều 147 khoản 2). */
export function addWorkingDays(calendar: WorkingCalendar, day: LocalDate, count: number): CalendarAnswer<LocalDate> {
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`Not a number of working days: ${count}`)
  return answering(calendar, (works) => {
    let at = day
    for (let left = count; left > 0;) {
      at = addDays(at, 1)
      if (works(at)) left -= 1
    }
    return at
  })
}

/** So many calendar days after a day; a clock that ends on a day off ends on the next working day (Điều 148 khoản 5). */
export function endOfCalendarClock(calendar: WorkingCalendar, day: LocalDate, count: number): CalendarAnswer<ClockEnd> {
  const nominal = addDays(day, count)
  return answering(calendar, (works) => {
    let end = nominal
    while (!works(end)) end = addDays(end, 1)
    return { day: end, nominal, because: end === nominal ? null : dayOffOf(calendar, nominal) }
  })
}

/** Working days after the first day up to the second, this one included; negative when the second is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): CalendarAnswer<number> {
  const [first, last] = from <= to ? [from, to] : [to, from]
  return answering(calendar, (works) => {
    let count = 0
    for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) if (works(day)) count += 1
    return from <= to ? count : 0 - count
  })
}

/** The same count for a legal deadline: `legally(calendar, (years) => addWorkingDays(years, day, 10))`. */
export function legally<Value>(
  calendar: WorkingCalendar,
  count: (years: WorkingCalendar) => CalendarAnswer<Value>,
): LegalAnswer<Value> {
  const usable = new Map([...calendar.years].filter(([, standing]) => standing !== 'estimate'))
  const answer = count({ years: usable, days: calendar.days })
  if (answer.known) return { lawful: true, value: answer.value, estimate: answer.estimate }
  const { unknownYear: year } = answer
  return { lawful: false, because: calendar.years.has(year) ? 'unofficial-year' : 'unknown-year', year }
}

/** The years between two days, both included, that are only estimated. */
export function estimatedYears(
  calendar: WorkingCalendar,
  from: LocalDate,
  to: LocalDate,
): { year: number; standing: YearStanding }[] {
  return [...calendar.years]
    .map(([year, standing]) => ({ year, standing }))
    .filter(({ year, standing }) => standing !== 'official' && partsOf(from).year <= year && year <= partsOf(to).year)
}

function dayOffOf(calendar: WorkingCalendar, day: LocalDate): DayOff {
  const noted = calendar.days.get(day)
  return noted ? { day, why: 'notice', name: noted.name } : { day, why: 'weekend' }
}

class UnknownYear extends Error {
  readonly year: number
  constructor(year: number) {
    super(`No working calendar for ${year}`)
    this.year = year
  }
}

/** Runs a count that may ask for any day, and says afterwards what kind of years it had to look at. */
function answering<Value>(
  calendar: WorkingCalendar,
  count: (works: (day: LocalDate) => boolean) => Value,
): CalendarAnswer<Value> {
  let estimate = false
  const works = (day: LocalDate): boolean => {
    const { year } = partsOf(day)
    const standing = calendar.years.get(year)
    if (!standing) throw new UnknownYear(year)
    if (standing !== 'official') estimate = true
    const noted = calendar.days.get(day)
    // Monday to Friday is the week of State offices; a centre that opens on Saturday mornings keeps its own opening hours.
    return noted ? noted.kind === 'worked-saturday' : weekdayOf(day) <= 5
  }
  try {
    return { known: true, value: count(works), estimate }
  } catch (error) {
    if (error instanceof UnknownYear) return { known: false, unknownYear: error.year }
    throw error
  }
}
