import { forbidden, notFound, refused } from '#kernel/outcome.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { carriedOf } from './carry.ts'
import { saveCells } from './entry-commands.server.ts'
import type { Done } from './on-report.server.ts'
import type { CellEntry } from './forms.ts'
import { mayEnter } from './policy.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'
import { linesByCell, readTemplate } from './template-version-store.server.ts'

/**
 * Takes last period's number over into one cell, or into every stock that has no number yet: typed by this officer, in one step
 * that can be undone. A cell that somebody writes meanwhile is refused by name like any other (saveCells).
 */
export async function carryForward(ctx: Ctx, id: ReportId, key: string | null): Done<{ saved: number }> {
  const page = await reportPage(ctx, id)
  if (!page.ok) return page.kind === 'not-found' ? notFound() : forbidden()
  const { report, content } = page.value
  if (!mayEnter(ctx.actor, report)) return forbidden()
  if (!page.value.mayEnter || !content) return saveCells(ctx, id, [])
  const template = await inScope(ctx.db, scopeOf(ctx.actor), (tx) => readTemplate(tx, report.template))
  if (!template) throw new Error(`Report ${id} has lost its template`)
  const indicators = linesByCell(template)
  const entries: CellEntry[] = []
  for (const line of content.lines) {
    const own = cellKey(line.cell)
    const nature = indicators.get(own)?.indicator.nature
    if (!nature || (key === null ? line.figure.raw !== '' : own !== key)) continue
    const carried = carriedOf(line, nature, report.period)
    const was = { raw: line.figure.raw, note: line.figure.note }
    if (carried.kind === 'text') entries.push({ cell: line.cell, raw: carried.text, note: was.note, was })
    else if (key !== null) return refused({ code: 'not-carried', why: carried.why })
  }
  if (entries.length === 0) return refused({ code: 'nothing-to-carry' })
  return saveCells(ctx, id, entries)
}
