import { describe, expect, test } from 'vitest'
import { advanceYear, allowedYearMoves, yearCycle, yearMoves, yearStates, type YearStanding } from './cycle.ts'

const standings: readonly YearStanding[] = ['own-officer', 'own-leader', 'receiver']

describe('every move from every state by everybody', () => {
  const all = yearStates.flatMap((state) =>
    yearMoves.flatMap((move) => standings.map((who) => [state, move, who] as const)),
  )

  test.each(all)('%s, %s, %s: what the table says and nothing else', (state, move, who) => {
    const rules = yearCycle.filter((rule) => rule.move === move && rule.by.includes(who))
    const rule = rules.find((one) => one.from.includes(state))
    const answer = advanceYear(state, move, [who])
    if (rules.length === 0) expect(answer).toBe('not-you')
    else if (!rule) expect(answer).toBe('not-now')
    else expect(answer).toEqual({ to: rule.to, needsReason: rule.reason === true })
    expect(allowedYearMoves(state, [who]).includes(move)).toBe(rule !== undefined)
  })
})

test('who is nothing to it may do nothing', () => {
  for (const state of yearStates) expect(allowedYearMoves(state, [])).toEqual([])
})

test('the receiver never writes for a unit, and a unit never receives from itself by its officer', () => {
  expect(advanceYear('draft', 'register', ['receiver'])).toBe('not-you')
  expect(advanceYear('registered', 'approve', ['own-officer'])).toBe('not-you')
  expect(advanceYear('appraised', 'recognise', ['own-leader'])).toBe('not-you')
})

test('what ended does not move again', () => {
  for (const state of ['stopped', 'merged', 'handed-over', 'not-recognised'] as const)
    expect(allowedYearMoves(state, standings)).toEqual([])
})
