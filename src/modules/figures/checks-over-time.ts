import { addDays, type LocalDate } from '#kernel/local-date.ts'
import {
  periodContaining,
  periodsWithin,
  predecessorOf,
  quartersWithin,
  siblingRegime,
  type Period,
} from '#kernel/period.ts'
import { add, subtract, zero } from '#kernel/quantity.ts'
import {
  carries,
  findingOf,
  gapsAmong,
  heldBack,
  isCounted,
  isSkipped,
  termAt,
  valueAt,
  type CheckInput,
  type EarlierFigures,
  type RuleOf,
} from './check-input.ts'
import type { CheckRule } from './check-rule.ts'
import { amountOf, isHedged, notYetKnown, type FigureValue } from './figure.ts'
import type { Finding } from './finding.ts'
import { cellKey, type CellRef } from './indicator.ts'

/**
 * The periods whose accepted figures a report of this period is checked against: how last year ended, and for a period
 * counted from 1 January its quarters and the shorter periods counted from the same day.
 */
export function earlierPeriods(period: Period): Period[] {
  const thisYear = yearAround(period)
  const lastYear = thisYear && predecessorOf(thisYear)
  const lastQuarter = lastYear && periodsWithin(lastYear, siblingRegime(period, 'quarter')).at(-1)
  return [
    ...(lastYear && lastQuarter ? [lastQuarter, lastYear] : []),
    ...quartersWithin(period),
    ...shorterFromTheSameDay(period).slice(0, -1),
  ]
}

/** As far back as a year of months goes, so that the same period last year is among them. */
const farthestBack = 12

/** The periods of the same kind before this one, newest first. */
export function periodsBefore(period: Period): Period[] {
  const before: Period[] = []
  for (let one = predecessorOf(period); one && before.length < farthestBack; one = predecessorOf(one)) before.push(one)
  return before
}

/** The year that a period ends in; one that begins on the 15th of December for what is counted from the 15th. */
function yearAround(period: Period): Period | null {
  return periodContaining(siblingRegime(period, 'year'), period.to)
}

/** Quarter I, six and nine months counted from the same day, as far as they end before this period; the longest first. */
function shorterFromTheSameDay(period: Period): Period[] {
  if (quartersWithin(period).length === 0) return []
  return (['nine-months', 'half-year', 'quarter'] as const)
    .map((regime) => periodContaining(siblingRegime(period, regime), period.from))
    .filter((one) => one !== null)
    .filter((one) => one.from === period.from && one.to < period.to)
}

/**
 * Q05: a change since the end of last year = the stock now − the stock then. The stock then is that of the accepted report
 * of the year, else of its fourth quarter. None accepted: the rule says which figure it lacks.
 */
export function changeSinceLastYear(rule: RuleOf<'change-since-last-year'>, input: CheckInput): Finding[] {
  const cells = [rule.change, rule.stock]
  if (!cells.every((cell) => carries(input, cell))) return []
  // A counted change is a sum of changes that were each checked where they were typed.
  if (input.earlier === null || cells.some((cell) => isCounted(input, cell))) return []
  // Phường has no criteria of the rural programme: two lines that do not apply have no change between them.
  if (cells.every((cell) => valueAt(input, cell).state === 'not-applicable')) return []
  const endOfLastYear = addDays((yearAround(input.period) ?? input.period).from, -1)
  const then = stockAt(input.earlier, rule.stock, endOfLastYear)
  const gaps = heldBack(rule, input, cells)
  const change = termAt(input, rule.change)
  const stock = termAt(input, rule.stock)
  const key = cellKey(rule.change)
  const amountThen = then && !isHedged(then) ? amountOf(then) : null
  if (gaps || !change || !stock || amountThen === null) {
    const { missing, hedged } = gaps ?? gapsAmong(input, cells)
    const lacking = amountThen === null ? { cell: rule.stock, on: endOfLastYear, isHedged: then !== null } : null
    return [findingOf(rule, key, 'not-computable', cells, { kind: 'change-unknown', missing, hedged, lacking })]
  }
  const expected = subtract(stock.amount, amountThen)
  const verdict = expected === change.amount ? 'holds' : 'fails'
  const facts = { kind: 'change', change, stock, then: amountThen, on: endOfLastYear, expected } as const
  return [findingOf(rule, key, verdict, cells, facts)]
}

function stockAt(earlier: CheckInput['earlier'], cell: CellRef, day: LocalDate): FigureValue | null {
  const ending = (earlier ?? []).filter(({ period }) => period.to === day)
  // The report of the whole year was made last and knows best.
  const byLength = ending.toSorted((one, other) => (one.period.from < other.period.from ? -1 : 1))
  const values = byLength.map(({ figures }) => figures.get(cellKey(cell))?.value ?? notYetKnown)
  return values.find((value) => value.state === 'reported' || value.state === 'zero') ?? null
}

/**
 * Q14: what is counted from 1 January never falls: nine months ≥ six months ≥ quarter I. Each line is compared with the
 * longest earlier period that has a number for it. No such period accepted: there is nothing to compare and nothing is said.
 */
export function cumulativeNeverFalls(rule: RuleOf<'cumulative-never-falls'>, input: CheckInput): Finding[] {
  const shorter = acceptedOf(input, shorterFromTheSameDay(input.period))
  const judged = flowsTyped(input).flatMap((cell): Judged[] => {
    const before = longestBefore(input, cell)
    return before ? [judgeFall(rule, input, cell, before)] : []
  })
  return told(
    rule,
    shorter.map(({ period }) => period),
    judged,
    [],
  )
}

type Judged = { cell: CellRef; is: 'agrees' | 'missing' | 'hedged' | 'waits' } | { cell: CellRef; is: Finding }
type Before = { period: Period; value: FigureValue }

/** What the longest earlier period counted from the same day says of a cell; null when none has a number. */
function longestBefore(input: CheckInput, cell: CellRef): Before | null {
  const values = acceptedOf(input, shorterFromTheSameDay(input.period)).map(({ period, figures }) => ({
    period,
    value: figures.get(cellKey(cell))?.value ?? notYetKnown,
  }))
  return values.find(({ value }) => isNumber(value)) ?? null
}

function judgeFall(rule: CheckRule, input: CheckInput, cell: CellRef, { period, value }: Before): Judged {
  const now = termAt(input, cell)
  const before = amountOf(value)
  if (isSkipped(rule.missing, [now !== null, before !== null]) || !now || before === null)
    return { cell, is: 'missing' }
  if (isHedged(value) || isHedged(valueAt(input, cell))) return { cell, is: 'hedged' }
  if (now.amount >= before) return { cell, is: 'agrees' }
  const facts = { kind: 'fell', now, of: input.period, before, period } as const
  return { cell, is: findingOf(rule, cellKey(cell), 'fails', [cell], facts) }
}

/** True for a cell that Q14 already says is wrong: that its quarters do not come to it either is the same mistake. */
function hasFallen(rule: CheckRule, input: CheckInput, cell: CellRef): boolean {
  const before = longestBefore(input, cell)
  return before !== null && typeof judgeFall(rule, input, cell, before).is !== 'string'
}

/**
 * Q15: a flow of six months, nine months or a year = the sum of its quarters. No quarter accepted: nothing is said. Some:
 * what they already exceed is wrong whatever the others bring, the rest waits for the quarters that are named. A line that
 * a quarter's form did not carry, or left without a number, waits by name. What Q14 already told is not told again.
 */
export function flowIsSumOfQuarters(rule: RuleOf<'flow-is-sum-of-quarters'>, input: CheckInput): Finding[] {
  const quarters = quartersWithin(input.period)
  const given = acceptedOf(input, quarters)
  const lacking = quarters.filter((quarter) => !given.some(({ period }) => period.to === quarter.to))
  const judged = flowsTyped(input).flatMap((cell): Judged[] => {
    const parts = given.map(({ period, figures }) => ({
      period,
      value: figures.get(cellKey(cell))?.value ?? notYetKnown,
    }))
    return parts.some(({ value }) => isNumber(value)) && !hasFallen(rule, input, cell)
      ? [judgeSum(rule, input, cell, { parts, lacking })]
      : []
  })
  return told(rule, quarters, judged, lacking)
}

function judgeSum(
  rule: CheckRule,
  input: CheckInput,
  cell: CellRef,
  given: { parts: Before[]; lacking: Period[] },
): Judged {
  const total = termAt(input, cell)
  const isGiven = [total !== null, ...given.parts.map(({ value }) => amountOf(value) !== null)]
  if (isSkipped(rule.missing, isGiven) || !total) return { cell, is: 'missing' }
  if ([valueAt(input, cell), ...given.parts.map(({ value }) => value)].some(isHedged)) return { cell, is: 'hedged' }
  const parts = given.parts.flatMap(({ period, value }) => {
    const amount = amountOf(value)
    return amount === null ? [] : [{ period, amount }]
  })
  const sum = add(...parts.map((part) => part.amount))
  const gap = subtract(total.amount, sum)
  const isWhole = parts.length === given.parts.length && given.lacking.length === 0
  if (isWhole && gap === zero) return { cell, is: 'agrees' }
  // Flows are never negative: quarters that already exceed the total are wrong whatever the missing ones turn out to be.
  if (!isWhole && gap >= zero) return { cell, is: 'waits' }
  const facts = { kind: 'quarters', total, parts, sum, gap } as const
  return { cell, is: findingOf(rule, cellKey(cell), 'fails', [cell], facts) }
}

/** One finding a line that is wrong; the lines that agree and those nobody can judge yet are told together. */
function told(rule: CheckRule, periods: Period[], judged: Judged[], lacking: Period[]): Finding[] {
  if (judged.length === 0) return []
  const those = (is: Judged['is']): CellRef[] => judged.filter((one) => one.is === is).map(({ cell }) => cell)
  const wrong = judged.flatMap(({ is }) => (typeof is === 'string' ? [] : [is]))
  const compared = those('agrees')
  // Every line waits for a quarter that was not accepted: it is enough to name the quarter.
  const waiting = lacking.length > 0 ? [] : those('waits')
  const [missing, hedged] = [those('missing'), those('hedged')]
  const open = [...missing, ...hedged, ...waiting]
  return [
    ...wrong,
    ...(compared.length > 0
      ? [findingOf(rule, 'khop', 'holds', compared, { kind: 'compared', periods, lines: compared.length })]
      : []),
    ...(open.length > 0 || lacking.length > 0
      ? [
          findingOf(rule, 'chua-ro', 'not-computable', open, {
            kind: 'not-compared',
            periods,
            missing,
            hedged,
            waiting,
            lacking,
          }),
        ]
      : []),
  ]
}

function acceptedOf(input: CheckInput, periods: Period[]): EarlierFigures[] {
  return periods.flatMap(
    (period) => input.earlier?.filter((one) => one.period.from === period.from && one.period.to === period.to) ?? [],
  )
}

/** The lines that count what happened in the period and add up over time, and that somebody typed. */
function flowsTyped(input: CheckInput): CellRef[] {
  return input.lines
    .filter(({ nature, overTime }) => nature === 'flow' && overTime === 'sum')
    .map(({ cell }) => cell)
    .filter((cell) => !isCounted(input, cell) && valueAt(input, cell).state !== 'not-applicable')
}

function isNumber(value: FigureValue | undefined): boolean {
  return value?.state === 'reported' || value?.state === 'zero'
}
