import { AlignmentType, ImportedXmlComponent, Paragraph, type IParagraphStyleOptions, type Table } from 'docx'
import type { WideRow, WideTable } from '#kernel/document.ts'
import { entriesReplaced, entryNamed } from '../files/archive.ts'
import { centred, gap, halfPoints, line, singleSpacing, textRuns, twips } from './docx-parts.ts'
import type { LayoutProfile } from './layout.ts'
import type { Printed, PrintedAppendix } from './printed.ts'

/** Name, title and reference of an appendix, then its words and the places of its tables. */
export function appendixInWord({ appendices, layout }: Printed, at: number): (Paragraph | Table)[] {
  const appendix = appendices[at]
  if (!appendix) throw new Error(`There is no appendix ${at}`)
  const before = tablesOf(appendices.slice(0, at)).length
  let table = before
  return [
    ...headOf(appendix, layout),
    ...appendix.blocks.flatMap((block): (Paragraph | Table)[] => {
      if (block.kind !== 'wide-table') {
        const look = { size: layout.appendixReference.value, italics: block.kind === 'note' }
        const spacing = { ...singleSpacing, after: layout.paragraphGap.value * 20 }
        return [
          new Paragraph({
            spacing,
            alignment: AlignmentType.JUSTIFIED,
            children: block.runs.flatMap((run) => textRuns(run.text, { ...look, bold: run.bold ?? false })),
          }),
        ]
      }
      const { caption, note } = block
      return [
        line(
          caption,
          { size: layout.wideTable.value + 2, bold: true },
          { keepNext: true, spacing: { ...singleSpacing, before: 120, after: 80 } },
        ),
        placeOf(table++),
        ...(note === undefined ? [] : [line(note, { size: layout.wideTable.value + 1, italics: true })]),
        gap(layout.paragraphGap.value),
      ]
    }),
  ]
}

function headOf({ name, title, reference }: PrintedAppendix, layout: LayoutProfile): Paragraph[] {
  return [
    line(name, { size: layout.appendixName.value, bold: true }, centred),
    line(title, { size: layout.appendixTitle.value, bold: true }, centred),
    line(
      reference,
      { size: layout.appendixReference.value, italics: true },
      { ...centred, spacing: { ...singleSpacing, after: 160 } },
    ),
  ]
}

const styleIds = {
  left: 'KheoWideLeft',
  centre: 'KheoWideCentre',
  right: 'KheoWideRight',
  head: 'KheoWideHead',
} as const

/** What the cells of wide tables share, once: said in each of twenty thousand cells it would be most of the file. */
export function wideStyles({ wideTable, typeface }: LayoutProfile): IParagraphStyleOptions[] {
  const run = { size: halfPoints(wideTable.value), font: typeface.value.word }
  const style = (
    id: string,
    name: string,
    alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
    bold = false,
  ): IParagraphStyleOptions => ({
    ...{ id, name, quickFormat: false, run: { ...run, bold }, paragraph: { alignment, spacing: singleSpacing } },
  })
  return [
    style(styleIds.left, 'Bảng rộng, trái', AlignmentType.LEFT),
    style(styleIds.centre, 'Bảng rộng, giữa', AlignmentType.CENTER),
    style(styleIds.right, 'Bảng rộng, phải', AlignmentType.RIGHT),
    style(styleIds.head, 'Bảng rộng, đầu cột', AlignmentType.CENTER, true),
  ]
}

/** An element that Word does not know, and that no text can spell: `withWideTables` puts a table in its place. */
function placeOf(at: number): Table {
  // The library types what may stand in a section by its own classes; an element that was read from XML is written as it stands.
  return ImportedXmlComponent.fromXmlString(`<w:wideTable ${wordSpace} w:n="${at}"/>`) as unknown as Table
}

const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const place = /<w:wideTable [^>]*?w:n="(\d+)"[^>]*?\/>/g

/**
 * Writes the wide tables into a packed file. The library makes some dozen objects of each cell: the appendix of a province of a
 * hundred communes would take it ten seconds.
 */
export async function withWideTables(packed: Uint8Array, { appendices, layout }: Printed): Promise<Uint8Array> {
  const tables = tablesOf(appendices)
  if (tables.length === 0) return packed
  const file = Buffer.from(packed)
  const body = (await entryNamed(file, 'word/document.xml'))?.toString('utf8')
  if (body === undefined) throw new Error('The library packed no word/document.xml')
  const whole = body.replace(place, (_, at: string) => {
    const table = tables[Number(at)]
    if (!table) throw new Error(`There is no wide table ${at}`)
    return tableInXml(table, layout)
  })
  return new Uint8Array(entriesReplaced(file, new Map([['word/document.xml', Buffer.from(whole)]])))
}

function tablesOf(appendices: readonly PrintedAppendix[]): WideTable[] {
  return appendices.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'wide-table'))
}

/** ISO/IEC 29500-1, 17.4: the order of the elements is part of the format. */
function tableInXml({ columns, rows }: WideTable, { paper, margins }: LayoutProfile): string {
  const room = paper.value.height - margins.value.left - margins.value.right
  const shares = columns.reduce((sum, column) => sum + column.share, 0)
  const widths = columns.map((column) => twips((room * column.share) / shares))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const sides = columns.map(({ align }) => styleIds[align])
  const head = columns.map(({ title }, at) => cell(title, styleIds.head, widths[at] ?? 0)).join('')
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>',
    `</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>`,
    ...rows.map((row) => rowInXml(row, widths, sides)),
    '</w:tbl>',
  ].join('')
}

function rowInXml({ cells, over, bold }: WideRow, widths: readonly number[], sides: readonly string[]): string {
  const written = cells.map((words, at) => cell(words, sides[at] ?? styleIds.left, widths[at] ?? 0, bold)).join('')
  const rest = widths.slice(cells.length)
  const room = rest.reduce((sum, width) => sum + width, 0)
  const last = over === undefined ? '' : cell(over, styleIds.left, room, bold, rest.length)
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${written}${last}</w:tr>`
}

function cell(words: string, style: string, width: number, bold = false, columns = 1): string {
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ''
  const look = bold ? '<w:rPr><w:b/></w:rPr>' : ''
  const run = words === '' ? '' : `<w:r>${look}<w:t>${inXml(words)}</w:t></w:r>`
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run}</w:p></w:tc>`
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('')

function inXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
