import { formatAmount, readNumeral } from '#kernel/numerals.ts'
import { quantity, type Quantity } from '#kernel/quantity.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { ContentLine } from './content.ts'

/**
 * What is said of several chosen cells: how many, and their sum where one may be made: numbers of one unit of count, each exact.
 * A number with “trên”, “khoảng” is no summand, and lượt are never added to người.
 */
export function sumOfCells(cells: readonly { key: string; text: string }[], lines: readonly ContentLine[]): string {
  const byKey = new Map(lines.map((line) => [cellKey(line.cell), line]))
  const chosen = `Đang chọn ${cells.length} ô`
  const amounts: Quantity[] = []
  const units = new Set<string>()
  for (const { key, text } of cells) {
    const line = byKey.get(key)
    if (!line || text === '') continue
    const reading = readNumeral(text, line.numeral)
    if (reading.kind !== 'amount') continue
    if (reading.qualifier !== 'exact') return `${chosen}; có số kèm “trên”, “khoảng”, “ước” nên không cộng.`
    units.add(`${line.unitOfCount} ${line.numeral}`)
    amounts.push(reading.amount)
    if (units.size > 1) return `${chosen}; khác đơn vị tính nên không cộng.`
    if (line.numeral === 'percent') return `${chosen}; tỷ lệ phần trăm không cộng được.`
  }
  const [first] = cells.flatMap(({ key }) => byKey.get(key) ?? [])
  if (amounts.length < 2 || !first) return `${chosen}.`
  const sum = amounts.reduce((total, amount) => (total + amount) as Quantity, quantity(0))
  return `${chosen}, ${amounts.length} số, cộng lại ${formatAmount(sum, 'exact', first.numeral)} ${first.unitOfCount}.`
}
