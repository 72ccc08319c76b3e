import { appendixName, appendixReference, documentTitle, headingMarks, letterSubject } from '#kernel/document.ts'
import { numberLine, placeAndDayLine, text } from '#kernel/document.ts'
import type { Appendix, Block, OfficialDocument, SigningRight } from '#kernel/document.ts'
import type { LayoutProfile } from './layout.ts'
import { layoutOf } from './layouts.ts'
import { printableText } from './printable-text.ts'

/** A document ready for any writer: text that every format can hold, and the lines that are composed from facts. */
export type Printed = {
  document: OfficialDocument
  layout: LayoutProfile
  title: string
  numberLine: string
  placeAndDayLine: string
  /** `V/v …` under the number of an official letter; null for what has a type name. */
  letterSubject: string | null
  /** Headings carry their mark, the closing words their end mark; all other blocks are as they were. */
  blocks: readonly PrintedBlock[]
  recipientLines: readonly string[]
  rightLines: readonly string[]
  appendices: readonly PrintedAppendix[]
}

/** An appendix with the lines that stand above it. */
export type PrintedAppendix = { name: string; title: string; reference: string; blocks: Appendix['blocks'] }

export type PrintedBlock = Exclude<Block, { kind: 'closing' }>

export function printed(original: OfficialDocument): Printed {
  const layout = layoutOf(original)
  const document = asSpelled(withPrintableText(original), layout)
  document.blocks.forEach(refuseUnevenRows)
  document.appendices?.forEach(({ blocks }) => blocks.forEach(refuseUnevenParts))
  const marks = headingMarks(document.blocks)
  const { between, last } = layout.recipientMarks.value
  return {
    document,
    layout,
    title: documentTitle(document),
    numberLine: numberLine(document.number, layout.numberForm.value),
    placeAndDayLine: placeAndDayLine(document.place, document.day),
    letterSubject: document.letterTo === undefined ? null : letterSubject(document.subject),
    blocks: document.blocks.map((block, at) => printedBlock(block, marks[at] ?? '', layout)),
    recipientLines: document.recipients.map((name, at, all) => `- ${name}${at === all.length - 1 ? last : between}`),
    rightLines: document.signature.rights.map((right) => rightLine(right, layout)),
    appendices: (document.appendices ?? []).map((appendix, at, all) => ({
      name: appendixName(at, all.length),
      title: appendix.title.toLocaleUpperCase('vi'),
      reference: appendixReference(document, layout.numberForm.value, appendix.issuedBy),
      blocks: appendix.blocks,
    })),
  }
}

function printedBlock(block: Block, mark: string, layout: LayoutProfile): PrintedBlock {
  if (block.kind === 'heading') return { ...block, text: `${mark} ${block.text}` }
  if (block.kind === 'closing') return { kind: 'paragraph', runs: [...block.runs, text(layout.endMark.value)] }
  return block
}

function rightLine({ authority, of }: SigningRight, layout: LayoutProfile): string {
  const form = layout.authorities.value[authority]
  if (form === undefined) throw new Error(`The layout ${layout.code} has no form for signing ${authority}`)
  return `${form} ${of}`
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

/** The same in a part of a wide table, where words may stand over the last columns. */
function refuseUnevenParts(block: Appendix['blocks'][number]): void {
  if (block.kind !== 'wide-table') return
  for (const { cells, over } of block.rows) {
    const open = block.columns.length - cells.length
    if (over === undefined ? open !== 0 : open < 1)
      throw new Error(`A row of ${cells.length} cells in a wide table of ${block.columns.length} columns`)
  }
}

function withPrintableText(document: OfficialDocument): OfficialDocument {
  const clean = (_key: string, value: unknown): unknown => (typeof value === 'string' ? printableText(value) : value)
  // The parsed copy has the shape of what was written: only strings changed, each into a string.
  return JSON.parse(JSON.stringify(document, clean)) as OfficialDocument
}

// Only names of bodies, and only where it is the whole word: a person is called Thuỷ or Thủy as the register has it.
const committeeWord = /(?<!\p{L})(?:ủy|uỷ)(?!\p{L})/giu

function asSpelled(document: OfficialDocument, layout: LayoutProfile): OfficialDocument {
  const spelled = (words: string): string =>
    words.replace(committeeWord, (found) => inCaseOf(found, layout.spelling.value))
  const { issuer, signature } = document
  return {
    ...document,
    issuer: { superior: issuer.superior === null ? null : spelled(issuer.superior), body: spelled(issuer.body) },
    signature: { ...signature, rights: signature.rights.map((right) => ({ ...right, of: spelled(right.of) })) },
    recipients: document.recipients.map(spelled),
    ...(document.letterTo && { letterTo: document.letterTo.map(spelled) }),
  }
}

function inCaseOf(found: string, spelling: string): string {
  if (found === found.toLocaleUpperCase('vi')) return spelling.toLocaleUpperCase('vi')
  const isCapitalised = found.charAt(0) !== found.charAt(0).toLocaleLowerCase('vi')
  return isCapitalised ? spelling.charAt(0).toLocaleUpperCase('vi') + spelling.slice(1) : spelling
}
