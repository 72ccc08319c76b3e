import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { readIndicator } from '#modules/figures/indicators.server.ts'
import type { TemplateLine, TemplateVersionId } from './report.ts'

/**
 * The lines that these cells stand on, by cell key. A cell is saved whenever it is left: it does not read the two hundred lines
 * of its form for that.
 */
export async function linesOfCells(
  tx: Tx,
  template: TemplateVersionId,
  cells: readonly CellRef[],
): Promise<Map<string, TemplateLine>> {
  if (cells.length === 0) return new Map()
  const rows = await tx
    .selectFrom('template_line as line')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'line.indicator_version')
    .selectAll('indicator')
    .select(['line.section', 'line.dimension'])
    .where('line.template_version', '=', template)
    .where('indicator.indicator_code', '=', sql<string>`any(${cells.map(({ code }) => code)}::text[])`)
    .execute()
  const lines = rows.map((row) => ({
    section: row.section,
    indicator: readIndicator(row),
    dimension: row.dimension,
  }))
  return new Map(lines.map((line) => [cellKey({ code: line.indicator.code, dimension: line.dimension }), line]))
}
