import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { monthOf, periodKey, periodOf, quarterOf, rangeOf, ruledRegimes, yearOf, type Period } from '#kernel/period.ts'
import { standings } from './figure-set.ts'
import { joinList, splitList } from './question-list.ts'
import { questionAddress, readQuestion, writeQuestion } from './question-text.ts'
import { comparisons, nothingAsked, questionViews, territoryAxes, timeAxes, type AskedQuestion } from './question.ts'

function read(search: string) {
  return readQuestion(new URLSearchParams(search))
}

function asked(search: string): AskedQuestion {
  const reading = read(search)
  if (!reading.ok) throw new Error(reading.doubts.map(({ sentence }) => sentence).join(' '))
  return reading.asked
}

describe('several values in one parameter', () => {
  test.each([
    ['F06,F07', ['F06', 'F07']],
    [' F06 , K01:collective ,', ['F06', 'K01:collective']],
    ['F06 * 1,5,F07', ['F06 * 1,5', 'F07']],
    ['nếu(F06 > 0, F07, 0),F08', ['nếu(F06 > 0, F07, 0)', 'F08']],
    ['"F06 , F07",F08', ['F06 , F07', 'F08']],
    ['"nói ""thế""",F08', ['nói "thế"', 'F08']],
    ['', []],
  ])('%s', (text, items) => {
    expect(splitList(text)).toEqual(items)
  })

  test('a quote that is never closed is not guessed', () => {
    expect(splitList('"F06,F07')).toBeNull()
  })

  test('whatever is written in it is read back', () => {
    const item = fc
      .string({ unit: fc.constantFrom(...'F0,6" ()15:+/àĐ'), minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '')
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(splitList(joinList(items))).toEqual(items)
      }),
      { numRuns: 400 },
    )
  })
})

describe('a question in an address', () => {
  test('nothing said asks nothing of its own', () => {
    expect(read('')).toEqual({ ok: true, asked: nothingAsked })
    expect(read('indicators=&by=&year=&view=')).toEqual({ ok: true, asked: nothingAsked })
    expect(questionAddress(nothingAsked)).toBe('')
  })

  test('indicators by province and month on the map of a day', () => {
    expect(asked('indicators=F06,K01:collective&by=province,month&year=2026&map=2026-01-01&counts=accepted')).toEqual({
      ...nothingAsked,
      indicators: ['F06', 'K01:collective'],
      by: ['province', 'month'],
      year: [2026],
      map: localDate('2026-01-01'),
      counts: 'accepted',
    })
  })

  test('a parameter several times, as checked boxes send it, is its values together', () => {
    expect(asked('indicators=F06&indicators=100%20*%20F07&year=2025&year=2026')).toMatchObject({
      indicators: ['F06', '100 * F07'],
      year: [2025, 2026],
    })
  })

  test.each([
    ['quý III/2026', [quarterOf(2026, 3)]],
    ['2026-q3', [quarterOf(2026, 3)]],
    ['9 tháng 2026, tháng 3/2026', [periodOf('nine-months', 2026), monthOf(2026, 3)]],
    ['2025-q4..2026-q2', [quarterOf(2025, 4), quarterOf(2026, 1), quarterOf(2026, 2)]],
    ['tháng 11/2025..tháng 1/2026', [monthOf(2025, 11), monthOf(2025, 12), monthOf(2026, 1)]],
    ['2019-01-01_2022-10-13', [rangeOf(localDate('2019-01-01'), localDate('2022-10-13'))]],
  ])('the period %s', (text, periods) => {
    expect(asked(`period=${encodeURIComponent(text)}`).period).toEqual(periods)
  })

  test('years are written as a range from the third on', () => {
    const years = asked('year=2021,2023..2026,2030').year
    expect(years).toEqual([2021, 2023, 2024, 2025, 2026, 2030])
    expect(questionAddress({ ...nothingAsked, year: years })).toBe('year=2021,2023..2026,2030')
  })

  test('decomposed letters are composed', () => {
    expect(asked(`period=${encodeURIComponent('quý I/2026'.normalize('NFD'))}`).period).toEqual([quarterOf(2026, 1)])
  })
})

test.each([
  ['by=region', 'by', /“region”.*province/],
  ['by=province,commune', 'by', /một cấp/],
  ['by=month,quarter', 'by', /một loại kỳ/],
  ['by=__proto__', 'by', /“__proto__”/],
  ['level=xã', 'level', /“xã”.*commune/],
  ['by=province&level=commune', 'level', /chỉ ghi một cấp/i],
  ['year=26', 'year', /“26”.*2024\.\.2026/],
  ['year=2026..2024', 'year', /Đổi chỗ/],
  ['year=1800', 'year', /1900/],
  ['period=2026-t13', 'period', /“2026-t13”/],
  ['period=2026-q4..2026-q1', 'period', /dãy kỳ/],
  ['period=2026-q1..2026', 'period', /cùng loại kỳ/],
  ['period=1900..2100,1900-t01..2100-t12', 'period', /nhiều nhất 240 kỳ/i],
  ['map=hôm nay', 'map', /“hôm nay”.*today/],
  ['map=2026-02-30', 'map', /2026-02-30/],
  ['from=districts', 'from', /communes/],
  ['counts=drafts', 'counts', /published/],
  ['compare=last-year', 'compare', /same-period/],
  ['view=pie', 'view', /table/],
  ['page=0', 'page', /từ 1/],
  ['page=1e9', 'page', /từ 1/],
  ['unit=X%C3%A3', 'unit', /không phải mã đơn vị/],
  ['indicators="F06', 'indicators', /ngoặc kép/],
])('%s is doubted at its field, in a sentence', (search, field, sentence) => {
  const reading = read(search)
  expect(reading).toMatchObject({ ok: false, doubts: [{ field }] })
  expect(!reading.ok && reading.doubts[0]?.sentence).toMatch(sentence)
})

test.each([
  ['a column', `sort=${'x'.repeat(101)}`, /quá dài/],
  ['301 indicators', `indicators=${Array.from({ length: 301 }, (_, at) => `F${at}`).join()}`, /nhiều nhất 300/i],
  ['a formula', `indicators=${'F'.repeat(2001)}`, /dài quá/],
])('%s that is too long is doubted', (_, search, sentence) => {
  const reading = read(search)
  expect(!reading.ok && reading.doubts[0]?.sentence).toMatch(sentence)
})

test('every doubt is said at once, and what could be read is kept', () => {
  const reading = read('indicators=F06&by=region&year=26')
  expect(reading).toMatchObject({
    ok: false,
    asked: { indicators: ['F06'] },
    doubts: [{ field: 'by' }, { field: 'year' }],
  })
})

const ruled = fc
  .record({ regime: fc.constantFrom(...ruledRegimes), year: fc.integer({ min: 1950, max: 2050 }), at: fc.nat(11) })
  .map(({ regime, year, at }) => periodOf(regime, year, at) ?? yearOf(year))
const days = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 900 }))
  .map(([from, length]): Period => {
    const day = (number: number) => localDate(new Date(number * 86_400_000).toISOString().slice(0, 10))
    return rangeOf(day(from), day(from + length)) ?? yearOf(2026)
  })
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const code = fc.constantFrom(
  'F06',
  'K01:collective',
  'F06 / F07 * 1,5',
  'nếu(a, b)',
  '1 + F06',
  'a , b',
  '"',
  'Tổng số',
)
const question: fc.Arbitrary<AskedQuestion> = fc
  .record({
    indicators: fc.uniqueArray(code),
    territory: optional(fc.constantFrom(...territoryAxes)),
    time: optional(fc.constantFrom(...timeAxes)),
    parts: fc.boolean(),
    unit: fc.uniqueArray(fc.constantFrom('vi-du', 'vi-du-song-xanh', 'ha-noi', '48', 'x-1')),
    below: fc.boolean(),
    year: fc.uniqueArray(fc.integer({ min: 1900, max: 2100 }), { maxLength: 20 }),
    period: fc.uniqueArray(fc.oneof(ruled, days), { selector: periodKey, maxLength: 8 }),
    map: fc.constantFrom('reported' as const, 'today' as const, localDate('2025-06-30')),
    from: fc.constantFrom('communes' as const, 'any' as const),
    counts: optional(fc.constantFrom(...standings)),
    compare: optional(fc.constantFrom(...comparisons)),
    view: fc.constantFrom(...questionViews),
    sort: optional(fc.constantFrom('name', '-amount', '-F06:2026-q1')),
    page: fc.integer({ min: 1, max: 100_000 }),
  })
  .map(({ territory, time, parts, below, ...rest }): AskedQuestion => {
    const level = territory === 'unit' || territory === null ? 'commune' : territory
    const by = [territory, time, parts ? ('part' as const) : null].filter((one) => one !== null)
    return { ...rest, by, level: below ? level : null }
  })

test('what a question is written as is read back as the same question', () => {
  fc.assert(
    fc.property(question, (one) => {
      expect(readQuestion(writeQuestion(one))).toEqual({ ok: true, asked: one })
      expect(asked(questionAddress(one))).toEqual(one)
    }),
    { numRuns: 400 },
  )
})

test('no text makes the reader fail or wait', () => {
  const name = fc.constantFrom(...Object.keys(nothingAsked), 'other')
  const value = fc.string({ unit: fc.constantFrom(...'2026..-q1,t"()fF:đ _/'), maxLength: 60 })
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), (parameters) => {
      const reading = readQuestion(parameters)
      if (reading.ok) expect(readQuestion(writeQuestion(reading.asked))).toEqual(reading)
      else for (const { sentence } of reading.doubts) expect(sentence).toMatch(/\.$/)
    }),
    { numRuns: 400 },
  )
})
