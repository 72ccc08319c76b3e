import { addDays, localDate, partsOf, weekdayOf, type LocalDate } from '#kernel/local-date.ts'
import type { DayKind } from '#kernel/working-days.ts'

/** A cell of a small calendar: an ordinary day, a weekend, or a day of the notice. */
export type MonthCell = { day: LocalDate; number: number; kind: DayKind | 'weekend' | null; name: string }
export type Month = { number: number; weeks: (MonthCell | null)[][] }

/** The twelve months of a year, weeks from Monday to Sunday, blanks before the first and after the last day. */
export function monthsOf(year: number, days: readonly { day: LocalDate; kind: DayKind; name: string }[]): Month[] {
  const noted = new Map(days.map((one) => [one.day, one]))
  return Array.from({ length: 12 }, (_, at) => {
    const cells: (MonthCell | null)[] = []
    let day = localDate(`${year}-${String(at + 1).padStart(2, '0')}-01`)
    for (let blank = 1; blank < weekdayOf(day); blank += 1) cells.push(null)
    for (; partsOf(day).month === at + 1; day = addDays(day, 1)) {
      const { kind, name } = noted.get(day) ?? { kind: weekdayOf(day) > 5 ? ('weekend' as const) : null, name: '' }
      cells.push({ day, number: partsOf(day).day, kind, name })
    }
    while (cells.length % 7 !== 0) cells.push(null)
    return {
      number: at + 1,
      weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
    }
  })
}
