import { quantity, zero, type Quantity } from '#kernel/quantity.ts'
import { carries, findingOf, isCounted, valueAt, termAt, type CheckInput, type RuleOf } from './check-input.ts'
import type { RuledRegime } from '#kernel/period.ts'
import { evaluateExpression, type Operand } from './expression-evaluate.ts'
import { readExpression } from './expression-text.ts'
import { cellsOf } from './expression.ts'
import { isHedged } from './figure.ts'
import type { Finding, Term } from './finding.ts'
import { cellKey, type CellRef } from './indicator.ts'

/** Q19: a period in which nothing at all happened. What counts is what the unit itself wrote, in `least` cells or more. */
export function allZero(rule: RuleOf<'all-zero'>, input: CheckInput): Finding[] {
  const answered = input.lines.flatMap(({ cell, nature, numeral }) => {
    const { state } = valueAt(input, cell)
    const counts = nature === 'flow' && numeral === 'count' && !isCounted(input, cell)
    return counts && (state === 'zero' || state === 'reported') ? [{ cell, isZero: state === 'zero' }] : []
  })
  if (answered.length < rule.least || answered.some(({ isZero }) => !isZero)) return []
  const cells = answered.map(({ cell }) => cell)
  return [findingOf(rule, 'toan-so-0', 'fails', cells, { kind: 'all-zero', cells: cells.length })]
}

/** Q19: numbers of `from` and more that nearly all end in 0; of counted ones about one in ten does. A hedge says “làm tròn” already. */
export function roundNumbers(rule: RuleOf<'round-numbers'>, input: CheckInput): Finding[] {
  const large = input.lines.flatMap(({ cell, numeral }): Term[] => {
    const term = termAt(input, cell)
    const isPlain = numeral === 'count' && !isCounted(input, cell) && !isHedged(valueAt(input, cell))
    return term && isPlain && term.amount >= quantity(rule.from) ? [term] : []
  })
  const terms = large.filter(({ amount }) => amount % quantity(10) === zero)
  if (terms.length < rule.least || terms.length * 100 < large.length * rule.share) return []
  const cells = terms.map(({ cell }) => cell)
  return [findingOf(rule, 'so-tron', 'fails', cells, { kind: 'rounded', terms, of: large.length })]
}

/** A number worked out of the report's own cells that stays between two bounds (Q10, Q11, and a province's own ratios). */
export function ratioBounds(rule: RuleOf<'ratio-bounds'>, input: CheckInput): Finding[] {
  if (rule.regimes.length > 0 && !rule.regimes.includes(input.period.regime as RuledRegime)) return []
  const reading = readExpression(rule.expression)
  if (reading.kind === 'doubt') return []
  const cells = cellsOf(reading.expression).filter(
    (cell, at, all) => all.findIndex((one) => cellKey(one) === cellKey(cell)) === at,
  )
  if (!cells.every((cell) => carries(input, cell))) return []
  const key = cells.map(cellKey).join('-')
  const missing = cells.filter((cell) => valueAt(input, cell).state === 'not-yet-known')
  if (missing.length > 0) {
    return [findingOf(rule, key, 'not-computable', cells, { kind: 'missing', missing, hedged: [] })]
  }
  const countUnits = (of: readonly CellRef[]): Operand => known(quantity(unitsIn(input, of)))
  const worked = evaluateExpression(reading.expression, (cell) => operandAt(input, cell), countUnits)
  if (worked.state !== 'known' || worked.amount === null) return []
  const value = worked.amount
  const [low, high] = [boundOf(rule.low), boundOf(rule.high)]
  const facts = { kind: 'out-of-bounds', expression: rule.expression, value, low, high } as const
  const isLow = low !== null && value < low
  const isHigh = high !== null && value > high
  if (!isLow && !isHigh) return [findingOf(rule, key, 'holds', cells, facts)]
  // A rounded number is out only where what it may stand for is out on that side too.
  const { qualifier } = worked
  const isSure =
    qualifier === 'exact' ||
    qualifier === 'estimate' ||
    (isLow && qualifier === 'under') ||
    (isHigh && qualifier === 'over')
  const hedged = cells.filter((cell) => isHedged(valueAt(input, cell)))
  return isSure
    ? [findingOf(rule, key, 'fails', cells, facts)]
    : [findingOf(rule, key, 'not-computable', cells, { kind: 'missing', missing: [], hedged })]
}

function boundOf(bound: number | null): Quantity | null {
  return bound === null ? null : quantity(bound)
}

function known(amount: Quantity): Operand {
  const counted = { counted: 1, expected: 1 }
  return { state: 'known', amount, qualifier: 'exact', flag: 'exact', ...counted, reason: null }
}

function operandAt(input: CheckInput, cell: CellRef): Operand {
  const value = valueAt(input, cell)
  if (value.state === 'not-yet-known') return { ...known(zero), state: 'absent', amount: null, counted: 0 }
  if (value.state === 'not-applicable') return { ...known(zero), state: 'not-applicable', amount: null }
  return value.state === 'zero' ? known(zero) : { ...known(value.amount), qualifier: value.qualifier }
}

/** A report of one unit is of one; a sum is of as many as gave every one of the cells. */
function unitsIn(input: CheckInput, cells: readonly CellRef[]): number {
  return Math.min(...cells.map((cell) => input.overUnits.get(cellKey(cell))?.unitsCounted ?? 1))
}
