import { sql } from 'kysely'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { BoardAsked } from './board.ts'
import type { ReportId } from './report.ts'
import { versionsOf } from './template-version-store.server.ts'

/** An accepted amendment among the reports of a period: whose numbers a sum takes from it. */
export type CountedAmendment = { unit: UnitId; report: ReportId; n: number; acceptedOn: LocalDate }

/** Which of the reports of a period that count above stand amended, by their newest accepted amendment. */
export async function amendmentsCounted(
  tx: Tx,
  province: UnitId,
  { template, period }: BoardAsked,
): Promise<CountedAmendment[]> {
  const rows = await tx
    .selectFrom('amendment')
    .innerJoin('report', (join) =>
      join.onRef('report.province_id', '=', 'amendment.province_id').onRef('report.id', '=', 'amendment.report_id'),
    )
    .select(['report.unit_id', 'amendment.report_id', 'amendment.changed_at', sql<number>`amendment.n`.as('n')])
    .distinctOn('amendment.report_id')
    .where('amendment.province_id', '=', province)
    .where('amendment.status', '=', 'accepted')
    .where('report.template_version', 'in', versionsOf(tx, template))
    .where('report.period_from', '=', period.from)
    .where('report.period_to', '=', period.to)
    .where('report.status', 'in', ['accepted', 'published'])
    .orderBy('amendment.report_id')
    .orderBy('amendment.n', 'desc')
    .execute()
  return rows.map((row) => ({
    unit: row.unit_id as UnitId,
    report: row.report_id as ReportId,
    n: row.n,
    acceptedOn: dayInVietnam(row.changed_at),
  }))
}
