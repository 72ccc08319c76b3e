import { expect, test } from 'vitest'
import { isComplete, missingSaid, saysNothing, shortOf } from './completeness.ts'
import type { ContentLine } from './content.ts'

test.each([
  [71, 71, 100, true],
  [70, 71, 100, false],
  [64, 71, 90, true],
  [63, 71, 90, false],
  [0, 71, 1, false],
  // A form without a figure asks for none.
  [0, 0, 100, true],
])('%i of %i cells answered, where %i %% are enough: complete %s', (answered, asked, least, complete) => {
  const cells = { answered, asked, least }
  expect(isComplete(cells)).toBe(complete)
  expect(shortOf(cells)).toBe(complete ? null : cells)
})

test('what is missing is told in cells, and of what is not in, nothing', () => {
  expect(missingSaid({ answered: 58, asked: 71, least: 100 })).toBe('còn thiếu 13/71 ô')
  expect(shortOf(null)).toBeNull()
})

const line = (state: 'zero' | 'not-applicable' | 'not-yet-known', note = ''): ContentLine =>
  ({ figure: { value: { state }, raw: '', note, basis: 'typed' } }) as ContentLine
const paragraph = { section: 'tinh-hinh', title: 'Tình hình', parts: [{ text: 'Mưa lũ.' }] }

test.each([
  ['empty cells', [line('not-yet-known'), line('not-yet-known')], undefined, true],
  ['a stated zero', [line('zero'), line('not-yet-known')], undefined, false],
  ['a word that it does not apply', [line('not-applicable')], undefined, false],
  ['a note of why there is no number', [line('not-yet-known', 'Sổ bị ướt')], undefined, false],
  ['words alone', [line('not-yet-known')], [paragraph], false],
  ['words that were emptied again', [line('not-yet-known')], [], true],
  ['a form that asks for no figure', [], undefined, false],
] as const)('a report with %s says nothing: %s', (_, lines, prose, silent) => {
  const content = { units: null, lines: [...lines], ...(prose ? { prose: [...prose] } : {}) }
  expect(saysNothing(content as Parameters<typeof saysNothing>[0])).toBe(silent)
})

test('the sum of a province is never said to be empty', () => {
  expect(saysNothing({ units: { expected: 3, counted: 0 }, lines: [line('not-yet-known')] })).toBe(false)
})
