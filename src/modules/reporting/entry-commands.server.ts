import { done, forbidden, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { shortestExplanation } from '#modules/figures/check-rule.ts'
import { writeFigures, type FigureWrite } from '#modules/figures/commands.server.ts'
import { countsOf } from '#modules/figures/counted-by.server.ts'
import { figure, type Figure } from '#modules/figures/figure.ts'
import { needsExplanation } from '#modules/figures/finding.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { figuresOf, newestChanges } from '#modules/figures/queries.server.ts'
import { assemble } from './assemble.server.ts'
import { linesOfCells } from './entry-lines.server.ts'
import { saveStep } from './entry-store.server.ts'
import type { CellEntry } from './forms.ts'
import { heldElsewhere, lockCells } from './held-cells.server.ts'
import { heldRefusal } from './held-cells.ts'
import type { CellConflict, Refusal } from './labels.ts'
import { isOpenForEntry } from './lifecycle.ts'
import { onReport, recordMove, type Done } from './on-report.server.ts'
import { mayEnter } from './policy.ts'
import { saveExplanation } from './question-store.server.ts'
import type { Report, ReportId } from './report.ts'
import { figureSetOf, touch } from './store.server.ts'

/**
 * Saves what was typed. Only cells whose text differs from what the page showed are written; a cell that a colleague changed
 * in the meantime is refused by name and nothing of the form is lost. `imported`: the numbers came in a file, and say so.
 */
export async function saveCells(
  ctx: Ctx,
  id: ReportId,
  entries: CellEntry[],
  basis: 'typed' | 'imported' = 'typed',
): Done<{ saved: number }> {
  return onReport(ctx, id, mayEnter, async (tx, report) => {
    if (report.origin !== 'entered') return forbidden()
    if (!isOpenForEntry(report.status)) return refused({ code: 'not-open-for-entry', status: report.status })
    await lockCells(tx, report)
    const standing = await standingOf(tx, report, entries)
    const changed = changedOf(entries, standing)
    const refusal = await refusalOf(tx, ctx, report, changed, standing)
    if (refusal) return refused(refusal)
    if (changed.length === 0) return done({ saved: 0 })
    const writes = changed.map((entry) => writeOf(entry, standing, basis))
    // Before the figures: from their clock on the whole province waits for this transaction.
    await touch(tx, report, ctx.now)
    const written = await writeFigures(tx, figureSetOf(report), writes, { account: ctx.actor.account, at: ctx.now })
    if (written) await saveStep(tx, report, ctx.actor.account, written, ctx.now)
    await recordMove(tx, ctx, report, 'figures-saved', { cells: changed.map((entry) => cellKey(entry.cell)) })
    return done({ saved: writes.length })
  })
}

/** What is there before the save, by cell key: the lines that were sent, their figures, and the cells a register counts. */
type Standing = {
  lines: Awaited<ReturnType<typeof linesOfCells>>
  stored: ReadonlyMap<string, Figure>
  counted: Awaited<ReturnType<typeof countsOf>>
}

async function standingOf(tx: Tx, report: Report, entries: readonly CellEntry[]): Promise<Standing> {
  const cells = entries.map(({ cell }) => cell)
  const lines = await linesOfCells(tx, report.template, cells)
  const indicators = [...lines.values()].map(({ indicator }) => indicator.id)
  return {
    lines,
    stored: await figuresOf(tx, figureSetOf(report), indicators),
    counted: await countsOf(tx, figureSetOf(report)),
  }
}

/** The cells of the form whose text is not what the page showed. */
function changedOf(entries: readonly CellEntry[], { lines, stored, counted }: Standing): CellEntry[] {
  return entries
    .map((entry) => ({
      ...entry,
      raw: tidy(entry.raw),
      note: tidy(entry.note),
      was: { raw: tidy(entry.was.raw), note: tidy(entry.was.note) },
    }))
    .map((entry) => (counted.has(cellKey(entry.cell)) ? withStoredNumber(entry, stored) : entry))
    .filter((entry) => lines.has(cellKey(entry.cell)) && differs(entry, entry.was))
}

async function refusalOf(
  tx: Tx,
  ctx: Ctx,
  report: Report,
  changed: CellEntry[],
  { stored, counted }: Standing,
): Promise<Refusal | null> {
  const keys = changed.map((entry) => cellKey(entry.cell))
  const elsewhere = heldRefusal(keys, await heldElsewhere(tx, report))
  if (elsewhere) return elsewhere
  const closed = changed
    .filter((entry) => counted.has(cellKey(entry.cell)) && entry.raw !== entry.was.raw)
    .map((entry) => cellKey(entry.cell))
  if (closed.length > 0) return { code: 'cells-are-counted', keys: closed }
  const conflicts = changed.filter((entry) => {
    const now = textsOf(stored.get(cellKey(entry.cell)))
    return differs(now, entry.was) && differs(now, entry)
  })
  if (conflicts.length > 0)
    return { code: 'cells-changed-by-another', cells: await conflictsOf(tx, ctx, report, conflicts) }
  return changed.some((entry) => holdsPersonalNumber(entry.note)) ? { code: 'personal-number' } : null
}

function writeOf(entry: CellEntry, { lines, stored, counted }: Standing, basis: 'typed' | 'imported'): FigureWrite {
  const key = cellKey(entry.cell)
  const line = lines.get(key)
  if (!line) throw new Error(`No line for ${key}`)
  const { numeral, id } = line.indicator
  const place = { indicator: id, dimension: line.dimension }
  if (counted.has(key)) return { ...place, figure: { ...(stored.get(key) ?? figure('', numeral)), note: entry.note } }
  const came = entry.raw === entry.was.raw ? basisOf(stored, entry, basis) : basis
  return { ...place, figure: figure(entry.raw, numeral, entry.note, came) }
}

/** A number that was not touched came as it came; only its note is new. */
function basisOf(
  stored: ReadonlyMap<string, Figure>,
  { cell }: CellEntry,
  basis: 'typed' | 'imported',
): Figure['basis'] {
  return stored.get(cellKey(cell))?.basis ?? basis
}

/** The page of a counted cell shows the count and posts its note: what was stored below the count stays as it is. */
function withStoredNumber(entry: CellEntry, stored: ReadonlyMap<string, Figure>): CellEntry {
  if (entry.raw !== entry.was.raw) return entry
  const raw = stored.get(cellKey(entry.cell))?.raw ?? ''
  return { ...entry, raw, was: { ...entry.was, raw } }
}

type Texts = { raw: string; note: string }

function textsOf(stored: Figure | undefined): Texts {
  return { raw: stored?.raw ?? '', note: stored?.note ?? '' }
}

function differs(one: Texts, other: Texts): boolean {
  return one.raw !== other.raw || one.note !== other.note
}

/** What stands in each of these cells now, with who wrote it and when. */
async function conflictsOf(tx: Tx, ctx: Ctx, report: Report, entries: CellEntry[]): Promise<CellConflict[]> {
  const newest = await newestChanges(tx, figureSetOf(report))
  const changes = entries.map((entry) => newest.get(cellKey(entry.cell)))
  const people = await displayNames(
    tx,
    report.province,
    changes.map((change) => change?.account ?? null),
  )
  return entries.map((entry, index) => {
    const change = changes[index]
    return {
      key: cellKey(entry.cell),
      now: change?.raw ?? '',
      note: change?.note ?? '',
      by: people.get(change?.account ?? '') ?? '',
      at: change?.at ?? report.changedAt,
      isOwn: change?.account === ctx.actor.account,
    }
  })
}

/** Explains a finding that may be explained, in at least twenty characters, for the reviewer's copy and the public page. */
export async function explainFinding(ctx: Ctx, id: ReportId, key: string, text: string): Done<undefined> {
  return onReport(ctx, id, mayEnter, async (tx, report) => {
    if (!isOpenForEntry(report.status)) return refused({ code: 'not-open-for-entry', status: report.status })
    const finding = (await assemble(tx, report)).findings.find((one) => one.key === key)
    if (!finding || !needsExplanation(finding)) return refused({ code: 'nothing-to-explain' })
    const explanation = tidy(text)
    if (lengthOf(explanation) < shortestExplanation)
      return refused({ code: 'explanation-too-short', least: shortestExplanation })
    if (holdsPersonalNumber(explanation)) return refused({ code: 'personal-number' })
    await saveExplanation(tx, report, finding, { text: explanation, at: ctx.now, actor: ctx.actor })
    await touch(tx, report, ctx.now)
    await recordMove(tx, ctx, report, 'finding-explained', { rule: key })
    return done()
  })
}
