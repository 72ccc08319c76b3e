import type { Qualifier } from '#kernel/numerals.ts'
import { periodKey, samePeriodLastYear } from '#kernel/period.ts'
import { absolute, divide, quantity, subtract, toDecimalText, zero, type Quantity } from '#kernel/quantity.ts'
import {
  findingOf,
  isCounted,
  sameCell,
  termAt,
  valueAt,
  type CheckInput,
  type CheckLine,
  type EarlierFigures,
  type RuleOf,
} from './check-input.ts'
import { amountOf, isHedged, notYetKnown, type FigureValue } from './figure.ts'
import type { Finding, Term } from './finding.ts'
import { cellKey, type CellRef } from './indicator.ts'
import { modelOf, usualRange, type Counted } from './tail-count.ts'

/** A cell with its number now, exact: what a rule about earlier periods can look at. Sums over units were looked at below. */
function exactTerms(input: CheckInput, lines: readonly CheckLine[]): Term[] {
  return lines.flatMap(({ cell }) => {
    const term = termAt(input, cell)
    const value = valueAt(input, cell)
    return term && isNumber(value) && !isHedged(value) && !isCounted(input, cell) ? [term] : []
  })
}

/** The lines of a rule that names its cells; else all that fit. */
export function linesOf(input: CheckInput, cells: readonly CellRef[], fits: (line: CheckLine) => boolean): CheckLine[] {
  return cells.length > 0
    ? input.lines.filter(({ cell }) => cells.some((one) => sameCell(one, cell)))
    : input.lines.filter(fits)
}

export const isFlowCount = ({ nature, overTime, numeral }: CheckLine): boolean =>
  nature === 'flow' && overTime === 'sum' && numeral === 'count'

/** Q13: what a unit has (nhà, vườn, mô hình duy trì) does not become less without a reason. */
export function stockNeverFalls(rule: RuleOf<'stock-never-falls'>, input: CheckInput): Finding[] {
  const lines = linesOf(input, rule.cells, ({ nature, overTime }) => nature === 'stock' && overTime === 'last')
  const [before] = input.history
  if (!before) return []
  return exactTerms(input, lines).flatMap((now) => {
    const amount = exactIn(before, now.cell)
    if (amount === null || now.amount >= amount) return []
    const facts = { kind: 'stock-fell', now, before: amount, period: before.period } as const
    return [findingOf(rule, cellKey(now.cell), 'fails', [now.cell], facts)]
  })
}

/**
 * Q17: half as much again or half as little as in the same period last year, and by so many at least. One finding for a
 * report: a year in which much changed is one question and not twenty.
 */
export function changeBeyond(rule: RuleOf<'change-beyond'>, input: CheckInput): Finding[] {
  const lastYear = samePeriodLastYear(input.period)
  const earlier = input.history.find(({ period }) => lastYear && periodKey(period) === periodKey(lastYear))
  if (!earlier) return []
  const changes = exactTerms(input, linesOf(input, rule.cells, isFlowCount)).flatMap((now) => {
    const before = exactIn(earlier, now.cell)
    if (before === null) return []
    const change = subtract(now.amount, before)
    // Two after one is a hundred per cent more and no news: the change itself has to be worth a question too.
    if (absolute(change) < quantity(rule.least)) return []
    const percent = divide((change * 100n) as Quantity, before, 0)
    return percent !== null && absolute(percent) <= quantity(rule.percent) ? [] : [{ now, before, percent }]
  })
  if (changes.length === 0) return []
  const cells = changes.map(({ now }) => now.cell)
  return [findingOf(rule, 'cung-ky', 'fails', cells, { kind: 'changed', changes, period: earlier.period })]
}

/**
 * Q18: exactly what was reported the period before. One small number comes again by chance; so many of them, or most of a
 * report, or a large number to the last digit do not.
 */
export function copiedForward(rule: RuleOf<'copied-forward'>, input: CheckInput): Finding[] {
  const [before] = input.history
  if (!before) return []
  const now = exactTerms(input, input.lines.filter(isFlowCount)).filter(({ amount }) => amount > zero)
  const terms = now.filter(({ cell, amount }) => exactIn(before, cell) === amount)
  const isMost = terms.length >= rule.least && terms.length * 100 >= now.length * rule.share
  const large = terms.filter(({ amount }) => amount >= quantity(rule.from))
  const told = isMost ? terms : large
  if (told.length === 0) return []
  const facts = { kind: 'repeated', terms: told, of: now.length, period: before.period } as const
  return [
    findingOf(
      rule,
      'chep',
      'fails',
      told.map(({ cell }) => cell),
      facts,
    ),
  ]
}

/** How many of the newest periods say what is usual; older ones say what the unit was. */
const mostPeriods = 8

/**
 * Q26: a count outside the range that its own earlier periods leave (tail-count.ts). A rounded number is told only when all
 * that it may stand for lies outside. No alarm from fewer periods than `fewest`, and none across a change of the unit.
 */
export function outliers(rule: RuleOf<'outlier'>, input: CheckInput): Finding[] {
  return linesOf(input, rule.cells, isFlowCount).flatMap(({ cell }) => {
    const judged = judgedCount(input, cell)
    const earlier = judged ? ownCounts(input, cell) : []
    if (!judged || earlier.length < rule.fewest) return []
    const { now, hedge } = judged
    const range = usualRange(modelOf(earlier, 1), rule.perMille / 1000)
    if (!isOutside(judged, range)) return []
    const facts = { kind: 'unusual', now, ...range, periods: earlier.length, of: input.period, hedge } as const
    return [findingOf(rule, cellKey(cell), 'fails', [cell], facts)]
  })
}

/** The unit's own earlier counts of a cell that are exact, newest first. */
export function ownCounts({ history }: Pick<CheckInput, 'history'>, cell: CellRef): Counted[] {
  return history
    .slice(0, mostPeriods)
    .map((one) => exactIn(one, cell))
    .filter((amount) => amount !== null)
    .map((amount) => ({ count: asNumber(amount), exposure: 1 }))
}

/** A count that somebody typed, with the word in front of it; null where there is nothing to judge. */
export type JudgedCount = { now: Term; hedge: Qualifier }

export function judgedCount(input: CheckInput, cell: CellRef): JudgedCount | null {
  const value = valueAt(input, cell)
  const now = termAt(input, cell)
  if (!now || !isNumber(value) || isCounted(input, cell)) return null
  return { now, hedge: value.state === 'reported' ? value.qualifier : 'exact' }
}

/** Whether all that a count may stand for lies outside a range. */
export function isOutside({ now, hedge }: JudgedCount, { low, high }: { low: number; high: number }): boolean {
  const may = mayBe(asNumber(now.amount), hedge)
  return may.least > high || may.most < low
}

/** What a number with its hedge may stand for: “trên 3.200” is at least that, “khoảng 500” within a tenth of it. */
function mayBe(amount: number, hedge: Qualifier): { least: number; most: number } {
  if (hedge === 'over') return { least: amount, most: Number.POSITIVE_INFINITY }
  if (hedge === 'under') return { least: 0, most: amount }
  if (hedge === 'about') return { least: amount * 0.9, most: amount * 1.1 }
  return { least: amount, most: amount }
}

function exactIn({ figures }: EarlierFigures, cell: CellRef): Quantity | null {
  return exactAmount(figures.get(cellKey(cell))?.value ?? notYetKnown)
}

/** The amount of a number that is not rounded; null for what is none. */
export function exactAmount(value: FigureValue): Quantity | null {
  return isNumber(value) && !isHedged(value) ? amountOf(value) : null
}

function isNumber(value: FigureValue): boolean {
  return value.state === 'reported' || value.state === 'zero'
}

// Counts are far below the largest whole number that a number holds exactly.
export function asNumber(amount: Quantity): number {
  return Number(toDecimalText(amount))
}
