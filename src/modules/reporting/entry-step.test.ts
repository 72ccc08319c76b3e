import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { figure } from '#modules/figures/figure.ts'
import type { IndicatorVersionId } from '#modules/figures/indicator.ts'
import { cellsOfStep, obstaclesOf, type EntryStep, type StepChange } from './entry-step.ts'

const me = newId<'Account'>()
const colleague = newId<'Account'>()
const cell = { code: 'F01', dimension: '' }
const indicator = 'F01@1' as IndicatorVersionId
const at = new Date('2026-10-07T02:00:00Z')

const change = (n: number, raw: string, account = me): StepChange => ({
  ...figure(raw, 'count'),
  n,
  cell,
  indicator,
  at,
  account,
})
const step = (n: number, writtenThrough = n): EntryStep => ({
  n: 1,
  firstChange: n,
  lastChange: n,
  writtenThrough,
  standing: 'done',
})

describe('a step may be turned', () => {
  test.each([
    ['nothing came after it', step(5), [change(5, '10')]],
    ['a later own step in the cell was undone', step(5), [change(5, '10'), change(6, '11'), change(7, '10')]],
    ['it was undone and is done again', step(5, 8), [change(5, '10'), change(8, '')]],
  ])('when %s', (_, given, changes) => {
    expect(obstaclesOf(given, me, changes)).toEqual([])
  })
})

describe('a step stands', () => {
  test.each([
    ['a colleague wrote the cell', step(5), [change(5, '10'), change(6, '12', colleague)], colleague],
    ['a colleague wrote the same text again', step(5), [change(5, '10'), change(6, '10', colleague)], colleague],
    [
      'a colleague wrote between two own steps',
      step(5),
      [change(5, '10'), change(6, '12', colleague), change(7, '13'), change(8, '12')],
      colleague,
    ],
    ['the cell says something else by another way', step(5), [change(5, '10'), change(6, '99')], me],
    [
      'a colleague wrote after the undo',
      step(5, 6),
      [change(5, '10'), change(6, ''), change(7, '3', colleague)],
      colleague,
    ],
  ])('when %s, and it is said who', (_, given, changes, by) => {
    expect(obstaclesOf(given, me, changes)).toEqual([{ cell, account: by, at }])
  })
})

test('a step is its cells with what stood there before; a cell that was never written was empty', () => {
  const [first] = cellsOfStep(step(5), [change(4, '1'), change(5, '10'), change(6, '11')], new Map())
  expect(first).toMatchObject({ before: { raw: '', value: { state: 'not-yet-known' } }, after: { raw: '10' } })
  const [second] = cellsOfStep(step(5), [change(5, '10')], new Map([['F01', figure('trên 3', 'count')]]))
  expect(second?.before).toEqual(figure('trên 3', 'count'))
})
