import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { figure } from '#modules/figures/figure.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { countedIn } from './assemble.server.ts'
import { onReport, recordMove, type Done } from './on-report.server.ts'
import { shortestCorrectionReason } from './count-correction.ts'
import { correctionsOf, dropCorrection, saveCorrection } from './count-correction-store.server.ts'
import { isOpenForEntry } from './lifecycle.ts'
import { mayEnter } from './policy.ts'
import type { ReportId } from './report.ts'
import { touch } from './store.server.ts'
import { linesByCell, readTemplate } from './template-version-store.server.ts'

/**
 * Types another number into a counted cell, with the reason (docs/adr/0057). The count stays beside it wherever the cell is
 * read. `was` is the number typed before that the page showed, empty for none.
 */
export async function correctCount(
  ctx: Ctx,
  id: ReportId,
  cell: CellRef,
  typed: { raw: string; reason: string; was: string },
): Done<undefined> {
  return onReport(ctx, id, mayEnter, async (tx, report) => {
    if (report.origin !== 'entered') return forbidden()
    if (!isOpenForEntry(report.status)) return refused({ code: 'not-open-for-entry', status: report.status })
    const template = await readTemplate(tx, report.template)
    const line = template && linesByCell(template).get(cellKey(cell))
    if (!template || !line) return notFound()
    const counted = (await countedIn(tx, report, template)).get(cellKey(cell))
    if (!counted) return refused({ code: 'cell-not-counted' })
    const standing = (await correctionsOf(tx, report)).get(cellKey(cell))
    if ((standing?.raw ?? '') !== typed.was) return refused({ code: 'changed-meanwhile' })
    const raw = tidy(typed.raw)
    const reason = tidy(typed.reason)
    const read = figure(raw, line.indicator.numeral)
    if (read.value.state !== 'reported' && read.value.state !== 'zero') return refused({ code: 'correction-not-read' })
    if (lengthOf(reason) < shortestCorrectionReason)
      return refused({ code: 'correction-without-reason', least: shortestCorrectionReason })
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    const isSame =
      read.value.state === 'reported' && read.value.qualifier === 'exact' && read.value.amount === counted.amount
    if (isSame) return refused({ code: 'correction-says-the-count' })
    await saveCorrection(tx, report, cell, { raw, reason }, counted, { actor: ctx.actor, at: ctx.now })
    await touch(tx, report, ctx.now)
    await recordMove(tx, ctx, report, 'count-corrected', { cells: [cellKey(cell)] })
    return done()
  })
}

/** Lets the count stand again. */
export async function withdrawCorrection(ctx: Ctx, id: ReportId, cell: CellRef): Done<undefined> {
  return onReport(ctx, id, mayEnter, async (tx, report) => {
    if (!isOpenForEntry(report.status)) return refused({ code: 'not-open-for-entry', status: report.status })
    if (!(await correctionsOf(tx, report)).has(cellKey(cell))) return refused({ code: 'changed-meanwhile' })
    await dropCorrection(tx, report, cell)
    await touch(tx, report, ctx.now)
    await recordMove(tx, ctx, report, 'count-correction-withdrawn', { cells: [cellKey(cell)] })
    return done()
  })
}
