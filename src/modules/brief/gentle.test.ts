import { expect, test } from 'vitest'
import { remarksOn } from './gentle.ts'

const none = [null, null, null, null, null, null, null]

test.each([
  ['nothing but zeros', [0, 0, 0, 0, 0, 0, null], none, { kind: 'all-zero', unit: 3, numbers: 6 }],
  [
    'most numbers those of the period before',
    [41, 12, 7, 88, 19, 5, 2],
    [41, 12, 7, 88, 20, 6, 2],
    { kind: 'repeated', unit: 3, same: 4, of: 6 },
  ],
  ['every number a round one', [40, 20, 110, 30, 50, 900, 0], none, { kind: 'all-round', unit: 3, numbers: 6 }],
])('%s is remarked', (_, now, before, remark) => {
  expect(remarksOn([{ unit: 3, now, before }])).toEqual([remark])
})

test.each([
  ['a few zeros', [0, 0, 0, null, null, null, null], none],
  ['zeros with one number among them', [0, 0, 0, 0, 0, 0, 1], none],
  ['zeros that come again', [0, 0, 0, 0, 0, 0, 4], [0, 0, 0, 0, 0, 0, 4]],
  ['small numbers that come again', [1, 2, 4, 3, 0, 2, 1], [1, 2, 4, 3, 0, 2, 1]],
  ['half of the numbers those of before', [41, 12, 7, 88, 19, 5], [41, 12, 7, 89, 20, 6]],
  ['five round numbers', [40, 20, 110, 30, 50, 1, 2], none],
  ['round numbers and one other', [40, 20, 110, 30, 50, 900, 17], none],
])('%s is not remarked', (_, now, before) => {
  expect(remarksOn([{ unit: 3, now, before }])).toEqual([])
})
