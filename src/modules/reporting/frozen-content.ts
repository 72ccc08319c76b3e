import { quantity, toDecimalText, type Quantity } from '#kernel/quantity.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import type { CellRef } from '#modules/figures/indicator.ts'
import type { ReportContent } from './content.ts'

const amountMark = '$amount'

/** A report's content as JSON; amounts keep every digit as decimal text. */
export function freeze(content: ReportContent): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'bigint' ? { [amountMark]: toDecimalText(value as Quantity) } : value,
  )
}

/** Reads back what `freeze` wrote; the column is written by nothing else. */
export function thaw(stored: unknown): ReportContent {
  return thawed(stored) as ReportContent
}

/** The same for the lines alone, cut out of a content by the query. */
export function thawLines(stored: unknown): ReportContent['lines'] {
  return thawed(stored) as ReportContent['lines']
}

/** Cells and their values, cut out of a content by the query as two lists of one order. */
export function thawValues(cells: unknown, values: unknown): { cell: CellRef; value: FigureValue }[] {
  const amounts = thawed(values) as FigureValue[]
  return (cells as CellRef[]).flatMap((cell, index) => {
    const value = amounts[index]
    return value ? [{ cell, value }] : []
  })
}

function thawed(stored: unknown): unknown {
  return JSON.parse(JSON.stringify(stored), (_, value: unknown) =>
    typeof value === 'object' && value !== null && amountMark in value ? quantity(String(value[amountMark])) : value,
  )
}
