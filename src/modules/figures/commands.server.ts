import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { Figure } from './figure.ts'
import type { IndicatorVersionId } from './indicator.ts'
import type { SetStanding, SourcedSet } from './figure-set.ts'
import { writeFigure } from './store.server.ts'

/** A figure to be written into its cell. */
export type FigureWrite = { indicator: IndicatorVersionId; dimension: string; figure: Figure }

/** The numbers of the changes that one write appended, without a gap. */
export type ChangeRange = { first: number; last: number }

/**
 * Writes figures of one unit and period and appends each to the history, in the caller's transaction.
 * Every change takes the next number of the province's clock and holds it to commit, so that no reader can miss one.
 * The caller has locked the report these figures belong to and has asked whether its actor may write them.
 */
export async function writeFigures(
  tx: Tx,
  set: SourcedSet,
  writes: FigureWrite[],
  by: { account: Id<'Account'> | null; at: Date },
): Promise<ChangeRange | null> {
  if (writes.length === 0) return null
  const last = await advanceClock(tx, set.province, writes.length)
  const rows = writes.map((write) => figureRow(set, write, by))
  const first = last - writes.length + 1
  // One statement for all three: the clock is held from here to commit, and every question to the database lengthens that.
  await tx
    .with('known', (query) =>
      query
        .insertInto('figure_set')
        .values({ ...figureSetRow(set, 'open'), n: last })
        .onConflict((conflict) => conflict.doNothing()),
    )
    .with('stands', (query) =>
      query
        .insertInto('figure_value')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['province_id', 'unit_id', 'period_from', 'period_to', 'indicator_version', 'dimension'])
            .doUpdateSet((eb) => ({
              state: eb.ref('excluded.state'),
              qualifier: eb.ref('excluded.qualifier'),
              amount: eb.ref('excluded.amount'),
              raw: eb.ref('excluded.raw'),
              note: eb.ref('excluded.note'),
              basis: eb.ref('excluded.basis'),
              set_id: eb.ref('excluded.set_id'),
              changed_at: eb.ref('excluded.changed_at'),
              changed_by: eb.ref('excluded.changed_by'),
            })),
        ),
    )
    .insertInto('figure_change')
    .values(rows.map((row, index) => ({ ...row, n: first + index })))
    .execute()
  return { first, last }
}

/** The row of one figure, as it stands in the ledger and in its history. */
export function figureRow(set: SourcedSet, write: FigureWrite, by: { account: Id<'Account'> | null; at: Date }) {
  return {
    province_id: set.province,
    unit_id: set.unit,
    indicator_version: write.indicator,
    dimension: write.dimension,
    period_from: set.from,
    period_to: set.to,
    ...writeFigure(write.figure),
    set_id: set.id,
    changed_at: by.at,
    changed_by: by.account,
  }
}

/**
 * Says how far a set has come, under the next number of the province's clock: whoever counts figures learns it in the order in
 * which it was committed. The caller has locked the report and asked who may move it.
 */
export async function setStanding(tx: Tx, set: SourcedSet, standing: SetStanding): Promise<void> {
  const n = await advanceClock(tx, set.province, 1)
  await tx
    .insertInto('figure_set')
    .values({ ...figureSetRow(set, standing), n })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'id']).doUpdateSet((eb) => ({ standing: eb.ref('excluded.standing'), n })),
    )
    .execute()
}

/**
 * Until this transaction ends nobody else in the province writes a figure or moves what counts: for whoever reads them more
 * than once, as a sum and the rows behind it.
 */
export async function holdFigures(tx: Tx, province: Id<'Unit'>): Promise<void> {
  await tx.selectFrom('figure_clock').select('n').where('province_id', '=', province).forUpdate().execute()
}

/** The row of a set, without its number. */
export function figureSetRow(set: SourcedSet, standing: SetStanding) {
  return {
    province_id: set.province,
    id: set.id,
    unit_id: set.unit,
    period_from: set.from,
    period_to: set.to,
    standing,
    origin: set.origin,
  }
}

async function advanceClock(tx: Tx, province: Id<'Unit'>, steps: number): Promise<number> {
  const forward = (): Promise<{ n: number } | undefined> =>
    tx
      .updateTable('figure_clock')
      .set((eb) => ({ n: eb('n', '+', steps) }))
      .where('province_id', '=', province)
      .returning('n')
      .executeTakeFirst()
  const clock = await forward()
  if (clock) return clock.n
  // The first figure of a province; when somebody else's was first, this waits for it.
  await tx
    .insertInto('figure_clock')
    .values({ province_id: province, n: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const begun = await forward()
  if (!begun) throw new Error(`The clock of province ${province} cannot be set`)
  return begun.n
}
