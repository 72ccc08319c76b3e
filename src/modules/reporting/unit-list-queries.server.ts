import type { Tx } from '#platform/database.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import { amendmentsCounted } from './amendment-counted.server.ts'
import type { UnitInSum } from './content.ts'
import { isCounted, type ReportStatus } from './lifecycle.ts'
import { closingOf } from './obligation-queries.server.ts'
import type { Report, TemplateCode } from './report.ts'
import { versionsOf } from './template-version-store.server.ts'

/**
 * Where the report of each commune of a sum stands now, in the order of the communes; of a period that was closed without some,
 * why each of these was missing. One that was accepted afterwards is missing no more. Of one that was amended, which
 * amendment the sum takes.
 */
export async function unitListOf(
  tx: Tx,
  { province, period }: Pick<Report, 'province' | 'period'>,
  template: TemplateCode,
  communes: readonly UnitVersion[],
): Promise<UnitInSum[]> {
  const rows = await tx
    .selectFrom('report')
    .select(['unit_id', 'status'])
    .where('province_id', '=', province)
    .where('template_version', 'in', versionsOf(tx, template))
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .where('origin', '=', 'entered')
    .execute()
  const amended = new Map((await amendmentsCounted(tx, province, { template, period })).map(({ unit, n }) => [unit, n]))
  const statuses = new Map(rows.map((row) => [row.unit_id, row.status as ReportStatus]))
  const closing = await closingOf(tx, province, template, period)
  const gaps = new Map(closing?.gaps.map(({ unit, reason }) => [unit, reason]))
  return communes.map(({ unit, name }) => {
    const status = statuses.get(unit) ?? 'not-begun'
    const gap = isCounted(status) ? undefined : gaps.get(unit)
    const of = isCounted(status) ? amended.get(unit) : undefined
    return { name, status, ...(gap === undefined ? {} : { gap }), ...(of === undefined ? {} : { amended: of }) }
  })
}
