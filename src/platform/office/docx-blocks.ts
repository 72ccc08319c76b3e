import {
  AlignmentType,
  HeadingLevel,
  LineRuleType,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
} from 'docx'
import { VerticalAlign, WidthType, type IParagraphOptions } from 'docx'
import type * as official from '#kernel/document.ts'
import { gap, line, roomOf, singleSpacing, textRuns, twips } from './docx-parts.ts'
import type { LayoutProfile } from './layout.ts'
import type { PrintedBlock } from './printed.ts'

/** One block in Word; `last` keeps the closing words on the page of the signature. */
export function blockInWord(block: PrintedBlock, layout: LayoutProfile, last: boolean): (Paragraph | Table)[] {
  const running = runningText(layout)
  const size = layout.words.value
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          ...running,
          heading: headingLevels[block.level],
          keepNext: true,
          children: textRuns(block.text, { size, bold: block.level < 3 }),
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({ ...running, keepNext: last, children: block.runs.flatMap((run) => runInWord(run, { size })) }),
      ]
    case 'note':
      return [
        new Paragraph({
          ...running,
          keepNext: last,
          children: block.runs.flatMap((run) => runInWord(run, { size, italics: true })),
        }),
      ]
    case 'table':
      return tableInWord(block, layout)
    case 'pageBreak':
      return [new Paragraph({ spacing: singleSpacing, children: [new PageBreak()] })]
  }
}

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

function runningText(layout: LayoutProfile): IParagraphOptions {
  const spacing = layout.lineSpacing.value
  const distance =
    spacing.kind === 'multiple'
      ? { line: Math.round(spacing.times * 240), lineRule: LineRuleType.AUTO }
      : { line: Math.round(spacing.points * 20), lineRule: LineRuleType.EXACT }
  return {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(layout.firstLineIndent.value) },
    spacing: { before: 0, after: layout.paragraphGap.value * 20, ...distance },
  }
}

function runInWord(run: official.Run, look: { size: number; italics?: boolean }) {
  const words = run.kind === 'figure' ? run.text.replaceAll(' ', '\u00a0') : run.text // “trên 3.200” on one line
  return textRuns(words, { ...emphasis(run), ...look })
}

function emphasis(run: official.Run): { bold: boolean; italics: boolean } {
  return { bold: run.bold ?? false, italics: run.kind === 'text' && (run.italic ?? false) }
}

function tableInWord(table: official.Table, layout: LayoutProfile): (Paragraph | Table)[] {
  const room = roomOf(layout)
  const size = layout.table.value
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
      rows: [
        headRow(table.columns, widths, size),
        ...table.rows.map((row) => rowInWord(row, table.columns, widths, size)),
      ],
    }),
    ...(note === undefined
      ? []
      : [line(note, { size: layout.tableNote.value, italics: true }, { spacing: aboveNote })]),
    gap(layout.paragraphGap.value),
  ]
}

/** Repeated by Word on every page the table reaches. */
function headRow(columns: readonly official.Column[], widths: readonly number[], size: number): TableRow {
  const cells = columns.map(({ title }, at) => cell(line(title, { size, bold: true }, centred), widths[at] ?? 0))
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells })
}

function rowInWord(
  row: official.Row,
  columns: readonly official.Column[],
  widths: readonly number[],
  size: number,
): TableRow {
  if (row.kind === 'section') return sectionRow(row.mark, row.title, widths, size)
  const cells = row.cells.map((run, at) => {
    const options = { alignment: sides[columns[at]?.align ?? 'left'] }
    return cell(line(run.text, { size, ...emphasis(run) }, options), widths[at] ?? 0)
  })
  return new TableRow({ cantSplit: true, children: cells })
}

/** Kept with the row below it: a section's name at the foot of a page names nothing. */
function sectionRow(mark: string, title: string, widths: readonly number[], size: number): TableRow {
  const boldCell = { size, bold: true }
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
const aroundCaption = { ...singleSpacing, before: 60, after: 100 }
const aboveNote = { ...singleSpacing, before: 80 }
