import { readNumeral, type Numeral } from '#kernel/numerals.ts'
import { absolute, add, divide, isWhole, quantity, roundTo, subtract, zero, type Quantity } from '#kernel/quantity.ts'
import {
  carries,
  findingOf,
  gapsAmong,
  heldBack,
  isCounted,
  sameCell,
  termAt,
  valueAt,
  type CheckInput,
  type RuleOf,
} from './check-input.ts'
import { isOwn, refuseMixedUnits, unitsMixedBy, type CheckRule } from './check-rule.ts'
import { outliersAmongPeers } from './checks-among-peers.ts'
import { changeBeyond, copiedForward, outliers, stockNeverFalls } from './checks-of-history.ts'
import { allZero, ratioBounds, roundNumbers } from './checks-of-shape.ts'
import { eventInPeriod, foreignUnitOf, unitAsWritten } from './checks-of-text.ts'
import { changeSinceLastYear, cumulativeNeverFalls, flowIsSumOfQuarters } from './checks-over-time.ts'
import { amountOf, type Figure } from './figure.ts'
import type { Finding, FindingFacts, Term, Verdict } from './finding.ts'
import { traceGap } from './gap-trace.ts'
import { cellKey, type CellRef } from './indicator.ts'

/**
 * Every finding of every rule on one report, worst first. A province's own rule was held to one unit of count when it was
 * written; where a definition changed since, it says nothing, and no report of the province stops because of it.
 */
export function checkFigures(input: CheckInput, rules: readonly CheckRule[]): Finding[] {
  const units = new Map(input.lines.map((line) => [cellKey(line.cell), line.unitOfCount]))
  const unitOf = (cell: CellRef): string | null => units.get(cellKey(cell)) ?? null
  refuseMixedUnits(
    rules.filter(({ id }) => !isOwn(id)),
    unitOf,
  )
  const order: Verdict[] = ['fails', 'asks', 'not-computable', 'holds']
  return rules
    .filter((rule) => !isOwn(rule.id) || unitsMixedBy(rule, unitOf).length === 0)
    .flatMap((rule) => applyRule(rule, input))
    .sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict))
}

function applyRule(rule: CheckRule, input: CheckInput): Finding[] {
  switch (rule.kind) {
    case 'total-of-parts':
      return totalOfParts(rule, input)
    case 'part-of-whole':
      return partOfWhole(rule, input)
    case 'average-per-unit':
      return averagePerUnit(rule, input)
    case 'turns-and-persons':
      return turnsAndPersons(rule, input)
    case 'total-over-units':
      return totalOverUnits(rule, input)
    case 'plausible-number':
      return plausibleNumbers(rule, input)
    case 'scopes-never-summed':
      return scopesNeverSummed(rule, input)
    case 'percent-of-sums':
      return percentOfSums(rule, input)
    case 'change-since-last-year':
      return changeSinceLastYear(rule, input)
    case 'cumulative-never-falls':
      return cumulativeNeverFalls(rule, input)
    case 'flow-is-sum-of-quarters':
      return flowIsSumOfQuarters(rule, input)
    case 'unit-as-written':
      return unitAsWritten(rule, input)
    case 'event-in-period':
      return eventInPeriod(rule, input)
    case 'stock-never-falls':
      return stockNeverFalls(rule, input)
    case 'change-beyond':
      return changeBeyond(rule, input)
    case 'copied-forward':
      return copiedForward(rule, input)
    case 'outlier':
      return outliers(rule, input)
    case 'outlier-among-peers':
      return outliersAmongPeers(rule, input)
    case 'all-zero':
      return allZero(rule, input)
    case 'round-numbers':
      return roundNumbers(rule, input)
    case 'ratio-bounds':
      return ratioBounds(rule, input)
  }
}

function totalOfParts(rule: RuleOf<'total-of-parts'>, input: CheckInput): Finding[] {
  const parts = rule.parts.filter((part) => carries(input, part))
  if (!carries(input, rule.total) || parts.length === 0) return []
  const cells = [rule.total, ...parts]
  const found = (verdict: Verdict, facts: FindingFacts): Finding[] => [
    findingOf(rule, cellKey(rule.total), verdict, cells, facts),
  ]
  const total = termAt(input, rule.total)
  const terms = parts.map((part) => termAt(input, part)).filter((term) => term !== null)
  const gaps = heldBack(rule, input, cells)
  // Without the total, or without a single part of it, nothing can be held against anything.
  if (gaps || !total || terms.length === 0) {
    return found('not-computable', { kind: 'missing', ...(gaps ?? gapsAmong(input, cells)) })
  }
  const missing = parts.filter((part) => !termAt(input, part))
  const sum = add(...terms.map((term) => term.amount))
  const gap = subtract(total.amount, sum)
  const likelyMissing =
    rule.likelyMissing && missing.some((cell) => sameCell(cell, rule.likelyMissing)) ? rule.likelyMissing : null
  const facts: FindingFacts = { kind: 'sum', total, parts: terms, sum, gap, missing, likelyMissing }
  // Parts are never negative: parts that already exceed the total are wrong whatever the missing ones turn out to be, and
  // parts that already make it up leave nothing but zero for the missing ones.
  if (gap < zero) return found(wrong(rule, input, cells), facts)
  if (gap === zero) return found('holds', facts)
  return found(missing.length > 0 ? 'not-computable' : wrong(rule, input, cells), facts)
}

function partOfWhole(rule: RuleOf<'part-of-whole'>, input: CheckInput): Finding[] {
  if (!carries(input, rule.part) || !carries(input, rule.whole)) return []
  const cells = [rule.part, rule.whole]
  const key = `${cellKey(rule.part)}-${cellKey(rule.whole)}`
  const part = termAt(input, rule.part)
  const whole = termAt(input, rule.whole)
  const gaps = heldBack(rule, input, cells)
  if (gaps || !part || !whole) {
    return [findingOf(rule, key, 'not-computable', cells, { kind: 'missing', ...(gaps ?? gapsAmong(input, cells)) })]
  }
  const verdict = part.amount <= whole.amount ? 'holds' : wrong(rule, input, cells)
  return [findingOf(rule, key, verdict, cells, { kind: 'part-and-whole', part, whole })]
}

/** What must be corrected and was only counted has nothing to correct in it: it is worth a question to who typed it below. */
function wrong(rule: CheckRule, input: CheckInput, cells: CellRef[]): Verdict {
  return rule.severity === 'must-match' && cells.every((cell) => isCounted(input, cell)) ? 'asks' : 'fails'
}

function averagePerUnit(rule: RuleOf<'average-per-unit'>, input: CheckInput): Finding[] {
  if (!carries(input, rule.average) || !carries(input, rule.total)) return []
  const cells = [rule.average, rule.total]
  const key = cellKey(rule.average)
  const average = termAt(input, rule.average)
  const total = termAt(input, rule.total)
  // An average that does not apply has no total to go with, and no number can be divided by it.
  const gaps = heldBack(rule, input, cells, (cell) => valueAt(input, cell).state !== 'not-applicable')
  if (gaps || !average || !total) {
    return [findingOf(rule, key, 'not-computable', cells, { kind: 'missing', ...(gaps ?? gapsAmong(input, cells)) })]
  }
  const implied = divide(total.amount, average.amount)
  const units = input.divisor?.units ?? null
  const otherUnits = input.divisor && input.divisor.allUnits !== units ? input.divisor.allUnits : null
  const facts: FindingFacts = { kind: 'average', average, total, units, otherUnits, implied }
  if (units === null) {
    // Without a list of units the average can still be wrong: no whole number of units gives it.
    const nearest = implied ? roundTo(implied, 0) : zero
    const possible = nearest > zero && agreesWith(total.amount, nearest, average.amount)
    return [findingOf(rule, key, possible ? 'asks' : 'fails', cells, facts)]
  }
  const agrees = agreesWith(total.amount, quantity(units), average.amount)
  // An average that was counted has nothing to correct in it: its total is worth a question.
  const verdict = isCounted(input, rule.average) ? 'asks' : 'fails'
  return [findingOf(rule, key, agrees ? 'holds' : verdict, cells, facts)]
}

/** Published averages are rounded to two decimals: ± 0.005. */
function agreesWith(total: Quantity, units: Quantity, average: Quantity): boolean {
  const expected = divide(total, units)
  return expected !== null && absolute(subtract(expected, average)) <= quantity('0.005')
}

/** Q25: percentages are written with one decimal at least: ± 0.1. Nothing divides by nothing: then there is no percentage. */
function percentOfSums(rule: RuleOf<'percent-of-sums'>, input: CheckInput): Finding[] {
  const cells = [rule.percent, ...rule.numerator, ...rule.denominator].filter(
    (cell, index, all) => all.findIndex((one) => sameCell(one, cell)) === index,
  )
  if (!cells.every((cell) => carries(input, cell)) || valueAt(input, rule.percent).state === 'not-applicable') return []
  const key = cellKey(rule.percent)
  const percent = termAt(input, rule.percent)
  const gaps = heldBack(rule, input, cells)
  if (gaps || !percent) {
    return [findingOf(rule, key, 'not-computable', cells, { kind: 'missing', ...(gaps ?? gapsAmong(input, cells)) })]
  }
  const termsOf = (some: typeof cells): Term[] =>
    some.map((cell) => termAt(input, cell)).filter((term) => term !== null)
  const numerator = termsOf(rule.numerator)
  const denominator = termsOf(rule.denominator)
  const top = add(...numerator.map((term) => term.amount))
  const expected = divide((top * 100n) as Quantity, add(...denominator.map((term) => term.amount)))
  const facts: FindingFacts = { kind: 'percent', percent, numerator, denominator, expected }
  const agrees = expected !== null && absolute(subtract(expected, percent.amount)) <= quantity('0.1')
  // “0 %” of nothing is a habit of writing, and a percentage that was counted has nothing to correct in it.
  const isLight = isCounted(input, rule.percent) || (expected === null && percent.amount === zero)
  return [findingOf(rule, key, agrees ? 'holds' : isLight ? 'asks' : 'fails', cells, facts)]
}

function turnsAndPersons(rule: RuleOf<'turns-and-persons'>, input: CheckInput): Finding[] {
  if (!carries(input, rule.turns) || !carries(input, rule.persons)) return []
  const cells = [rule.turns, rule.persons]
  const turns = termAt(input, rule.turns)
  const persons = termAt(input, rule.persons)
  const gaps = heldBack(rule, input, cells)
  if (gaps || !turns || !persons) {
    const lacking = gaps ?? gapsAmong(input, cells)
    return [findingOf(rule, cellKey(rule.turns), 'not-computable', cells, { kind: 'missing', ...lacking })]
  }
  const equalOfMany = turns.amount === persons.amount && turns.amount >= quantity(rule.suspiciousFrom)
  const verdict = turns.amount < persons.amount || equalOfMany ? 'fails' : 'holds'
  return [findingOf(rule, cellKey(rule.turns), verdict, cells, { kind: 'turns-and-persons', turns, persons })]
}

function totalOverUnits(rule: RuleOf<'total-over-units'>, input: CheckInput): Finding[] {
  return input.lines.flatMap(({ cell }) => {
    const below = input.overUnits.get(cellKey(cell))
    const stated = input.figures.get(cellKey(cell))
    // A counted cell is the sum itself; only a total that somebody typed can differ from it.
    if (!below || !stated || stated.basis === 'counted') return []
    const amount = amountOf(stated.value)
    const gaps = heldBack(rule, input, [cell])
    if (gaps || amount === null || below.isHedged) {
      const lacking = gaps ?? { missing: [], hedged: [cell] }
      return [findingOf(rule, cellKey(cell), 'not-computable', [cell], { kind: 'missing', ...lacking })]
    }
    const gap = subtract(amount, below.summed)
    const facts: FindingFacts = {
      kind: 'over-units',
      stated: { cell, amount },
      summed: below.summed,
      unitsCounted: below.unitsCounted,
      gap,
      traced: traceGap(gap, below.candidates ?? []),
    }
    return [findingOf(rule, cellKey(cell), gap === zero ? 'holds' : 'fails', [cell], facts)]
  })
}

function plausibleNumbers(rule: RuleOf<'plausible-number'>, input: CheckInput): Finding[] {
  return input.lines.flatMap((line) => {
    const { cell } = line
    const figure = input.figures.get(cellKey(cell))
    const problem = figure ? problemOf(figure, line.numeral) : null
    // “777 người” in a cell of lượt is told by Q21, which knows what is wrong with it.
    if (!figure || !problem || (problem === 'unreadable' && foreignUnitOf(line, input))) return []
    return [findingOf(rule, cellKey(cell), 'fails', [cell], { kind: 'number', cell, problem, raw: figure.raw })]
  })
}

function problemOf(figure: Figure, numeral: Numeral): Extract<FindingFacts, { kind: 'number' }>['problem'] | null {
  if (figure.basis !== 'counted' && readNumeral(figure.raw, numeral).kind === 'asked') return 'unreadable'
  if (figure.value.state !== 'reported') return null
  const { amount } = figure.value
  if (numeral === 'change') return isWhole(amount) ? null : 'fraction'
  if (amount < zero) return 'negative'
  if (numeral === 'count' && !isWhole(amount)) return 'fraction'
  return numeral === 'percent' && amount > quantity(100) ? 'above-100' : null
}

function scopesNeverSummed(rule: RuleOf<'scopes-never-summed'>, input: CheckInput): Finding[] {
  const cells = rule.scopes.filter((cell) => carries(input, cell))
  const scopes = cells
    .map((cell) => termAt(input, cell))
    .filter((term) => term !== null && term.amount > zero) as Term[]
  // With one scope there is nothing that could be added up.
  if (scopes.length < 2) return []
  const total = carries(input, rule.total) ? termAt(input, rule.total) : null
  const facts = (added: Term[]): FindingFacts => ({ kind: 'scopes', total, scopes, added })
  const found = (verdict: Verdict, added: Term[]): Finding[] => [
    findingOf(rule, cellKey(rule.total), verdict, [rule.total, ...cells], facts(added)),
  ]
  const added = total
    ? subsetsOf(scopes).find((some) => add(...some.map((term) => term.amount)) === total.amount)
    : null
  if (!added) return found('holds', [])
  // A rounded number that comes to the total proves nothing against anybody.
  const gaps = heldBack(rule, input, [rule.total, ...added.map(({ cell }) => cell)])
  if (gaps) return [findingOf(rule, cellKey(rule.total), 'not-computable', cells, { kind: 'missing', ...gaps })]
  // Two scopes may give the total by chance; all three of them, kept and new alike, may not.
  return found(added.length > 2 ? 'fails' : 'asks', added)
}

/** Every way to add up two or more of the terms, the longest first. */
function subsetsOf(terms: Term[]): Term[][] {
  const all = terms.reduce<Term[][]>((some, term) => [...some, ...some.map((one) => [...one, term])], [[]])
  return all.filter((one) => one.length > 1).sort((one, other) => other.length - one.length)
}
