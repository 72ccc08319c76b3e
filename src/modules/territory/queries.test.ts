import { beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import {
  communesEndedWithin,
  communesInForce,
  districtsInForce,
  divisorOn,
  lastKnownUnit,
  lastNamesIn,
  lastVersionIn,
  unitOn,
} from './queries.server.ts'
import type { UnitId, UnitVersion } from './unit.ts'

const database = useDatabase()
let place: TestProvince
beforeAll(async () => {
  place = await settleProvince(database)
})

const lastDay = localDate('2025-06-30')
const firstDay = localDate('2025-07-01')
const names = (units: UnitVersion[]): string[] => units.map((unit) => unit.name)
const ask = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inScope(database.db, { reach: 'public' }, work)

describe('a unit is read as it was on a day', () => {
  test('the township became a ward overnight and kept its id', async () => {
    const [before, after] = await ask(async (tx) => [
      await unitOn(tx, place.choMoi, lastDay),
      await unitOn(tx, place.choMoi, firstDay),
    ])
    expect(before).toMatchObject({ name: 'Thị trấn Chợ Mới', kind: 'township', parent: place.district, until: lastDay })
    expect(after).toMatchObject({
      name: 'Phường Chợ Mới',
      kind: 'ward',
      parent: place.province,
      from: firstDay,
      until: null,
    })
  })

  test('the district was there on 30 June 2025 and is not on 1 July', async () => {
    expect(await ask((tx) => unitOn(tx, place.district, lastDay))).toMatchObject({ name: 'Huyện Lá Xanh' })
    expect(await ask((tx) => unitOn(tx, place.district, firstDay))).toBeNull()
    expect(names(await ask((tx) => districtsInForce(tx, place.province, lastDay)))).toEqual(['Huyện Lá Xanh'])
    expect(await ask((tx) => districtsInForce(tx, place.province, firstDay))).toEqual([])
  })

  test('an ended unit is still known by its code, a standing one by its newest name', async () => {
    const codeOf = async (unit: UnitId) => (await ask((tx) => unitOn(tx, unit, lastDay)))?.code ?? ''
    const [ended, standing] = [await codeOf(place.district), await codeOf(place.choMoi)]
    expect(await ask((tx) => lastKnownUnit(tx, ended))).toMatchObject({ name: 'Huyện Lá Xanh', until: lastDay })
    expect(await ask((tx) => lastKnownUnit(tx, standing))).toMatchObject({ name: 'Phường Chợ Mới', until: null })
    expect(await ask((tx) => lastKnownUnit(tx, 'khong-co'))).toBeNull()
  })
})

test('a name that is decided for later is not yet the unit’s name; of an ended unit its last one is', async () => {
  const known = (unit: UnitId, day: string) =>
    ask((tx) => lastVersionIn(tx, unit, place.province, localDate(day))).then((version) => version?.name)
  expect(await known(place.choMoi, '2025-06-30')).toBe('Thị trấn Chợ Mới')
  expect(await known(place.choMoi, '2025-07-01')).toBe('Phường Chợ Mới')
  expect(await known(place.district, '2026-01-01')).toBe('Huyện Lá Xanh')
})

test('the names of many units come in one answer, each as it would alone; of another province’s unit none', async () => {
  const units = [place.choMoi, place.district, place.choMoi, place.other.gioLua]
  const of = (day: string) => ask((tx) => lastNamesIn(tx, units, place.province, localDate(day)))
  expect([...(await of('2025-06-30')).values()].sort()).toEqual(['Huyện Lá Xanh', 'Thị trấn Chợ Mới'])
  expect([...(await of('2026-01-01')).values()].sort()).toEqual(['Huyện Lá Xanh', 'Phường Chợ Mới'])
  expect(await ask((tx) => lastNamesIn(tx, [], place.province, lastDay))).toEqual(new Map())
})

describe('the communes of a province', () => {
  test('are those in force on the day, in the order of the Vietnamese alphabet', async () => {
    expect(names(await ask((tx) => communesInForce(tx, place.province, lastDay)))).toEqual([
      'Thị trấn Chợ Mới',
      'Xã Bến Đò',
      'Xã Cầu Gỗ',
      'Xã Đồi Chè',
      'Xã Khe Vắng',
    ])
    expect(names(await ask((tx) => communesInForce(tx, place.province, firstDay)))).toEqual([
      'Phường Chợ Mới',
      'Xã Bến Đò',
      'Xã Cầu Gỗ',
      'Xã Đồi Chè',
    ])
    expect(names(await ask((tx) => communesInForce(tx, place.other.province, firstDay)))).toEqual(['Xã Gió Lùa'])
  })

  test.each([
    ['2025-01-01', '2025-12-31', ['Xã Khe Vắng']],
    ['2025-07-01', '2025-09-30', []],
    ['2025-06-30', '2025-07-01', ['Xã Khe Vắng']],
    ['2025-04-01', '2025-06-30', []],
  ])('that ended from %s to %s without its last day: %j', async (from, to, ended) => {
    const found = await ask((tx) => communesEndedWithin(tx, place.province, localDate(from), localDate(to)))
    expect(names(found)).toEqual(ended)
  })
})

describe('what an average per xã is divided by', () => {
  const divisor = async (unit: UnitId, day = firstDay) => {
    return ask(async (tx) => {
      const version = await unitOn(tx, unit, day)
      if (!version) throw new Error('no unit')
      return divisorOn(tx, version, day)
    })
  }

  test('a xã divides by itself, a ward by nothing', async () => {
    expect(await divisor(place.doiChe)).toEqual({ units: 1, allUnits: 1 })
    expect(await divisor(place.choMoi)).toBeNull()
  })

  test('a province and a district by their xã, with all their units beside it', async () => {
    expect(await divisor(place.province)).toEqual({ units: 3, allUnits: 4 })
    expect(await divisor(place.province, lastDay)).toEqual({ units: 4, allUnits: 5 })
    expect(await divisor(place.district, lastDay)).toEqual({ units: 3, allUnits: 4 })
  })

  test('a stated composition goes before units that are recorded one by one', async () => {
    await database.asOwner(
      `insert into unit_composition (unit_id, kind, valid, count, source)
       values ($1, 'commune', '[2024-01-01,2024-02-01)', 7, 'một bản tin')`,
      [place.district],
    )
    expect(await divisor(place.district, localDate('2024-01-31'))).toEqual({ units: 7, allUnits: 7 })
    expect(await divisor(place.district, localDate('2024-02-01'))).toEqual({ units: 3, allUnits: 4 })
  })

  test.each([
    ['huyen-le-thuy', '2023-12-31', 24, 26],
    ['huyen-le-thuy', '2025-06-30', 24, 26],
    ['huyen-kim-son', '2023-12-31', 23, 25],
    ['huyen-kim-son', '2025-06-30', 21, 23],
    ['huyen-que-son', '2022-10-13', 11, 13],
    ['huyen-que-son-2025', '2025-06-30', 15, 18],
  ])('%s on %s divides by %d xã of %d', async (code, day, units, allUnits) => {
    const [district] = await database.asOwner<{ id: UnitId }>('select id from unit where code = $1', [code])
    if (!district) throw new Error('no reference data')
    expect(await divisor(district.id, localDate(day))).toEqual({ units, allUnits })
  })
})
