import { formatDay } from '#kernel/local-date.ts'
import { hedgeWord } from '#kernel/numerals.ts'
import { periodName } from '#kernel/period.ts'
import { emptyCell, textCell, type Sheet, type SheetCell, type SheetColumn } from '#kernel/workbook.ts'
import type { SheetRow, Workbook } from '#kernel/workbook.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import { basisName } from '#modules/figures/labels.ts'
import { appendixSheets } from './appendix-sheets.ts'
import type { ReportAppendix } from './appendix.ts'
import { sectionsOf, type ContentLine, type ReportContent } from './content.ts'
import { subjectOf } from './documents.ts'
import { noteSaid, sourceName } from './labels.ts'
import { decimalsOf, headingOf, numberOf, originNotes, plain, whole, type SheetOrigin } from './sheet-parts.ts'
import { amendedWithin, closedWithout } from './unit-list.ts'

/** A report as a spreadsheet: its lines with figures as numbers, and a second sheet where something does not add up. */
export function reportWorkbook(
  content: ReportContent,
  origin: SheetOrigin,
  appendix: ReportAppendix | null = null,
): Workbook {
  const subject = subjectOf(content, origin.marks)
  const findings = findingsSheet(content, origin)
  return {
    title: `${subject} – ${content.unitName}`,
    creator: origin.issuer,
    day: origin.day,
    sheets: [
      figuresSheet(content, origin, subject),
      ...(findings ? [findings] : []),
      ...appendixSheets(content, appendix, origin),
    ],
  }
}

function figuresSheet(content: ReportContent, origin: SheetOrigin, subject: string): Sheet {
  const { from, to } = content.period
  const withUnits = content.units !== null
  const without = withUnits ? closedWithout(content) : null
  const amended = withUnits ? amendedWithin(content) : null
  const scope = content.units
    ? ` · cộng từ ${content.units.counted}/${content.units.expected} xã, phường đã nhận báo cáo`
    : ''
  return {
    name: 'Số liệu',
    heading: headingOf(origin, content, subject, `Kỳ số liệu ${formatDay(from)} – ${formatDay(to)}${scope}`),
    columns: lineColumns(withUnits ? 'Số đơn vị đã tính' : null),
    frozenColumns: 0,
    rows: lineRows(
      content.origin === 'entered'
        ? content.lines
        : content.lines.filter((line) => line.figure.value.state !== 'not-yet-known'),
      withUnits,
    ),
    notes: [
      ...(without ? [plain(without)] : []),
      ...(amended ? [plain(amended)] : []),
      plain(
        'Ô “chưa có số” không có nghĩa là không có việc. Cột “chữ” giữ chữ “trên”, “khoảng”, “dưới”, “ước” của đơn vị báo cáo.',
      ),
      ...(content.source ? [plain(`Nguồn đã công bố: ${content.source.title}. ${content.source.note}`.trim())] : []),
      ...originNotes(origin),
    ],
  }
}

/** The form's columns; `units` names the one that says how many units stand behind a sum, null where there is none. */
export function lineColumns(units: string | null): SheetColumn[] {
  return [
    { title: 'TT', width: 5, align: 'centre' },
    { title: 'Mã', width: 7, align: 'centre' },
    { title: 'Chỉ tiêu', width: 46, align: 'left' },
    { title: 'Đơn vị tính', width: 14, align: 'centre' },
    { title: 'Kỳ trước: chữ', width: 15, align: 'right' },
    { title: 'Kỳ trước: số', width: 13, align: 'right' },
    { title: 'Kỳ này: chữ', width: 12, align: 'right' },
    { title: 'Kỳ này: số', width: 13, align: 'right' },
    { title: 'Tình trạng', width: 14, align: 'left' },
    ...(units === null ? [] : [{ title: units, width: 10, align: 'right' as const }]),
    { title: 'Lấy từ đâu', width: 17, align: 'left' },
    { title: 'Ghi chú', width: 30, align: 'left' },
  ]
}

/** The lines under their sections, numbered through as in the printed report. */
export function lineRows(lines: ContentLine[], withUnits: boolean): SheetRow[] {
  let number = 0
  return sectionsOf(lines).flatMap(({ title, lines: inSection }): SheetRow[] => [
    { kind: 'section', title },
    ...inSection.map((line): SheetRow => {
      number += 1
      return { kind: 'cells', cells: lineCells(line, number, withUnits) }
    }),
  ])
}

/** Where the number comes from; how many units a sum has stands in a column of its own. */
function sourceWord(line: ContentLine): string {
  if (line.figure.value.state === 'not-yet-known') return ''
  return line.countedFrom ? sourceName(line) : basisName[line.figure.basis]
}

function lineCells(line: ContentLine, number: number, withUnits: boolean): SheetCell[] {
  const { value, basis } = line.figure
  const notSummed = basis === 'counted' && line.unitsCounted === null && !line.countedFrom
  const decimals = Math.max(
    decimalsOf(value, line.numeral),
    line.previous ? decimalsOf(line.previous, line.numeral) : 0,
  )
  return [
    whole(number),
    textCell(line.cell.code),
    textCell(line.dimensionName ? `${line.name}, ${line.dimensionName}` : line.name),
    textCell(line.unitOfCount),
    textCell(line.previous ? wordOf(line.previous) : ''),
    line.previous ? numberOf(line.previous, line.numeral, decimals) : emptyCell,
    textCell(value.state === 'reported' ? (hedgeWord(value.qualifier) ?? '') : ''),
    numberOf(value, line.numeral, decimals),
    textCell(notSummed ? 'không cộng' : stateName[value.state]),
    ...(withUnits ? [line.unitsCounted === null ? emptyCell : whole(line.unitsCounted)] : []),
    textCell(sourceWord(line)),
    textCell(noteSaid(line)),
  ]
}

const stateName: Record<FigureValue['state'], string> = {
  reported: 'có số',
  zero: 'bằng 0',
  'not-applicable': 'không áp dụng',
  'not-yet-known': 'chưa có số',
}

/** The hedge of a number; where there is no number, why. */
function wordOf(value: FigureValue): string {
  if (value.state === 'reported') return hedgeWord(value.qualifier) ?? ''
  return value.state === 'zero' ? '' : stateName[value.state]
}

const verdictName = { fails: 'không khớp', asks: 'nên xem lại', 'not-computable': 'chưa tính được', holds: 'khớp' }

/** What does not add up, with the unit's own words; the numbers alone would hide it. */
function findingsSheet(content: ReportContent, origin: SheetOrigin): Sheet | null {
  const said = content.findings.filter((finding) => finding.verdict === 'fails' || finding.verdict === 'asks')
  if (said.length === 0) return null
  return {
    name: 'Chỗ chưa khớp',
    heading: headingOf(
      origin,
      content,
      'Chỗ chưa khớp và lời giải thích',
      `${content.unitName}, ${periodName(content.period)}`,
    ),
    columns: [
      { title: 'TT', width: 5, align: 'centre' },
      { title: 'Kết quả', width: 14, align: 'left' },
      { title: 'Chỗ nào', width: 30, align: 'left' },
      { title: 'Lệch ra sao', width: 60, align: 'left' },
      { title: 'Đơn vị giải thích', width: 50, align: 'left' },
    ],
    frozenColumns: 0,
    rows: said.map((finding, at): SheetRow => ({
      kind: 'cells',
      cells: [
        whole(at + 1),
        textCell(verdictName[finding.verdict]),
        textCell(finding.text.heading),
        textCell(finding.text.sentence),
        textCell(finding.explanation?.text ?? ''),
      ],
    })),
    notes: originNotes(origin),
  }
}
