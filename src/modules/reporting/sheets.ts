import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { hedgeWord, type Numeral } from '#kernel/numerals.ts'
import { periodName } from '#kernel/period.ts'
import { quantity, toDecimalText, zero, type Quantity } from '#kernel/quantity.ts'
import { emptyCell, textCell, type Note, type Sheet, type SheetCell, type SheetColumn } from '#kernel/workbook.ts'
import type { HeadingLine, SheetRow, Workbook } from '#kernel/workbook.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import { basisName } from '#modules/figures/labels.ts'
import { sectionsOf, type ContentLine, type ReportContent } from './content.ts'
import { markWords, subjectOf, type DocumentMarks } from './documents.ts'
import { noteSaid, sourceName } from './labels.ts'
import { amendedWithin, closedWithout } from './unit-list.ts'

/** Where a sheet was taken from, and when: a number that is passed on must lead back to its page. */
export type SheetOrigin = { issuer: string; address: string; day: LocalDate; marks: DocumentMarks }

/** A report as a spreadsheet: its lines with figures as numbers, and a second sheet where something does not add up. */
export function reportWorkbook(content: ReportContent, origin: SheetOrigin): Workbook {
  const subject = subjectOf(content, origin.marks)
  const findings = findingsSheet(content, origin)
  return {
    title: `${subject} – ${content.unitName}`,
    creator: origin.issuer,
    day: origin.day,
    sheets: [figuresSheet(content, origin, subject), ...(findings ? [findings] : [])],
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

/** Issuer, title, period and marks: the few lines that stay in view above the table. */
export function headingOf(
  { issuer, marks }: SheetOrigin,
  content: Pick<ReportContent, 'origin'>,
  title: string,
  fact: string,
): HeadingLine[] {
  const said = markWords(marks, content)
  return [
    { look: 'issuer', words: issuer.toLocaleUpperCase('vi') },
    { look: 'title', words: title },
    { look: 'fact', words: fact },
    ...(said.length > 0 ? [{ look: 'mark' as const, words: said.join(' ') }] : []),
  ]
}

export function originNotes({ address, day }: SheetOrigin): Note[] {
  return [{ words: `Lấy từ trang: ${address}`, href: address }, plain(`Ngày lấy số: ${formatDay(day)}`)]
}

export function plain(words: string): Note {
  return { words, href: null }
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

// A zero was reported and is a number; “không áp dụng” and “chưa có số” are none, and no empty cell may be read as zero.
function numberOf(value: FigureValue, numeral: Numeral, decimals: number): SheetCell {
  if (value.state !== 'reported' && value.state !== 'zero') return emptyCell
  const amount = value.state === 'reported' ? value.amount : zero
  return { kind: 'number', amount, decimals, signed: numeral === 'change' }
}

/** As many decimals as the report gives, two for a share that has any, so that a column of shares stands in line. */
function decimalsOf(value: FigureValue, numeral: Numeral): number {
  if (value.state !== 'reported') return 0
  const given = decimalsIn(value.amount)
  return numeral === 'percent' && given > 0 ? Math.max(given, 2) : given
}

function decimalsIn(amount: Quantity): number {
  return toDecimalText(amount).split('.')[1]?.length ?? 0
}

export function whole(count: number): SheetCell {
  return { kind: 'number', amount: quantity(count), decimals: 0, signed: false }
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
