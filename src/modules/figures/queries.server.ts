import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'
import type { Figure } from './figure.ts'
import type { FigureSet, SourcedSet } from './figure-set.ts'
import { cellKey, type CellRef, type IndicatorVersionId } from './indicator.ts'
import { figureColumns, readFigure } from './store.server.ts'

/** The figures of one unit for one period, by cell key, of all indicators or of those named. Cells that nobody touched are absent. */
export async function figuresOf(
  tx: Tx,
  set: FigureSet,
  only?: readonly IndicatorVersionId[],
): Promise<Map<string, Figure>> {
  const rows = await tx
    .selectFrom('figure_value as value')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'value.indicator_version')
    .select(['indicator.indicator_code as code', ...figureColumns])
    .where('value.province_id', '=', set.province)
    .where('value.unit_id', '=', set.unit)
    .where('value.period_from', '=', set.from)
    .where('value.period_to', '=', set.to)
    .$if(only !== undefined, (query) =>
      query.where('value.indicator_version', '=', sql<string>`any(${[...(only ?? [])]}::text[])`),
    )
    .execute()
  return new Map(rows.map((row) => [cellKey(row), readFigure(row)]))
}

/**
 * The figures of many sets at once, by set and cell key; of some indicators only, where their codes are given. The caller has
 * asked which of the sets may be used.
 */
export async function figuresOfSets(
  tx: Tx,
  of: { province: Id<'Unit'>; from: LocalDate; to: LocalDate; codes: readonly string[] | null },
  sets: readonly string[],
): Promise<Map<string, Map<string, Figure>>> {
  let query = tx
    .selectFrom('figure_value as value')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'value.indicator_version')
    .select(['value.set_id', 'indicator.indicator_code as code', ...figureColumns])
    .where('value.province_id', '=', of.province)
    .where('value.period_to', '>=', of.from)
    .where('value.period_to', '<=', of.to)
    .where('value.set_id', '=', sql<string>`any(${[...sets]}::uuid[])`)
  if (of.codes) query = query.where('indicator.indicator_code', '=', sql<string>`any(${[...of.codes]}::text[])`)
  const bySet = new Map<string, Map<string, Figure>>()
  for (const row of await query.execute()) {
    const figures = bySet.get(row.set_id) ?? new Map<string, Figure>()
    figures.set(cellKey(row), readFigure(row))
    bySet.set(row.set_id, figures)
  }
  return bySet
}

/** One value that a cell had, with who gave it and when; `n` is its place in the history of the province. */
export type FigureChange = Figure & {
  n: number
  cell: CellRef
  indicator: IndicatorVersionId
  at: Date
  account: Id<'Account'> | null
}

/** How far a reader follows a history: to a number of the province's clock, or to an hour where no number was kept. */
export type HistoryEnd = { n: number } | { at: Date } | null

/**
 * Every value a cell ever had, newest first. `end` leaves out what came later, and what another report of the unit says as long as
 * that one is being typed.
 */
export async function historyOf(
  tx: Tx,
  set: SourcedSet,
  cell: { indicator: IndicatorVersionId; dimension: string },
  end: HistoryEnd = null,
): Promise<FigureChange[]> {
  let query = changesOf(tx, set)
    .where('change.indicator_version', '=', cell.indicator)
    .where('change.dimension', '=', cell.dimension)
  if (end && 'n' in end) query = query.where('change.n', '<=', end.n)
  if (end && 'at' in end) query = query.where('change.changed_at', '<=', end.at)
  if (end)
    query = query.where(
      sql<boolean>`(change.set_id = ${set.id} or exists (select from figure_set as source
        where source.province_id = change.province_id and source.id = change.set_id and source.standing <> 'open'))`,
    )
  const rows = await query.orderBy('change.n', 'desc').execute()
  return rows.map(readChange)
}

/** The changes of a set of cells from a number of the province's clock on, oldest first. */
export async function changesFrom(tx: Tx, set: FigureSet, first: number): Promise<FigureChange[]> {
  const rows = await changesOf(tx, set).where('change.n', '>=', first).orderBy('change.n').execute()
  return rows.map(readChange)
}

/** The newest change of each cell, by cell key; before a number of the clock when one is given. */
export async function newestChanges(
  tx: Tx,
  set: FigureSet,
  before: number | null = null,
): Promise<Map<string, FigureChange>> {
  let query = changesOf(tx, set).distinctOn(['change.indicator_version', 'change.dimension'])
  if (before !== null) query = query.where('change.n', '<', before)
  const rows = await query
    .orderBy('change.indicator_version')
    .orderBy('change.dimension')
    .orderBy('change.n', 'desc')
    .execute()
  return new Map(rows.map((row) => [cellKey(row), readChange(row)]))
}

function changesOf(tx: Tx, set: FigureSet) {
  return tx
    .selectFrom('figure_change as change')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'change.indicator_version')
    .selectAll('change')
    .select('indicator.indicator_code as code')
    .where('change.province_id', '=', set.province)
    .where('change.unit_id', '=', set.unit)
    .where('change.period_from', '=', set.from)
    .where('change.period_to', '=', set.to)
}

type ChangeRow = Awaited<ReturnType<ReturnType<typeof changesOf>['execute']>>[number]

function readChange(row: ChangeRow): FigureChange {
  return {
    ...readFigure(row),
    n: row.n,
    cell: { code: row.code, dimension: row.dimension },
    indicator: row.indicator_version as IndicatorVersionId,
    at: row.changed_at,
    account: row.changed_by as Id<'Account'> | null,
  }
}
