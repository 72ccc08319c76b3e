import type { Numeral } from '#kernel/numerals.ts'
import { absolute, formatQuantity, zero } from '#kernel/quantity.ts'
import { sameCell } from '#modules/figures/check-input.ts'
import { cellsOfSums, type RuleOfSums } from '#modules/figures/checks-of-sums.ts'
import { formatValue, type FigureValue } from '#modules/figures/figure.ts'
import type { Finding, Term } from '#modules/figures/finding.ts'
import {
  codeOf,
  listOf,
  type CellNames,
  type FindingFactsOf,
  type FindingText,
} from '#modules/figures/finding-words.ts'
import type { CellRef } from '#modules/figures/indicator.ts'
import type { FactsAmongCells } from '#modules/figures/sentence-among-cells.ts'

type Said = { text: FindingText; names: CellNames }

/**
 * A check in one line, for whoever is still typing: the sum with both its numbers, or what a total or a ratio comes to by the
 * other cells. Empty where nothing can be said yet, as in a form that has just been begun.
 */
export function briefOf(
  rule: RuleOfSums,
  { verdict }: Finding,
  facts: FactsAmongCells,
  worked: FigureValue | null,
  { text, names }: Said,
): string {
  switch (facts.kind) {
    case 'sum':
      return sumBrief(facts, names)
    case 'percent':
      return facts.expected === null ? text.heading : ratioBrief(facts.percent, worked, verdict, names)
    case 'average':
      return facts.units === null ? text.heading : ratioBrief(facts.average, worked, verdict, names)
    case 'missing':
      return worked ? workedBrief(rule, facts, worked, names) : ''
    case 'part-and-whole':
      return pairBrief(facts)
    case 'turns-and-persons':
      return text.heading
  }
}

/** Which cell keeps a rule from being worked out. */
export function unreadableBrief(rule: RuleOfSums, cell: CellRef, raw: string): string {
  return `${mainCode(rule)} chưa tính được: ô ${codeOf(cell)} ghi “${raw}”, chưa đọc được thành số`
}

function sumBrief({ total, parts, sum, gap, missing }: FindingFactsOf<'sum'>, names: CellNames): string {
  const code = codeOf(total.cell)
  const lacking = missing.length > 0 ? ` (${fewCells(missing)} chưa có số)` : ''
  if (gap === zero) {
    const addition = parts.map(({ amount }) => formatQuantity(amount)).join(' + ')
    return `${code} cộng khớp: ${addition} = ${formatQuantity(total.amount)}${lacking}`
  }
  const [most, least] = gap > zero ? [total.amount, sum] : [sum, total.amount]
  const off = `${formatQuantity(most)} − ${formatQuantity(least)} = ${formatQuantity(absolute(gap))}`
  return `${code} ${gap > zero ? 'cộng lại còn thiếu' : 'cộng lại thừa'}: ${off} ${names(total.cell).unit}${lacking}`
}

function ratioBrief(written: Term, worked: FigureValue | null, verdict: Finding['verdict'], names: CellNames): string {
  const code = codeOf(written.cell)
  const comesTo = worked ? `${formatValue(worked, 'decimal')} ${names(written.cell).unit}` : 'không xác định'
  return verdict === 'holds'
    ? `${code} khớp: tính ra ${comesTo}, ô ghi ${formatQuantity(written.amount)}`
    : `${code} tính ra ${comesTo}, mà ô ghi ${formatQuantity(written.amount)}`
}

/** What a line would come to, whose own number is missing or cannot be held against it. */
function workedBrief(
  rule: RuleOfSums,
  { missing, hedged }: FindingFactsOf<'missing'>,
  worked: FigureValue,
  names: CellNames,
): string {
  const [main] = cellsOfSums(rule)
  const code = mainCode(rule)
  if (worked.state === 'not-applicable') return `${code} không có tỷ lệ: mẫu số bằng 0`
  const numeral: Numeral = rule.kind === 'total-of-parts' ? 'count' : 'decimal'
  const verb = rule.kind === 'total-of-parts' ? 'các dòng cộng được' : 'tính ra'
  const unit = main ? ` ${names(main).unit}` : ''
  const isMainAlone = missing.length === 1 && missing.every((cell) => sameCell(cell, main))
  const why = [
    ...(missing.length > 0 ? [isMainAlone ? 'ô đang trống' : `${fewCells(missing)} chưa có số`] : []),
    ...(hedged.length > 0 ? [`${fewCells(hedged)} là số ước chừng, chưa so được`] : []),
  ]
  return `${code}: ${verb} ${formatValue(worked, numeral)}${unit} (${why.join('; ')})`
}

function pairBrief({ part, whole }: FindingFactsOf<'part-and-whole'>): string {
  const [one, other] = [formatQuantity(part.amount), formatQuantity(whole.amount)]
  return part.amount > whole.amount
    ? `${codeOf(part.cell)} lớn hơn ${codeOf(whole.cell)}: ${one} > ${other}`
    : `${codeOf(part.cell)} không lớn hơn ${codeOf(whole.cell)}: ${one} ≤ ${other}`
}

/** In one line there is room for a few codes. */
function fewCells(cells: CellRef[]): string {
  const codes = new Set(cells.map(codeOf))
  const [first = ''] = codes
  return codes.size > 3 ? `${first} và ${codes.size - 1} ô khác` : listOf(cells)
}

function mainCode(rule: RuleOfSums): string {
  const [main] = cellsOfSums(rule)
  return main ? codeOf(main) : ''
}
