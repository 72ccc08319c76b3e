import { describe, expect, test } from 'vitest'
import { advance, allowedMoves, isCounted, isOpenForEntry, moves, reportStatuses, type Standing } from './lifecycle.ts'

const standings: readonly Standing[] = ['own-officer', 'own-leader', 'reviewer']

/** Everything that can happen to a report; whatever is not here cannot. */
const life: Record<string, string> = {
  'draft submit own-officer': 'submitted',
  'draft submit own-leader': 'submitted',
  'returned submit own-officer': 'submitted',
  'returned submit own-leader': 'submitted',
  'submitted recall own-officer': 'draft',
  'submitted recall own-leader': 'draft',
  'submitted return reviewer': 'returned',
  'submitted accept reviewer': 'accepted',
  'accepted publish own-leader': 'published',
  'accepted publish reviewer': 'published',
  'published withdraw own-leader': 'accepted',
  'published withdraw reviewer': 'accepted',
}

const makers: Record<string, Standing[]> = {
  submit: ['own-officer', 'own-leader'],
  recall: ['own-officer', 'own-leader'],
  return: ['reviewer'],
  accept: ['reviewer'],
  publish: ['own-leader', 'reviewer'],
  withdraw: ['own-leader', 'reviewer'],
}

const every = reportStatuses.flatMap((status) =>
  moves.flatMap((move) => standings.map((standing) => ({ status, move, standing }))),
)

test.each(every)('a report that is $status: $move by $standing', ({ status, move, standing }) => {
  const to = life[`${status} ${move} ${standing}`]
  const isMaker = makers[move]?.includes(standing) ?? false
  expect(advance(status, move, [standing])).toEqual(to ? { to } : isMaker ? 'not-now' : 'not-you')
  expect(allowedMoves(status, [standing]).includes(move)).toBe(to !== undefined)
})

describe('people who are nothing, or several things, to a report', () => {
  test('somebody without a standing moves nothing', () => {
    for (const { status, move } of every) expect(advance(status, move, [])).toBe('not-you')
    for (const status of reportStatuses) expect(allowedMoves(status, [])).toEqual([])
  })

  test('the leader of a province may submit its own report and decide on it', () => {
    expect(allowedMoves('draft', ['own-leader', 'reviewer'])).toEqual(['submit'])
    expect(allowedMoves('submitted', ['own-leader', 'reviewer'])).toEqual(['recall', 'return', 'accept'])
    expect(allowedMoves('accepted', ['own-leader', 'reviewer'])).toEqual(['publish'])
    expect(allowedMoves('published', ['own-leader', 'reviewer'])).toEqual(['withdraw'])
  })
})

test.each([
  ['draft', true, false],
  ['submitted', false, false],
  ['returned', true, false],
  ['accepted', false, true],
  ['published', false, true],
] as const)('a report that is %s: figures may be typed %s, it counts in the sums %s', (status, open, counted) => {
  expect(isOpenForEntry(status)).toBe(open)
  expect(isCounted(status)).toBe(counted)
})
