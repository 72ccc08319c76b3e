import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { isOpenForEntry } from './lifecycle.ts'
import type { Report } from './report.ts'

/** The day whose words a report's paper has: that of its last submission, today while it is typed. Amendments leave it alone. */
export async function wordsDay(
  tx: Tx,
  { province, id, status }: Pick<Report, 'province' | 'id' | 'status'>,
  today: LocalDate,
): Promise<LocalDate> {
  if (isOpenForEntry(status)) return today
  const row = await tx
    .selectFrom('report_copy')
    .select('at')
    .where('province_id', '=', province)
    .where('report_id', '=', id)
    .where('amendment', 'is', null)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? dayInVietnam(row.at) : today
}
