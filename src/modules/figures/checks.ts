import { readNumeral, type Numeral } from '#kernel/numerals.ts'
import { add, isWhole, quantity, subtract, zero } from '#kernel/quantity.ts'
import { carries, findingOf, heldBack, termAt, type CheckInput, type CheckLine, type RuleOf } from './check-input.ts'
import { isOwn, refuseMixedUnits, unitsMixedBy, type CheckRule } from './check-rule.ts'
import { outliersAmongPeers } from './checks-among-peers.ts'
import { changeBeyond, copiedForward, outliers, stockNeverFalls } from './checks-of-history.ts'
import { allZero, ratioBounds, roundNumbers } from './checks-of-shape.ts'
import { checkSums } from './checks-of-sums.ts'
import { eventInPeriod, foreignUnitOf, unitAsWritten } from './checks-of-text.ts'
import { changeSinceLastYear, cumulativeNeverFalls, flowIsSumOfQuarters } from './checks-over-time.ts'
import { amountOf, type Figure } from './figure.ts'
import type { Finding, FindingFacts, Term, Verdict } from './finding.ts'
import { traceGap } from './gap-trace.ts'
import { cellKey, type CellRef } from './indicator.ts'

/** Every finding of every rule on one report, worst first. */
export function checkFigures(input: CheckInput, rules: readonly CheckRule[]): Finding[] {
  const order: Verdict[] = ['fails', 'asks', 'not-computable', 'holds']
  return rulesThatSpeak(input.lines, rules)
    .flatMap((rule) => applyRule(rule, input))
    .sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict))
}

/**
 * The rules that may judge these lines. A province's own rule was held to one unit of count when it was written; where a
 * definition changed since, it says nothing, and no report of the province stops because of it.
 */
export function rulesThatSpeak(lines: readonly CheckLine[], rules: readonly CheckRule[]): CheckRule[] {
  const units = new Map(lines.map((line) => [cellKey(line.cell), line.unitOfCount]))
  const unitOf = (cell: CellRef): string | null => units.get(cellKey(cell)) ?? null
  refuseMixedUnits(
    rules.filter(({ id }) => !isOwn(id)),
    unitOf,
  )
  return rules.filter((rule) => !isOwn(rule.id) || unitsMixedBy(rule, unitOf).length === 0)
}

function applyRule(rule: CheckRule, input: CheckInput): Finding[] {
  switch (rule.kind) {
    case 'total-of-parts':
    case 'part-of-whole':
    case 'average-per-unit':
    case 'turns-and-persons':
    case 'percent-of-sums':
      return checkSums(rule, input)
    case 'total-over-units':
      return totalOverUnits(rule, input)
    case 'plausible-number':
      return plausibleNumbers(rule, input)
    case 'scopes-never-summed':
      return scopesNeverSummed(rule, input)
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
