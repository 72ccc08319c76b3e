import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import type { WorkingCalendar } from '#kernel/working-days.ts'
import { workingCalendar } from '#platform/calendar.ts'
import type { Tx } from '#platform/database.ts'

/** The working calendar of a province by which the due days of these periods are told today. */
export async function dueCalendar(
  tx: Tx,
  province: Id<'Unit'>,
  periods: readonly Period[],
  today: LocalDate,
): Promise<WorkingCalendar> {
  const days = [today, ...periods.map((period) => period.to)].toSorted()
  return workingCalendar(tx, days[0] ?? today, days.at(-1) ?? today, { province, today })
}
