import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, periodKey, type Period } from '#kernel/period.ts'
import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'
import type { Figure } from './figure.ts'
import { cellKey, type IndicatorVersionId } from './indicator.ts'
import type { CellSum } from './rollup.ts'
import { readFigure } from './store.server.ts'

/** Whose figures and for which days: the key of a set of cells. */
export type FigureSet = { province: Id<'Unit'>; unit: Id<'Unit'>; from: LocalDate; to: LocalDate }

/** The figures of one unit for one period, by cell key. Cells that nobody touched are absent. */
export async function figuresOf(tx: Tx, set: FigureSet): Promise<Map<string, Figure>> {
  const rows = await tx
    .selectFrom('figure_value as value')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'value.indicator_version')
    .select([
      'indicator.indicator_code as code',
      'value.dimension',
      'value.state',
      'value.qualifier',
      'value.amount',
      'value.raw',
      'value.note',
      'value.basis',
    ])
    .where('value.province_id', '=', set.province)
    .where('value.unit_id', '=', set.unit)
    .where('value.period_from', '=', set.from)
    .where('value.period_to', '=', set.to)
    .execute()
  return new Map(rows.map((row) => [cellKey(row), readFigure(row)]))
}

/** The figures of one unit for several periods, by period key and cell key. The caller has asked which of them may be used. */
export async function figuresOfPeriods(
  tx: Tx,
  owner: Pick<FigureSet, 'province' | 'unit'>,
  periods: Period[],
): Promise<Map<string, Map<string, Figure>>> {
  if (periods.length === 0) return new Map()
  const rows = await tx
    .selectFrom('figure_value as value')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'value.indicator_version')
    .select([
      'indicator.indicator_code as code',
      'value.dimension',
      'value.state',
      'value.qualifier',
      'value.amount',
      'value.raw',
      'value.note',
      'value.basis',
      'value.period_from as from',
      'value.period_to as to',
    ])
    .where('value.province_id', '=', owner.province)
    .where('value.unit_id', '=', owner.unit)
    .where((eb) =>
      eb.or(
        periods.map(({ from, to }) => eb.and([eb('value.period_from', '=', from), eb('value.period_to', '=', to)])),
      ),
    )
    .execute()
  const byPeriod = Map.groupBy(rows, ({ from, to }) => periodKey(periodBetween(localDate(from), localDate(to))))
  return new Map([...byPeriod].map(([key, some]) => [key, new Map(some.map((row) => [cellKey(row), readFigure(row)]))]))
}

/** One value that a cell had, with who gave it and when; newest first. */
export type FigureChange = Figure & { at: Date; account: Id<'Account'> | null }

/** Every value a cell ever had, newest first. */
export async function historyOf(
  tx: Tx,
  set: FigureSet,
  cell: { indicator: IndicatorVersionId; dimension: string },
): Promise<FigureChange[]> {
  const rows = await tx
    .selectFrom('figure_change')
    .selectAll()
    .where('province_id', '=', set.province)
    .where('unit_id', '=', set.unit)
    .where('period_from', '=', set.from)
    .where('period_to', '=', set.to)
    .where('indicator_version', '=', cell.indicator)
    .where('dimension', '=', cell.dimension)
    .orderBy('n', 'desc')
    .execute()
  return rows.map((row) => ({
    ...readFigure(row),
    at: row.changed_at,
    account: row.changed_by as Id<'Account'> | null,
  }))
}

/** Sums each cell over the given units for one period. The caller decides which units may be counted. */
export async function sumOver(tx: Tx, set: Omit<FigureSet, 'unit'>, units: Id<'Unit'>[]): Promise<CellSum[]> {
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('figure_value as value')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'value.indicator_version')
    .select([
      'indicator.id as indicator',
      'indicator.indicator_code as code',
      'value.dimension',
      sql<string>`coalesce(sum(value.amount), 0)::text`.as('amount'),
      sql<number>`count(*) filter (where value.state in ('reported', 'zero'))`.as('unitsCounted'),
      sql<number>`count(*) filter (where value.state = 'not-applicable')`.as('unitsNotApplicable'),
      sql<number>`count(*) filter (where value.state = 'not-yet-known')`.as('unitsNotYetKnown'),
      sql<number>`count(*) filter (where value.qualifier = 'over')`.as('over'),
      sql<number>`count(*) filter (where value.qualifier = 'about')`.as('about'),
      sql<number>`count(*) filter (where value.qualifier = 'under')`.as('under'),
      sql<number>`count(*) filter (where value.qualifier = 'estimate')`.as('estimate'),
    ])
    .where('value.province_id', '=', set.province)
    .where('value.unit_id', '=', sql<string>`any(${units}::uuid[])`)
    .where('value.period_from', '=', set.from)
    .where('value.period_to', '=', set.to)
    .groupBy(['indicator.id', 'indicator.indicator_code', 'value.dimension'])
    .execute()
  return rows.map(({ code, dimension, over, about, under, estimate, indicator, ...row }) => ({
    ...row,
    indicator: indicator as IndicatorVersionId,
    cell: { code, dimension },
    hedged: { over, about, under, estimate },
  }))
}
