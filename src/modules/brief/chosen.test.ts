import { expect, test } from 'vitest'
import { mostFigures, withFigure, withFigureMoved, withoutFigure } from './chosen.ts'

const three = ['F01', 'E01', 'K01:collective']

test.each([
  ['a figure is put behind the others', withFigure(three, 'D03', 'x'), [...three, 'D03']],
  ['a figure is taken out', withoutFigure(three, 'E01'), ['F01', 'K01:collective']],
  ['a figure goes up', withFigureMoved(three, 'E01', 'up'), ['E01', 'F01', 'K01:collective']],
  ['a figure goes down', withFigureMoved(three, 'E01', 'down'), ['F01', 'K01:collective', 'E01']],
])('%s', (_, choice, expected) => {
  expect(choice).toEqual({ ok: true, value: expected })
})

const full = Array.from({ length: mostFigures }, (_, at) => `F${at}`)

test.each([
  ['a figure twice', withFigure(three, 'E01', 'x'), 'already-chosen'],
  ['one figure too many', withFigure(full, 'E01', 'x'), 'too-many'],
  ['the last figure', withoutFigure(['F01'], 'F01'), 'last-one'],
  ['a figure that is not there', withoutFigure(three, 'Z99'), 'not-chosen'],
  ['a move of a figure that is not there', withFigureMoved(three, 'Z99', 'up'), 'not-chosen'],
  ['up from the top', withFigureMoved(three, 'F01', 'up'), 'at-the-end'],
  ['down from the end', withFigureMoved(three, 'K01:collective', 'down'), 'at-the-end'],
])('%s is refused', (_, choice, code) => {
  expect(choice).toMatchObject({ ok: false, refusal: { code } })
})
