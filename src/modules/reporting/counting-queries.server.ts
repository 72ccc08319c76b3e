import type { LocalDate } from '#kernel/local-date.ts'
import { formatQuantity, zero, type Quantity } from '#kernel/quantity.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import {
  countsOf,
  distinctBehind,
  factsBehind,
  type Distinct,
  type FactBehind,
} from '#modules/figures/counted-by.server.ts'
import type { Counted, RecordKind } from '#modules/figures/counted-by.ts'
import { figure, type FigureValue } from '#modules/figures/figure.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { correctedCount, type CorrectedCount } from './count-correction.ts'
import { correctionsOf } from './count-correction-store.server.ts'
import { isOpenForEntry } from './lifecycle.ts'
import { mayRead, mayReadDraft } from './policy.ts'
import type { Report } from './report.ts'
import { newestCopy } from './copy-store.server.ts'
import { figureSetOf, readReport, reportColumns } from './store.server.ts'

/**
 * The records behind one counted cell, as they stand now; the first two hundred. Facts are kept as they are and not as they
 * were, so a copy that was handed in may say another number than they come to: `stated` is that number then. A reviewer may
 * see them as they are now, for the register itself is open to him.
 */
export type RecordsBehind = {
  kind: RecordKind
  facts: FactBehind[]
  total: number
  sum: Quantity
  stated: string | null
  distinct: Distinct | null
  corrected: CorrectionBehind | null
}

/** The number that was typed over a count, as the opened cell tells it; `isEqualNow` once the register says the same. */
export type CorrectionBehind = CorrectedCount & {
  typed: string
  countedThen: string | null
  by: string
  isEqualNow: boolean
}

/** Null where the cell, as this reader sees the report, was not counted from a register. */
export async function recordsBehind(tx: Tx, ctx: Ctx, report: Report, cell: CellRef): Promise<RecordsBehind | null> {
  const set = figureSetOf(report)
  const counted = (await countsOf(tx, set)).get(cellKey(cell))
  const now = {
    facts: counted ? await factsBehind(tx, set, cell) : [],
    total: counted?.records ?? 0,
    sum: counted?.amount ?? zero,
    distinct: counted ? await distinctBehind(tx, set, cell) : null,
  }
  if (mayReadDraft(ctx.actor, report) && isOpenForEntry(report.status))
    return counted && report.origin === 'entered'
      ? { kind: counted.kind, ...now, stated: null, corrected: await standingCorrection(tx, report, cell, counted) }
      : null
  const copy = await newestCopy(tx, report)
  const line = copy?.content.lines.find((one) => cellKey(one.cell) === cellKey(cell))
  // Copies made before figures were counted do not know the word.
  if (!line?.countedFrom) return null
  const { value } = line.figure
  const said = value.state === 'reported' ? value.amount : zero
  const { kind, corrected } = line.countedFrom
  if (!corrected) return { kind, ...now, stated: said === now.sum ? null : formatQuantity(said), corrected: null }
  const isEqualNow = isExact(value, now.sum)
  return {
    kind,
    ...now,
    stated: null,
    corrected: { ...corrected, typed: line.figure.raw, countedThen: null, by: '', isEqualNow },
  }
}

async function standingCorrection(
  tx: Tx,
  report: Report,
  cell: CellRef,
  counted: Counted,
): Promise<CorrectionBehind | null> {
  const correction = (await correctionsOf(tx, report)).get(cellKey(cell))
  const corrected = correctedCount(correction, counted)
  if (!correction || !corrected) return null
  const isEqualNow = isExact(figure(correction.raw, 'count').value, counted.amount)
  const countedThen = formatQuantity(correction.countedThen)
  return { ...corrected, typed: correction.raw, countedThen, by: correction.by, isEqualNow }
}

function isExact(value: FigureValue, amount: Quantity): boolean {
  if (value.state === 'zero') return amount === zero
  return value.state === 'reported' && value.qualifier === 'exact' && value.amount === amount
}

/** The reports of a unit that a day falls into and that were handed in, newest period first: what no correction reaches now. */
export async function reportsHandedIn(
  ctx: Ctx,
  owner: { province: UnitId; unit: UnitId },
  day: LocalDate,
): Promise<Report[]> {
  if (!mayRead(ctx.actor, owner)) return []
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const rows = await tx
      .selectFrom('report')
      .select(reportColumns)
      .where('province_id', '=', owner.province)
      .where('unit_id', '=', owner.unit)
      .where('origin', '=', 'entered')
      .where('period_from', '<=', day)
      .where('period_to', '>=', day)
      .orderBy('period_to', 'desc')
      .orderBy('period_from', 'desc')
      .orderBy('id')
      .execute()
    return rows.map(readReport).filter((report) => !isOpenForEntry(report.status))
  })
}
