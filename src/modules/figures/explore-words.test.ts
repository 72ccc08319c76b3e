import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { monthOf, periodsWithin, quarterOf, yearOf } from '#kernel/period.ts'
import { defaultQuestions } from './default-questions.ts'
import { exploreAddress, readForm } from './explore-form.ts'
import { findIndicators, type PickedIndicator } from './indicator-choice.ts'
import { questionSentence, periodsText } from './question-sentence.ts'
import { readQuestion } from './question-text.ts'
import { nothingAsked } from './question.ts'

describe('a question read back', () => {
  const names = { measures: ['Hồ sơ giải quyết đúng hạn'], units: ['Tỉnh Ví Dụ'], level: null, counts: null }
  const months = periodsWithin(yearOf(2026), 'month')
  test('is one sentence', () => {
    const asked = { map: 'reported', compare: 'same-period' } as const
    expect(questionSentence(asked, { ...names, units: [], level: 'tỉnh', periods: months })).toBe(
      'Hồ sơ giải quyết đúng hạn, theo tỉnh của cả nước, 12 tháng năm 2026, so với cùng kỳ năm trước',
    )
  })

  test('says the map, and how far figures have come', () => {
    const asked = { map: localDate('2025-06-30'), compare: null }
    expect(questionSentence(asked, { ...names, periods: [quarterOf(2025, 2)], counts: 'open' })).toBe(
      'Hồ sơ giải quyết đúng hạn, Tỉnh Ví Dụ, quý II năm 2025, trên bản đồ ngày 30/6/2025, gồm cả số đang nhập',
    )
  })

  test('counts what is too much to name, and leaves abbreviations as they are', () => {
    const measures = ['Tổng hồ sơ', 'OCOP 5 sao', 'Hồ sơ trễ hạn']
    const asked = { map: 'reported', compare: null } as const
    expect(questionSentence(asked, { ...names, measures, periods: [yearOf(2026)] })).toMatch(
      /^Tổng hồ sơ; OCOP 5 sao và hồ sơ trễ hạn, /,
    )
    expect(questionSentence(asked, { ...names, measures: [...measures, 'Bốn'], periods: [yearOf(2026)] })).toMatch(
      /^Tổng hồ sơ; OCOP 5 sao và 2 chỉ tiêu khác, /,
    )
  })

  test.each([
    [[quarterOf(2026, 1), quarterOf(2026, 2)], 'quý I năm 2026 và quý II năm 2026'],
    [periodsWithin(yearOf(2025), 'quarter'), '4 quý năm 2025'],
    [[yearOf(2024), yearOf(2025), yearOf(2026)], '3 kỳ từ năm 2024 đến năm 2026'],
    [[monthOf(2026, 3)], 'tháng 3/2026'],
    [[], ''],
  ])('its periods: %#', (periods, text) => {
    expect(periodsText(periods)).toBe(text)
  })
})

describe('the form', () => {
  const read = (address: string) => readForm(new URLSearchParams(address))
  test('keeps its own words apart from the question', () => {
    const { question, words } = read('indicators=F01&tim-don-vi=que+son&hoi=1&columns=unit')
    expect(question).toEqual([['indicators', 'F01']])
    expect(words).toMatchObject({ isSent: true, findUnit: 'que son', columns: 'unit' })
  })

  test('a day of the map counts only where a day is chosen', () => {
    expect(read('map=day&ban-do-ngay=30/6/2025').question).toEqual([['map', '30/6/2025']])
    expect(read('map=today&ban-do-ngay=30/6/2025').question).toEqual([['map', 'today']])
    expect(read('map=day&ban-do-ngay=').question).toEqual([])
  })

  test('a formula is one more indicator', () => {
    const reading = readQuestion(read('indicators=F01&cong-thuc=F07+/+F01+%25').question)
    expect(reading.asked.indicators).toEqual(['F01', 'F07 / F01 %'])
  })

  test('is answered with an address that asks the same', () => {
    const asked = {
      ...nothingAsked,
      indicators: ['F01', 'F07 / (F05 + F06) %'],
      year: [2026],
      compare: 'whole',
    } as const
    const address = exploreAddress(asked, 'measure')
    const { question, words } = read(address)
    expect([readQuestion(question).asked, words.columns]).toEqual([asked, 'measure'])
  })

  test('what is far too long or holds a NUL is cut, not refused', () => {
    const { words } = read(`tim-chi-tieu=${'a'.repeat(5000)}%00&columns=other`)
    expect([words.findIndicator.length, words.columns]).toEqual([200, null])
  })
})

describe('the search of indicators', () => {
  const indicator = (code: string, name: string, counts = ''): PickedIndicator => ({
    ...{ code, name, counts, unitOfCount: 'hồ sơ', nature: 'flow', overTerritory: 'sum', section: 'F', dimensions: [] },
  })
  const all = [
    indicator('B19', 'Phần việc tham gia xây dựng nông thôn mới', 'không đúng hạn thì không tính'),
    indicator('F10', 'Tỷ lệ giải quyết đúng hạn'),
    indicator('F06', 'Hồ sơ giải quyết đúng hạn'),
    indicator('G01', 'Xã công khai đủ nội dung đúng hạn'),
    indicator('G03', 'Hạn nộp đúng'),
  ]
  const found = (text: string): string[] => findIndicators(all, text).map(({ code }) => code)
  test('finds without marks, the words as they stand first', () => {
    expect(found('dung han')).toEqual(['F06', 'F10', 'G01', 'G03'])
  })
  test('finds by code, by the beginning of words, and by what is counted where few names answer', () => {
    expect(found('f06')).toEqual(['F06'])
    expect(found('giai quy')).toEqual(['F06', 'F10'])
    expect(found('khong dung han')).toEqual(['B19'])
    expect(found('hong co gi')).toEqual([])
    expect(found('  ')).toEqual([])
  })
})

test.each(['commune', 'province'] as const)('a newcomer of a %s has questions that can be asked', (place) => {
  const questions = defaultQuestions(place, localDate('2026-10-07'))
  expect(questions).toHaveLength(3)
  for (const { name, asked } of questions) {
    expect(name).toMatch(/III\/2026|2026/)
    expect(readQuestion(new URLSearchParams(exploreAddress(asked, null)))).toEqual({ ok: true, asked })
  }
})
