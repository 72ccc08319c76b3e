import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { stateSaid } from './board-labels.ts'
import {
  boardCounts,
  boardPartOf,
  boardParts,
  boardStateOf,
  daysLateOf,
  inBoardOrder,
  isOwing,
  mayStillUndo,
  named,
  notAtOnce,
  type BoardRow,
  type BoardState,
} from './board.ts'

const due = localDate('2026-10-12')

function row(name: string, state: BoardState, given: Partial<BoardRow> = {}): BoardRow {
  const [isOwed, least] = [state !== 'waived', 100]
  return {
    ...{ unit: newId<'Unit'>(), code: name, name, state, due, extendedUntil: null, waivedFor: null, isOwed, least },
    ...{ report: null, version: 0, handedInOn: null, daysLate: 0, cells: null, asking: null, openQuestions: 0 },
    reminded: null,
    ...given,
  }
}

const rows = [
  row('Xã Ánh Dương', 'accepted', { daysLate: 2, handedInOn: localDate('2026-10-14'), asking: 0 }),
  row('Xã Bến Đò', 'not-begun', { daysLate: 5 }),
  row('Xã Cầu Gỗ', 'submitted', { asking: 3, openQuestions: 1 }),
  row('Xã Đồi Chè', 'draft', { daysLate: 9 }),
  row('Xã Êm Đềm', 'waived', { waivedFor: 'Mới thành lập' }),
  row('Phường Gió', 'returned', { extendedUntil: localDate('2026-10-20') }),
]

test('the counts of where a report stands add up to all units', () => {
  const counts = boardCounts(rows)
  expect(boardParts.reduce((sum, part) => sum + counts[part], 0)).toBe(counts.all)
  expect(counts).toMatchObject({ all: 6, late: 2, 'handed-in-late': 1, asking: 1, questions: 1, extended: 1 })
})

test('what came with cells missing is a part of its own, whatever became of it since', () => {
  const cells = { answered: 58, asked: 71, least: 100 }
  const short = (['submitted', 'accepted', 'published'] as const).map((state) => row('Xã Gió', state, { cells }))
  expect(boardCounts(short)).toMatchObject({ all: 3, incomplete: 3, submitted: 0, accepted: 0, published: 0 })
  expect(short.map((one) => stateSaid(one))).toEqual([
    { word: 'đã nộp, còn thiếu 13/71 ô', since: 'chờ duyệt' },
    { word: 'đã nộp, còn thiếu 13/71 ô', since: 'đã nhận' },
    { word: 'đã nộp, còn thiếu 13/71 ô', since: 'đã công bố' },
  ])
  expect(boardPartOf(row('Xã Gió', 'submitted', { cells: { ...cells, least: 80 } }))).toBe('submitted')
  expect(boardPartOf(row('Xã Gió', 'draft', { cells: null }))).toBe('draft')
})

test('the latest stand first, who owes nothing more stays in the order of the names', () => {
  expect(inBoardOrder(rows, 'late').map(({ name }) => name)).toEqual([
    ...['Xã Đồi Chè', 'Xã Bến Đò', 'Phường Gió', 'Xã Ánh Dương', 'Xã Cầu Gỗ', 'Xã Êm Đềm'],
  ])
  expect(inBoardOrder(rows, 'asking')[0]?.name).toBe('Xã Cầu Gỗ')
  expect(inBoardOrder(rows, 'name')).toEqual(rows)
})

test('a unit is found by its name without marks', () => {
  expect(named(rows, 'doi che').map(({ name }) => name)).toEqual(['Xã Đồi Chè'])
  expect(named(rows, '')).toHaveLength(6)
})

test.each([
  ['draft', null, 9],
  ['submitted', '2026-10-11', 0],
  ['accepted', '2026-10-14', 2],
  ['waived', null, 0],
  ['accepted', null, 0],
] as const)('a report that is %s, handed in on %s, is %i days late', (state, handedIn, late) => {
  const today = localDate('2026-10-21')
  const handedInOn = handedIn === null ? null : localDate(handedIn)
  expect(daysLateOf({ state, due, isOwed: state !== 'waived' }, handedInOn, today)).toBe(late)
})

test.each([
  ['submitted', 'let off', 'submitted'],
  ['returned', 'let off', 'waived'],
  ['draft', 'let off', 'waived'],
  [null, 'let off', 'waived'],
  ['draft', 'not asked', 'draft'],
  [null, 'not asked', 'not-owed'],
  [null, 'asked', 'not-begun'],
] as const)('a report that is %s of a unit that is %s stands as %s', (status, owed, state) => {
  const waivedFor = owed === 'let off' ? 'Mới thành lập' : null
  expect(boardStateOf(status, { waivedFor, isOwed: owed === 'asked' })).toBe(state)
})

test('what no rule asks for is neither late nor owing, however long ago it was', () => {
  const one = row('Xã Gió', 'draft', { isOwed: false, due: localDate('2020-01-01') })
  expect([isOwing(one), daysLateOf(one, null, localDate('2026-10-21'))]).toEqual([false, 0])
})

test('what a finding, an open question or an empty cell asks about is not accepted with the others', () => {
  const cells = { answered: 71, asked: 71, least: 100 }
  expect(notAtOnce({ asking: 0, openQuestions: 0, cells })).toBeNull()
  expect(notAtOnce({ asking: 1, openQuestions: 0, cells })).toEqual({ asking: 1, questions: 0, short: null })
  expect(notAtOnce({ asking: null, openQuestions: 2, cells })).toEqual({ asking: 0, questions: 2, short: null })
  const short = { ...cells, answered: 70 }
  expect(notAtOnce({ asking: 0, openQuestions: 0, cells: short })).toEqual({ asking: 0, questions: 0, short })
})

test('an acceptance is undone within ten minutes and not after', () => {
  const at = new Date('2026-10-13T02:00:00Z')
  expect(mayStillUndo(at, new Date('2026-10-13T02:10:00Z'))).toBe(true)
  expect(mayStillUndo(at, new Date('2026-10-13T02:10:01Z'))).toBe(false)
})
