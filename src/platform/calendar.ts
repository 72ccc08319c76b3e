import { localDate, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { calendarOf, type DayKind, type WorkingCalendar } from '#kernel/working-days.ts'
import type { Tx } from './database.ts'

/** The working calendar for counting between two days: their whole years and the next, into which a clock may roll. */
export async function workingCalendar(tx: Tx, from: LocalDate, to: LocalDate): Promise<WorkingCalendar> {
  const rows = await tx
    .selectFrom('calendar_day')
    .select(['day', 'kind', 'name', 'basis', 'official'])
    .where('year', '>=', partsOf(from).year)
    .where('year', '<=', partsOf(to).year + 1)
    .orderBy('day')
    .execute()
  // The check of the table holds the kind to the known words.
  return calendarOf(rows.map((row) => ({ ...row, day: localDate(row.day), kind: row.kind as DayKind })))
}
