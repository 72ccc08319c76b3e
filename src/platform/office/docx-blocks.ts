import { AlignmentType, HeadingLevel, PageBreak, Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx'
import { VerticalAlign, WidthType, type IParagraphOptions } from 'docx'
import type * as official from '#kernel/document.ts'
import { room } from './docx-frame.ts'
import { gap, line, singleSpacing, textRuns, twips } from './docx-parts.ts'
import { stateLayout as layout } from './state-layout.ts'

/** One block in Word; `last` keeps the closing words on the page of the signature. */
export function blockInWord(block: official.Block, last: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          ...running,
          heading: headingLevels[block.level],
          keepNext: true,
          children: textRuns(block.text, { size: layout.words.value, bold: block.level < 3 }),
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ ...running, keepNext: last, children: block.runs.flatMap((run) => runInWord(run, {})) })]
    case 'note':
      return [
        new Paragraph({
          ...running,
          keepNext: last,
          children: block.runs.flatMap((run) => runInWord(run, { italics: true })),
        }),
      ]
    case 'table':
      return tableInWord(block)
    case 'pageBreak':
      return [new Paragraph({ spacing: singleSpacing, children: [new PageBreak()] })]
  }
}

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

const running: IParagraphOptions = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: twips(layout.firstLineIndent.value) },
  spacing: {
    ...singleSpacing,
    after: layout.paragraphGap.value * 20,
    line: Math.round(layout.lineSpacing.value * 240),
  },
}

function runInWord(run: official.Run, look: { italics?: boolean }) {
  const words = run.kind === 'figure' ? run.text.replaceAll(' ', '\u00a0') : run.text // “trên 3.200” on one line
  return textRuns(words, { size: layout.words.value, ...emphasis(run), ...look })
}

function emphasis(run: official.Run): { bold: boolean; italics: boolean } {
  return { bold: run.bold ?? false, italics: run.kind === 'text' && (run.italic ?? false) }
}

function tableInWord(table: official.Table): (Paragraph | Table)[] {
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = table.columns.map((column) => twips((room * column.share) / shares))
  const { caption, note } = table
  const captionLook = { size: layout.tableCaption.value, bold: true }
  return [
    ...(caption === undefined
      ? []
      : [line(caption, captionLook, { ...centred, keepNext: true, spacing: aroundCaption })]),
    new Table({
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      margins: { left: 70, right: 70, top: 50, bottom: 50 },
      rows: [headRow(table.columns, widths), ...table.rows.map((row) => rowInWord(row, table.columns, widths))],
    }),
    ...(note === undefined
      ? []
      : [line(note, { size: layout.tableNote.value, italics: true }, { spacing: aboveNote })]),
    gap(layout.paragraphGap.value),
  ]
}

/** Repeated by Word on every page the table reaches. */
function headRow(columns: readonly official.Column[], widths: readonly number[]): TableRow {
  const cells = columns.map(({ title }, at) => cell(line(title, boldCell, centred), widths[at] ?? 0))
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells })
}

function rowInWord(row: official.Row, columns: readonly official.Column[], widths: readonly number[]): TableRow {
  if (row.kind === 'section') return sectionRow(row.mark, row.title, widths)
  const cells = row.cells.map((run, at) => {
    const options = { alignment: sides[columns[at]?.align ?? 'left'] }
    return cell(line(run.text, { size: layout.table.value, ...emphasis(run) }, options), widths[at] ?? 0)
  })
  return new TableRow({ cantSplit: true, children: cells })
}

/** Kept with the row below it: a section's name at the foot of a page names nothing. */
function sectionRow(mark: string, title: string, widths: readonly number[]): TableRow {
  const [first = 0, ...others] = widths
  const rest = others.reduce((sum, width) => sum + width, 0)
  return new TableRow({
    cantSplit: true,
    children: [
      cell(line(mark, boldCell, { ...centred, keepNext: true }), first),
      cell(line(title, boldCell, { keepNext: true }), rest, others.length),
    ],
  })
}

function cell(content: Paragraph, width: number, columnSpan = 1): TableCell {
  const options = { verticalAlign: VerticalAlign.CENTER, columnSpan, width: { size: width, type: WidthType.DXA } }
  return new TableCell({ ...options, children: [content] })
}

const centred = { alignment: AlignmentType.CENTER }
const sides = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const boldCell = { size: layout.table.value, bold: true }
const aroundCaption = { ...singleSpacing, before: 60, after: 100 }
const aboveNote = { ...singleSpacing, before: 80 }
