import { expect, test } from 'vitest'
import { quantity } from '#kernel/quantity.ts'
import type { CubeAnswer, CubeCell } from '#modules/figures/cube-answer.ts'
import { answerBreaks, cellPoint } from './cell-point.ts'

const cell: CubeCell = {
  state: 'known',
  amount: quantity('3200.5'),
  qualifier: 'over',
  flag: 'apportioned',
  counted: 2,
  expected: 3,
  reason: null,
  version: null,
}
const place = { label: 'T1', name: 'Tháng 1 năm 2026', href: '/o' }
const point = (more: Partial<CubeCell>) => cellPoint({ ...cell, ...more }, place, 'decimal', () => 'Xã A')

test('a number is drawn where it stands and printed as the table prints it, with how many units it is from', () => {
  expect(point({})).toEqual({
    ...place,
    state: 'known',
    value: 3200.5,
    text: 'trên 3.200,5',
    why: 'từ 2 trên 3 đơn vị',
    flag: 'apportioned',
    hedge: 'trên',
  })
})

test.each([
  ['absent', null, 'chưa có số'],
  ['not-applicable', null, 'không áp dụng'],
  ['undefined', { why: 'divided-by-zero' }, 'không xác định'],
] as const)('%s is drawn nowhere and says why', (state, reason, text) => {
  const drawn = point({ state, amount: null, reason })
  expect(drawn).toMatchObject({ state, value: null, text, hedge: null })
  expect(drawn.why).toBe(reason ? 'Mẫu số bằng 0 nên không xác định.' : null)
})

test('a zero is a number', () => {
  expect(point({ amount: quantity(0), qualifier: 'exact' })).toMatchObject({ state: 'known', value: 0, text: '0' })
})

test('a series breaks where another definition begins to count', () => {
  const answer = { breaks: () => [{ period: 6, from: 'a', to: 'b' }] } as unknown as CubeAnswer
  expect(answerBreaks(answer, 0, (period) => `Từ kỳ ${period}`)).toEqual([{ at: 6, note: 'Từ kỳ 6' }])
})
