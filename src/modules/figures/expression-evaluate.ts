import type { Qualifier } from '#kernel/numerals.ts'
import { divide, zero, type Quantity } from '#kernel/quantity.ts'
import type { UnitKind } from '#modules/territory/unit.ts'
import { isSure, opposite } from './expression-condition.ts'
import type { CubeCell } from './cube-answer.ts'
import { cellsOf, type Expression } from './expression.ts'
import { cellKey, type CellRef } from './indicator.ts'
import { hedgeOfQuotient, hedgeOfSum } from './rollup.ts'

/** What one cell comes to, added up over time and territory, before a formula is worked out (toán hạng). */
export type Operand = Omit<CubeCell, 'version'>

/** Where a formula finds its numbers. Both look at the same units: those that gave every cell of the ratio. */
export type Look = (cell: CellRef) => Operand
export type UnitCount = (of: readonly CellRef[], kind: UnitKind | null) => Operand

/** A number on its way: `top / bottom`, divided and rounded once, at the end. `bottom` is positive. */
type Working = Omit<Operand, 'amount'> & { top: bigint; bottom: bigint }

const scale = 10_000n

/**
 * Works a formula out of cells that are added up already. What is missing makes the whole missing; “không áp dụng” adds
 * nothing to a sum, and leaves nothing of a difference or a ratio that rests on it; a division by zero is không xác định.
 */
export function evaluateExpression(expression: Expression, look: Look, countUnits: UnitCount): Operand {
  const { top, bottom, ...worked } = work(expression, look, countUnits)
  const of = { ...worked, counted: Number.isFinite(worked.counted) ? worked.counted : 0 }
  if (of.state !== 'known') return { ...of, amount: null, qualifier: 'exact' }
  // Only a division leaves another bottom: what was only added is exact, a quotient has two decimals as in `rollup.ts`.
  const amount = bottom === scale ? (top as Quantity) : divide(top as Quantity, bottom as Quantity, 2)
  if (amount === null) throw new Error('A formula was left over nothing')
  // A zero has no hedge (rollup.ts: valueOf).
  return { ...of, amount, qualifier: amount === zero ? 'exact' : of.qualifier }
}

function work(expression: Expression, look: Look, countUnits: UnitCount): Working {
  const of = (part: Expression): Working => work(part, look, countUnits)
  switch (expression.kind) {
    case 'cell':
      return workingOf(look(expression.cell))
    case 'number':
      return { ...constant, top: expression.amount }
    case 'sum':
      return added(expression.of.map(of))
    case 'difference':
      return taken(of(expression.from), of(expression.take))
    case 'ratio':
      return divided(of(expression.numerator), of(expression.denominator), BigInt(expression.factor))
    case 'units':
      return workingOf(countUnits(distinct(cellsOf(expression.of)), expression.unitKind))
    case 'if':
      return chosen(expression, of)
  }
}

// A number in a formula is from no unit, so it is never what makes a number incomplete.
const constant: Working = {
  ...{ state: 'known', qualifier: 'exact', flag: 'exact', reason: null },
  ...{ counted: Number.POSITIVE_INFINITY, expected: 0, top: 0n, bottom: scale },
}

function workingOf({ amount, ...operand }: Operand): Working {
  return { ...operand, top: amount ?? 0n, bottom: scale }
}

function added(parts: readonly Working[]): Working {
  const known = parts.filter(({ state }) => state === 'known')
  const gap = firstGap(parts)
  if (gap || known.length === 0) return notKnown(parts, gap)
  const [first = constant, ...others] = known
  const sum = others.reduce((all, one) => ({ ...all, ...plus(all, one) }), first)
  return { ...together(parts), top: sum.top, bottom: sum.bottom, qualifier: hedgeOfSum(known.map(hedgeIn)) }
}

function taken(from: Working, take: Working): Working {
  const gap = firstGap([from, take])
  if (gap || from.state === 'not-applicable') return notKnown([from, take], gap)
  if (take.state === 'not-applicable') return { ...together([from, take]), ...numberIn(from) }
  const rest = plus(from, { ...take, top: -take.top })
  return {
    ...together([from, take]),
    ...rest,
    qualifier: hedgeOfSum([from.qualifier, opposite(take.qualifier)]),
  }
}

function divided(above: Working, below: Working, factor: bigint): Working {
  const both = [above, below]
  const gap = firstGap(both)
  if (gap || both.some(({ state }) => state === 'not-applicable')) return notKnown(both, gap)
  if (below.top === 0n) return { ...together(both), state: 'undefined', reason: { why: 'divided-by-zero' } }
  const sign = below.top < 0n ? -1n : 1n
  return {
    ...together(both),
    top: above.top * below.bottom * factor * sign,
    bottom: above.bottom * below.top * sign,
    qualifier: hedgeOfQuotient(above.qualifier, below.qualifier),
  }
}

function chosen(
  { condition, ...ways }: Extract<Expression, { kind: 'if' }>,
  of: (part: Expression) => Working,
): Working {
  const sides = [of(condition.left), of(condition.right)] as const
  const [left, right] = sides
  const gap = firstGap(sides)
  if (gap || sides.some(({ state }) => state === 'not-applicable')) return notKnown(sides, gap)
  const holds = isSure({ value: left.top * right.bottom, qualifier: left.qualifier }, condition.comparison, {
    value: right.top * left.bottom,
    qualifier: right.qualifier,
  })
  if (holds === null) return { ...together(sides), state: 'not-comparable', reason: { why: 'rounded-condition' } }
  // Only the way that is taken is worked out, so that a formula can step around its own division by zero.
  const way = of(holds ? ways.then : ways.otherwise)
  const estimates = sides.map(hedgeIn).filter((qualifier) => qualifier === 'estimate')
  return {
    ...way,
    ...coverage([...sides, way]),
    flag: flagOfAll([...sides, way]),
    qualifier: hedgeOfSum([way.qualifier, ...estimates]),
  }
}

function plus(one: Working, other: Working): Pick<Working, 'top' | 'bottom'> {
  return one.bottom === other.bottom
    ? { top: one.top + other.top, bottom: one.bottom }
    : { top: one.top * other.bottom + other.top * one.bottom, bottom: one.bottom * other.bottom }
}

function numberIn({ top, bottom, qualifier }: Working): Pick<Working, 'top' | 'bottom' | 'qualifier'> {
  return { top, bottom, qualifier }
}

function hedgeIn({ qualifier }: Working): Qualifier {
  return qualifier
}

// What cannot be compared is told before what nobody gave, and that before a division by zero: each is worse to work around.
function firstGap(parts: readonly Working[]): Working | undefined {
  const states = ['not-comparable', 'absent', 'undefined'] as const
  return states.map((state) => parts.find((part) => part.state === state)).find((part) => part !== undefined)
}

function notKnown(parts: readonly Working[], gap: Working | undefined): Working {
  const state = gap?.state ?? 'not-applicable'
  return { ...together(parts), state, reason: gap?.reason ?? null }
}

/** What does not depend on the arithmetic: from how many units, and whether any of it was divided by shares. */
function together(parts: readonly Working[]): Working {
  return { ...constant, ...coverage(parts), flag: flagOfAll(parts), reason: reasonOf(parts) }
}

function coverage(parts: readonly Working[]): Pick<Operand, 'counted' | 'expected'> {
  return {
    counted: Math.min(...parts.map(({ counted }) => counted)),
    expected: Math.max(...parts.map(({ expected }) => expected)),
  }
}

function flagOfAll(parts: readonly Working[]): Operand['flag'] {
  return parts.some(({ flag }) => flag === 'apportioned') ? 'apportioned' : 'exact'
}

/** A known number may carry a reason why it is not the whole of one. */
function reasonOf(parts: readonly Working[]): Operand['reason'] {
  return parts.find(({ state, reason }) => state === 'known' && reason !== null)?.reason ?? null
}

function distinct(cells: readonly CellRef[]): CellRef[] {
  return [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()]
}
