import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { continuesIn, type DatedSuccession } from './continuing.ts'
import { standingOn, type SubCommuneVersion } from './sub-commune.ts'

const [a, b, c, d, e] = [unit(), unit(), unit(), unit(), unit()]
const july = localDate('2025-07-01')
const may = localDate('2026-05-01')
const link = (from: UnitId, to: UnitId, isWhole: boolean, on = july): DatedSuccession => ({ from, to, isWhole, on })
/** a and b became c as wholes; c became d later; e was divided among c and d. */
const successions = [link(a, c, true), link(b, c, true), link(c, d, true, may), link(e, c, false), link(e, d, false)]

function unit(): UnitId {
  return newId<'Unit'>()
}

describe('what a commune had goes on under the one it became part of', () => {
  test.each([
    ['the day before', a, localDate('2025-06-30'), a],
    ['on the day itself', a, july, c],
    ['after a second merger', b, may, d],
    ['where nothing happened', d, may, d],
  ])('%s', (_, from, day, expected) => {
    expect(continuesIn(successions, from, day)).toEqual({ unit: expected, among: null })
  })

  test('of a divided one nobody knows it by rule, from the day of the division on', () => {
    expect(continuesIn(successions, e, localDate('2025-06-30'))).toEqual({ unit: e, among: null })
    expect(continuesIn(successions, e, july)).toEqual({ unit: null, among: [c, d] })
  })

  test('a single part is not the whole: what stayed outside is not known', () => {
    expect(continuesIn([link(a, c, false)], a, july)).toEqual({ unit: null, among: [c] })
  })

  test('a circle, which no sound register has, ends', () => {
    expect(continuesIn([link(a, b, true), link(b, a, true)], a, may).among).toBeNull()
  })
})

describe('hamlets on a day', () => {
  const hamlet = (change: Partial<SubCommuneVersion>): SubCommuneVersion => ({
    ...{ id: newId<'SubCommuneUnit'>(), n: 1, unit: a, change: 'created', from: localDate('2020-01-01') },
    ...{ isInForce: true, voidReason: null, name: 'Đồi Ngang', kind: 'hamlet-thon', act: { number: '', on: null } },
    ...change,
  })

  test('the row keeps its commune, the day decides under which it is read', () => {
    const one = hamlet({})
    expect(standingOn([one], successions, localDate('2025-06-30'))[0]?.commune).toBe(a)
    expect(standingOn([one], successions, july)[0]?.commune).toBe(c)
    expect(standingOn([one], successions, may)[0]?.commune).toBe(d)
  })

  test('of a divided commune they stand among the communes it may have gone to, until somebody says where', () => {
    const one = hamlet({ unit: e })
    expect(standingOn([one], successions, july)[0]).toMatchObject({ commune: null, among: [c, d] })
    const assigned = { ...one, n: 2, unit: c, from: july, change: 'assigned' as const }
    expect(standingOn([one, assigned], successions, july)[0]).toMatchObject({ commune: c, among: [] })
    expect(standingOn([one, assigned], successions, may)[0]?.commune).toBe(d)
  })

  test('one that ended, or that was a slip of the pen, is not there', () => {
    const one = hamlet({})
    const ended = { ...one, n: 2, from: july, isInForce: false, change: 'ended' as const }
    expect(standingOn([one, ended], successions, july)).toEqual([])
    expect(standingOn([one, { ...ended, voidReason: 'ghi nhầm' }], successions, july)).toHaveLength(1)
    expect(standingOn([{ ...one, voidReason: 'ghi nhầm' }], successions, july)).toEqual([])
  })
})
