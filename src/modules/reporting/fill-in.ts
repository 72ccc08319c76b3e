import { formatDay } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { emptyCell, textCell } from '#kernel/workbook.ts'
import type { Sheet, SheetCell, SheetRow, Workbook } from '#kernel/workbook.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { sectionsOf, type ContentLine, type ReportContent } from './content.ts'
import { longest } from './forms.ts'
import { headingOf, plain, whole, type SheetOrigin } from './sheet-parts.ts'

const titles = {
  order: 'TT',
  code: 'Mã',
  label: 'Chỉ tiêu',
  unit: 'Đơn vị tính',
  previous: 'Kỳ trước',
  value: 'Kỳ này',
  note: 'Ghi chú',
  key: 'Khóa',
} as const

/** The form of a report to be filled in away from the network: figures and notes are open, everything else is locked. */
export function fillInWorkbook(content: ReportContent, origin: SheetOrigin): Workbook {
  const title = `Biểu nhập: ${content.templateName}, ${periodName(content.period)}`
  return { title: `${title} – ${content.unitName}`, creator: origin.issuer, day: origin.day, sheets: [form(content)] }

  function form({ period, lines, unitName }: ReportContent): Sheet {
    return {
      name: 'Biểu nhập',
      heading: headingOf(
        origin,
        content,
        title,
        `${unitName} · kỳ số liệu ${formatDay(period.from)} – ${formatDay(period.to)}`,
      ),
      columns: [
        { title: titles.order, width: 5, align: 'centre' },
        { title: titles.code, width: 7, align: 'centre' },
        { title: titles.label, width: 50, align: 'left' },
        { title: titles.unit, width: 13, align: 'centre' },
        { title: titles.previous, width: 15, align: 'right' },
        { title: titles.value, width: 16, align: 'right' },
        { title: titles.note, width: 34, align: 'left' },
        { title: titles.key, width: 12, align: 'left', isHidden: true },
      ],
      frozenColumns: 3,
      rows: formRows(lines),
      fillIn: {
        title: 'Ghi số như khi nói',
        words: 'Ví dụ 1.240; trên 500; khoảng 30; 0 nếu không có; “không áp dụng”. Để trống thì giữ số đang có.',
      },
      notes: [
        plain('Chỉ ghi vào ô nền vàng. Ô để trống thì giữ nguyên số đang có trên trang.'),
        plain('Ô nền trắng ở cột “Kỳ này” do sổ tự đếm; muốn đổi thì ghi vào sổ.'),
        { words: `Gửi lại tệp này tại: ${origin.address}/excel`, href: `${origin.address}/excel` },
        plain(`Ngày lấy biểu: ${formatDay(origin.day)}`),
      ],
    }
  }
}

function formRows(lines: readonly ContentLine[]): SheetRow[] {
  let number = 0
  return sectionsOf([...lines]).flatMap(({ title, lines: inSection }): SheetRow[] => [
    { kind: 'section', title },
    ...inSection.map((line): SheetRow => {
      number += 1
      return { kind: 'cells', cells: formCells(line, number) }
    }),
  ])
}

function formCells(line: ContentLine, number: number): SheetCell[] {
  const value: SheetCell =
    line.countedFrom || line.figure.basis === 'read'
      ? textCell(formatValue(line.figure.value, line.numeral))
      : { kind: 'blank', text: line.figure.raw, longest: longest.raw }
  return [
    whole(number),
    textCell(line.cell.code),
    textCell(labelOf(line)),
    textCell(line.unitOfCount),
    line.previous ? textCell(formatValue(line.previous, line.numeral)) : emptyCell,
    value,
    { kind: 'blank', text: line.figure.note, longest: longest.note },
    textCell(cellKey(line.cell)),
  ]
}

/** A line as it is named where there is no room for its parts apart. */
export function labelOf(line: Pick<ContentLine, 'name' | 'dimensionName'>): string {
  return line.dimensionName ? `${line.name}, ${line.dimensionName}` : line.name
}
