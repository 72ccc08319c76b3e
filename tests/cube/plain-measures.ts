import type { Expression, Factor } from '#modules/figures/expression.ts'
import type { Random } from '../support/random.ts'
import type { PlainSums } from './plain-sums.ts'

/** A measure as it is asked of the cube, and the cells that are added over the same units, group by group. */
export type PlainMeasure = {
  key: string
  expression: Expression
  groups: string[][]
  /** Null for a plain cell, whose hedge is compared too. */
  formula: Expression | null
  /** Of an average over a kind of unit. */
  kind: string | null
}

// Those that a reader may not see at all are asked for less often: a refusal compares nothing.
const codes = ['TX1', 'TX1', 'TX1', 'TX2', 'TX2', 'TX3', 'TX3', 'TX3', 'TX6', 'TX7', 'TX8', 'TX8'] as const

export function measureAtRandom(random: Random, isOnMap: boolean): PlainMeasure {
  const dice = random.below(100)
  if (dice < 45) return plain(cellAtRandom(random))
  if (dice < 60) return quotient('TX4', ['TX1:', 'TX3:'], percent(cellOf('TX1:'), cellOf('TX3:')), null)
  if (dice < 65 && !isOnMap) {
    return quotient(
      'TX9',
      ['TX1:'],
      {
        kind: 'ratio',
        numerator: cellOf('TX1:'),
        denominator: { kind: 'units', of: cellOf('TX1:'), unitKind: 'commune' },
        factor: 1,
      },
      'commune',
    )
  }
  if (dice < 75) return conditional(random)
  for (;;) {
    const formula = formulaAtRandom(random, 2)
    const cells = [...new Set(cellsIn(formula))]
    if (cells.length > 0 && formula.kind !== 'cell') {
      return { key: JSON.stringify(formula, texts), expression: formula, groups: [cells], formula, kind: null }
    }
  }
}

const texts = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)

const cellAtRandom = (random: Random): string => `${random.of(codes)}:${random.chance(0.2) ? 'a' : ''}`

function cellOf(cell: string): Expression {
  const [code = '', dimension = ''] = cell.split(':')
  return { kind: 'cell', cell: { code, dimension } }
}

function plain(cell: string): PlainMeasure {
  return { key: cell, expression: cellOf(cell), groups: [[cell]], formula: null, kind: null }
}

function percent(numerator: Expression, denominator: Expression): Expression {
  return { kind: 'ratio', numerator, denominator, factor: 100 }
}

/** An indicator that is itself a ratio: asked for by its code, worked out as its formula. */
function quotient(code: string, cells: string[], formula: Expression, kind: string | null): PlainMeasure {
  return { key: code, expression: cellOf(`${code}:`), groups: [cells], formula, kind }
}

function conditional(random: Random): PlainMeasure {
  const [left, then, otherwise] = [cellAtRandom(random), cellAtRandom(random), cellAtRandom(random)]
  const comparison = random.of(['less', 'at-most', 'equal', 'at-least', 'more'] as const)
  const right: Expression = { kind: 'number', amount: (BigInt(random.below(60_000)) * 10_000n) as never }
  const formula: Expression = {
    ...{ kind: 'if', condition: { left: cellOf(left), comparison, right } },
    ...{ then: cellOf(then), otherwise: cellOf(otherwise) },
  }
  return {
    key: JSON.stringify(formula, texts),
    expression: formula,
    groups: [[left], [then], [otherwise]],
    formula,
    kind: null,
  }
}

function formulaAtRandom(random: Random, depth: number): Expression {
  const part = (): Expression => formulaAtRandom(random, depth - 1)
  const dice = depth <= 0 ? random.below(5) : random.below(12)
  if (dice === 0) return { kind: 'number', amount: (BigInt(random.below(500_000)) * 100n) as never }
  if (dice < 5) return cellOf(cellAtRandom(random))
  if (dice < 7) return { kind: 'sum', of: [part(), part()] }
  if (dice < 9) return { kind: 'difference', from: part(), take: part() }
  if (dice < 11) {
    const factor = random.of([1, 100, 1000, 100_000] as const satisfies Factor[])
    return { kind: 'ratio', numerator: part(), denominator: part(), factor }
  }
  return { kind: 'units', of: cellOf(cellAtRandom(random)), unitKind: null }
}

function cellsIn(one: Expression): string[] {
  switch (one.kind) {
    case 'cell':
      return [`${one.cell.code}:${one.cell.dimension}`]
    case 'number':
      return []
    case 'sum':
      return one.of.flatMap(cellsIn)
    case 'difference':
      return [one.from, one.take].flatMap(cellsIn)
    case 'ratio':
      return [one.numerator, one.denominator].flatMap(cellsIn)
    case 'units':
      return cellsIn(one.of)
    case 'if':
      return []
  }
}

type Number_ = { top: bigint; bottom: bigint; isDivided: boolean }
type Value = Number_ | 'none' | 'undefined'
type Wanted = {
  state: string
  amount: bigint | null
  counted: number
  expected: number
  qualifier?: string
  flag?: string
}

/** The number that plain sums make of a measure, as far as plain words can say it; `unknown` where only a hedge decides. */
export function numberOf({ formula, groups, kind }: PlainMeasure, all: readonly PlainSums[]): Wanted | 'unknown' {
  const [first, ...others] = all
  if (!first) throw new Error('A measure without a group')
  if (formula === null) return plainNumber(first)
  if (formula.kind === 'if') return chosen(formula, first, others)
  const state = stateOf(first)
  const coverage = { counted: first.counted, expected: first.counted + first.missing }
  if (state === 'not-comparable') return { ...coverage, state, amount: null }
  if (state === 'absent') return { ...coverage, state, amount: null }
  const amounts = new Map(groups[0]?.map((cell, at) => [cell, first.amounts[at] ?? 0n]))
  const value = valueOf(formula, (cell) => (state === 'none' ? 'none' : (amounts.get(cell) ?? 0n)), first.counted)
  if (kind !== null && state === 'none') return { ...coverage, state: 'not-applicable', amount: null }
  if (value === 'none') return { ...coverage, state: 'not-applicable', amount: null }
  if (value === 'undefined') return { ...coverage, state: 'undefined', amount: null }
  return { ...coverage, state: 'known', amount: roundedOff(value) }
}

type State = 'known' | 'none' | 'absent' | 'not-comparable'

function stateOf({ counted, missing, none, isRefused }: PlainSums): State {
  if (isRefused) return 'not-comparable'
  if (counted > 0) return 'known'
  return missing === 0 && none > 0 ? 'none' : 'absent'
}

function plainNumber(sums: PlainSums): Wanted {
  const state = stateOf(sums)
  const coverage = { counted: sums.counted, expected: sums.counted + sums.missing }
  if (state !== 'known') return { ...coverage, state: state === 'none' ? 'not-applicable' : state, amount: null }
  const [amount = 0n] = sums.amounts
  return {
    ...{ ...coverage, state, amount, flag: sums.isApportioned ? 'apportioned' : 'exact' },
    qualifier: amount === 0n ? 'exact' : hedgeOf(sums.hedges[0]),
  }
}

function hedgeOf(hedges: ReadonlySet<string> = new Set()): string {
  const kinds = [...hedges].filter((one) => one !== 'exact')
  return kinds.length === 0 ? 'exact' : kinds.length === 1 ? kinds.join('') : 'about'
}

function chosen(
  { condition }: Extract<Expression, { kind: 'if' }>,
  left: PlainSums,
  ways: readonly PlainSums[],
): Wanted | 'unknown' {
  const state = stateOf(left)
  const coverage = { counted: left.counted, expected: left.counted + left.missing }
  const limit = condition.right.kind === 'number' ? (condition.right.amount as bigint) : 0n
  // A number in a formula is from no unit: it lowers nothing.
  if (state !== 'known') return { ...coverage, state: state === 'none' ? 'not-applicable' : state, amount: null }
  const [amount = 0n] = left.amounts
  if (amount !== 0n && !['exact', 'estimate'].includes(hedgeOf(left.hedges[0]))) return 'unknown'
  const holds = {
    less: amount < limit,
    'at-most': amount <= limit,
    equal: amount === limit,
    'at-least': amount >= limit,
    more: amount > limit,
  }
  const way = ways[holds[condition.comparison] ? 0 : 1]
  if (!way) throw new Error('A condition without a way')
  const { state: told, amount: number } = plainNumber(way)
  const counted = Math.min(left.counted, way.counted)
  return { state: told, amount: number, counted, expected: Math.max(coverage.expected, way.counted + way.missing) }
}

function valueOf(one: Expression, look: (cell: string) => bigint | 'none', counted: number): Value {
  const of = (part: Expression): Value => valueOf(part, look, counted)
  switch (one.kind) {
    case 'cell': {
      const amount = look(`${one.cell.code}:${one.cell.dimension}`)
      return amount === 'none' ? 'none' : { top: amount, bottom: 10_000n, isDivided: false }
    }
    case 'number':
      return { top: one.amount, bottom: 10_000n, isDivided: false }
    case 'units':
      return counted === 0 ? 'none' : { top: BigInt(counted), bottom: 1n, isDivided: false }
    case 'sum':
      return one.of.map(of).reduce(plus, 'none')
    case 'difference': {
      const [from, take] = [of(one.from), of(one.take)]
      if (from === 'undefined' || take === 'undefined') return 'undefined'
      if (from === 'none' || take === 'none') return from
      return plus(from, { ...take, top: -take.top })
    }
    case 'ratio': {
      const [above, below] = [of(one.numerator), of(one.denominator)]
      if (above === 'undefined' || below === 'undefined') return 'undefined'
      if (above === 'none' || below === 'none') return 'none'
      if (below.top === 0n) return 'undefined'
      return { top: above.top * below.bottom * BigInt(one.factor), bottom: above.bottom * below.top, isDivided: true }
    }
    case 'if':
      throw new Error('A condition inside a formula is not asked here')
  }
}

function plus(one: Value, other: Value): Value {
  if (one === 'undefined' || other === 'undefined') return 'undefined'
  if (one === 'none') return other
  if (other === 'none') return one
  return {
    top: one.top * other.bottom + other.top * one.bottom,
    bottom: one.bottom * other.bottom,
    isDivided: one.isDivided || other.isDivided,
  }
}

/** In ten-thousandths; what was divided is rounded half away from zero to two decimals. */
function roundedOff({ top, bottom, isDivided }: Number_): bigint {
  if (!isDivided) return (top * 10_000n) / bottom
  const isNegative = top < 0n !== bottom < 0n
  const size = (n: bigint): bigint => (n < 0n ? -n : n)
  const twice = (size(top) * 200n + size(bottom)) / (size(bottom) * 2n)
  return (isNegative ? -twice : twice) * 100n
}
