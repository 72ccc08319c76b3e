import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quantity } from '#kernel/quantity.ts'
import type { Plan } from './cube-plan.ts'
import {
  absent,
  known,
  noPart,
  open,
  quickAmount,
  quickFormula,
  undefined_,
  unsaid,
  type Working,
} from './cube-quick-formula.ts'
import { qualifiers } from './cube-slab.ts'
import { evaluateExpression, type Operand } from './expression-evaluate.ts'
import { factors, type Expression } from './expression.ts'
import type { CellRef } from './indicator.ts'

/** What three groups of two cells came to; every cell of a group is known, or none is. */
type Given = { state: number; counted: number; missing: number; cells: readonly { amount: number; hedge: number }[] }

const cells: CellRef[] = [0, 1, 2].flatMap((group) =>
  [0, 1].map((at) => ({ code: `C${group}`, dimension: String(at) })),
)
const placeOf = new Map(cells.map((cell, at) => [cell, { group: Math.floor(at / 2), at: at % 2 }]))

const amount = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -90_000, max: 90_000_000 }),
  fc.integer({ min: 0, max: 9000 }).map((n) => n * 10_000),
)
const given: fc.Arbitrary<Given> = fc.record({
  state: fc.oneof({ weight: 8, arbitrary: fc.constant(known) }, fc.constant(absent), fc.constant(noPart)),
  counted: fc.integer({ min: 1, max: 40 }),
  missing: fc.integer({ min: 0, max: 3 }),
  cells: fc.array(
    fc.record({ amount, hedge: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 4 })) }),
    {
      ...{ minLength: 2, maxLength: 2 },
    },
  ),
})

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...cells).map((cell): Expression => ({ kind: 'cell', cell })) },
  fc.integer({ min: 0, max: 5_000_000 }).map((n): Expression => ({ kind: 'number', amount: BigInt(n) as Quantity })),
)
const { formula } = fc.letrec<{ formula: Expression }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('formula'), { minLength: 2, maxLength: 3 }).map((of): Expression => ({ kind: 'sum', of })),
    fc.tuple(tie('formula'), tie('formula')).map(([from, take]): Expression => ({ kind: 'difference', from, take })),
    fc
      .tuple(tie('formula'), tie('formula'), fc.constantFrom(...factors))
      .map(([numerator, denominator, factor]): Expression => ({ kind: 'ratio', numerator, denominator, factor })),
    fc
      .constantFrom(...cells)
      .map((cell): Expression => ({ kind: 'units', of: { kind: 'cell', cell }, unitKind: null })),
    fc
      .tuple(
        fc.constantFrom('less', 'at-most', 'equal', 'at-least', 'more'),
        ...([0, 1, 2, 3].map(() => tie('formula')) as [
          fc.Arbitrary<Expression>,
          fc.Arbitrary<Expression>,
          fc.Arbitrary<Expression>,
          fc.Arbitrary<Expression>,
        ]),
      )
      .map(([comparison, left, right, then, otherwise]): Expression => ({
        ...{ kind: 'if', condition: { left, comparison: comparison as 'less', right } },
        ...{ then, otherwise },
      })),
  ),
}))

function operand(groups: readonly Given[], cell: CellRef): Operand {
  const { group, at } = placeOf.get(cell) ?? { group: 0, at: 0 }
  const found = groups[group]
  const nothing = { amount: null, qualifier: 'exact', flag: 'exact', reason: null } as const
  if (!found) throw new Error('No group')
  if (found.state === noPart) return { state: 'not-applicable', ...nothing, counted: 0, expected: 0 }
  if (found.state === absent) return { state: 'absent', ...nothing, counted: 0, expected: found.missing + 1 }
  const { amount: number, hedge } = found.cells[at] ?? { amount: 0, hedge: 0 }
  const qualifier = number === 0 ? 'exact' : (qualifiers[hedge] ?? 'exact')
  const [counted, expected] = [found.counted, found.counted + found.missing]
  return {
    state: 'known',
    amount: BigInt(number) as Quantity,
    qualifier,
    flag: 'exact',
    counted,
    expected,
    reason: null,
  }
}

function workingOf(groups: readonly Given[]): Working {
  const read: Working['read'] = (group, at) => {
    const found = groups[group]
    if (!found) throw new Error('No group')
    working.state = found.state
    const counted = found.state === known ? found.counted : 0
    const expected =
      found.state === noPart ? 0 : found.state === absent ? found.missing + 1 : found.counted + found.missing
    working.counted = Math.min(working.counted, counted)
    working.expected = Math.max(working.expected, expected)
    const { amount: number, hedge } = found.cells[at] ?? { amount: 0, hedge: 0 }
    working.hedge = number === 0 ? 0 : hedge
    return number
  }
  const working: Working = {
    ...{ state: known, bottom: 1, hedge: 0, isDivided: false, counted: 0, expected: 0, read },
    count: (group) => {
      read(group, 0)
      return groups[group]?.counted ?? 0
    },
  }
  return working
}

const stateNames = new Map([
  [known, 'known'],
  [noPart, 'not-applicable'],
  [undefined_, 'undefined'],
  [absent, 'absent'],
  [open, 'not-comparable'],
])

test('what is worked out quickly is what whole numbers of any length come to, or nothing is said', () => {
  let said = 0
  fc.assert(
    fc.property(formula, fc.array(given, { minLength: 3, maxLength: 3 }), (expression, groups) => {
      const plan = {
        formula: expression,
        placeOf,
        groups: [0, 1, 2].map(() => ({ unitKind: null })),
      } as unknown as Plan
      const quick = quickFormula(plan)
      if (!quick) throw new Error('A formula of plain parts was not read')
      const working = workingOf(groups)
      const found = quickAmount(quick, working)
      if (working.state === unsaid) return
      said += 1
      const exact = evaluateExpression(
        expression,
        (cell) => operand(groups, cell),
        ([cell]) => {
          const of = operand(groups, cell ?? { code: 'C0', dimension: '0' })
          return of.state === 'known'
            ? { ...of, amount: BigInt(of.counted * 10_000) as Quantity, qualifier: 'exact' }
            : of
        },
      )
      expect({
        state: stateNames.get(working.state),
        amount: working.state === known ? BigInt(found) : null,
        qualifier: working.state === known ? qualifiers[working.hedge] : 'exact',
        counted: working.counted,
        expected: working.expected,
      }).toEqual({
        state: exact.state,
        amount: exact.amount,
        qualifier: exact.qualifier,
        counted: exact.counted,
        expected: exact.expected,
      })
    }),
    { numRuns: 20_000 },
  )
  expect(said).toBeGreaterThan(10_000)
}, 240_000)

test('a formula that counts units of a kind, or holds a number too large, is worked out the long way', () => {
  const cell: Expression = { kind: 'cell', cell: cells[0] ?? { code: '', dimension: '' } }
  const plan = (expression: Expression, unitKind: string | null): Plan =>
    ({ formula: expression, placeOf, groups: [{ unitKind }] }) as unknown as Plan
  expect(quickFormula(plan(cell, 'commune'))).toBeNull()
  expect(quickFormula(plan({ kind: 'units', of: cell, unitKind: 'commune' }, null))).toBeNull()
  expect(quickFormula(plan({ kind: 'number', amount: (10n ** 18n) as Quantity }, null))).toBeNull()
})
