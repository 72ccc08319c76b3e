import { expect, test } from 'vitest'
import { rowsOfText } from '#modules/access/list-text.ts'
import { readNoticeRows, rowsOfList, type TypedRow } from './notice-rows.ts'
import { changesBetween, enteredFrom, worksOtherwise } from './year.ts'
import { localDate } from '#kernel/local-date.ts'

const row = (day: string, kind: string, name = 'Tết', pair = ''): TypedRow => ({ line: 1, day, kind, name, pair })
const read = (...rows: TypedRow[]) =>
  readNoticeRows(
    2027,
    rows.map((one, at) => ({ ...one, line: at + 1 })),
  )

test.each([
  [row('1/1/2027', 'Nghỉ lễ'), '2027-01-01', 'off'],
  [row('1/1', 'nghi le'), '2027-01-01', 'off'],
  [row('2027-01-01', 'H'), '2027-01-01', 'off'],
  [row('3-5-2027', 'Nghỉ bù'), '2027-05-03', 'compensation'],
])('%j is read', (typed, day, kind) => {
  expect(read(typed)[0]).toMatchObject({ errors: {}, read: { day, kind } })
})

test.each([
  [row('31/2/2027', 'off'), 'day', 'ngày có thật của năm 2027'],
  [row('1/1/2026', 'off'), 'day', 'ngày có thật của năm 2027'],
  [row('2/1/2027', 'off'), 'day', 'cuối tuần, vốn đã nghỉ'],
  [row('4/1/2027', 'làm bù', 'Bù', '5/1/2027'), 'day', 'không phải thứ Bảy'],
  [row('1/1/2027', 'hội hè'), 'kind', 'Cần một trong'],
  [row('1/1/2027', 'off', ' '), 'name', 'Thiếu tên'],
  [row('4/1/2027', 'hoán đổi'), 'pair', 'ghi ngày kia'],
  [row('4/1/2027', 'hoán đổi', 'Nghỉ', '9/1/2027'), 'pair', 'chưa có 9/1/2027 là thứ Bảy làm bù'],
  [row('1/1/2027', 'off', 'Tết', '9/1/2027'), 'pair', 'Chỉ ngày hoán đổi'],
] as const)('%j is refused at its cell %s', (typed, column, sentence) => {
  const [one] = read(typed)
  expect(Object.keys(one?.errors ?? {})).toEqual([column])
  expect(one?.errors[column]).toContain(sentence)
  expect(one?.read).toBeNull()
})

test('a day that stands twice is wrong the second time; blank lines are none', () => {
  const reads = read(row('1/1/2027', 'off'), { ...row('', 'off'), name: '' }, row('01/01/2027', 'off'))
  expect(reads.map(({ errors }) => errors.day ?? '')).toEqual(['', 'Ngày 1/1/2027 đã có ở dòng trên.'])
})

test('a swap and its Saturday that name one another are read', () => {
  const reads = read(row('4/1/2027', 'hoán đổi', 'Nghỉ', '9/1/2027'), row('9/1/2027', 'làm bù', 'Bù', '4/1/2027'))
  expect(reads.map((one) => one.read?.pair)).toEqual(['2027-01-09', '2027-01-04'])
})

test('a pasted list is read by its headings in any order, or without them as the form stands', () => {
  const pasted = (text: string): TypedRow[] => {
    const rows = rowsOfText(text)
    if (typeof rows === 'string') throw new Error(rows)
    return rowsOfList(rows)
  }
  const wanted = { day: '1/1/2027', kind: 'Nghỉ lễ', name: 'Tết Dương lịch', pair: '' }
  expect(pasted('Tên\tNgày\tLoại\nTết Dương lịch\t1/1/2027\tNghỉ lễ')).toEqual([{ line: 2, ...wanted }])
  expect(pasted('1/1/2027;Nghỉ lễ;Tết Dương lịch;')).toEqual([{ line: 1, ...wanted }])
})

test('a change of name alone changes no working day', () => {
  const day = localDate('2027-01-01')
  const [renamed] = changesBetween([{ day, kind: 'off', name: 'Tết' }], [{ day, kind: 'off', name: 'Tết Dương lịch' }])
  expect(renamed && worksOtherwise(renamed)).toBe(false)
  const [gone] = changesBetween([{ day, kind: 'off', name: 'Tết' }], [])
  expect(gone && worksOtherwise(gone)).toBe(true)
  expect(changesBetween([{ day, kind: 'off', name: 'Tết' }], [{ day, kind: 'off', name: 'Tết' }])).toEqual([])
})

test('the swaps of the program’s calendar are joined with their Saturdays in order', () => {
  const list = [
    { day: localDate('2026-01-02'), kind: 'swap' as const, name: 'a' },
    { day: localDate('2026-01-10'), kind: 'worked-saturday' as const, name: 'b' },
    { day: localDate('2026-08-22'), kind: 'worked-saturday' as const, name: 'c' },
    { day: localDate('2026-08-31'), kind: 'swap' as const, name: 'd' },
  ]
  expect(enteredFrom(list).map(({ pair }) => pair)).toEqual(['2026-01-10', '2026-01-02', '2026-08-31', '2026-08-22'])
})
