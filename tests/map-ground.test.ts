import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { mapGround } from '#modules/territory/map-ground.server.ts'
import { groupedByDistrict, type MapGround } from '#modules/territory/map-ground.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { registerOf } from '#modules/territory/register.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { inScope } from '#platform/database.ts'
import { readFileSync } from 'node:fs'
import { cliBoundaries, readBoundariesArguments } from '../src/boundary-commands.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { rowsOfFolder } from './support/reference-register.ts'

const database = useDatabase()
const before = localDate('2025-06-30')
const after = localDate('2025-07-01')
const now = new Date('2026-03-01T03:00:00Z')
let place: TestProvince
let folder: string
beforeAll(async () => {
  place = await settleProvince(database)
  folder = await mkdtemp(join(tmpdir(), 'boundaries-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => database.asOwner('delete from boundary_file'))

const groundOf = (units: readonly UnitId[], day: LocalDate): Promise<MapGround> =>
  inScope(database.db, { reach: 'public' }, async (tx) => mapGround(tx, await currentRegister(tx), units, day))
const codeOf = async (unit: UnitId): Promise<string> => {
  const [row] = await database.asOwner<{ code: string }>('select code from unit where id = $1', [unit])
  return row?.code ?? ''
}
const clock = async (): Promise<number> => {
  const [row] = await database.asOwner<{ n: string }>('select n from territory_clock')
  return Number(row?.n)
}
const kheo = (...args: string[]) => cliBoundaries(database.db, args, now)

/** Fields beside each other; more than one property where a test needs it. */
async function written(name: string, units: readonly UnitId[], more: object = {}): Promise<string> {
  const features = await Promise.all(
    units.map(async (unit, at) => ({
      type: 'Feature',
      properties: { unit: await codeOf(unit), ...more },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [105 + at, 20],
            [106 + at, 20],
            [106 + at, 21],
            [105 + at, 20],
          ],
        ],
      },
    })),
  )
  const path = join(folder, name)
  const file = { type: 'FeatureCollection', source: 'Bản vẽ thử', licence: 'CC0-1.0', features }
  await writeFile(path, JSON.stringify(file))
  return path
}

describe('boundaries that an operator loads', () => {
  test('are drawn where all units of the map have one, and what was kept of public pages is read anew', async () => {
    const was = await clock()
    const loaded = await kheo('load', await written('hai.geojson', [place.benDo, place.cauGo]))
    expect(loaded).toMatchObject({ exit: 0, stdout: expect.stringContaining('Đã nạp hai.geojson: 2 đơn vị') as string })
    expect(await clock()).toBe(was + 1)
    const ground = await groundOf([place.benDo, place.cauGo], after)
    expect(ground).toMatchObject({ kind: 'shapes', source: 'Bản vẽ thử', licence: 'CC0-1.0' })
    expect(ground.kind === 'shapes' && ground.shapes.map(({ path }) => path)).toEqual([
      expect.stringMatching(/^M\d+ -200000l/),
      expect.stringMatching(/^M\d+ -200000l/),
    ])
    expect(await groundOf([place.benDo, place.cauGo, place.doiChe], after)).toMatchObject({ kind: 'groups' })
    expect(await kheo()).toMatchObject({ stdout: 'hai.geojson: 2 đơn vị; Bản vẽ thử; CC0-1.0' })
  })

  test('hold for the days they are given for', async () => {
    await kheo('load', await written('a.geojson', [place.benDo], { valid_from: '2025-07-01' }))
    expect((await groundOf([place.benDo], after)).kind).toBe('shapes')
    expect((await groundOf([place.benDo], before)).kind).toBe('groups')
  })

  test('are replaced by a file of the same name, and not by another one', async () => {
    await kheo('load', await written('a.geojson', [place.benDo]))
    expect(await kheo('load', await written('a.geojson', [place.cauGo]))).toMatchObject({ exit: 0 })
    expect((await groundOf([place.benDo], after)).kind).toBe('groups')
    const refused = await kheo('load', await written('b.geojson', [place.cauGo]))
    expect(refused).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('Xin gỡ trước: boundaries remove a.geojson') as string,
    })
    expect(await kheo()).toMatchObject({ stdout: expect.not.stringContaining('b.geojson') as string })
  })

  test('are taken back, and squares stand there again', async () => {
    await kheo('load', await written('a.geojson', [place.benDo]))
    expect(await kheo('remove', 'a.geojson')).toMatchObject({ exit: 0 })
    expect((await groundOf([place.benDo], after)).kind).toBe('groups')
    expect(await kheo('remove', 'a.geojson')).toMatchObject({ exit: 1 })
  })

  test('checking writes nothing; a bad file is told in sentences and writes nothing', async () => {
    const was = await clock()
    expect(await kheo('check', await written('a.geojson', [place.benDo]))).toMatchObject({ exit: 0 })
    const bad = await kheo('load', await written('bad.geojson', [place.benDo], { unit: 'khong-co', valid_from: 'mai' }))
    expect(bad).toMatchObject({ exit: 1, stderr: expect.stringContaining('ngày "mai" không đọc được') as string })
    expect(await kheo('load', join(folder, 'không có'))).toMatchObject({ exit: 1 })
    expect(await kheo()).toMatchObject({ stdout: 'Chưa nạp ranh giới nào; bản đồ vẽ ô vuông.' })
    expect(await clock()).toBe(was)
  })

  test.each([
    [['check']],
    [['load', '--source', 'a']],
    [['load', 'f', '--source']],
    [['load', 'f', '--from', 'mai']],
    [['load', 'f', '--nothing', 'x']],
    [['remove']],
    [['paint', 'f']],
    [['list', 'f']],
  ])('%j is not understood', async (args) => {
    expect(readBoundariesArguments(args)).toBeNull()
    expect(await kheo(...args)).toMatchObject({ exit: 2 })
  })

  test('no page can write them: the role of pages only reads', async () => {
    const write = inScope(database.db, { reach: 'public' }, (tx) =>
      tx
        .insertInto('boundary_file')
        .values({ id: place.benDo, name: 'x', sha256: 'x', source: 'x', licence: 'x' })
        .execute(),
    )
    await expect(write).rejects.toThrow('permission denied')
  })
})

describe('communes without boundaries', () => {
  test('stand under the district they were in, which ended on 1 July 2025', async () => {
    const ground = await groundOf([place.choMoi, place.cauGo, place.benDo, place.doiChe], after)
    if (ground.kind !== 'groups') throw new Error('squares were expected')
    const named = ground.groups.find(({ units }) => units.includes(place.choMoi))
    expect(named?.name).toBe('Huyện Lá Xanh')
    expect(ground.groups.flatMap(({ units }) => units)).toHaveLength(4)
  })
})

describe('the squares of the country', () => {
  const register = registerOf(rowsOfFolder('db/reference'))
  const csv = readCsv('tile.csv', readFileSync('db/reference/tile.csv', 'utf8'))
  const tiles = csv.rows.map((row) => namedCells(csv, row))
  const tilesOn = (day: string) => tiles.filter((cell) => cell('valid').startsWith('[') === day >= '2025-07-01')

  test.each([
    ['2020-01-01', 63],
    ['2025-06-30', 63],
    ['2025-07-01', 34],
    ['2026-10-01', 34],
  ])('on %s there is one for each of %d provinces, no two on one square', (day, count) => {
    const provinces = treeOn(register, localDate(day)).units('province')
    const invented = provinces.filter(({ code }) => code.includes('khong-neu-ten')).map(({ code }) => code)
    const codes = tilesOn(day).map((cell) => cell('unit_code'))
    expect(codes).toHaveLength(count)
    expect(codes.toSorted()).toEqual(
      provinces
        .map(({ code }) => code)
        .filter((code) => !invented.includes(code))
        .toSorted(),
    )
    expect(new Set(tilesOn(day).map((cell) => `${cell('column_at')} ${cell('row_at')}`)).size).toBe(count)
  })

  test('neighbours stay neighbours: each square touches another, and north is up', () => {
    for (const day of ['2025-06-30', '2025-07-01']) {
      const places = tilesOn(day).map((cell) => ({ x: Number(cell('column_at')), y: Number(cell('row_at')) }))
      const alone = places.filter(
        (one) =>
          !places.some((other) => other !== one && Math.abs(other.x - one.x) <= 1 && Math.abs(other.y - one.y) <= 1),
      )
      expect(alone).toEqual([])
      const rowOf = (part: string) => Number(tilesOn(day).find((cell) => cell('unit_code').includes(part))?.('row_at'))
      expect(['cao-bang', 'ha-noi', 'thanh-hoa', 'hue', 'khanh-hoa', 'ho-chi-minh', 'ca-mau'].map(rowOf)).toEqual(
        ['cao-bang', 'ha-noi', 'thanh-hoa', 'hue', 'khanh-hoa', 'ho-chi-minh', 'ca-mau']
          .map(rowOf)
          .toSorted((a, b) => a - b),
      )
    }
  })

  test('Hoàng Sa is named at Đà Nẵng and Trường Sa at Khánh Hòa, on both maps', () => {
    const notes = tiles.filter((cell) => cell('named_beside') !== '').map((cell) => [cell('label'), cell('note')])
    expect(notes).toEqual([
      ['Đà Nẵng', 'Quần đảo Hoàng Sa'],
      ['Khánh Hòa', 'Quần đảo Trường Sa'],
      ['Đà Nẵng', 'Quần đảo Hoàng Sa'],
      ['Khánh Hòa', 'Quần đảo Trường Sa'],
    ])
  })

  test('the database loads them and draws the country on them', async () => {
    const provinces = treeOn(register, after).units('province')
    const ground = await groundOf(
      provinces.map(({ unit }) => unit),
      after,
    )
    expect(ground.kind === 'tiles' && ground.tiles.length).toBe(34)
  })

  test('the communes of today stand under the districts of before', () => {
    const hue = register.byCode.get('thanh-pho-hue')
    const communes = treeOn(register, after)
      .units('commune')
      .filter(({ province }) => province === hue)
    const groups = groupedByDistrict(
      register,
      communes.map(({ unit }) => unit),
      after,
    )
    expect(groups.flatMap(({ units }) => units)).toHaveLength(communes.length)
    expect(groups.filter(({ name }) => name !== null).length).toBeGreaterThan(4)
    expect(groups.map(({ name }) => name)).toContain('Huyện A Lưới')
  })
})
