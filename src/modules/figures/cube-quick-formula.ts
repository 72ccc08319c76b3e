import type { UnitKind } from '#modules/territory/unit.ts'
import type { Plan } from './cube-plan.ts'
import { qualifiers } from './cube-slab.ts'
import { hedgeOfAll } from './cube-totals.ts'
import { isSure, opposite } from './expression-condition.ts'
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

/** What a part of a formula is, the worse the greater: each hides those before it, as in `evaluateExpression`. */
export const known = 0
export const noPart = 1
export const undefined_ = 2
export const absent = 3
/** A rounded number leaves a condition open. */
export const open = 4
/** There is more to it than can be said here. */
export const unsaid = 9

/**
 * Where a formula finds its numbers, and what it leaves beside the one it answers: what it is, the `bottom` it is over, its hedge,
 * from how many units.
 */
export type Working = {
  read(group: number, at: number): number
  count(group: number): number
  state: number
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

/**
 * What the formula comes to, in ten-thousandths, as `evaluateExpression` works it out in whole numbers of any length; its state is
 * `unsaid` where there is more to it: a reason, a number that could not be exact on the way.
 */
export function quickAmount(formula: QuickFormula, working: Working): number {
  working.counted = Number.POSITIVE_INFINITY
  working.expected = 0
  const top = work(formula, working)
  if (!Number.isFinite(working.counted)) working.state = unsaid
  if (working.state !== known) return 0
  const amount = working.isDivided ? rounded(top, working.bottom) : top
  if (Number.isNaN(amount)) working.state = unsaid
  if (amount === 0) working.hedge = 0
  return amount === 0 ? 0 : amount
}

const scale = 10_000

function work(formula: QuickFormula, working: Working): number {
  switch (formula.kind) {
    case 'cell':
      working.isDivided = false
      working.bottom = scale
      return working.read(formula.group, formula.at)
    case 'count': {
      const count = working.count(formula.group)
      working.isDivided = false
      working.bottom = scale
      working.hedge = 0
      return count * scale
    }
    case 'number':
      working.state = known
      working.isDivided = false
      working.bottom = scale
      working.hedge = 0
      return formula.amount
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

/** “Không áp dụng” adds nothing; where all of it is, so is the sum. */
function added(of: readonly QuickFormula[], working: Working): number {
  let [sum, bottom, hedges, worst, isDivided] = [0, 0, 0, known, false]
  for (const one of of) {
    const top = work(one, working)
    if (working.state > noPart) worst = Math.max(worst, working.state)
    if (working.state !== known) continue
    sum = bottom === 0 ? top : together(sum, bottom, top, working.bottom)
    bottom = bottom === 0 ? working.bottom : below(bottom, working.bottom)
    hedges |= 1 << working.hedge
    isDivided ||= working.isDivided
  }
  working.isDivided = isDivided
  working.state = worst > known ? worst : bottom === 0 ? noPart : known
  working.bottom = bottom
  working.hedge = hedgeOfAll[hedges] ?? 0
  return sum
}

function taken(one: QuickFormula, other: QuickFormula, working: Working): number {
  const from = work(one, working)
  const { state, bottom, hedge, isDivided } = working
  const take = work(other, working)
  const worst = Math.max(state, working.state)
  if (worst > noPart || state === noPart) {
    working.state = worst > noPart ? worst : noPart
    return 0
  }
  if (working.state === noPart) {
    Object.assign(working, { state, bottom, hedge, isDivided })
    return from
  }
  working.isDivided ||= isDivided
  const rest = together(from, bottom, -take, working.bottom)
  working.hedge = hedgeOfAll[(1 << hedge) | (1 << (opposites[working.hedge] ?? 0))] ?? 0
  working.bottom = below(bottom, working.bottom)
  return rest
}

function divided(one: QuickFormula, other: QuickFormula, factor: number, working: Working): number {
  const above = work(one, working)
  const { state, bottom, hedge } = working
  const by = work(other, working)
  working.state = Math.max(state, working.state)
  if (working.state === known && by === 0) working.state = undefined_
  // Over one ten-thousandth nothing is left to be rounded, which the long way knows how to say.
  if (Math.abs(by) === 1) working.state = Math.max(working.state, unsaid)
  if (working.state !== known) return 0
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
  const one = work(left, working)
  const { state, bottom, hedge } = working
  const other = work(right, working)
  working.state = Math.max(state, working.state)
  if (working.state !== known) return 0
  const [a, b] = [exact(one * working.bottom), exact(other * bottom)]
  const sides = (1 << hedge) | (1 << working.hedge)
  const isHeld = Number.isNaN(a + b) ? null : holds(a, hedge, comparison, b, working.hedge)
  if (isHeld === null) {
    working.state = Number.isNaN(a + b) ? unsaid : open
    return 0
  }
  const amount = work(isHeld ? ways[0] : ways[1], working)
  if (sides & estimateBit) working.hedge = hedgeOfAll[estimateBit | (1 << working.hedge)] ?? 0
  return amount
}

const estimateBit = 1 << qualifiers.indexOf('estimate')

/** Null where a rounded number leaves it open. */
function holds(
  a: number,
  hedge: number,
  comparison: Condition['comparison'],
  b: number,
  other: number,
): boolean | null {
  if (hedge + other > 0) {
    const [left, right] = [qualifiers[hedge] ?? 'exact', qualifiers[other] ?? 'exact']
    return isSure({ value: BigInt(a), qualifier: left }, comparison, { value: BigInt(b), qualifier: right })
  }
  switch (comparison) {
    case 'less':
      return a < b
    case 'at-most':
      return a <= b
    case 'equal':
      return a === b
    case 'at-least':
      return a >= b
    case 'more':
      return a > b
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
