import { beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { rangeOf, yearOf } from '#kernel/period.ts'
import { comparedWith } from '#modules/reporting/map-choice.ts'
import { unitMapPage, type UnitMapPage } from '#modules/reporting/map-queries.server.ts'
import { reportMapPage } from '#modules/reporting/map-report-queries.server.ts'
import { publishedReports } from '#modules/reporting/public-queries.server.ts'
import { lastVersionOf, unitAt, unitByCode } from '#modules/territory/register.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { destinationOf } from '#modules/territory/rebase.ts'
import { openFigureList } from '../src/open-data.ts'
import { inScope } from '#platform/database.ts'
import { loadPublished } from '../src/example.ts'
import { useDatabase } from './support/database.ts'

const database = useDatabase()
const today = localDate('2026-11-22')
const now = new Date('2026-11-22T02:00:00Z')

/** The four published reports of units that ended, and the province that holds each area today. */
const seeds = [
  {
    unit: 'huyen-que-son',
    period: rangeOf(localDate('2019-01-01'), localDate('2022-10-13')),
    heir: 'Thành phố Đà Nẵng',
    cell: 'F01',
    value: '43.479',
  },
  { unit: 'huyen-le-thuy', period: yearOf(2023), heir: 'Tỉnh Quảng Trị', cell: 'I09', value: '31' },
  { unit: 'huyen-kim-son', period: yearOf(2023), heir: 'Tỉnh Ninh Bình', cell: 'F01', value: '3.200', hedge: 'trên' },
  { unit: 'tinh-bac-kan', period: yearOf(2019), heir: 'Tỉnh Thái Nguyên', cell: 'D09', value: '4.000', hedge: 'trên' },
] as const

let heirs: ReadonlyMap<string, string>

beforeAll(async () => {
  await loadPublished(database.db, now)
  const found = await inScope(database.db, { reach: 'public' }, async (tx) => {
    const register = await currentRegister(tx)
    return seeds.map(({ unit }) => {
      const id = unitByCode(register, unit)
      const { parts } = id ? destinationOf(register, id, { day: today, level: 'province' }) : { parts: [] }
      return [unit, (parts[0] && unitAt(register, parts[0].unit, today)?.code) ?? ''] as const
    })
  })
  heirs = new Map(found)
})

async function pageOf(
  code: string,
  asked: { period?: UnitMapPage['period']; map?: string } = {},
): Promise<UnitMapPage> {
  const page = await unitMapPage(database.db, { code, period: asked.period ?? null, map: asked.map ?? null }, today)
  if (!page) throw new Error(`No page of ${code}`)
  return page
}

describe.each(seeds)('$unit read three ways', ({ unit, period, heir, cell, value, ...more }) => {
  const hedge = 'hedge' in more ? more.hedge : null

  test('as it was reported, on the unit that ended', async () => {
    const page = await pageOf(unit)
    expect(page.choice).toEqual({ kind: 'reported' })
    expect(page.period).toEqual(period)
    const line = page.reported.find(({ key }) => key === cell)
    expect(line?.entries).toMatchObject([{ amount: value, hedge }])
    expect(line?.entries[0]?.unitName).toMatch(/ \(cũ\), đến (31\/12\/2024|30\/6\/2025)$/)
  })

  test('on the map of a chosen day, on which it still stood', async () => {
    const page = await pageOf(unit, { map: '31/12/2023' })
    expect(page.onMap?.code).toBe(unit)
    expect(page.lines.find(({ key }) => key === cell)).toMatchObject({ flag: 'exact', amount: value, hedge })
  })

  test('on the map of 30/6/2025 it is there, or its area is led to the unit that had it', async () => {
    const page = await pageOf(unit, { map: '30/6/2025' })
    if (unit !== 'huyen-que-son') expect(page.onMap?.code).toBe(unit)
    else expect(page.heirs.map(({ code }) => code)).toEqual(['huyen-que-son-2025'])
  })

  test('on today’s map it is not there, and its province’s successor is named', async () => {
    const page = await pageOf(unit, { map: 'hom-nay' })
    expect(page.onMap).toBeNull()
    expect(page.heirs.map(({ name }) => name)).toEqual([heir])
    expect(page.lines).toEqual([])
  })

  test('it counts towards that province today, which is told to be partial', async () => {
    const page = await pageOf(heirs.get(unit) ?? '', { period })
    expect(page.unit.name).toBe(heir)
    expect(page.choice).toEqual({ kind: 'today' })
    const line = page.lines.find(({ key }) => key === cell)
    expect(line).toMatchObject({ flag: 'exact', amount: value, hedge, counted: 1 })
    expect(line?.expected).toBeGreaterThan(1)
    expect(line?.parts).toMatchObject([{ unitCode: unit, use: 'cộng nguyên' }])
    expect(line?.parts[0]?.href).toContain(`/don-vi/${unit}/bao-cao/`)
    expect(line?.missing.length).toBe((line?.expected ?? 0) - 1)
  })

  test('the page of its report says where each number stands today', async () => {
    const listed = (await publishedReports(database.db, '', 1)).reports.find((one) => one.unitCode === unit)
    const report = listed?.path.split('/').at(-1) ?? ''
    const page = await reportMapPage(database.db, { code: unit, report, map: null }, today)
    const [province, commune] = page?.levels ?? []
    expect(province).toMatchObject({ level: 'province', flag: 'exact', reason: null })
    expect(province?.targets.map((one) => one.unit.name)).toEqual([heir])
    expect(province?.targets[0]?.lines.find(({ key }) => key === cell)).toMatchObject({ amount: value, flag: 'exact' })
    if (unit.startsWith('tinh')) expect(commune).toBeUndefined()
    else expect(commune).toMatchObject({ level: 'commune', flag: 'not-comparable' })
  })

  test('so does open data', async () => {
    const pairs = new Map([
      ['unit', unit],
      ['indicator', cell],
      ['map', '2025-07-01'],
      ['mapLevel', 'province'],
    ])
    const answer = await openFigureList.ask(database.db, pairs, now)
    expect(answer.ok && answer.value.items).toMatchObject([
      {
        unit,
        flag: 'exact',
        reason: null,
        parts: [{ unitName: heir, share: 1, hedge, amount: value.replace('.', '') }],
      },
    ])
  })
})

describe('what cannot be shown', () => {
  test('a day before the register begins, with the day it begins', async () => {
    const page = await pageOf('huyen-que-son', { map: '31/12/2018' })
    expect(page.error).toMatch(/^Sổ đơn vị bắt đầu từ ngày \d+\/\d+\/\d{4}\. Xin chọn/)
    expect(page.choice).toEqual({ kind: 'reported' })
    const answer = await openFigureList.ask(database.db, new Map([['map', '1990-01-01']]), now)
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'bad-parameter', field: 'map' } })
    expect(answer.ok ? '' : answer.refusal.message).toContain('Sổ đơn vị chỉ có từ ngày')
  })

  test('what is no day, as it was typed', async () => {
    const page = await pageOf('huyen-que-son', { map: 'hôm qua' })
    expect(page).toMatchObject({ typed: 'hôm qua', error: '“hôm qua” chưa phải một ngày. Ghi ngày như 30/6/2025.' })
  })

  test('a level without a map', async () => {
    const answer = await openFigureList.ask(database.db, new Map([['mapLevel', 'province']]), now)
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'bad-parameter', field: 'mapLevel' } })
  })

  test('a unit that nobody knows', async () => {
    expect(await unitMapPage(database.db, { code: 'khong-co', period: null, map: null }, today)).toBeNull()
    expect(await reportMapPage(database.db, { code: 'huyen-que-son', report: 'x', map: null }, today)).toBeNull()
  })

  test('a period in which nobody published', async () => {
    const page = await pageOf('huyen-que-son', { period: yearOf(2030) })
    expect(page).toMatchObject({ sources: [], lines: [], reported: [] })
  })

  test('a unit whose area nobody reported of', async () => {
    const code = await inScope(database.db, { reach: 'public' }, async (tx) => {
      const register = await currentRegister(tx)
      const unit = register.units.find((one) => lastVersionOf(register, one)?.name === 'Tỉnh Cà Mau')
      return (unit && lastVersionOf(register, unit)?.code) ?? ''
    })
    expect(await pageOf(code)).toMatchObject({ periods: [], period: null, lines: [] })
  })
})

test('figures of before the register are added as they stand, and never told as growth', async () => {
  const page = await pageOf('tinh-thai-nguyen-2025', { period: yearOf(2019) })
  expect(page.madeOf.map(({ name }) => name)).toEqual(['Tỉnh Bắc Kạn', 'Tỉnh Thái Nguyên'])
  expect(page.lines.find(({ key }) => key === 'D09')).toMatchObject({ counted: 1, missing: ['Tỉnh Thái Nguyên'] })
  expect(comparedWith({ begins: localDate('2022-10-01') }, yearOf(2022))).toBeNull()
  expect(comparedWith({ begins: localDate('2022-10-01') }, yearOf(2023))).toEqual(yearOf(2022))
})

test('why a part is not comparable ends once: the list puts the full stop', async () => {
  const page = await pageOf('thanh-pho-da-nang-2025', { period: seeds[0].period })
  const line = page.lines.find(({ key }) => key === 'F14')
  expect(line?.flag).toBe('not-comparable')
  expect(line?.parts[0]?.use).toMatch(/địa bàn đã khác$/)
})

test('Lệ Thủy: its average is divided anew by its 24 xã, and a rate of its own is not added', async () => {
  const page = await pageOf(heirs.get('huyen-le-thuy') ?? '', { period: yearOf(2023) })
  expect(page.lines.find(({ key }) => key === 'I02')).toMatchObject({ amount: '15,75', hedge: 'ước', flag: 'exact' })
  expect(page.lines.find(({ key }) => key === 'I01')).toMatchObject({ amount: '378', hedge: 'ước', flag: 'exact' })
})
