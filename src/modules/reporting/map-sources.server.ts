import { sql } from 'kysely'
import { localDate } from '#kernel/local-date.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { UnitFigures } from '#modules/figures/map-figure.ts'
import { divisorOn } from '#modules/territory/queries.server.ts'
import { lastVersionOf, unitAt, type Register } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { thawLines } from './frozen-content.ts'

/** The periods for which one of these units has published something, newest first, with how many reports. */
export async function periodsPublished(
  tx: Tx,
  units: ReadonlySet<UnitId>,
): Promise<{ period: Period; reports: number }[]> {
  const rows = await tx
    .selectFrom('publication')
    .select(['period_from', 'period_to', sql<number>`count(*)`.as('reports')])
    .where('unit_id', '=', sql<string>`any(${[...units]}::uuid[])`)
    .groupBy(['period_from', 'period_to'])
    .orderBy('period_to', 'desc')
    .orderBy('period_from', 'desc')
    .execute()
  return rows.map((row) => ({
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    reports: row.reports,
  }))
}

/** What these units published for the very days of a period, by unit; only equal periods are ever put together. */
export async function publishedFigures(
  tx: Tx,
  register: Register,
  units: ReadonlySet<UnitId>,
  period: Period,
): Promise<UnitFigures[]> {
  const rows = await tx
    .selectFrom('publication')
    .select(['report_id', 'unit_id', sql<unknown>`content -> 'lines'`.as('lines')])
    .where('unit_id', '=', sql<string>`any(${[...units]}::uuid[])`)
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    // What officers entered here stands before what was printed elsewhere, then the newer before the older.
    .orderBy(sql`origin = 'published-source'`)
    .orderBy('published_at', 'desc')
    .orderBy('report_id')
    .execute()
  const found = new Map<UnitId, UnitFigures>()
  for (const row of rows) {
    const unit = row.unit_id as UnitId
    if (found.has(unit)) continue
    const lines = thawLines(row.lines).filter((line) => line.isPublic)
    found.set(unit, {
      unit,
      report: row.report_id,
      values: new Map(lines.map((line): [string, FigureValue] => [cellKey(line.cell), line.figure.value])),
      divisors: await divisorsOf(tx, register, unit, period),
    })
  }
  return [...found.values()]
}

/** Of which kinds of unit how many an average of a unit is divided by; a commune is one of its own kind and none of others. */
export async function divisorsOf(
  tx: Tx,
  register: Register,
  unit: UnitId,
  period: Period,
): Promise<ReadonlyMap<string, number>> {
  const version = unitAt(register, unit, period.to) ?? lastVersionOf(register, unit)
  if (!version) return new Map()
  if (version.level === 'commune') return new Map([['commune', version.kind === 'commune' ? 1 : 0]])
  const divisor = await divisorOn(tx, version, period.to)
  return new Map(divisor ? [['commune', divisor.units]] : [])
}
