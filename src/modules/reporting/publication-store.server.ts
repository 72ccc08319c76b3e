import type { Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import type { ReportContent } from './content.ts'
import type { Report } from './report.ts'
import { publicationRow, thaw } from './store.server.ts'

/** When what counts now was accepted: by the report's own acceptance, or that of its newest amendment. */
export async function acceptedAtOf(tx: Tx, report: Pick<Report, 'province' | 'id'>): Promise<Date | null> {
  const amended = await tx
    .selectFrom('amendment_event')
    .select('at')
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('move', '=', 'accept')
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  const accepted = await tx
    .selectFrom('report_event')
    .select('at')
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('move', '=', 'accept')
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!amended || !accepted) return amended?.at ?? accepted?.at ?? null
  return amended.at > accepted.at ? amended.at : accepted.at
}

/**
 * Puts an amended report in the place of the one everybody reads; what the page said before stays readable beside it.
 * Nothing happens where the report is not public.
 */
export async function replacePublication(
  tx: Tx,
  report: Report,
  content: ReportContent,
  amended: { at: Date; why: string },
): Promise<void> {
  const former = await tx
    .selectFrom('publication')
    .select(['content', 'published_at', 'accepted_at'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  if (!former) return
  await tx
    .insertInto('publication_version')
    .values({
      province_id: report.province,
      report_id: report.id,
      n: thaw(former.content).amendment?.n ?? 0,
      unit_id: report.unit,
      content: JSON.stringify(former.content),
      published_at: former.published_at,
      accepted_at: former.accepted_at,
      replaced_at: amended.at,
      replaced_why: amended.why,
    })
    .execute()
  const row = publicationRow(report, content, { at: amended.at, acceptedAt: amended.at })
  await tx
    .updateTable('publication')
    .set({ content: row.content, figure_count: row.figure_count, accepted_at: row.accepted_at })
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .execute()
  await markPublicChange(tx, report.province)
}
