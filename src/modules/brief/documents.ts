import { text, type Block, type OfficialDocument, type Row, type Run } from '#kernel/document.ts'
import type { Brief } from './facts.ts'
import { briefSections } from './sections.ts'
import { briefNature, briefTitle, figureRows, type BriefSection, type FigureBeside, type FigureRow } from './words.ts'

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
    typeName: brief.unit.name,
    subject: briefTitle(brief),
    blocks: [
      {
        kind: 'note',
        runs: [text(isExample ? `${nature} Dữ liệu ví dụ: đơn vị và số liệu đều do phần mềm đặt ra.` : nature)],
      },
      {
        kind: 'table',
        columns: [
          { title: 'Chỉ tiêu', align: 'left', share: 34 },
          { title: 'Kỳ này', align: 'right', share: 18 },
          { title: 'So với kỳ trước', align: 'right', share: 24 },
          { title: 'So với cùng kỳ năm trước', align: 'right', share: 24 },
          ...(hasTargets ? [{ title: 'So với mục tiêu', align: 'right' as const, share: 18 }] : []),
        ],
        rows: rows.map((row): Row => ({ kind: 'cells', cells: cellsOf(row, hasTargets) })),
      },
      ...briefSections(brief).flatMap(sectionBlocks),
    ],
    signature: { rights: [], title: '', name: null },
    recipients: [],
  }
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
