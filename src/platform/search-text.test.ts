import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { spelling } from '#kernel/text.ts'
import { inScope } from './database.ts'
import { exactWords, holdsWords, searchText, searchWords } from './search-text.ts'

const database = useDatabase()

test.each([
  ['Ở', 'ở'],
  ['hoà', 'hòa'],
  ['uỷ', 'ủy'],
  ['Thuỵ', 'thụy'],
  ['khoẻ', 'khỏe'],
  ['Đỗ', 'đỗ'.normalize('NFD')],
  ['Ữ', 'ữ'.normalize('NFD')],
  ['Ặ', 'ặ'.normalize('NFD')],
])('%s and %s are one spelling', (one, other) => {
  expect(spelling(one)).toBe(spelling(other))
})

test.each([
  ['đô', 'đồ'],
  ['do', 'đo'],
  ['hoa', 'hòa'],
  ['ma', 'mã'],
  ['tuân', 'tuấn'],
  ['trương', 'trường'],
])('%s and %s are two', (one, other) => {
  expect(spelling(one)).not.toBe(spelling(other))
})

test('what is stored has the words twice: without marks, and spelled', () => {
  expect(searchText('Xã Thượng Đỗ, quý III')).toBe(
    ['xa thuong do quy iii', '|', ...['xã', 'thượng', 'đỗ', 'quý', 'iii'].map(spelling)].join(' '),
  )
})

test('only words with marks of three letters and more that are not in every text put anything first', () => {
  const common = new Set(['tinh'])
  expect(searchWords('Tỉnh Thượng Đỗ song ở', common)).toEqual([
    { folded: 'tinh', spelled: null },
    { folded: 'thuong', spelled: spelling('thượng') },
    { folded: 'do', spelled: null },
    { folded: 'song', spelled: null },
    { folded: 'o', spelled: null },
  ])
})

test('a query of signs is no query, and a long one ends after eight words', () => {
  expect(searchWords(' ,.% _ \\ ')).toEqual([])
  expect(searchWords('một hai ba bốn năm sáu bảy tám chín')).toHaveLength(8)
})

describe('found in the database', () => {
  const names = ['Xã Hoa Sơn', 'Xã Hòa Sơn', 'Xã Hoá Sơn', 'Phường Ở Đồng', 'Xã Trường Sơn', 'Xã Thượng_Đỗ']

  async function found(query: string): Promise<string[]> {
    const words = searchWords(query)
    const text = sql<string>`t.words`
    const rows = sql.join(names.map((name, at) => sql`(${name}, ${searchText(name)}, ${at}::int)`))
    return inScope(database.db, { reach: 'public' }, async (tx) => {
      const answer = await sql<{ name: string }>`
        select t.name from (values ${rows}) as t(name, words, at)
        where ${holdsWords(text, words)} order by ${exactWords(text, words)} desc, t.at desc`.execute(tx)
      return answer.rows.map((row) => row.name)
    })
  }

  test.each([
    // Without marks the newest comes first; with marks the one that is spelled so.
    ['hoa son', ['Xã Hoá Sơn', 'Xã Hòa Sơn', 'Xã Hoa Sơn']],
    ['hòa sơn', ['Xã Hòa Sơn', 'Xã Hoá Sơn', 'Xã Hoa Sơn']],
    ['hoà', ['Xã Hòa Sơn', 'Xã Hoá Sơn', 'Xã Hoa Sơn']],
    ['HÓA', ['Xã Hoá Sơn', 'Xã Hòa Sơn', 'Xã Hoa Sơn']],
    ['ở', ['Phường Ở Đồng']],
    ['o', ['Phường Ở Đồng']],
    ['đồng', ['Phường Ở Đồng']],
    ['dong', ['Phường Ở Đồng']],
    ['do', ['Xã Thượng_Đỗ']],
    ['%', [...names].reverse()],
    ['không có', []],
  ])('“%s” finds %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })
})
