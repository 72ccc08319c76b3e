import type { Qualifier } from '#kernel/numerals.ts'
import { add, divide, quantity, roundTo } from '#kernel/quantity.ts'
import { carries, termAt, valueAt, type RuleOf, type SumsInput } from './check-input.ts'
import { percentageOf, type RuleOfSums } from './checks-of-sums.ts'
import type { FigureValue } from './figure.ts'
import type { Term } from './finding.ts'
import type { CellRef } from './indicator.ts'
import { hedgeOfQuotient, hedgeOfSum, valueOf } from './rollup.ts'

/**
 * What a total or a ratio comes to by the other cells of its rule (số tính ra), whatever stands in its own: added and divided as
 * the check does it, with the hedge that `rollup.ts` would give it. Not applicable where it would be divided by nothing; null
 * while a number for it is missing, and for rules that work nothing out.
 */
export function workedOut(rule: RuleOfSums, input: SumsInput): FigureValue | null {
  switch (rule.kind) {
    case 'total-of-parts':
      return sumOfParts(rule, input)
    case 'average-per-unit':
      return averageOfTotal(rule, input)
    case 'percent-of-sums':
      return percentage(rule, input)
    case 'part-of-whole':
    case 'turns-and-persons':
      return null
  }
}

/** Of the parts that have a number; null while none has. */
function sumOfParts({ parts }: RuleOf<'total-of-parts'>, input: SumsInput): FigureValue | null {
  const terms = termsIn(
    parts.filter((part) => carries(input, part)),
    input,
  )
  return terms.length === 0 ? null : valueOf(add(...terms.map(({ amount }) => amount)), hedgeOf(terms, input))
}

function averageOfTotal({ total }: RuleOf<'average-per-unit'>, input: SumsInput): FigureValue | null {
  const term = termAt(input, total)
  if (!term || !input.divisor) return null
  const average = divide(term.amount, quantity(input.divisor.units), 2)
  return average === null ? { state: 'not-applicable' } : valueOf(average, hedgeOf([term], input))
}

function percentage({ numerator, denominator }: RuleOf<'percent-of-sums'>, input: SumsInput): FigureValue | null {
  const [above, below] = [termsIn(numerator, input), termsIn(denominator, input)]
  if (above.length < numerator.length || below.length < denominator.length) return null
  const percent = percentageOf(above, below)
  if (percent === null) return { state: 'not-applicable' }
  return valueOf(roundTo(percent, 2), hedgeOfQuotient(hedgeOf(above, input), hedgeOf(below, input)))
}

function termsIn(cells: readonly CellRef[], input: SumsInput): Term[] {
  return cells.map((cell) => termAt(input, cell)).filter((term) => term !== null)
}

function hedgeOf(terms: readonly Term[], input: SumsInput): Qualifier {
  const values = terms.map(({ cell }) => valueAt(input, cell))
  return hedgeOfSum(values.map((value) => (value.state === 'reported' ? value.qualifier : 'exact')))
}
