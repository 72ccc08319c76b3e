import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { quarterOf } from '#kernel/period.ts'
import { add, quantity, type Quantity } from '#kernel/quantity.ts'
import type { CubeCell } from '#modules/figures/cube-answer.ts'
import { besideOf, meaningOf, reserveOf } from './beside.ts'
import type { BriefMeasure } from './brief.ts'
import { contributionsTo, largestChanges } from './changes.ts'

const before = quarterOf(2026, 2)

function known(amount: number | string, more: Partial<CubeCell> = {}): CubeCell {
  return {
    ...{ state: 'known', amount: quantity(amount), qualifier: 'exact', flag: 'exact', counted: 3, expected: 3 },
    ...{ reason: null, version: null },
    ...more,
  }
}

const absent: CubeCell = { ...known(0), state: 'absent', amount: null }

function measured(
  key: string,
  direction: BriefMeasure['measure']['direction'] = 'context',
  isSum = true,
): BriefMeasure {
  const measure: BriefMeasure['measure'] = {
    ...{ key, name: key, unitOfCount: 'lượt', numeral: isSum ? 'count' : 'percent', direction },
    expression: { kind: 'cell', cell: { code: key, dimension: '' } },
  }
  return { measure, grows: isSum, isSum, isFlow: isSum }
}

const turns = measured('E01')
const rate = measured('F10', 'more-is-better', false)

describe('a figure beside another period', () => {
  test.each([
    ['both known', turns, known(40), known(50), quantity(10), quantity(25), null],
    ['from zero there is a difference and no rate', turns, known(0), known(5), quantity(5), null, 'from-zero'],
    ['a share has a difference in points', rate, known('90.5'), known('92.5'), quantity(2), null, null],
    ['nothing then', turns, absent, known(5), null, null, 'no-figure'],
    ['rounded now', turns, known(40), known(50, { qualifier: 'over' }), null, null, 'rounded'],
    ['not everybody’s', turns, known(40, { counted: 2 }), known(50), null, null, 'not-comparable'],
  ])('%s', (_, of, then, now, difference, percent, why) => {
    const beside = besideOf(of, before, then, now)
    expect([beside.difference, beside.rate, beside.silence?.why ?? null]).toEqual([difference, percent, why])
  })

  test.each([
    ['more-is-better', 1, 'better'],
    ['more-is-better', -1, 'worse'],
    ['less-is-better', 1, 'worse'],
    ['less-is-better', -1, 'better'],
    ['context', 1, 'different'],
  ] as const)('an indicator of which %s that moves by %d is %s', (direction, by, meaning) => {
    expect(meaningOf(measured('F01', direction), quantity(by))).toBe(meaning)
  })
})

describe('the largest changes', () => {
  const looked = [
    { of: measured('F01'), then: known(100), now: known(300) },
    { of: measured('F07', 'less-is-better'), then: known(40), now: known(90) },
    { of: measured('F06', 'more-is-better'), then: known(1000), now: known(1500) },
    { of: rate, then: known(95), now: known(75) },
    { of: measured('D03', 'more-is-better'), then: known(1), now: known(2) },
    { of: measured('D01', 'more-is-better'), then: absent, now: known(900) },
    { of: measured('E16', 'more-is-better'), then: known(10, { qualifier: 'about' }), now: known(900) },
    { of: measured('B01', 'more-is-better'), then: known(30), now: known(30) },
  ].map((one) => ({ ...one, units: [] }))

  test('each meaning has its own, the largest first; small, unequal and unknown ones are left out', () => {
    const changes = largestChanges(looked, before, { worse: 3, better: 3, different: 3 })
    expect(changes.map(({ of, meaning }) => [of.measure.key, meaning])).toEqual([
      ['F10', 'worse'],
      ['F07', 'worse'],
      ['F06', 'better'],
      ['F01', 'different'],
    ])
  })

  test('no more of each than the page holds', () => {
    const changes = largestChanges(looked, before, { worse: 1, better: 0, different: 1 })
    expect(changes.map(({ of }) => of.measure.key)).toEqual(['F10', 'F01'])
  })
})

describe('while reports are missing', () => {
  const incomplete = { then: known(98, { counted: 2 }), now: known(50, { counted: 2 }) }
  const pair = (then: CubeCell, now: CubeCell) => ({ unit: newId<'Unit'>(), then, now })

  test('the same units are put beside themselves, and are named as so many', () => {
    const units = [pair(known(40), known(70)), pair(known(58), absent), pair(known(20), known(5))]
    const [change] = largestChanges([{ of: turns, ...incomplete, units }], before, {
      worse: 1,
      better: 1,
      different: 1,
    })
    expect(change).toMatchObject({ difference: quantity(15), among: 2, beside: { rate: quantity(25) } })
    expect(change && contributionsTo(change, units, 3)).toMatchObject({
      shown: [{ unit: units[0]?.unit, difference: quantity(30) }],
      others: { units: 1, difference: quantity(-15) },
    })
  })

  test('fewer than half of them, rounded ones and shares tell nothing', () => {
    const none = { worse: 1, better: 1, different: 1 }
    const few = [pair(known(40), known(90)), pair(known(58), absent), pair(absent, known(5))]
    const rounded = [pair(known(40), known(90, { qualifier: 'about' })), pair(known(1), absent)]
    const shares = [pair(known(40), known(90)), pair(known(10), known(60))]
    expect(largestChanges([{ of: turns, ...incomplete, units: few }], before, none)).toEqual([])
    expect(largestChanges([{ of: turns, ...incomplete, units: rounded }], before, none)).toEqual([])
    expect(largestChanges([{ of: rate, ...incomplete, units: shares }], before, none)).toEqual([])
  })
})

describe('who made a change', () => {
  const ids = Array.from({ length: 5 }, () => newId<'Unit'>())
  const units = (pairs: (readonly [CubeCell, CubeCell])[]) =>
    pairs.flatMap(([then, now], at) => {
      const unit = ids[at]
      return unit ? [{ unit, then, now }] : []
    })
  const five = units([
    [known(10), known(12)],
    [known(10), known(40)],
    [known(10), known(3)],
    [known(10), known(25)],
    [known(10), known(10)],
  ])

  test('those that moved most the same way are named; the parts add up to the whole', () => {
    const difference = quantity(2 + 30 - 7 + 15)
    const made = contributionsTo({ of: turns, among: null, difference }, five, 2)
    expect(made?.shown).toEqual([
      { unit: ids[1], difference: quantity(30) },
      { unit: ids[3], difference: quantity(15) },
    ])
    expect(made?.others).toEqual({ units: 2, difference: quantity(-5) })
    const parts: Quantity[] = [...(made?.shown ?? []), ...(made?.others ? [made.others] : [])].map(
      (one) => one.difference,
    )
    expect(add(...parts)).toBe(difference)
  })

  test('where the units do not add up to the whole nobody is named', () => {
    expect(contributionsTo({ of: turns, among: null, difference: quantity(41) }, five, 2)).toBeNull()
    expect(
      contributionsTo(
        { of: turns, among: null, difference: quantity(40) },
        [...five, ...units([[absent, known(3)]])],
        2,
      ),
    ).toBeNull()
  })

  test('a share is nobody’s sum; who the indicator does not apply to added nothing', () => {
    expect(contributionsTo({ of: rate, among: null, difference: quantity(40) }, five, 2)).toBeNull()
    const apart = units([[{ ...absent, state: 'not-applicable' }, known(8)]])
    expect(contributionsTo({ of: turns, among: null, difference: quantity(8) }, apart, 2)).toEqual({
      shown: [{ unit: ids[0], difference: quantity(8) }],
      others: null,
    })
  })
})

test('what would make the figures different: who is missing, what is not comparable, what is rounded', () => {
  const reserve = reserveOf(
    [
      { of: turns, now: known(5, { counted: 2 }) },
      { of: measured('F01'), now: known(5, { qualifier: 'over' }) },
      { of: rate, now: { ...known(0), state: 'not-comparable', amount: null } },
      { of: measured('D03'), now: known(7) },
    ],
    { counted: 2, expected: 3, waiting: 1 },
  )
  expect(reserve).toEqual({
    ...{ counted: 2, expected: 3, waiting: 1 },
    incomplete: [{ key: 'E01', name: 'E01', counted: 2, expected: 3 }],
    notComparable: [{ key: 'F10', name: 'F10' }],
    rounded: [{ key: 'F01', name: 'F01' }],
  })
})
