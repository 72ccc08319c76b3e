import { absolute, add, divide, quantity, roundTo, subtract, zero, type Quantity } from '#kernel/quantity.ts'
import {
  carries,
  findingOf,
  gapsAmong,
  heldBack,
  isCounted,
  sameCell,
  termAt,
  valueAt,
  type RuleOf,
  type SumsInput,
} from './check-input.ts'
import type { CheckRule } from './check-rule.ts'
import type { Finding, FindingFacts, Term, Verdict } from './finding.ts'
import { cellKey, type CellRef } from './indicator.ts'

const kindsOfSums = [
  'total-of-parts',
  'part-of-whole',
  'average-per-unit',
  'turns-and-persons',
  'percent-of-sums',
] as const

/** A rule that holds cells of one report against each other, and needs nothing that was reported elsewhere or before. */
export type RuleOfSums = RuleOf<(typeof kindsOfSums)[number]>

export function isRuleOfSums(rule: CheckRule): rule is RuleOfSums {
  return kindsOfSums.some((kind) => kind === rule.kind)
}

/** What such a rule finds: one finding, or none where a line of it is not carried. The page that is typed in asks the same. */
export function checkSums(rule: RuleOfSums, input: SumsInput): Finding[] {
  switch (rule.kind) {
    case 'total-of-parts':
      return totalOfParts(rule, input)
    case 'part-of-whole':
      return partOfWhole(rule, input)
    case 'average-per-unit':
      return averagePerUnit(rule, input)
    case 'turns-and-persons':
      return turnsAndPersons(rule, input)
    case 'percent-of-sums':
      return percentOfSums(rule, input)
  }
}

/** The cells that such a rule names, each once. */
export function cellsOfSums(rule: RuleOfSums): CellRef[] {
  const named = namedBy(rule)
  return named.filter((cell, index) => named.findIndex((one) => sameCell(one, cell)) === index)
}

function namedBy(rule: RuleOfSums): CellRef[] {
  switch (rule.kind) {
    case 'total-of-parts':
      return [rule.total, ...rule.parts]
    case 'part-of-whole':
      return [rule.part, rule.whole]
    case 'average-per-unit':
      return [rule.average, rule.total]
    case 'turns-and-persons':
      return [rule.turns, rule.persons]
    case 'percent-of-sums':
      return [rule.percent, ...rule.numerator, ...rule.denominator]
  }
}

/** What the finding of such a rule is known by; a rule has one. */
export function findingKeyOf(rule: RuleOfSums): string {
  return `${rule.id}:${keyIn(rule)}`
}

function keyIn(rule: RuleOfSums): string {
  const [first = '', second = ''] = namedBy(rule).map(cellKey)
  return rule.kind === 'part-of-whole' ? `${first}-${second}` : first
}

/** A percentage of sums; null where it would be divided by nothing. */
export function percentageOf(numerator: readonly Term[], denominator: readonly Term[]): Quantity | null {
  const top = add(...numerator.map((term) => term.amount))
  return divide((top * 100n) as Quantity, add(...denominator.map((term) => term.amount)))
}

function totalOfParts(rule: RuleOf<'total-of-parts'>, input: SumsInput): Finding[] {
  const parts = rule.parts.filter((part) => carries(input, part))
  if (!carries(input, rule.total) || parts.length === 0) return []
  const cells = [rule.total, ...parts]
  const found = (verdict: Verdict, facts: FindingFacts): Finding[] => [
    findingOf(rule, keyIn(rule), verdict, cells, facts),
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

function partOfWhole(rule: RuleOf<'part-of-whole'>, input: SumsInput): Finding[] {
  if (!carries(input, rule.part) || !carries(input, rule.whole)) return []
  const cells = [rule.part, rule.whole]
  const key = keyIn(rule)
  const part = termAt(input, rule.part)
  const whole = termAt(input, rule.whole)
  const gaps = heldBack(rule, input, cells)
  if (gaps || !part || !whole) {
    return [findingOf(rule, key, 'not-computable', cells, { kind: 'missing', ...(gaps ?? gapsAmong(input, cells)) })]
  }
  const verdict = part.amount <= whole.amount ? 'holds' : wrong(rule, input, cells)
  return [findingOf(rule, key, verdict, cells, { kind: 'part-and-whole', part, whole })]
}

function averagePerUnit(rule: RuleOf<'average-per-unit'>, input: SumsInput): Finding[] {
  if (!carries(input, rule.average) || !carries(input, rule.total)) return []
  const cells = [rule.average, rule.total]
  const key = keyIn(rule)
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
function percentOfSums(rule: RuleOf<'percent-of-sums'>, input: SumsInput): Finding[] {
  const cells = cellsOfSums(rule)
  if (!cells.every((cell) => carries(input, cell)) || valueAt(input, rule.percent).state === 'not-applicable') return []
  const key = keyIn(rule)
  const percent = termAt(input, rule.percent)
  const gaps = heldBack(rule, input, cells)
  if (gaps || !percent) {
    return [findingOf(rule, key, 'not-computable', cells, { kind: 'missing', ...(gaps ?? gapsAmong(input, cells)) })]
  }
  const termsOf = (some: typeof cells): Term[] =>
    some.map((cell) => termAt(input, cell)).filter((term) => term !== null)
  const numerator = termsOf(rule.numerator)
  const denominator = termsOf(rule.denominator)
  const expected = percentageOf(numerator, denominator)
  const facts: FindingFacts = { kind: 'percent', percent, numerator, denominator, expected }
  const agrees = expected !== null && absolute(subtract(expected, percent.amount)) <= quantity('0.1')
  // “0 %” of nothing is a habit of writing, and a percentage that was counted has nothing to correct in it.
  const isLight = isCounted(input, rule.percent) || (expected === null && percent.amount === zero)
  return [findingOf(rule, key, agrees ? 'holds' : isLight ? 'asks' : 'fails', cells, facts)]
}

function turnsAndPersons(rule: RuleOf<'turns-and-persons'>, input: SumsInput): Finding[] {
  if (!carries(input, rule.turns) || !carries(input, rule.persons)) return []
  const cells = [rule.turns, rule.persons]
  const turns = termAt(input, rule.turns)
  const persons = termAt(input, rule.persons)
  const gaps = heldBack(rule, input, cells)
  if (gaps || !turns || !persons) {
    const lacking = gaps ?? gapsAmong(input, cells)
    return [findingOf(rule, keyIn(rule), 'not-computable', cells, { kind: 'missing', ...lacking })]
  }
  const equalOfMany = turns.amount === persons.amount && turns.amount >= quantity(rule.suspiciousFrom)
  const verdict = turns.amount < persons.amount || equalOfMany ? 'fails' : 'holds'
  return [findingOf(rule, keyIn(rule), verdict, cells, { kind: 'turns-and-persons', turns, persons })]
}

/** What must be corrected and was only counted has nothing to correct in it: it is worth a question to who typed it below. */
function wrong(rule: CheckRule, input: SumsInput, cells: CellRef[]): Verdict {
  return rule.severity === 'must-match' && cells.every((cell) => isCounted(input, cell)) ? 'asks' : 'fails'
}
