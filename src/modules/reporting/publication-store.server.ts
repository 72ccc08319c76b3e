import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { searchText } from '#platform/search-text.ts'
import { publicContent, type ReportContent } from './content.ts'
import { publishFiles } from './file-store.server.ts'
import { freeze, thaw } from './frozen-content.ts'
import { wordsDay } from './handed-in-day.server.ts'
import type { Report } from './report.ts'

/** `handedInOn`: whose issuing words its public paper has (docs/adr/0076); null for figures of a published source. */
export type PublicationTimes = { at: Date; acceptedAt: Date | null; handedInOn: LocalDate | null }

/** The row by which everybody finds and reads a published report. */
export function publicationRow(report: Report, content: ReportContent, times: PublicationTimes) {
  // Everybody may read this row: only what is public goes into it.
  const open = publicContent(content)
  return {
    province_id: report.province,
    report_id: report.id,
    unit_id: report.unit,
    title: content.templateName,
    unit_name: content.unitName,
    search_text: searchText(`${content.unitName} ${content.templateName} ${periodName(report.period)}`),
    unit_until: content.unitUntil,
    figure_count: open.lines.filter((line) => line.figure.value.state !== 'not-yet-known').length,
    origin: content.origin,
    regime: report.period.regime,
    period_from: report.period.from,
    period_to: report.period.to,
    published_at: times.at,
    accepted_at: times.acceptedAt,
    handed_in_on: times.handedInOn,
    content: freeze(open),
  }
}

export async function savePublication(
  tx: Tx,
  report: Report,
  content: ReportContent,
  times: PublicationTimes,
): Promise<void> {
  await tx
    .insertInto('publication')
    .values(publicationRow(report, content, times))
    .execute()
  await markPublicChange(tx, report.province)
}

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
  // When it was handed in stays what it was: the paper keeps its head and its foot.
  const row = publicationRow(report, content, { at: amended.at, acceptedAt: amended.at, handedInOn: null })
  await tx
    .updateTable('publication')
    .set({ content: row.content, figure_count: row.figure_count, accepted_at: row.accepted_at })
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .execute()
  await markPublicChange(tx, report.province)
}

/** Puts an accepted report where everybody reads it: now, or at the moment it was planned for. A notice of withdrawal goes. */
export async function putOut(tx: Tx, report: Report, content: ReportContent, at: Date): Promise<void> {
  await dropPlan(tx, report)
  await tx
    .deleteFrom('publication_withdrawal')
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .execute()
  const handedInOn = await wordsDay(tx, report, dayInVietnam(at))
  await savePublication(tx, report, content, { at, acceptedAt: await acceptedAtOf(tx, report), handedInOn })
  await publishFiles(tx, report)
}

/** Takes a publication back whole, its files and former versions with it, and leaves a notice without a number at its address. */
export async function takeBack(tx: Tx, report: Report, withdrawn: { at: Date; why: string }): Promise<void> {
  const ofReport = <Query extends { where(column: 'province_id' | 'report_id', is: '=', value: string): Query }>(
    query: Query,
  ): Query => query.where('province_id', '=', report.province).where('report_id', '=', report.id)
  const row = await ofReport(
    tx.selectFrom('publication').select(['title', 'unit_name', 'period_from', 'period_to', 'published_at']),
  ).executeTakeFirst()
  if (!row) throw new Error(`Report ${report.id} is published without a publication`)
  await ofReport(tx.deleteFrom('publication_file')).execute()
  await ofReport(tx.deleteFrom('publication_version')).execute()
  await ofReport(tx.deleteFrom('publication')).execute()
  const notice = { withdrawn_at: withdrawn.at, why: withdrawn.why }
  await tx
    .insertInto('publication_withdrawal')
    .values({ province_id: report.province, report_id: report.id, unit_id: report.unit, ...row, ...notice })
    .execute()
  await markPublicChange(tx, report.province)
}

/** A publication that waits for its moment. */
export type PublicationPlan = { publishAt: Date; by: string; at: Date }

export async function planOf(tx: Tx, report: Pick<Report, 'province' | 'id'>): Promise<PublicationPlan | null> {
  const row = await tx
    .selectFrom('publication_plan')
    .select(['publish_at as publishAt', 'person_name as by', 'at'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  return row ?? null
}

export async function savePlan(
  tx: Tx,
  report: Report,
  plan: { publishAt: Date; at: Date; account: string; person: string },
): Promise<void> {
  const said = { publish_at: plan.publishAt, account_id: plan.account, person_name: plan.person, at: plan.at }
  await tx
    .insertInto('publication_plan')
    .values({ province_id: report.province, report_id: report.id, unit_id: report.unit, ...said })
    .onConflict((conflict) => conflict.columns(['province_id', 'report_id']).doUpdateSet(said))
    .execute()
}

/** Answers whether there was one. */
export async function dropPlan(tx: Tx, report: Pick<Report, 'province' | 'id'>): Promise<boolean> {
  const row = await tx
    .deleteFrom('publication_plan')
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  return row.numDeletedRows > 0n
}

/** When and why a report was taken back; null while it is out or never was. */
export async function withdrawalOf(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
): Promise<{ at: Date; why: string } | null> {
  const row = await tx
    .selectFrom('publication_withdrawal')
    .select(['withdrawn_at as at', 'why'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  return row ?? null
}
