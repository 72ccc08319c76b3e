import { done, forbidden, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber, tidy } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { onAmendment, type AmendmentDone } from './amendment-commands.server.ts'
import { givenElsewhere } from './amendment-content.server.ts'
import { amendedCells, saveAmendedCell } from './amendment-entry-store.server.ts'
import { touchAmendment } from './amendment-store.server.ts'
import { isAmendmentOpen, type AmendedCell } from './amendment.ts'
import { recordMove } from './on-report.server.ts'
import type { ContentLine } from './content.ts'
import { mayEnter } from './policy.ts'
import type { Report, TemplateLine, ReportId } from './report.ts'
import { copyNumbered } from './copy-store.server.ts'
import { linesByCell, readTemplate } from './template-version-store.server.ts'

type Texts = { raw: string; note: string; why: string }

/** What a form says about one cell of an amendment: the texts now, and those the page was made with. */
export type AmendedEntry = { cell: CellRef } & Texts & { was: Texts }

/**
 * Saves what was typed into an amendment. A cell that says again what was accepted leaves it; one that a colleague wrote in the
 * meantime is refused by name and nothing of the form is lost. The accepted figures are not touched.
 */
export async function saveAmendment(
  ctx: Ctx,
  id: ReportId,
  n: number,
  entries: readonly AmendedEntry[],
): AmendmentDone<{ saved: number }> {
  return onAmendment(ctx, id, n, async (tx, report, amendment) => {
    if (!mayEnter(ctx.actor, report)) return forbidden()
    if (!isAmendmentOpen(amendment.status)) return refused({ code: 'amendment-not-now', status: amendment.status })
    const { lines, accepted } = await ground(tx, report, amendment.baseCopy)
    const stored = await amendedCells(tx, report, n)
    const textsOf = (key: string): Texts => stored.get(key) ?? { ...acceptedTexts(accepted.get(key)), why: '' }
    const changed = entries.map(tidied).filter((one) => lines.has(cellKey(one.cell)) && differs(one, one.was))
    const conflicts = changed.filter((one) => {
      const now = textsOf(cellKey(one.cell))
      return differs(now, one.was) && differs(now, one)
    })
    if (conflicts.length > 0)
      return refused({ code: 'amendment-cells-changed', cells: conflicts.map(({ cell }) => written(cell, stored)) })
    if (changed.some((one) => holdsPersonalNumber(one.note) || holdsPersonalNumber(one.why)))
      return refused({ code: 'amendment-personal-number' })
    const keys = changed.map(({ cell }) => cellKey(cell))
    const elsewhere = await givenElsewhere(tx, report, keys)
    if (elsewhere) return refused(elsewhere)
    if (changed.length === 0) return done({ saved: 0 })
    for (const one of changed) {
      const line = lines.get(cellKey(one.cell))
      if (!line) continue
      const { raw, note, why } = one
      const isAsAccepted = !differs(
        { raw, note, why: '' },
        { ...acceptedTexts(accepted.get(cellKey(one.cell))), why: '' },
      )
      const said = isAsAccepted ? null : { raw, note, why, at: ctx.now, actor: ctx.actor }
      await saveAmendedCell(tx, report, n, { indicator: line.indicator.id, dimension: line.dimension }, said)
    }
    await touchAmendment(tx, report, amendment, ctx.now)
    await recordMove(tx, ctx, report, 'amendment-saved', { amendment: n, cells: keys })
    return done({ saved: changed.length })
  })
}

type Ground = { lines: Map<string, TemplateLine>; accepted: Map<string, ContentLine> }

async function ground(tx: Tx, report: Report, baseCopy: number): Promise<Ground> {
  const template = await readTemplate(tx, report.template)
  const copy = await copyNumbered(tx, report, baseCopy)
  if (!template || !copy) throw new Error(`Report ${report.id} has lost its template or copy`)
  return {
    lines: linesByCell(template),
    accepted: new Map(copy.content.lines.map((line) => [cellKey(line.cell), line])),
  }
}

/** What the accepted copy says in a cell, as a field shows it. */
export function acceptedTexts(line: ContentLine | undefined): { raw: string; note: string } {
  return { raw: line?.figure.raw ?? '', note: line?.figure.note ?? '' }
}

function tidied(entry: AmendedEntry): AmendedEntry {
  return { cell: entry.cell, ...tidyTexts(entry), was: tidyTexts(entry.was) }
}

function tidyTexts({ raw, note, why }: Texts): Texts {
  return { raw: tidy(raw), note: tidy(note), why: tidy(why) }
}

function differs(one: Texts, other: Texts): boolean {
  return one.raw !== other.raw || one.note !== other.note || one.why !== other.why
}

function written(cell: CellRef, stored: ReadonlyMap<string, AmendedCell>) {
  const now = stored.get(cellKey(cell))
  return { key: cellKey(cell), now: now?.raw ?? '', by: now?.by ?? '' }
}
