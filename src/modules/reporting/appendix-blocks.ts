import { text, type Appendix, type Block, type Column, type WideRow, type WideTable } from '#kernel/document.ts'
import { periodTitle, type Period } from '#kernel/period.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { readShort, type ReportAppendix, type UnitRow, type YearColumn, type YearsBeside } from './appendix.ts'
import { sectionsOf, type ContentLine, type ReportContent } from './content.ts'
import { unitStatusName } from './labels.ts'

/** What stands behind a report: its years, then the figures of each unit of its sum. */
export function appendicesOf(content: ReportContent, appendix: ReportAppendix | null, issuedBy: string): Appendix[] {
  if (!appendix) return []
  const { years, units } = appendix
  return [
    ...(years ? [{ title: yearsTitle, issuedBy, blocks: yearBlocks(content, appendix, years) }] : []),
    ...(units.length > 0 ? [{ title: unitsTitle, issuedBy, blocks: unitBlocks(content, appendix) }] : []),
  ]
}

const yearsTitle = 'Số liệu từng năm'
const unitsTitle = 'Số liệu của từng xã, phường'

/** Nghị định 30/2020/NĐ-CP, Phụ lục I: a paper with appendices points to them. */
export function appendixPointer(appendices: readonly Appendix[]): Block[] {
  if (appendices.length === 0) return []
  const named = appendices.map(({ title }) => title.charAt(0).toLocaleLowerCase('vi') + title.slice(1))
  return [{ kind: 'paragraph', runs: [text(`Kèm theo báo cáo có phụ lục: ${named.join('; ')}.`)] }]
}

/** So many columns of numbers stand side by side on a page that lies on its side. */
const mostColumns = 9

/** As many parts as are needed, none of them much narrower than the others. */
export function inParts<Value>(values: readonly Value[], most: number = mostColumns): Value[][] {
  const parts = Math.ceil(values.length / most)
  const size = Math.ceil(values.length / parts)
  return Array.from({ length: parts }, (_, at) => values.slice(at * size, (at + 1) * size))
}

/** A line with its number in the report's own table, and its place in the appendix. */
type NumberedLine = { line: ContentLine; number: number; at: number }

/** The lines of the report that the appendix has figures for, numbered as in its table. */
export function numberedLines(content: ReportContent, { cells }: ReportAppendix): NumberedLine[] {
  const places = new Map(cells.map((cell, at) => [cell, at]))
  const inOrder = sectionsOf(content.lines).flatMap(({ lines }) => lines)
  return inOrder.flatMap((line, at): NumberedLine[] => {
    const place = places.get(cellKey(line.cell))
    return place === undefined ? [] : [{ line, number: at + 1, at: place }]
  })
}

export function nameOf({ name, dimensionName }: ContentLine): string {
  return dimensionName ? `${name}, ${dimensionName}` : name
}

function unitBlocks(content: ReportContent, appendix: ReportAppendix): Appendix['blocks'] {
  const lines = numberedLines(content, appendix)
  const parts = inParts(lines)
  return [
    { kind: 'paragraph', runs: [text(unitsSaid(appendix.units))] },
    ...parts.map((part, at): WideTable => unitsPart(part, { at, of: parts.length, units: appendix.units })),
  ]
}

function unitsPart(
  part: readonly NumberedLine[],
  { at, of, units }: { at: number; of: number; units: readonly UnitRow[] },
): WideTable {
  const own = part.filter(({ line }) => isOwnTotal(line))
  return {
    kind: 'wide-table',
    caption: `Phần ${at + 1}/${of}: ${spanOf(part)}`,
    columns: [
      { title: 'TT', align: 'centre', share: 9 },
      { title: 'Đơn vị', align: 'left', share: 42 },
      ...part.map(({ line, number }): Column => ({
        title: `${number}. ${nameOf(line)} (${line.unitOfCount})`,
        align: 'right',
        share: 201 / Math.max(part.length, 5),
      })),
    ],
    rows: [
      ...units.map((unit, row): WideRow => {
        const lead = [String(row + 1), unit.name]
        const { figures } = unit
        if (!figures) return { cells: lead, over: missingSaid(unit) }
        return {
          cells: [
            ...lead,
            ...part.map(({ line, at: place }) => formatValue(readShort(figures[place] ?? ''), line.numeral)),
          ],
        }
      }),
      {
        cells: ['', totalName, ...part.map(({ line }) => formatValue(line.figure.value, line.numeral))],
        bold: true,
      },
    ],
    ...(own.length > 0 && {
      note: `Số toàn tỉnh ở cột ${own.map(({ number }) => number).join(', ')} do tỉnh ghi hoặc đếm từ sổ của tỉnh, không phải tổng các dòng trên.`,
    }),
  }
}

export const totalName = 'Toàn tỉnh, như trong báo cáo'

/** A total that the province gave itself: what its communes gave does not have to add up to it. */
export function isOwnTotal({ figure, unitsCounted }: ContentLine): boolean {
  return unitsCounted === null && (figure.value.state === 'reported' || figure.value.state === 'zero')
}

function spanOf(part: readonly NumberedLine[]): string {
  const [first, last] = [part[0], part.at(-1)]
  return first === last ? `chỉ tiêu ${first?.number ?? ''}` : `chỉ tiêu ${first?.number ?? ''}–${last?.number ?? ''}`
}

/** Who is in the sum and who is not, and how to read a cell. */
export function unitsSaid(units: readonly UnitRow[]): string {
  const counted = units.filter(({ figures }) => figures !== null).length
  const missing = units.length - counted
  const gap =
    missing === 0 ? '' : ` ${missing} đơn vị chưa có số trong tổng; dòng của đơn vị ấy ghi lý do, không phải số 0.`
  return `Số của ${counted} trên ${units.length} đơn vị đã được nhận báo cáo.${gap} Số thứ tự của chỉ tiêu như trong bảng của báo cáo. Tỷ lệ và bình quân toàn tỉnh chia sau cùng, không lấy trung bình của các xã.`
}

/** Why a unit has no numbers here. */
export function missingSaid({ status, gap }: UnitRow): string {
  const said = status === 'submitted' ? unitStatusName.submitted : `chưa nộp (${unitStatusName[status]})`
  return gap === undefined ? said : `${said}; chốt kỳ thiếu: ${gap}`
}

function yearBlocks(content: ReportContent, appendix: ReportAppendix, years: YearsBeside): Appendix['blocks'] {
  const lines = numberedLines(content, appendix)
  const parts = inParts(years.columns, 8)
  return [
    ...yearWords(years).map((words) => ({ kind: 'paragraph' as const, runs: [text(words)] })),
    ...parts.map((part, at): WideTable => yearsPart(lines, part, at === parts.length - 1 ? { content, years } : null)),
  ]
}

/** The years of one part; the total and the growth stand behind the last of them. */
function yearsPart(
  lines: readonly NumberedLine[],
  part: readonly YearColumn[],
  end: { content: ReportContent; years: YearsBeside } | null,
): WideTable {
  const growth = end?.years.growth ?? null
  return {
    kind: 'wide-table',
    caption: part.map(({ period }) => yearTitle(period)).join(', '),
    columns: [
      { title: 'TT', align: 'centre', share: 9 },
      { title: 'Chỉ tiêu', align: 'left', share: 62 },
      { title: 'Đơn vị tính', align: 'centre', share: 18 },
      ...part.map(({ period }): Column => ({ title: yearTitle(period), align: 'right', share: 18 })),
      ...(end ? [{ title: 'Cả kỳ', align: 'right' as const, share: 20 }] : []),
      ...(growth ? [{ title: growthTitle(growth), align: 'right' as const, share: 20 }] : []),
    ],
    rows: lines.map(({ line, number, at }): WideRow => ({
      cells: [
        String(number),
        nameOf(line),
        line.unitOfCount,
        ...part.map((column) => yearCell(line, column, at)),
        ...(end ? [formatValue(line.figure.value, line.numeral)] : []),
        ...(growth ? [growthCell(growth.percent[at] ?? null)] : []),
      ],
    })),
    note: 'Dấu * sau số: năm ấy chỉ tiêu tính theo cách khác. Ô “–” ở cột tăng, giảm: một trong hai năm chưa có số đủ và chính xác, hoặc hai năm tính theo hai cách.',
  }
}

function yearCell(line: ContentLine, { figures, anew }: YearColumn, at: number): string {
  if (!figures) return missingYear
  const said = formatValue(readShort(figures[at] ?? ''), line.numeral)
  return anew.includes(cellKey(line.cell)) ? `${said} *` : said
}

export const missingYear = 'chưa có báo cáo'

/** `+12,5%`, `−3%`. */
function growthCell(percent: string | null): string {
  if (percent === null) return '–'
  const said = formatQuantity(quantity(percent))
  return `${percent.startsWith('-') || percent === '0' ? '' : '+'}${said}%`
}

export function growthTitle({ from, to }: { from: Period; to: Period }): string {
  return `${yearTitle(to)} so với ${yearTitle(from).toLocaleLowerCase('vi')}`
}

export function yearTitle(period: Period): string {
  return periodTitle(period)
}

/** What a reader has to know before reading along a row: which years are missing, or were counted otherwise, or in part. */
export function yearWords({ columns, growth }: YearsBeside): string[] {
  return [
    ...columns.flatMap((column) => {
      const name = yearTitle(column.period)
      if (!column.figures) return [`${name}: chưa có báo cáo được nhận, các ô của cột ấy không phải số 0.`]
      const { units } = column
      return [
        ...(column.isOtherVersion
          ? [`${name}: báo cáo theo phiên bản khác của mẫu, ${anewSaid(column.anew.length)}`]
          : []),
        ...(units && units.counted < units.expected
          ? [`${name}: số cộng từ ${units.counted} trên ${units.expected} xã, phường.`]
          : []),
      ]
    }),
    ...(growth ? [] : ['Chưa đủ hai năm trọn có số nên không so các năm với nhau.']),
    'Cột “Cả kỳ” là số của báo cáo này; số từng năm lấy từ báo cáo của năm ấy đã được nhận, cộng lại không nhất thiết bằng.',
  ]
}

function anewSaid(count: number): string {
  return count === 0
    ? 'cách tính các chỉ tiêu không đổi.'
    : `${count} chỉ tiêu khi ấy tính theo cách khác, số có dấu * và không đem so.`
}
