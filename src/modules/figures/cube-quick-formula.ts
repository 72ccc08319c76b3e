import type { UnitKind } from '#modules/territory/unit.ts'
import type { Plan } from './cube-plan.ts'
import { qualifiers } from './cube-slab.ts'
import { hedgeOfAll } from './cube-totals.ts'
import { opposite } from './expression-condition.ts'
import type { Condition, Expression } from './expression.ts'
import { hedgeOfQuotient } from './rollup.ts'

/** A formula whose cells are found by their places in the groups of its plan (công thức tính nhanh). */
export type QuickFormula =
  | { kind: 'cell'; group: number; at: number }
  | { kind: 'count'; group: number }
  | { kind: 'number'; amount: number }
  | { kind: 'sum'; of: readonly QuickFormula[] }
  | { kind: 'difference' | 'ratio'; one: QuickFormula; other: QuickFormula; factor: number }
  | {
      kind: 'if'
      left: QuickFormula
      right: QuickFormula
      comparison: Condition['comparison']
      // What is taken, and what otherwise.
      ways: readonly [QuickFormula, QuickFormula]
    }

/**
 * Where a formula finds its numbers, and what it leaves beside the one it answers: `bottom` it is over, its hedge, from how many
 * units. A cell that is not simply known answers with no number, and then the whole has none.
 */
export type Working = {
  read(group: number, at: number): number
  count(group: number): number
  bottom: number
  hedge: number
  isDivided: boolean
  counted: number
  expected: number
}

/** Null for a formula that counts units of a kind, or holds a number too large to be exact. */
export function quickFormula({ formula, placeOf, groups }: Plan): QuickFormula | null {
  if (!formula || groups.some(({ unitKind }) => unitKind !== null)) return null
  const all = (parts: readonly Expression[]): QuickFormula[] | null => {
    const found = parts.map(read)
    return found.every((one) => one !== null) ? found : null
  }
  function read(one: Expression): QuickFormula | null {
    switch (one.kind) {
      case 'cell': {
        const place = placeOf.get(one.cell)
        return place ? { kind: 'cell', ...place } : null
      }
      case 'number': {
        const amount = Number(one.amount)
        return Math.abs(amount) <= mostExact ? { kind: 'number', amount } : null
      }
      case 'sum': {
        const of = all(one.of)
        return of && { kind: 'sum', of }
      }
      case 'difference':
        return pair('difference', one.from, one.take, 1)
      case 'ratio':
        return pair('ratio', one.numerator, one.denominator, one.factor)
      case 'units':
        return counting(one.of, one.unitKind)
      case 'if': {
        const { left, right, comparison } = one.condition
        const [a, b, then, otherwise] = all([left, right, one.then, one.otherwise]) ?? []
        return a && b && then && otherwise
          ? { kind: 'if', left: a, right: b, comparison, ways: [then, otherwise] }
          : null
      }
    }
  }
  function pair(kind: 'difference' | 'ratio', a: Expression, b: Expression, factor: number): QuickFormula | null {
    const [one, other] = [read(a), read(b)]
    return one && other && { kind, one, other, factor }
  }
  function counting(of: Expression, kind: UnitKind | null): QuickFormula | null {
    const [first] = kind === null ? groupsIn(all([of]) ?? []) : []
    return first === undefined ? null : { kind: 'count', group: first }
  }
  return read(formula)
}

function groupsIn(parts: readonly QuickFormula[]): number[] {
  return parts.flatMap((one): number[] => {
    if (one.kind === 'cell' || one.kind === 'count') return [one.group]
    if (one.kind === 'sum') return groupsIn(one.of)
    if (one.kind === 'difference' || one.kind === 'ratio') return groupsIn([one.one, one.other])
    return one.kind === 'if' ? groupsIn([one.left, one.right, ...one.ways]) : []
  })
}

/** Cells of one group and nothing else: where a unit is not in the group, the formula has no number, and no other reason. */
export function isOfOneGroup(formula: QuickFormula): boolean {
  switch (formula.kind) {
    case 'cell':
      return formula.group === 0
    case 'sum':
      return formula.of.every(isOfOneGroup)
    case 'difference':
    case 'ratio':
      return isOfOneGroup(formula.one) && isOfOneGroup(formula.other)
    default:
      return false
  }
}

/**
 * What the formula comes to, in ten-thousandths, as `evaluateExpression` works it out in whole numbers of any length; not a number
 * where there is more to it: a gap, a division by zero, a rounded condition, a number that could not be exact on the way.
 */
export function quickAmount(formula: QuickFormula, working: Working): number {
  working.isDivided = false
  working.counted = Number.POSITIVE_INFINITY
  working.expected = 0
  const top = work(formula, working)
  if (!Number.isFinite(working.counted)) return Number.NaN
  const amount = working.isDivided ? rounded(top, working.bottom) : top
  if (amount === 0) working.hedge = 0
  return amount === 0 ? 0 : amount
}

const scale = 10_000

function work(formula: QuickFormula, working: Working): number {
  switch (formula.kind) {
    case 'cell': {
      working.bottom = scale
      return working.read(formula.group, formula.at)
    }
    case 'count': {
      const count = working.count(formula.group)
      return plain(working, count * scale)
    }
    case 'number':
      return plain(working, formula.amount)
    case 'sum':
      return added(formula.of, working)
    case 'difference':
      return taken(formula.one, formula.other, working)
    case 'ratio':
      return divided(formula.one, formula.other, formula.factor, working)
    case 'if':
      return chosen(formula, working)
  }
}

function plain(working: Working, amount: number): number {
  working.bottom = scale
  working.hedge = 0
  return amount
}

function added([first, ...others]: readonly QuickFormula[], working: Working): number {
  if (!first) return Number.NaN
  let sum = work(first, working)
  let { bottom } = working
  let hedges = 1 << working.hedge
  for (const one of others) {
    const top = work(one, working)
    sum = together(sum, bottom, top, working.bottom)
    bottom = below(bottom, working.bottom)
    hedges |= 1 << working.hedge
  }
  working.bottom = bottom
  working.hedge = hedgeOfAll[hedges] ?? 0
  return sum
}

function taken(one: QuickFormula, other: QuickFormula, working: Working): number {
  const from = work(one, working)
  const { bottom, hedge } = working
  const take = work(other, working)
  const rest = together(from, bottom, -take, working.bottom)
  working.hedge = hedgeOfAll[(1 << hedge) | (1 << (opposites[working.hedge] ?? 0))] ?? 0
  working.bottom = below(bottom, working.bottom)
  return rest
}

function divided(one: QuickFormula, other: QuickFormula, factor: number, working: Working): number {
  const above = work(one, working)
  const { bottom, hedge } = working
  const by = work(other, working)
  if (!(by !== 0)) return Number.NaN
  working.hedge = quotients[hedge * qualifiers.length + working.hedge] ?? 0
  working.isDivided = true
  // Whole amounts are divided as such, so that the products stay small enough to be exact.
  const step = above % scale === 0 && by % scale === 0 ? scale : 1
  const isSame = bottom === working.bottom
  const top = exact((above / step) * factor * (isSame ? 1 : working.bottom))
  const under = exact((by / step) * (isSame ? 1 : bottom))
  working.bottom = Math.abs(under)
  return top * Math.sign(under)
}

function chosen({ left, right, comparison, ways }: Extract<QuickFormula, { kind: 'if' }>, working: Working): number {
  const { isDivided } = working
  const one = work(left, working)
  const [bottom, hedge] = [working.bottom, working.hedge]
  const other = work(right, working)
  if (hedge + working.hedge > 0) return Number.NaN
  const difference = exact(one * working.bottom) - exact(other * bottom)
  if (Number.isNaN(difference)) return Number.NaN
  // Only what the way that is taken divides is rounded.
  working.isDivided = isDivided
  return work(holds(difference, comparison) ? ways[0] : ways[1], working)
}

function holds(difference: number, comparison: Condition['comparison']): boolean {
  switch (comparison) {
    case 'less':
      return difference < 0
    case 'at-most':
      return difference <= 0
    case 'equal':
      return difference === 0
    case 'at-least':
      return difference >= 0
    case 'more':
      return difference > 0
  }
}

function together(one: number, under: number, other: number, underOther: number): number {
  return under === underOther ? exact(one + other) : exact(exact(one * underOther) + exact(other * under))
}

function below(one: number, other: number): number {
  return one === other ? one : exact(one * other)
}

/** Half away from zero to two decimals, in ten-thousandths, as `divide` (kernel/quantity.ts) does of any length. */
function rounded(top: number, bottom: number): number {
  const size = exact(Math.abs(top) * 100)
  const rest = size % bottom
  const whole = (size - rest) / bottom + (rest * 2 >= bottom ? 1 : 0)
  return exact(whole * 100) * Math.sign(top)
}

// Twice a rest, and a sum of two products, must still be whole numbers that a number holds.
const mostExact = 2 ** 51

function exact(number: number): number {
  return Math.abs(number) <= mostExact ? number : Number.NaN
}

const opposites = qualifiers.map((one) => qualifiers.indexOf(opposite(one)))
const quotients = qualifiers.flatMap((above) =>
  qualifiers.map((under) => qualifiers.indexOf(hedgeOfQuotient(above, under))),
)
