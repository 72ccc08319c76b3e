import type { LocalDate } from '#kernel/local-date.ts'
import { formatQuantity, zero, type Quantity } from '#kernel/quantity.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { countsOf, factsBehind, type FactBehind } from '#modules/figures/counted-by.server.ts'
import type { RecordKind } from '#modules/figures/counted-by.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { isOpenForEntry } from './lifecycle.ts'
import { mayRead, mayReadDraft } from './policy.ts'
import type { Report } from './report.ts'
import { figureSetOf, newestCopy, readReport, reportColumns } from './store.server.ts'

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
}

/** Null where the cell, as this reader sees the report, was not counted from a register. */
export async function recordsBehind(tx: Tx, ctx: Ctx, report: Report, cell: CellRef): Promise<RecordsBehind | null> {
  const set = figureSetOf(report)
  const counted = (await countsOf(tx, set)).get(cellKey(cell))
  const now = {
    facts: counted ? await factsBehind(tx, set, cell) : [],
    total: counted?.records ?? 0,
    sum: counted?.amount ?? zero,
  }
  if (mayReadDraft(ctx.actor, report) && isOpenForEntry(report.status))
    return counted && report.origin === 'entered' ? { kind: counted.kind, ...now, stated: null } : null
  const copy = await newestCopy(tx, report)
  const line = copy?.content.lines.find((one) => cellKey(one.cell) === cellKey(cell))
  // Copies made before figures were counted do not know the word.
  if (!line?.countedFrom) return null
  const { value } = line.figure
  const said = value.state === 'reported' ? value.amount : zero
  return { kind: line.countedFrom.kind, ...now, stated: said === now.sum ? null : formatQuantity(said) }
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
