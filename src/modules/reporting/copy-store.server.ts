import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'
import type { ReportAppendix } from './appendix.ts'
import type { ReportContent } from './content.ts'
import { freeze, thaw } from './frozen-content.ts'
import type { Report } from './report.ts'
import { nextOf } from './store.server.ts'

/** Freezes what a report says at its submission, or once an amendment of it is accepted; answers the number of the copy. */
export async function saveCopy(
  tx: Tx,
  report: Report,
  content: ReportContent,
  at: Date,
  { appendix = null, amendment = null }: { appendix?: ReportAppendix | null; amendment?: number | null } = {},
): Promise<number> {
  const { n } = await tx
    .insertInto('report_copy')
    .values({
      province_id: report.province,
      report_id: report.id,
      n: nextOf(report, 'report_copy'),
      amendment,
      unit_id: report.unit,
      content: freeze(content),
      appendix: appendix && JSON.stringify(appendix),
      at,
      // The report is locked, so every change of its figures up to now is committed and has a lower number.
      figures_through: sql<number>`coalesce((select n from figure_clock where province_id = ${report.province}), 0)`,
    })
    .returning('n')
    .executeTakeFirstOrThrow()
  return n
}

/** The newest copy of a report, e.g. the one the reviewer has before him; null when it was never submitted. */
export async function newestCopy(
  tx: Tx,
  report: Report,
): Promise<{ n: number; content: ReportContent; at: Date; figuresThrough: number | null } | null> {
  const row = await tx
    .selectFrom('report_copy')
    .select(['n', 'content', 'at', 'figures_through as figuresThrough'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, content: thaw(row.content) } : null
}

/** One copy by its number; null when there is none. */
export async function copyNumbered(
  tx: Tx,
  report: Report,
  n: number,
): Promise<{ content: ReportContent; at: Date } | null> {
  const row = await tx
    .selectFrom('report_copy')
    .select(['content', 'at'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('n', '=', n)
    .executeTakeFirst()
  return row ? { ...row, content: thaw(row.content) } : null
}
