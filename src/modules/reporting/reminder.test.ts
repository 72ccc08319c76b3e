import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { BoardRow } from './board.ts'
import { offeredRungs, passedOver, readLadder, reminderTitle, rungReached, type Rung } from './reminder.ts'

const due = localDate('2026-10-12')
const now = new Date('2026-10-20T02:00:00Z')
const owing: BoardRow = {
  ...{
    unit: newId<'Unit'>(),
    code: 'x',
    name: 'Xã Đồi Chè',
    state: 'draft',
    due,
    extendedUntil: null,
    waivedFor: null,
    isOwed: true,
    least: 100,
    cells: null,
  },
  ...{ report: null, version: 1, handedInOn: null, daysLate: 8, asking: null, openQuestions: 0, reminded: null },
}
const someone = { people: 2, byMail: 1 }

test.each([
  ['2026-10-08', null],
  ['2026-10-09', -3],
  ['2026-10-11', -3],
  ['2026-10-12', 0],
  ['2026-10-14', 2],
  ['2026-10-17', 5],
  ['2026-10-23', 5],
  // Turned on long after: nobody is told of what is weeks old.
  ['2026-10-24', null],
])('on %s the step of %s days is reached', (today, days) => {
  expect(rungReached(offeredRungs, due, localDate(today))?.days ?? null).toBe(days)
})

const one: Rung = { days: 1, leaders: false }
test.each([
  [[], 'no-rung'],
  [[one, one], 'rung-twice'],
  [[{ ...one, days: 61 }], 'rung-out-of-range'],
  [[{ ...one, days: -31 }], 'rung-out-of-range'],
  [[{ ...one, days: 1.5 }], 'rung-out-of-range'],
  [Array.from({ length: 9 }, (_, days) => ({ ...one, days })), 'too-many-rungs'],
] as const)('a ladder of %j is refused as %s', (rungs, fault) => {
  expect(readLadder(rungs)).toBe(fault)
})

test('the steps are put in their order', () => {
  expect(readLadder([one, { days: -3, leaders: true }])).toEqual([{ days: -3, leaders: true }, one])
})

test('who has handed in, need not, was reminded lately, or has nobody to read it is passed over', () => {
  expect(passedOver(owing, someone, now)).toBeNull()
  expect(passedOver(undefined, someone, now)).toEqual({ why: 'not-expected' })
  expect(passedOver({ ...owing, state: 'waived', isOwed: false }, someone, now)).toEqual({ why: 'not-expected' })
  expect(passedOver({ ...owing, isOwed: false }, someone, now)).toEqual({ why: 'not-expected' })
  expect(passedOver({ ...owing, state: 'submitted' }, someone, now)).toEqual({ why: 'handed-in' })
  expect(passedOver(owing, { people: 0, byMail: 0 }, now)).toEqual({ why: 'nobody' })
})

test('twenty hours later a unit may be reminded again, a minute before that not', () => {
  const at = (hours: number) => ({ times: 1, at: new Date(now.getTime() - hours * 3_600_000) })
  expect(passedOver({ ...owing, reminded: at(19.99) }, someone, now)).toMatchObject({ why: 'lately' })
  expect(passedOver({ ...owing, reminded: at(20) }, someone, now)).toBeNull()
})

test('a reminder says whose, which, how late, and the sender’s own words', () => {
  const told = {
    unit: 'Xã Đồi Chè',
    template: null,
    period: 'quý III năm 2026',
    due,
    today: localDate('2026-10-20'),
    words: '',
  }
  expect(reminderTitle(told)).toBe(
    'Nhắc nộp báo cáo quý III năm 2026 của Xã Đồi Chè: đã quá hạn 8 ngày (hạn 12/10/2026)',
  )
  expect(reminderTitle({ ...told, today: due, words: 'Mong nộp trong sáng nay.' })).toBe(
    'Nhắc nộp báo cáo quý III năm 2026 của Xã Đồi Chè: hạn hôm nay. Lời nhắc: Mong nộp trong sáng nay.',
  )
  expect(reminderTitle({ ...told, template: 'Dân vận khéo', today: due })).toBe(
    'Nhắc nộp báo cáo “Dân vận khéo” quý III năm 2026 của Xã Đồi Chè: hạn hôm nay',
  )
})
