import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'
import type { Figure } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { figuresOf } from '#modules/figures/queries.server.ts'
import type { HeldBy } from './held-cells.ts'
import { isOpenForEntry, type ReportStatus } from './lifecycle.ts'
import type { Report, ReportId } from './report.ts'
import { figureSetOf } from './store.server.ts'

/** The cells of a unit and period whose numbers another report gave, by cell key. A number is given once (docs/adr/0064). */
export async function heldElsewhere(tx: Tx, report: Report): Promise<Map<string, HeldBy>> {
  if (report.origin !== 'entered') return new Map()
  const rows = await tx
    .selectFrom('figure_value as value')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'value.indicator_version')
    .innerJoin('report as other', (join) =>
      join.onRef('other.province_id', '=', 'value.province_id').onRef('other.id', '=', 'value.set_id'),
    )
    .innerJoin('template_version as made', 'made.id', 'other.template_version')
    .select(['indicator.indicator_code as code', 'value.dimension', 'other.id', 'other.status', 'made.name'])
    .where('value.province_id', '=', report.province)
    .where('value.unit_id', '=', report.unit)
    .where('value.period_from', '=', report.period.from)
    .where('value.period_to', '=', report.period.to)
    .where('value.set_id', '<>', report.id)
    // A cell that was emptied again is nobody's.
    .where('value.state', '<>', 'not-yet-known')
    .execute()
  return new Map(
    rows.map((row) => [
      cellKey(row),
      {
        report: row.id as ReportId,
        templateName: row.name,
        isOpen: isOpenForEntry(row.status as ReportStatus),
      },
    ]),
  )
}

// Two reports of one unit and period are locked each by its own row: what both could write is locked here.
export async function lockCells(tx: Tx, { province, unit, period }: Report): Promise<void> {
  const name = `cells|${province}|${unit}|${period.from}|${period.to}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
}

/** The figures of a report's unit and period as this report sees them: what stands in another one is read from there. */
export async function figuresSeen(tx: Tx, report: Report): Promise<Map<string, Figure>> {
  const held = await heldElsewhere(tx, report)
  const figures = await figuresOf(tx, figureSetOf(report))
  return new Map([...figures].map(([key, one]) => [key, held.has(key) ? { ...one, basis: 'read' } : one]))
}
