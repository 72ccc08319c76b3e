import type { Id } from '../kernel/ids.ts'
import { localDate, partsOf, type LocalDate } from '../kernel/local-date.ts'
import { calendarOf, type CalendarDay, type DayKind, type WorkingCalendar } from '../kernel/working-days.ts'
import type { Tx } from './database.ts'

/** In whose province a count is made (null: the calendar that comes with the program), and on which day. */
export type CalendarReader = { province: Id<'Unit'> | null; today: LocalDate }

/** The working calendar for counting between two days: their whole years and the next, into which a clock may roll. */
export async function workingCalendar(
  tx: Tx,
  from: LocalDate,
  to: LocalDate,
  reader: CalendarReader,
): Promise<WorkingCalendar> {
  return calendarOfYears(tx, { from: partsOf(from).year, to: partsOf(to).year + 1 }, reader)
}

/** The calendar of whole years. A year that the province entered from its notice goes before the one of the program. */
export async function calendarOfYears(
  tx: Tx,
  years: { from: number; to: number },
  { province, today }: CalendarReader,
): Promise<WorkingCalendar> {
  const shipped = await tx
    .selectFrom('calendar_day')
    .select(['year', 'day', 'kind', 'name', 'basis', 'official'])
    .where('year', '>=', years.from)
    .where('year', '<=', years.to)
    .orderBy('day')
    .execute()
  if (province === null) return calendarOf(shipped.map(readDay))
  const entered = await enteredDays(tx, years, province)
  const days = [...shipped.filter(({ year }) => !entered.years.has(year)).map(readDay), ...entered.days]
  return calendarOf(days, await confirmedYears(tx, province, today))
}

async function enteredDays(
  tx: Tx,
  years: { from: number; to: number },
  province: Id<'Unit'>,
): Promise<{ years: ReadonlySet<number>; days: CalendarDay[] }> {
  const notices = await tx
    .selectFrom('calendar_notice')
    .select(['year', 'version', 'state', 'number'])
    .where('province_id', '=', province)
    .where('year', '>=', years.from)
    .where('year', '<=', years.to)
    .orderBy('version')
    .execute()
  // The last version of a year holds; withdrawn, the program's calendar does again.
  const last = [...new Map(notices.map((one) => [one.year, one])).values()].filter(({ state }) => state === 'in-force')
  if (last.length === 0) return { years: new Set(), days: [] }
  const rows = await tx
    .selectFrom('calendar_notice_day')
    .select(['year', 'day', 'kind', 'name'])
    .where('province_id', '=', province)
    .where((row) => row.or(last.map(({ year, version }) => row.and({ year, version }))))
    .orderBy('day')
    .execute()
  const numbers = new Map(last.map(({ year, number }) => [year, number]))
  return {
    years: new Set(numbers.keys()),
    days: rows.map((row) => readDay({ ...row, basis: numbers.get(row.year) ?? '', official: true })),
  }
}

/** The estimates that an administrator confirmed and that have not run out or been taken back. */
async function confirmedYears(tx: Tx, province: Id<'Unit'>, today: LocalDate): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom('calendar_confirmation')
    .select('year')
    .where('province_id', '=', province)
    .where('until', '>=', today)
    .where('ended_at', 'is', null)
    .execute()
  return new Set(rows.map(({ year }) => year))
}

// The checks of the tables hold the kind to the known words.
function readDay(row: { day: string; kind: string; name: string; basis: string; official: boolean }): CalendarDay {
  return {
    day: localDate(row.day),
    kind: row.kind as DayKind,
    name: row.name,
    basis: row.basis,
    official: row.official,
  }
}
