import { AlignmentType, BorderStyle, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx'
import { TextRun, WidthType, type IParagraphOptions } from 'docx'
import type { LayoutProfile } from './layout.ts'

/** The width between the side margins, in millimetres. */
export function roomOf({ paper, margins }: LayoutProfile): number {
  return paper.value.width - margins.value.left - margins.value.right
}

/** Word measures lengths in twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

/** Word measures type in half points. */
export function halfPoints(points: number): number {
  return Math.round(points * 2)
}

export type Look = { size: number; bold?: boolean; italics?: boolean; underline?: boolean }

/** Every text of a document enters Word here; the library writes it as XML text, and a line break becomes a break. */
export function textRuns(words: string, { size, bold = false, italics = false, underline = false }: Look): TextRun[] {
  const look = { size: halfPoints(size), bold, italics, ...(underline && { underline: {} }) }
  return words.split('\n').map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }))
}

/** A line of its own, single-spaced, without indent: for everything but the running text. */
export function line(words: string, look: Look, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: singleSpacing, ...options, children: textRuns(words, look) })
}

export const singleSpacing = { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO }
export const centred = { alignment: AlignmentType.CENTER }

/** A solid rule centred in a room, both in millimetres: the top border of an otherwise invisible paragraph. */
export function rule(length: number, room: number): Paragraph {
  const side = twips(Math.max(0, (room - length) / 2))
  return new Paragraph({
    spacing: { before: 40, after: 0, line: 40, lineRule: LineRuleType.EXACT },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 5, color: '000000', space: 0 } },
  })
}

/** About how long a line of bold type is, in millimetres; Word keeps the font, so nothing here can measure it. */
export function roughLength(words: string, size: number): number {
  const ems = words.split('\n').map((part) => [...part].reduce((sum, letter) => sum + roughWidth(letter), 0))
  return (Math.max(...ems) * size * 25.4) / 72
}

function roughWidth(letter: string): number {
  if (letter === ' ') return 0.25
  return letter === letter.toLocaleLowerCase('vi') ? 0.48 : 0.72
}

/** Word joins two tables that touch and wants a paragraph after the last one. */
export function gap(points: number): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: points * 20, lineRule: LineRuleType.EXACT } })
}

/** Columns side by side without any border; one cell a column in each row. Widths in millimetres. */
export function sideBySide(widths: readonly number[], rows: readonly (readonly Paragraph[])[][]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(twips),
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) => new TableCell({ children, width: { size: twips(widths[at] ?? 0), type: WidthType.DXA } }),
          ),
        }),
    ),
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
