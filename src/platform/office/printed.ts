import { documentTitle, headingMarks, numberLine, placeAndDayLine } from '#kernel/document.ts'
import type { Block, OfficialDocument } from '#kernel/document.ts'

/** A document ready for any writer: text that every format can hold, and the lines that are composed from facts. */
export type Printed = {
  document: OfficialDocument
  title: string
  numberLine: string
  placeAndDayLine: string
  /** Headings carry their mark; all other blocks are as they were. */
  blocks: readonly Block[]
  recipientLines: readonly string[]
  rightLines: readonly string[]
}

export function printed(original: OfficialDocument): Printed {
  const document = withPrintableText(original)
  document.blocks.forEach(refuseUnevenRows)
  const marks = headingMarks(document.blocks)
  return {
    document,
    title: documentTitle(document),
    numberLine: numberLine(document.number),
    placeAndDayLine: placeAndDayLine(document.place, document.day),
    blocks: document.blocks.map((block, at) =>
      block.kind === 'heading' ? { ...block, text: `${marks[at] ?? ''} ${block.text}` } : block,
    ),
    recipientLines: document.recipients.map((name, at, all) => `- ${name}${at === all.length - 1 ? '.' : ';'}`),
    rightLines: document.signature.rights.map(({ authority, of }) => `${authority} ${of}`),
  }
}

/** A row with a cell too many would shift every later figure one column in the PDF without a word. */
function refuseUnevenRows(block: Block): void {
  if (block.kind !== 'table') return
  for (const row of block.rows) {
    if (row.kind === 'section' && block.columns.length < 2) throw new Error('A section row in a table of one column')
    if (row.kind === 'cells' && row.cells.length !== block.columns.length)
      throw new Error(`A row of ${row.cells.length} cells in a table of ${block.columns.length} columns`)
  }
}

// Characters that XML cannot hold at all (Word then refuses the whole file): controls, lone surrogates, U+FFFE, U+FFFF.
// With the u flag a surrogate range matches only those without a partner.

const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]/gu

/** NFC, because a decomposed “ế” is searched for in vain and drawn badly by older readers. */
function withPrintableText(document: OfficialDocument): OfficialDocument {
  const clean = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? value.normalize('NFC').replace(/\r\n?/g, '\n').replace(unprintable, '') : value
  // The parsed copy has the shape of what was written: only strings changed, each into a string.
  return JSON.parse(JSON.stringify(document, clean)) as OfficialDocument
}
