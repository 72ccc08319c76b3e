import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { Numeral } from '#kernel/numerals.ts'
import { quantity, toDecimalText, zero, type Quantity } from '#kernel/quantity.ts'
import { emptyCell, type HeadingLine, type Note, type SheetCell } from '#kernel/workbook.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import type { ReportContent } from './content.ts'
import { markWords, type DocumentMarks } from './documents.ts'

/** Where a sheet was taken from, and when: a number that is passed on must lead back to its page. */
export type SheetOrigin = { issuer: string; address: string; day: LocalDate; marks: DocumentMarks }

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

// A zero was reported and is a number; “không áp dụng” and “chưa có số” are none, and no empty cell may be read as zero.
export function numberOf(value: FigureValue, numeral: Numeral, decimals: number): SheetCell {
  if (value.state !== 'reported' && value.state !== 'zero') return emptyCell
  const amount = value.state === 'reported' ? value.amount : zero
  return { kind: 'number', amount, decimals, signed: numeral === 'change' }
}

/** As many decimals as the report gives, two for a share that has any, so that a column of shares stands in line. */
export function decimalsOf(value: FigureValue, numeral: Numeral): number {
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
