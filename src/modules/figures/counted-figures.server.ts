import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { periodBetween, periodKey, type Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { FigureSet, SetStanding } from './figure-set.ts'
import type { Figure, FigureValue } from './figure.ts'
import { cellKey, type IndicatorVersionId } from './indicator.ts'
import type { CellSum } from './rollup.ts'
import { figureColumns, readFigure } from './store.server.ts'

// Of one unit and period several reports give figures, each by its own template: that one of them was accepted says nothing
// about the cells of another that is still typed.
const countedStandings: readonly SetStanding[] = ['accepted', 'published']

/** Whether the report in which a figure stands has come so far. */
function standsIn(standings: readonly SetStanding[]) {
  return sql<boolean>`exists (select from figure_set as source
    where source.province_id = value.province_id and source.id = value.set_id
      and source.standing = any(${[...standings]}::text[]))`
}

/** The figures of one unit for several periods, of reports that were accepted or stand as is said, by period key and cell key. */
export async function figuresOfPeriods(
  tx: Tx,
  owner: Pick<FigureSet, 'province' | 'unit'>,
  periods: readonly Period[],
  standings: readonly SetStanding[] = countedStandings,
): Promise<Map<string, Map<string, Figure>>> {
  if (periods.length === 0) return new Map()
  const rows = await tx
    .selectFrom('figure_value as value')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'value.indicator_version')
    .select([
      'indicator.indicator_code as code',
      ...figureColumns,
      'value.period_from as from',
      'value.period_to as to',
    ])
    .where('value.province_id', '=', owner.province)
    .where('value.unit_id', '=', owner.unit)
    .where(standsIn(standings))
    .where((eb) =>
      eb.or(
        periods.map(({ from, to }) => eb.and([eb('value.period_from', '=', from), eb('value.period_to', '=', to)])),
      ),
    )
    .execute()
  const byPeriod = Map.groupBy(rows, ({ from, to }) => periodKey(periodBetween(localDate(from), localDate(to))))
  return new Map([...byPeriod].map(([key, some]) => [key, new Map(some.map((row) => [cellKey(row), readFigure(row)]))]))
}

/** The values of many units for one period, of reports that were accepted or stand as is said, by unit and cell key. */
export async function valuesOfUnits(
  tx: Tx,
  set: Omit<FigureSet, 'unit'>,
  units: readonly Id<'Unit'>[],
  standings: readonly SetStanding[] = countedStandings,
): Promise<Map<Id<'Unit'>, Map<string, FigureValue>>> {
  const rows = await tx
    .selectFrom('figure_value as value')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'value.indicator_version')
    .select(['value.unit_id', 'indicator.indicator_code as code', ...figureColumns])
    .where('value.province_id', '=', set.province)
    .where('value.unit_id', '=', sql<string>`any(${[...units]}::uuid[])`)
    .where('value.period_from', '=', set.from)
    .where('value.period_to', '=', set.to)
    .where(standsIn(standings))
    .execute()
  const byUnit = Map.groupBy(rows, (row) => row.unit_id as Id<'Unit'>)
  return new Map(
    [...byUnit].map(([unit, some]) => [unit, new Map(some.map((row) => [cellKey(row), readFigure(row).value]))]),
  )
}

/** Sums each cell over what the given units gave for one period and was accepted. The caller decides which units are counted. */
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
    .where(standsIn(countedStandings))
    .groupBy(['indicator.id', 'indicator.indicator_code', 'value.dimension'])
    .execute()
  return rows.map(({ code, dimension, over, about, under, estimate, indicator, ...row }) => ({
    ...row,
    indicator: indicator as IndicatorVersionId,
    cell: { code, dimension },
    hedged: { over, about, under, estimate },
  }))
}
