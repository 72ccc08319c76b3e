import { beforeEach, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { newId } from '#kernel/ids.ts'
import { quarterOf, yearOf, type Period } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { CountedFact } from '#modules/figures/counted-by.ts'
import { countsOf, factsBehind, stateFacts } from '#modules/figures/counted-by.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'

const database = useDatabase()
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

async function stated(facts: CountedFact[], day = '2026-08-12', unit: UnitId = place.doiChe): Promise<string> {
  const id = newId()
  const { province } = place
  const record = { province, unit, kind: 'visit', id, day: localDate(day), label: 'Cuộc' } as const
  await inScope(database.db, scopeOf(place.people.reviewer), (tx) => stateFacts(tx, record, facts))
  return id
}

async function counts(period: Period = yearOf(2026), unit: UnitId = place.doiChe) {
  const { from, to } = period
  return inScope(database.db, scopeOf(place.people.reviewer), async (tx) => {
    const found = await countsOf(tx, { province: place.province, unit, from, to })
    return Object.fromEntries([...found].map(([key, { amount, records }]) => [key, [Number(amount) / 10_000, records]]))
  })
}

const units = (oncePer: string, on?: string): CountedFact => ({
  ...{ cell: { code: 'C01', dimension: 'distinct' }, amount: 1, oncePer },
  ...(on ? { on: localDate(on) } : {}),
})
const stock = (oncePer: string, until: string | null): CountedFact => ({
  ...{ cell: { code: 'H10', dimension: '' }, amount: 1, oncePer },
  holds: { until: until === null ? null : localDate(until) },
})

test('a thing named by several records, or on several days of one, is one in a period', async () => {
  await stated([units('xa-mot', '2026-02-01'), units('xa-mot', '2026-08-01'), units('xa-hai')])
  await stated([units('xa-hai')])
  expect(await counts()).toEqual({ 'C01:distinct': [2, 2] })
  expect(await counts(quarterOf(2026, 1))).toEqual({ 'C01:distinct': [1, 1] })
})

test('one record has parts of one cell on several days, and each counts in its own period', async () => {
  const part = (on: string, amount: number) => ({
    cell: { code: 'C05', dimension: 'issued' },
    amount,
    on: localDate(on),
  })
  const id = await stated([part('2026-03-31', 2), part('2026-04-01', 3)])
  expect(await counts(quarterOf(2026, 1))).toEqual({ 'C05:issued': [2, 1] })
  expect(await counts()).toEqual({ 'C05:issued': [5, 1] })
  const set = { province: place.province, unit: place.doiChe, ...yearOf(2026) }
  const behind = await inScope(database.db, scopeOf(place.people.reviewer), (tx) =>
    factsBehind(tx, set, { code: 'C05', dimension: 'issued' }),
  )
  expect(behind.map(({ record, day }) => [record, day])).toEqual([
    [id, '2026-03-31'],
    [id, '2026-04-01'],
  ])
})

test('a stock counts in every period whose last day it stands on, and in no earlier or later one', async () => {
  await stated([stock('xa-mot', null)], '2025-03-01')
  await stated([stock('xa-hai', '2026-07-01')], '2026-02-01')
  expect(await counts(yearOf(2024))).toEqual({})
  expect(await counts(yearOf(2025))).toEqual({ H10: [1, 1] })
  expect(await counts(quarterOf(2026, 1))).toEqual({ H10: [2, 2] })
  expect(await counts(quarterOf(2026, 2))).toEqual({ H10: [2, 2] })
  expect(await counts(quarterOf(2026, 3))).toEqual({ H10: [1, 1] })
})

test('a stock of one unit is nobody else’s', async () => {
  await stated([stock('xa-mot', null)])
  expect(await counts(yearOf(2026), place.benDo)).toEqual({})
  expect(await counts(yearOf(2026), place.province)).toEqual({})
})

test('what is stated anew replaces what was stated, and nothing is left of a voided record', async () => {
  const id = await stated([units('xa-mot')])
  const { province, doiChe: unit } = place
  const record = { province, unit, kind: 'visit', id, day: localDate('2026-08-12'), label: 'Cuộc' } as const
  await inScope(database.db, scopeOf(place.people.reviewer), (tx) => stateFacts(tx, record, []))
  expect(await counts()).toEqual({})
})
