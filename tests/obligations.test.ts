import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { keepObligations } from '#modules/reporting/obligation-arising.server.ts'
import { closingOf, obligationsOf } from '#modules/reporting/obligation-queries.server.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { now } from './support/reports.ts'

const database = useDatabase()
const [from, to] = [localDate('2025-01-01'), localDate('2026-12-31')]
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const inProvince = <Value>(work: Parameters<typeof inScope<Value>>[2]): Promise<Value> =>
  inScope(database.db, { reach: 'province', province: place.province }, work)
const all = () => inProvince((tx) => obligationsOf(tx, { province: place.province, from, to }))

describe('what is owed is written down when its period has ended', () => {
  test('by what the template asks for, for every unit in force on the last day, once however often it is asked', async () => {
    await keepObligations(database.db, place.province, now)
    const first = await all()
    await keepObligations(database.db, place.province, now)
    await keepObligations(database.db, place.province, new Date('2026-10-08T02:00:00Z'))
    expect(await all()).toEqual(first)
    const third = first.filter(({ period }) => period.to === '2026-09-30')
    const owing = [place.province, place.doiChe, place.benDo, place.cauGo, place.choMoi]
    expect(third.map(({ unit }) => unit).sort()).toEqual(owing.sort())
    expect(new Set(third.map(({ due }) => due))).toEqual(new Set(['2026-10-12']))
    expect(first).toHaveLength(10)
  })

  test('two rounds at once write it once', async () => {
    await Promise.all([1, 2, 3].map(() => keepObligations(database.db, place.province, now)))
    expect(await all()).toHaveLength(10)
  })

  test('a commune reads its own alone, and a period that nobody closed is open', async () => {
    await keepObligations(database.db, place.province, now)
    const own = await inScope(
      database.db,
      { reach: 'unit', province: place.province, unit: place.doiChe },
      async (tx) => [
        await obligationsOf(tx, { province: place.province, from, to }),
        await closingOf(tx, place.province, currentTemplate, quarterOf(2026, 3)),
      ],
    )
    expect(own).toMatchObject([[{ unit: place.doiChe }, { unit: place.doiChe }], null])
  })
})
