import { readNumeral, type Numeral } from '#kernel/numerals.ts'
import { absolute, add, divide, isWhole, quantity, roundTo, subtract, zero, type Quantity } from '#kernel/quantity.ts'
import { checkRules, type CheckRule } from './check-rule.ts'
import { amountOf, isHedged, notYetKnown, type Figure, type FigureValue } from './figure.ts'
import type { Finding, FindingFacts, Term, Verdict } from './finding.ts'
import { cellKey, type CellRef } from './indicator.ts'

/** What a report's figures are checked against. */
export type CheckInput = {
  /** The lines of the template, in its order; a rule about a line that is not carried says nothing. */
  lines: { cell: CellRef; numeral: Numeral }[]
  figures: ReadonlyMap<string, Figure>
  /** Units of the kind that divides an average (xã), and all units beside it; null where the territory is not known. */
  divisor: { units: number; allUnits: number } | null
  /** For a report that is summed from others: what the units below gave, by cell. */
  overUnits: ReadonlyMap<string, { summed: Quantity; unitsCounted: number }>
}

/** Every finding of every rule on one report, worst first. */
export function checkFigures(input: CheckInput): Finding[] {
  const order: Verdict[] = ['fails', 'asks', 'not-computable', 'holds']
  return checkRules
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
  }
}

type Of<Kind extends CheckRule['kind']> = Extract<CheckRule, { kind: Kind }>

function totalOfParts(rule: Of<'total-of-parts'>, input: CheckInput): Finding[] {
  const parts = rule.parts.filter((part) => carries(input, part))
  if (!carries(input, rule.total) || parts.length === 0) return []
  const cells = [rule.total, ...parts]
  const found = (verdict: Verdict, facts: FindingFacts): Finding[] => [
    finding(rule, cellKey(rule.total), verdict, cells, facts),
  ]
  const total = termAt(input, rule.total)
  const terms = parts.map((part) => termAt(input, part)).filter((term) => term !== null)
  const hedged = cells.filter((cell) => isHedged(valueAt(input, cell)))
  // Nothing was given at all: there is nothing to say yet.
  if (!total && terms.length === 0) return found('not-computable', { kind: 'missing', missing: cells, hedged: [] })
  const missing = parts.filter((part) => !termAt(input, part))
  if (!total || hedged.length > 0 || terms.length === 0) {
    return found('not-computable', { kind: 'missing', missing: total ? missing : [rule.total, ...missing], hedged })
  }
  const sum = add(...terms.map((term) => term.amount))
  const gap = subtract(total.amount, sum)
  const likelyMissing =
    rule.likelyMissing && missing.some((cell) => sameCell(cell, rule.likelyMissing)) ? rule.likelyMissing : null
  const facts: FindingFacts = { kind: 'sum', total, parts: terms, sum, gap, missing, likelyMissing }
  // Parts are never negative: parts that already exceed the total are wrong whatever the missing ones turn out to be, and
  // parts that already make it up leave nothing but zero for the missing ones.
  if (gap < zero) return found('fails', facts)
  if (gap === zero) return found('holds', facts)
  return found(missing.length > 0 ? 'not-computable' : 'fails', facts)
}

function partOfWhole(rule: Of<'part-of-whole'>, input: CheckInput): Finding[] {
  if (!carries(input, rule.part) || !carries(input, rule.whole)) return []
  const cells = [rule.part, rule.whole]
  const key = `${cellKey(rule.part)}-${cellKey(rule.whole)}`
  const part = termAt(input, rule.part)
  const whole = termAt(input, rule.whole)
  const hedged = cells.filter((cell) => isHedged(valueAt(input, cell)))
  if (!part || !whole || hedged.length > 0) {
    const missing = cells.filter((cell) => !termAt(input, cell))
    return [finding(rule, key, 'not-computable', cells, { kind: 'missing', missing, hedged })]
  }
  const verdict = part.amount <= whole.amount ? 'holds' : 'fails'
  return [finding(rule, key, verdict, cells, { kind: 'part-and-whole', part, whole })]
}

function averagePerUnit(rule: Of<'average-per-unit'>, input: CheckInput): Finding[] {
  if (!carries(input, rule.average) || !carries(input, rule.total)) return []
  const cells = [rule.average, rule.total]
  const key = cellKey(rule.average)
  const average = termAt(input, rule.average)
  const total = termAt(input, rule.total)
  const hedged = cells.filter((cell) => isHedged(valueAt(input, cell)))
  const absent = cells.filter((cell) => !termAt(input, cell) || valueAt(input, cell).state === 'not-applicable')
  if (!average || !total || hedged.length > 0 || absent.length > 0) {
    return [finding(rule, key, 'not-computable', cells, { kind: 'missing', missing: absent, hedged })]
  }
  const implied = divide(total.amount, average.amount)
  const units = input.divisor?.units ?? null
  const otherUnits = input.divisor && input.divisor.allUnits !== units ? input.divisor.allUnits : null
  const facts: FindingFacts = { kind: 'average', average, total, units, otherUnits, implied }
  if (units === null) {
    // Without a list of units the average can still be wrong: no whole number of units gives it.
    return [finding(rule, key, implied && isWhole(roundTo(implied, 1)) ? 'asks' : 'fails', cells, facts)]
  }
  const expected = divide(total.amount, quantity(units))
  // Published averages are rounded to two decimals: ± 0.005.
  const agrees = expected !== null && absolute(subtract(expected, average.amount)) <= quantity('0.005')
  // An average that was counted has nothing to correct in it: its total is worth a question.
  const isCounted = input.figures.get(key)?.basis === 'counted'
  return [finding(rule, key, agrees ? 'holds' : isCounted ? 'asks' : 'fails', cells, facts)]
}

function turnsAndPersons(rule: Of<'turns-and-persons'>, input: CheckInput): Finding[] {
  if (!carries(input, rule.turns) || !carries(input, rule.persons)) return []
  const cells = [rule.turns, rule.persons]
  const turns = termAt(input, rule.turns)
  const persons = termAt(input, rule.persons)
  const hedged = cells.filter((cell) => isHedged(valueAt(input, cell)))
  if (!turns || !persons || hedged.length > 0) {
    const missing = cells.filter((cell) => !termAt(input, cell))
    return [finding(rule, cellKey(rule.turns), 'not-computable', cells, { kind: 'missing', missing, hedged })]
  }
  const equalOfMany = turns.amount === persons.amount && turns.amount >= quantity(rule.suspiciousFrom)
  const verdict = turns.amount < persons.amount || equalOfMany ? 'asks' : 'holds'
  return [finding(rule, cellKey(rule.turns), verdict, cells, { kind: 'turns-and-persons', turns, persons })]
}

function totalOverUnits(rule: Of<'total-over-units'>, input: CheckInput): Finding[] {
  return input.lines.flatMap(({ cell }) => {
    const below = input.overUnits.get(cellKey(cell))
    const stated = input.figures.get(cellKey(cell))
    // A counted cell is the sum itself; only a total that somebody typed can differ from it.
    if (!below || !stated || stated.basis === 'counted') return []
    const amount = amountOf(stated.value)
    if (amount === null || isHedged(stated.value)) {
      const missing = amount === null ? [cell] : []
      const hedged = amount === null ? [] : [cell]
      return [finding(rule, cellKey(cell), 'not-computable', [cell], { kind: 'missing', missing, hedged })]
    }
    const gap = subtract(amount, below.summed)
    const facts: FindingFacts = {
      kind: 'over-units',
      stated: { cell, amount },
      summed: below.summed,
      unitsCounted: below.unitsCounted,
      gap,
    }
    return [finding(rule, cellKey(cell), gap === zero ? 'holds' : 'fails', [cell], facts)]
  })
}

function plausibleNumbers(rule: Of<'plausible-number'>, input: CheckInput): Finding[] {
  return input.lines.flatMap(({ cell, numeral }) => {
    const figure = input.figures.get(cellKey(cell))
    const problem = figure ? problemOf(figure, numeral) : null
    if (!figure || !problem) return []
    return [finding(rule, cellKey(cell), 'fails', [cell], { kind: 'number', cell, problem, raw: figure.raw })]
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

function scopesNeverSummed(rule: Of<'scopes-never-summed'>, input: CheckInput): Finding[] {
  const cells = rule.scopes.filter((cell) => carries(input, cell))
  const scopes = cells
    .map((cell) => termAt(input, cell))
    .filter((term) => term !== null && term.amount > zero) as Term[]
  // With one scope there is nothing that could be added up.
  if (scopes.length < 2) return []
  const total = carries(input, rule.total) ? termAt(input, rule.total) : null
  const sum = add(...scopes.map((term) => term.amount))
  const verdict = total && total.amount === sum ? 'fails' : 'holds'
  return [finding(rule, cellKey(rule.total), verdict, [rule.total, ...cells], { kind: 'scopes', total, scopes, sum })]
}

function finding(rule: CheckRule, key: string, verdict: Verdict, cells: CellRef[], facts: FindingFacts): Finding {
  return { rule: rule.id, key: `${rule.id}:${key}`, verdict, explainable: rule.explainable, cells, facts }
}

function carries(input: CheckInput, cell: CellRef): boolean {
  return input.lines.some((line) => sameCell(line.cell, cell))
}

function sameCell(one: CellRef, other: CellRef | undefined): boolean {
  return one.code === other?.code && one.dimension === other.dimension
}

function valueAt(input: CheckInput, cell: CellRef): FigureValue {
  return input.figures.get(cellKey(cell))?.value ?? notYetKnown
}

function termAt(input: CheckInput, cell: CellRef): Term | null {
  const amount = amountOf(valueAt(input, cell))
  return amount === null ? null : { cell, amount }
}
