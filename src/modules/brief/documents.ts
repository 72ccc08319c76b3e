import { text, type Block, type OfficialDocument, type Row, type Run } from '#kernel/document.ts'
import { periodTitle } from '#kernel/period.ts'
import type { Brief } from './facts.ts'
import { briefSections } from './sections.ts'
import { briefNature, cuts, figureRows, type BriefSection, type FigureBeside, type FigureRow } from './words.ts'

/** The brief as a page to be printed: the same words as on the screen, without what only a screen can open. */
export function briefDocument(brief: Brief, isExample: boolean): OfficialDocument {
  const rows = figureRows(brief)
  const hasTargets = rows.some(({ target }) => target !== null)
  const nature = briefNature(brief)
  return {
    layout: 'note',
    language: 'vi',
    issuer: { superior: null, body: brief.unit.name },
    number: { symbol: '', assigned: null },
    place: '',
    day: null,
    typeName: 'BẢN TÓM TẮT NỘI BỘ',
    subject: `${periodTitle(brief.period)}, ${brief.unit.name}`,
    blocks: [
      {
        kind: 'note',
        runs: [text(isExample ? `${nature} Dữ liệu ví dụ: đơn vị và số liệu đều do phần mềm đặt ra.` : nature)],
      },
      {
        kind: 'table',
        columns: [
          { title: 'Chỉ tiêu', align: 'left', share: 41 },
          { title: 'Kỳ này', align: 'right', share: 17 },
          { title: 'So với kỳ trước', align: 'right', share: 23 },
          { title: 'So với cùng kỳ năm trước', align: 'right', share: 23 },
          ...(hasTargets ? [{ title: 'So với mục tiêu', align: 'right' as const, share: 18 }] : []),
        ],
        rows: rows.map((row): Row => ({ kind: 'cells', cells: cellsOf(row, hasTargets) })),
      },
      ...sheetSections(brief).flatMap(sectionBlocks),
    ],
    signature: { rights: [], title: '', name: null },
    recipients: [],
  }
}

/** A browser prints larger and with the desk's own spaces. */
export const sheetOfBrowser = 500

/** The sections with as much said as one sheet holds: what does not fit is counted, not printed on a second sheet. */
export function sheetSections(brief: Brief, height: number = sheet): BriefSection[] {
  const room = height - heightOfTable(figureRows(brief))
  const cut = cuts.find((one) => heightOf(briefSections(brief, one)) <= room) ?? cuts.at(-1)
  return briefSections(brief, cut)
}

/** In points, measured on printed sheets: what stands under the title, a line, the room between two, letters in a line. */
const [sheet, line, between, letters] = [700, 11, 2.5, 114]

function heightOf(sections: readonly BriefSection[]): number {
  const paragraphs = sections.flatMap(({ title, groups, empty, note }) => [
    title,
    empty ?? '',
    ...groups.flatMap((group) =>
      group.lines.map((pieces) => pieces.map(({ text: words }) => words).join('') + (group.title ?? '')),
    ),
    note ?? '',
  ])
  return paragraphs.reduce((sum, words) => (words ? sum + Math.ceil(words.length / letters) * line + between : sum), 0)
}

function heightOfTable(rows: readonly FigureRow[]): number {
  const longest = (words: string, inLine: number): number => Math.ceil(words.length / inLine)
  return rows.reduce((sum, { name, unitOfCount, before, lastYear }) => {
    const lines = Math.max(
      longest(`${name} (${unitOfCount})`, 44),
      longest(besideCell(before), 25),
      longest(besideCell(lastYear), 25),
    )
    return sum + lines * 10.4 + 6.4
  }, 18)
}

function cellsOf({ name, unitOfCount, value, of, before, lastYear, target }: FigureRow, hasTargets: boolean): Run[] {
  return [
    text(`${name} (${unitOfCount})`),
    { kind: 'text', text: of ? `${value} (${of.replace(' xã, phường', '')})` : value, bold: true },
    text(besideCell(before)),
    text(besideCell(lastYear)),
    ...(hasTargets ? [text(target ?? '–')] : []),
  ]
}

function besideCell(beside: FigureBeside | null): string {
  return beside ? `${beside.value}; ${beside.change}` : '–'
}

function sectionBlocks({ title, groups, empty, note }: BriefSection): Block[] {
  return [
    { kind: 'heading', level: 1, text: title },
    ...(empty ? [{ kind: 'paragraph' as const, runs: [text(empty)] }] : []),
    ...groups.flatMap((group) =>
      group.lines.map((line, at): Block => ({
        kind: 'paragraph',
        runs: [
          ...(at === 0 && group.title ? [{ kind: 'text' as const, text: `${group.title}. `, italic: true }] : []),
          ...line.map((piece): Run => ({ kind: 'text', text: piece.text, ...(piece.bold ? { bold: true } : {}) })),
        ],
      })),
    ),
    ...(note ? [{ kind: 'note' as const, runs: [text(note)] }] : []),
  ]
}
