import { hedgeWord, type Numeral } from '#kernel/numerals.ts'
import { periodName } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { textCell, type Sheet, type SheetCell, type SheetRow } from '#kernel/workbook.ts'
import { formatValue, type FigureValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import {
  growthTitle,
  isOwnTotal,
  missingSaid,
  missingYear,
  nameOf,
  numberedLines,
  totalName,
  unitsSaid,
  yearTitle,
  yearWords,
} from './appendix-blocks.ts'
import { readShort, type ReportAppendix, type UnitRow, type YearsBeside } from './appendix.ts'
import type { ReportContent } from './content.ts'
import { unitStatusName } from './labels.ts'
import { decimalsOf, headingOf, numberOf, originNotes, plain, whole, type SheetOrigin } from './sheet-parts.ts'

/** The appendix of a report as sheets: its years, and each unit of its sum in a row. */
export function appendixSheets(content: ReportContent, appendix: ReportAppendix | null, origin: SheetOrigin): Sheet[] {
  if (!appendix) return []
  return [
    ...(appendix.years ? [yearsSheet(content, appendix, appendix.years, origin)] : []),
    ...(appendix.units.length > 0 ? [unitsSheet(content, appendix, origin)] : []),
  ]
}

/** One sheet for work, all indicators side by side; on paper it goes over several pages with the units on each. */
function unitsSheet(content: ReportContent, appendix: ReportAppendix, origin: SheetOrigin): Sheet {
  const lines = numberedLines(content, appendix)
  const own = lines.filter(({ line }) => isOwnTotal(line))
  return {
    name: 'Từng xã, phường',
    heading: headingOf(
      origin,
      content,
      `Số liệu của từng xã, phường, ${periodName(content.period)}`,
      `${content.provinceName} · ${appendix.units.filter(({ figures }) => figures).length}/${appendix.units.length} đơn vị đã được nhận báo cáo`,
    ),
    columns: [
      { title: 'TT', width: 5, align: 'centre' },
      { title: 'Đơn vị', width: 26, align: 'left' },
      { title: 'Báo cáo', width: 24, align: 'left' },
      ...lines.map(({ line, number }) => ({
        title: `${number}. ${nameOf(line)} (${line.unitOfCount})`,
        width: 15,
        align: 'right' as const,
      })),
    ],
    frozenColumns: 2,
    wide: { repeatedColumns: 2, wordsOver: Math.min(3 + lines.length, 8) },
    rows: [
      ...appendix.units.map((unit, row): SheetRow => ({
        kind: 'cells',
        cells: [
          ...[whole(row + 1), textCell(unit.name), textCell(standing(unit))],
          ...lines.map(({ line, at }) =>
            unit.figures ? shown(readShort(unit.figures[at] ?? ''), line.numeral) : textCell(shortReason(unit)),
          ),
        ],
      })),
      {
        kind: 'cells',
        cells: [
          ...[textCell(''), textCell(totalName), textCell('')],
          ...lines.map(({ line }) => shown(line.figure.value, line.numeral)),
        ],
      },
    ],
    notes: [
      plain(unitsSaid(appendix.units)),
      ...(own.length > 0
        ? [
            plain(
              `Số toàn tỉnh ở cột ${own.map(({ number }) => number).join(', ')} do tỉnh ghi hoặc đếm từ sổ của tỉnh.`,
            ),
          ]
        : []),
      ...originNotes(origin),
    ],
  }
}

function standing(unit: UnitRow): string {
  return unit.figures ? unitStatusName[unit.status] : missingSaid(unit)
}

/** In every cell of the row: an empty one would be read as a zero. */
function shortReason({ status }: UnitRow): string {
  return status === 'submitted' ? 'chờ duyệt' : 'chưa nộp'
}

/** A number with its hedge before it, still a number; where there is none, the word. */
function shown(value: FigureValue, numeral: Numeral): SheetCell {
  const cell = numberOf(value, numeral, decimalsOf(value, numeral))
  if (cell.kind !== 'number') return textCell(formatValue(value, numeral))
  const hedge = value.state === 'reported' ? hedgeWord(value.qualifier) : null
  return hedge === null ? cell : { ...cell, hedge }
}

function yearsSheet(
  content: ReportContent,
  appendix: ReportAppendix,
  { columns, growth }: YearsBeside,
  origin: SheetOrigin,
): Sheet {
  return {
    name: 'Từng năm',
    heading: headingOf(origin, content, `Số liệu từng năm, ${periodName(content.period)}`, content.unitName),
    columns: [
      { title: 'TT', width: 5, align: 'centre' },
      { title: 'Chỉ tiêu', width: 46, align: 'left' },
      { title: 'Đơn vị tính', width: 14, align: 'centre' },
      ...columns.map(({ period }) => ({ title: yearTitle(period), width: 14, align: 'right' as const })),
      { title: 'Cả kỳ', width: 14, align: 'right' },
      ...(growth ? [{ title: `${growthTitle(growth)} (%)`, width: 16, align: 'right' as const }] : []),
    ],
    frozenColumns: 2,
    rows: numberedLines(content, appendix).map(({ line, number, at }): SheetRow => ({
      kind: 'cells',
      cells: [
        ...[whole(number), textCell(nameOf(line)), textCell(line.unitOfCount)],
        ...columns.map(({ figures, anew }): SheetCell => {
          if (!figures) return textCell(missingYear)
          const value = readShort(figures[at] ?? '')
          // Counted by another definition: a word, so that nobody adds it to the others.
          return anew.includes(cellKey(line.cell))
            ? textCell(`${formatValue(value, line.numeral)} *`)
            : shown(value, line.numeral)
        }),
        shown(line.figure.value, line.numeral),
        ...(growth ? [growthCell(growth.percent[at] ?? null)] : []),
      ],
    })),
    notes: [...yearWords({ columns, growth }).map(plain), ...originNotes(origin)],
  }
}

function growthCell(percent: string | null): SheetCell {
  if (percent === null) return textCell('–')
  return { kind: 'number', amount: quantity(percent), decimals: 1, signed: true }
}
