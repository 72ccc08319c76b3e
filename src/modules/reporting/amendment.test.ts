import { describe, expect, test } from 'vitest'
import {
  advanceAmendment,
  amendmentMoves,
  amendmentMovesFor,
  amendmentStatuses,
  isAmendmentLive,
  isAmendmentOpen,
  mayReadAmendment,
  needsNote,
} from './amendment.ts'
import type { Standing } from './lifecycle.ts'

const standings: readonly Standing[] = ['own-officer', 'own-leader', 'reviewer', 'own-auditor', 'auditor', 'follower']

/** Everything that can happen to an amendment; whatever is not here cannot. */
const life: Record<string, string> = {
  'asked begin own-officer': 'open',
  'asked begin own-leader': 'open',
  'open hand-in own-officer': 'handed-in',
  'open hand-in own-leader': 'handed-in',
  'returned hand-in own-officer': 'handed-in',
  'returned hand-in own-leader': 'handed-in',
  'handed-in recall own-officer': 'open',
  'handed-in recall own-leader': 'open',
  'handed-in return reviewer': 'returned',
  'handed-in accept reviewer': 'accepted',
  'open drop own-officer': 'dropped',
  'open drop own-leader': 'dropped',
  'returned drop own-officer': 'dropped',
  'returned drop own-leader': 'dropped',
  'asked refuse reviewer': 'dropped',
  'handed-in refuse reviewer': 'dropped',
}

const makers: Record<string, Standing[]> = {
  begin: ['own-officer', 'own-leader'],
  'hand-in': ['own-officer', 'own-leader'],
  recall: ['own-officer', 'own-leader'],
  drop: ['own-officer', 'own-leader'],
  return: ['reviewer'],
  accept: ['reviewer'],
  refuse: ['reviewer'],
}

const every = amendmentStatuses.flatMap((status) =>
  amendmentMoves.flatMap((move) => standings.map((standing) => ({ status, move, standing }))),
)

test.each(every)('an amendment that is $status: $move by $standing', ({ status, move, standing }) => {
  const to = life[`${status} ${move} ${standing}`]
  const isMaker = makers[move]?.includes(standing) ?? false
  expect(advanceAmendment(status, move, [standing])).toEqual(to ? { to } : isMaker ? 'not-now' : 'not-you')
  expect(amendmentMovesFor(status, [standing]).includes(move)).toBe(to !== undefined)
})

describe('what a status means', () => {
  test.each([
    ['asked', false, true, false],
    ['open', true, true, false],
    ['handed-in', false, true, true],
    ['returned', true, true, false],
    ['accepted', false, false, true],
    ['dropped', false, false, false],
  ] as const)('%s: typed %s, waits for somebody %s, read by a reviewer %s', (status, open, live, read) => {
    expect(isAmendmentOpen(status)).toBe(open)
    expect(isAmendmentLive(status)).toBe(live)
    expect(mayReadAmendment(status, false)).toBe(read)
    expect(mayReadAmendment(status, true)).toBe(true)
  })

  test('whoever stands in the way of an amendment says why', () => {
    expect(amendmentMoves.filter(needsNote)).toEqual(['return', 'drop', 'refuse'])
  })

  test('the leader of a province hands in and decides on its own amendment', () => {
    expect(amendmentMovesFor('open', ['own-leader', 'reviewer'])).toEqual(['hand-in', 'drop'])
    expect(amendmentMovesFor('handed-in', ['own-leader', 'reviewer'])).toEqual(['recall', 'return', 'accept', 'refuse'])
  })
})
