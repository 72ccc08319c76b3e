import { beforeAll, expect, test } from 'vitest'
import { quarterOf } from '#kernel/period.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { desk, doneBy, submitNow } from '../../../tests/support/reports.ts'
import { returnReport } from './commands.server.ts'
import { openWorkOf } from './open-work-queries.server.ts'

const database = useDatabase()
const { as, typed, versionOf } = desk(database)
let place: TestProvince

beforeAll(async () => {
  place = await settleProvince(database)
  const id = await typed(place.people.doiCheOfficer, { D01: '1' }, quarterOf(2026, 1))
  await submitNow(as(place.people.doiCheOfficer), id)
  const question = [{ cell: { code: 'D01', dimension: '' }, text: 'Số này của cả xã hay chỉ một thôn?' }]
  doneBy(await returnReport(as(place.people.reviewer), id, await versionOf(id), question))
})

test('who takes over reads what is owed, what came back and how many questions wait; no figure stands there', async () => {
  const work = await openWorkOf(as(place.people.administrator), place.doiChe)
  expect(work?.reports).toContainEqual(
    expect.objectContaining({ period: quarterOf(2026, 1), status: 'returned', questions: 1 }),
  )
  expect(work?.reports.some((one) => one.status === 'not-begun')).toBe(true)
  expect(JSON.stringify(work)).not.toContain('cả xã hay chỉ một thôn')
})

test('the province itself has the submitted reports of its communes waiting', async () => {
  const id = await typed(place.people.benDoOfficer, { D01: '2' }, quarterOf(2026, 1))
  await submitNow(as(place.people.benDoOfficer), id)
  expect(await openWorkOf(as(place.people.administrator), place.province)).toMatchObject({ toReview: 1 })
})

test('nobody else asks, and a unit of another province is not there', async () => {
  expect(await openWorkOf(as(place.people.reviewer), place.doiChe)).toBeNull()
  expect(await openWorkOf(as(place.people.otherAdministrator), place.doiChe)).toBeNull()
})
