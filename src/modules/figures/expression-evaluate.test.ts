import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Qualifier } from '#kernel/numerals.ts'
import { quantity, toDecimalText, type Quantity } from '#kernel/quantity.ts'
import { evaluateExpression, type Operand } from './expression-evaluate.ts'
import { readExpression } from './expression-text.ts'
import { cellKey } from './indicator.ts'

const known = (amount: string, qualifier: Qualifier = 'exact', counted = 3, expected = 3): Operand => ({
  ...{ state: 'known', amount: quantity(amount), qualifier, flag: 'exact', counted, expected, reason: null },
})
const absent: Operand = { ...known('0'), state: 'absent', amount: null, counted: 0 }
const notApplicable: Operand = { ...absent, state: 'not-applicable', counted: 0, expected: 0 }
const divided: Operand = { ...absent, state: 'not-comparable', reason: { why: 'not-additive' } }

function evaluated(text: string, cells: Record<string, Operand>): Operand {
  const reading = readExpression(text)
  if (reading.kind === 'doubt') throw new Error(reading.sentence)
  return evaluateExpression(
    reading.expression,
    (cell) => cells[cellKey(cell)] ?? absent,
    (of, kind) => known(String(of.length + (kind === 'commune' ? 20 : 22)), 'exact', 24, 24),
  )
}

/** `trên 12`, `chưa có số`, `không xác định: divided-by-zero` */
function told(text: string, cells: Record<string, Operand>): string {
  const { state, amount, qualifier, reason } = evaluated(text, cells)
  return state === 'known' && amount !== null
    ? `${qualifier} ${toDecimalText(amount)}`
    : `${state}${reason ? `: ${reason.why}` : ''}`
}

const some = { A1: known('7'), A2: known('2'), A3: known('0'), N1: notApplicable, X1: absent, D1: divided }

test.each([
  ['A1', 'exact 7'],
  ['A1 + A2', 'exact 9'],
  ['A1 + A2 + 1,5', 'exact 10.5'],
  ['A1 - A2', 'exact 5'],
  ['A2 - A1', 'exact -5'],
  ['A1 / A2', 'exact 3.5'],
  ['A2 / A1 %', 'exact 28.57'],
  ['A2 / A1 ‰', 'exact 285.71'],
  ['A2 / A1 × 100.000', 'exact 28571.43'],
  ['(A1 + A2) / (A1 + A2 + A1) %', 'exact 56.25'],
  // Divided last: 28,571… − 28,571… is nothing, whatever each would be rounded to.
  ['A2 / A1 % - A2 / A1 %', 'exact 0'],
  ['A1 / A3', 'undefined: divided-by-zero'],
  ['A3 / A3 %', 'undefined: divided-by-zero'],
  ['A3 / A1 %', 'exact 0'],
  ['nếu(A1 > 0; A1; 0)', 'exact 7'],
  ['nếu(A3 > 0; A1 / A3; -1)', 'exact -1'],
  ['nếu(A3 > 0; A1; A2 / A3)', 'undefined: divided-by-zero'],
  ['nếu(A1 = 7; A2; 0)', 'exact 2'],
  ['nếu(A1 <= 6; A2; 0)', 'exact 0'],
  ['nếu(X1 > 0; A1; 0)', 'absent'],
  ['nếu(N1 > 0; A1; 0)', 'not-applicable'],
  ['số xã(A1)', 'exact 21'],
  ['số đơn vị(A1 + A2)', 'exact 24'],
  ['số đơn vị(A1 + A1)', 'exact 23'],
  ['A1 / số xã(A1)', 'exact 0.33'],
])('%s is %s', (text, expected) => {
  expect(told(text, some)).toBe(expected)
})

/** Every pair of what a cell can say, for each of the three ways of putting two together. */
test.each([
  ['A1', 'N1', 'exact 7', 'exact 7', 'not-applicable'],
  ['N1', 'A1', 'exact 7', 'not-applicable', 'not-applicable'],
  ['N1', 'N1', 'not-applicable', 'not-applicable', 'not-applicable'],
  ['A1', 'X1', 'absent', 'absent', 'absent'],
  ['X1', 'A1', 'absent', 'absent', 'absent'],
  ['X1', 'X1', 'absent', 'absent', 'absent'],
  ['N1', 'X1', 'absent', 'absent', 'absent'],
  ['X1', 'N1', 'absent', 'absent', 'absent'],
  ['A1', 'D1', 'not-comparable: not-additive', 'not-comparable: not-additive', 'not-comparable: not-additive'],
  ['D1', 'X1', 'not-comparable: not-additive', 'not-comparable: not-additive', 'not-comparable: not-additive'],
  ['X1', 'D1', 'not-comparable: not-additive', 'not-comparable: not-additive', 'not-comparable: not-additive'],
  ['A3', 'A1', 'exact 7', 'exact -7', 'exact 0'],
  ['A1', 'A3', 'exact 7', 'exact 7', 'undefined: divided-by-zero'],
  ['N1', 'A3', 'exact 0', 'not-applicable', 'not-applicable'],
])('%s and %s: sum %s, difference %s, ratio %s', (one, other, sum, difference, ratio) => {
  expect(told(`${one} + ${other}`, some)).toBe(sum)
  expect(told(`${one} - ${other}`, some)).toBe(difference)
  expect(told(`${one} / ${other}`, some)).toBe(ratio)
})

const hedges = ['exact', 'over', 'about', 'under', 'estimate'] as const

test.each([
  ['over', 'exact', 'over', 'over', 'over'],
  ['exact', 'over', 'over', 'under', 'about'],
  ['under', 'exact', 'under', 'under', 'under'],
  ['exact', 'under', 'under', 'over', 'about'],
  ['over', 'over', 'over', 'about', 'over'],
  ['over', 'under', 'about', 'over', 'about'],
  ['estimate', 'exact', 'estimate', 'estimate', 'estimate'],
  ['exact', 'estimate', 'estimate', 'estimate', 'estimate'],
  ['estimate', 'over', 'about', 'about', 'about'],
  ['about', 'exact', 'about', 'about', 'about'],
] as const)('%s and %s: sum %s, difference %s, ratio %s', (one, other, sum, difference, ratio) => {
  const cells = { A1: known('70', one), A2: known('20', other) }
  expect(evaluated('A1 + A2', cells).qualifier).toBe(sum)
  expect(evaluated('A1 - A2', cells).qualifier).toBe(difference)
  expect(evaluated('A1 / A2 %', cells).qualifier).toBe(ratio)
})

test.each([
  ['over', 'nếu(A1 > 50; 1; 0)', 'exact 1'],
  ['over', 'nếu(A1 > 100; 1; 0)', 'exact 1'],
  ['over', 'nếu(A1 > 150; 1; 0)', 'not-comparable: rounded-condition'],
  ['over', 'nếu(A1 <= 100; 1; 0)', 'exact 0'],
  ['over', 'nếu(A1 = 100; 1; 0)', 'exact 0'],
  ['over', 'nếu(A1 = 120; 1; 0)', 'not-comparable: rounded-condition'],
  ['under', 'nếu(A1 < 100; 1; 0)', 'exact 1'],
  ['under', 'nếu(A1 >= 100; 1; 0)', 'exact 0'],
  ['under', 'nếu(A1 > 0; 1; 0)', 'not-comparable: rounded-condition'],
  ['about', 'nếu(A1 > 0; 1; 0)', 'exact 1'],
  ['about', 'nếu(A1 > 90; 1; 0)', 'not-comparable: rounded-condition'],
  ['estimate', 'nếu(A1 > 90; 1; 0)', 'estimate 1'],
  ['estimate', 'nếu(A1 = 100; 1; 0)', 'estimate 1'],
] as const)('of “%s 100”, %s is %s', (qualifier, text, expected) => {
  expect(told(text, { A1: known('100', qualifier) })).toBe(expected)
})

test('a zero has no hedge, as in a roll-up', () => {
  expect(told('A1 - A1', { A1: known('70', 'about') })).toBe('exact 0')
})

test('a number is as complete as its least complete cell, and apportioned where any of it is', () => {
  const cells = { A1: known('7', 'exact', 3, 5), A2: { ...known('2', 'exact', 4, 6), flag: 'apportioned' } as const }
  expect(evaluated('A1 + A2 + 1', cells)).toMatchObject({ counted: 3, expected: 6, flag: 'apportioned' })
  expect(evaluated('nếu(A1 > 5; A2; 0)', cells)).toMatchObject({ counted: 3, expected: 6, flag: 'apportioned' })
  expect(evaluated('nếu(A1 > 9; A2; 0)', cells)).toMatchObject({ counted: 3, expected: 5, flag: 'exact' })
  expect(evaluated('5', cells)).toMatchObject({ counted: 0, expected: 0 })
})

test('sums of any sizes are exact, and a ratio is rounded once', () => {
  const amount = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((units) => units as Quantity)
  fc.assert(
    fc.property(amount, amount, amount, fc.constantFrom(...hedges), (one, two, three, hedge) => {
      const cells = {
        A1: { ...known('0', hedge), amount: one },
        A2: { ...known('0'), amount: two },
        A3: { ...known('0'), amount: three },
      }
      expect(evaluated('A1 + A2 - A3', cells).amount).toBe(one + two - three)
      const quotient = evaluated('(A1 + A2) / A3 %', cells)
      if (three === 0n) {
        expect(quotient.state).toBe('undefined')
        return
      }
      const given = quotient.amount ?? 0n
      // Half a hundredth at most from the true quotient: |given·A3 − (A1+A2)·100·10⁴| ≤ 50·|A3|.
      const off = given * three - (one + two) * 1_000_000n
      expect((off < 0n ? -off : off) <= 50n * (three < 0n ? -three : three)).toBe(true)
      expect(given % 100n).toBe(0n)
    }),
    { numRuns: 2000 },
  )
})
