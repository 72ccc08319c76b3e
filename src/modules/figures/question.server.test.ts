import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { yearOf } from '#kernel/period.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { inScope } from '#platform/database.ts'
import { loadReference } from '#platform/reference.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { refusalOf as cubeRefusalOf } from './cube-asked.ts'
import type { CubeQuestion } from './cube-question.ts'
import { askedRefusalText, fieldOf } from './question-refusal.ts'
import { readQuestion } from './question-text.ts'
import { resolveQuestion, type QuestionOwner } from './question.server.ts'

const database = useDatabase()
const now = new Date('2026-11-22T02:00:00Z')
let place: TestProvince
beforeAll(async () => {
  await loadReference(database.url)
  place = await settleProvince(database)
})

async function resolve(search: string, owner: QuestionOwner = null) {
  const reading = readQuestion(new URLSearchParams(search.replaceAll('{p}', 'thu-1')))
  if (!reading.ok) throw new Error(reading.doubts.map(({ sentence }) => sentence).join(' '))
  return inScope(database.db, { reach: 'public' }, async (tx) =>
    resolveQuestion(tx, await currentRegister(tx), reading.asked, now, owner),
  )
}

async function resolved(search: string, owner: QuestionOwner = null) {
  const found = await resolve(search, owner)
  if (!found.ok) throw new Error(JSON.stringify(found))
  return found.value
}

async function refusalOf(search: string) {
  const found = await resolve(search)
  if (found.ok || found.kind !== 'refused') throw new Error('It was not refused')
  return { ...found.refusal, field: fieldOf(found.refusal), sentence: askedRefusalText(found.refusal) }
}

const names = ({ labels }: Awaited<ReturnType<typeof resolved>>) =>
  labels.units.map(({ name, isTotal }) => (isTotal ? `= ${name}` : name))

describe('units', () => {
  test('the communes of a province, and the province itself as a cell of its own', async () => {
    const asked = await resolved('indicators=F06&by=commune&unit={p}-province&year=2026')
    expect(names(asked)).toEqual(['= Tỉnh Mây Trắng', 'Phường Chợ Mới', 'Xã Bến Đò', 'Xã Cầu Gỗ', 'Xã Đồi Chè'])
    expect(asked.units[0]).toBe(place.province)
    expect(asked).toMatchObject({ map: { kind: 'reported' }, counts: 'published', from: 'communes' })
  })

  test('as reported over 1 July 2025: all that stood on one of the days, what ended behind and said so', async () => {
    const asked = await resolved('indicators=F06&by=commune,half-year&unit={p}-province&year=2025')
    expect(names(asked)).toEqual([
      '= Tỉnh Mây Trắng',
      ...['Phường Chợ Mới', 'Xã Bến Đò', 'Xã Cầu Gỗ', 'Xã Đồi Chè'],
      'Xã Khe Vắng (cũ), đến 30/6/2025',
    ])
    expect(asked.labels.periods.map(({ key }) => key)).toEqual(['2025-6-thang', '2025-6-thang-cuoi'])
  })

  test('on the map of a day they are called as they were on it', async () => {
    const asked = await resolved('indicators=F06&level=commune&unit={p}-district&year=2026&map=2025-06-30')
    expect(names(asked)).toEqual(['= Huyện Lá Xanh', 'Thị trấn Chợ Mới', 'Xã Bến Đò', 'Xã Đồi Chè', 'Xã Khe Vắng'])
    expect(asked.labels.map).toBe('trên bản đồ ngày 30/6/2025')
  })

  test('nothing said: provinces for everybody, one’s own unit on the desk', async () => {
    const everybody = await resolved('indicators=F06')
    expect(names(everybody)).toEqual(expect.arrayContaining(['Tỉnh Mây Trắng', 'Tỉnh Nắng Vàng']))
    const [first, ...others] = everybody.labels.units
    expect(first).toMatchObject({ code: 'ca-nuoc', name: 'Cả nước', level: 'country', isTotal: true })
    expect(others.every(({ level, isTotal }) => level === 'province' && !isTotal)).toBe(true)
    const own = await resolved('indicators=F06', { unit: place.doiChe, province: place.province })
    expect(names(own)).toEqual(['Xã Đồi Chè'])
    expect(own.counts).toBe('accepted')
  })

  test('the country is asked for by its code, alone, or with what it is divided in', async () => {
    const own = { unit: place.doiChe, province: place.province }
    expect(names(await resolved('indicators=F06&unit=ca-nuoc', own))).toEqual(['Cả nước'])
    const divided = names(await resolved('indicators=F06&unit=ca-nuoc&by=province', own))
    expect(divided).toEqual(expect.arrayContaining(['= Cả nước', 'Tỉnh Mây Trắng']))
    const beside = names(await resolved('indicators=F06&unit={p}-province,ca-nuoc'))
    expect(beside).toEqual(['Tỉnh Mây Trắng', 'Cả nước'])
  })

  test('several units beside one another have no total', async () => {
    const asked = await resolved('indicators=F06&unit={p}-doiche,{p}-bendo&by=unit')
    expect(names(asked)).toEqual(['Xã Đồi Chè', 'Xã Bến Đò'])
  })
})

describe('periods and parts', () => {
  test('a year in months, the year it is where none is said', async () => {
    const asked = await resolved('indicators=F06&by=month')
    expect(asked.labels.periods).toHaveLength(12)
    expect(asked.labels.periods[0]).toEqual({ key: '2026-t01', title: 'Tháng 1/2026' })
  })

  test('what begins on the 15th is divided into what does', async () => {
    const asked = await resolved('indicators=F06&by=month&period=2026-q3-n15')
    expect(asked.periods.map(({ from }) => from)).toEqual(['2026-06-15', '2026-07-15', '2026-08-15'])
  })

  test('an indicator with its parts', async () => {
    const asked = await resolved('indicators=K01,F06&by=part')
    expect(asked.measures.map(({ key }) => key)).toEqual(expect.arrayContaining(['K01', 'K01:collective', 'F06']))
  })
})

test('a formula is a measure, and the same one twice is one', async () => {
  const asked = await resolved('indicators=F02 / F01 %25,F02/F01%25,F01')
  expect(asked.measures.map(({ key }) => key)).toEqual(['F02 / F01 %', 'F01'])
  expect(asked.measures[0]?.expression).toMatchObject({ kind: 'ratio', factor: 100 })
})

describe('what is not answered says why, at its field', () => {
  test.each([
    ['year=2026', 'nothing-asked', 'indicators', /Chưa chọn chỉ tiêu/],
    ['indicators=F6', 'unknown-indicator', 'indicators', /“F6”.*Có phải:.*F06 \(/],
    ['indicators=F06,ZZZ999', 'unknown-indicator', 'indicators', /“ZZZ999”\.$/],
    ['indicators=F06:nobody', 'unread-measure', 'indicators', /F06/],
    ['indicators=F06 / ', 'unread-measure', 'indicators', /\.$/],
    ['indicators=F06&unit=xa-doi-che', 'unknown-unit', 'unit', /Có phải: thu-1-doiche \(Xã Đồi Chè\)/],
    ['indicators=F06&map=1999-01-01', 'before-register', 'map', /Sổ đơn vị bắt đầu/],
    ['indicators=F06&by=district&unit={p}-province&year=2026', 'no-such-level', 'level', /cấp huyện nào/],
    ['indicators=F06&by=quarter&period=2026-t03', 'no-such-periods', 'by', /tháng 3\/2026/],
    ['indicators=F01,F02,F03&by=commune,month&year=2000..2100', 'too-many-cells', 'by', /nhiều nhất 100\.000/],
  ])('%s', async (search, code, field, sentence) => {
    const refusal = await refusalOf(search)
    expect(refusal).toMatchObject({ code, field })
    expect(refusal.sentence).toMatch(sentence)
  })

  test('a question of many million cells is only counted', async () => {
    const codes = Array.from({ length: 300 }, (_, at) => `F${at}`).join()
    const began = performance.now()
    expect(await refusalOf(`indicators=${codes}&by=commune,month&year=1900..2100`)).toMatchObject({
      code: 'too-many-cells',
    })
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

describe('a formula is worked out in every cell, and its length with their number is bounded', () => {
  const unit = newId<'Unit'>()
  const asking = (terms: number, cells: number): CubeQuestion => {
    const cell = { kind: 'cell', cell: { code: 'F01', dimension: '' } } as const
    const expression =
      terms === 1 ? cell : ({ kind: 'sum', of: Array.from({ length: terms - 1 }, () => cell) } as const)
    const measure = { key: 'F01', name: 'Hồ sơ', unitOfCount: 'hồ sơ', numeral: 'count', direction: 'context' } as const
    return {
      ...{ measures: [{ ...measure, expression }], units: Array.from({ length: cells }, () => unit) },
      ...{ periods: [yearOf(2026)], map: { kind: 'reported' }, counts: 'published', from: 'any' },
    }
  }

  test.each([
    [1, 100_000, null],
    [20, 100_000, null],
    [21, 100_000, 'too-many-steps'],
    [400, 5_000, null],
    [400, 5_001, 'too-many-steps'],
    [400, 100_001, 'too-many-cells'],
  ])('%i parts in %i cells', (parts, cells, code) => {
    expect(cubeRefusalOf(asking(parts, cells))?.code ?? null).toBe(code)
  })

  test('the sentence has both numbers and says what to do', () => {
    const refusal = cubeRefusalOf(asking(400, 100_000))
    expect(refusal && askedRefusalText(refusal)).toBe(
      'Công thức dài nhân với số ô thành 40.000.000 phép tính, nhiều nhất 2.000.000 một lần. Viết công thức ngắn lại, hoặc bớt đơn vị hay kỳ.',
    )
    expect(refusal && fieldOf(refusal)).toBe('by')
  })
})
