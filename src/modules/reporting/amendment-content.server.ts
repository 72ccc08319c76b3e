import { zero } from '#kernel/quantity.ts'
import type { Tx } from '#platform/database.ts'
import type { Counted } from '#modules/figures/counted-by.ts'
import { figure, type Figure } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { figuresOf } from '#modules/figures/queries.server.ts'
import type { AmendmentRefusal } from './amendment-labels.ts'
import type { AmendedCell, Amendment } from './amendment.ts'
import { amendedCells, amendedExplanations } from './amendment-entry-store.server.ts'
import { assembleFrom } from './assemble.server.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { correctionsOf } from './count-correction-store.server.ts'
import type { CountCorrection } from './count-correction.ts'
import { heldElsewhere, lockCells } from './held-cells.server.ts'
import { explanationsOf } from './question-store.server.ts'
import type { Report } from './report.ts'
import { copyNumbered } from './copy-store.server.ts'
import { figureSetOf } from './store.server.ts'
import { linesByCell, readTemplate } from './template-version-store.server.ts'

/** What an amendment is said against, what it would make of the report, and what it touches. */
export type AmendedVersion = { base: ReportContent; content: ReportContent; cells: Map<string, AmendedCell> }

/**
 * Puts a report together as it would stand with an amendment: the accepted figures of the ledger with the amended ones in
 * their place. What registers come to and what another report of the unit gave is taken from the accepted copy: nobody's
 * number moves by the way, and what is being typed in that other report is not shown here.
 */
export async function amendedVersion(tx: Tx, report: Report, amendment: Amendment): Promise<AmendedVersion> {
  const copy = await copyNumbered(tx, report, amendment.baseCopy)
  const template = await readTemplate(tx, report.template)
  if (!copy || !template) throw new Error(`Amendment ${amendment.n} of report ${report.id} has lost its copy`)
  const lines = linesByCell(template)
  const cells = await amendedCells(tx, report, amendment.n)
  const counted = countedInCopy(copy.content)
  const typed = await acceptedFigures(tx, report, copy.content)
  const corrections: Map<string, CountCorrection> = await correctionsOf(tx, report)
  for (const [key, cell] of cells) {
    const line = lines.get(key)
    if (!line) continue
    const count = counted.get(key)
    typed.set(key, figure(cell.raw, count ? 'count' : line.indicator.numeral, cell.note, 'typed'))
    if (count) corrections.set(key, correctionBy(cell, amendment, count))
  }
  const explanations = new Map([
    ...(await explanationsOf(tx, report)),
    ...(await amendedExplanations(tx, report, amendment.n)),
  ])
  const content = await assembleFrom(tx, report, { typed, counted, corrections, explanations })
  return { base: copy.content, content, cells }
}

async function acceptedFigures(tx: Tx, report: Report, copy: ReportContent): Promise<Map<string, Figure>> {
  const figures = await figuresOf(tx, figureSetOf(report))
  const held = await heldElsewhere(tx, report)
  if (held.size === 0) return figures
  const accepted = new Map(copy.lines.map((line) => [cellKey(line.cell), line.figure]))
  for (const key of held.keys()) {
    const said = accepted.get(key)
    if (said?.basis === 'read') figures.set(key, said)
    else figures.delete(key)
  }
  return figures
}

function correctionBy(cell: AmendedCell, amendment: Amendment, count: Counted): CountCorrection {
  return {
    raw: cell.raw,
    reason: cell.why || amendment.reason,
    countedThen: count.amount,
    by: cell.by,
    at: cell.at,
  }
}

/** What the registers came to when the accepted copy was made, by cell. */
export function countedInCopy(content: ReportContent): Map<string, Counted> {
  return new Map(
    content.lines.flatMap((line): [string, Counted][] => {
      const amount = countOf(line)
      if (!line.countedFrom || amount === null) return []
      const { kind, records } = line.countedFrom
      return [[cellKey(line.cell), { kind, records, amount }]]
    }),
  )
}

function countOf(line: ContentLine): Counted['amount'] | null {
  // A number was typed over the count: the copy keeps the count as it is printed.
  const corrected = line.countedFrom?.corrected
  const { value } = corrected ? figure(corrected.counted, 'count') : line.figure
  if (value.state === 'zero') return zero
  return value.state === 'reported' ? value.amount : null
}

/** A number is given once (docs/adr/0064): null where no other report of the unit and period gave one of these. */
export async function givenElsewhere(
  tx: Tx,
  report: Report,
  keys: readonly string[],
): Promise<AmendmentRefusal | null> {
  await lockCells(tx, report)
  const held = await heldElsewhere(tx, report)
  const found = keys.filter((key) => held.has(key))
  const by = held.get(found[0] ?? '')
  return by ? { code: 'amendment-cells-held-elsewhere', keys: found, templateName: by.templateName } : null
}
