import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { inScope } from './database.ts'
import { answersTo, everyWordIn, readings, searchVector } from './search-vector.ts'

const database = useDatabase()
const common = new Set(['dan', 'van', 'kheo'])

test('what is stored has words without marks, those of the name a second time, and pairs of short texts', () => {
  expect(searchVector([{ text: 'Nước sạch', mark: '=', pairs: true }, { text: 'Ở xã Đỗ' }])).toBe(
    "'=nuoc' '=nuoc_sach' '=sach' 'do' 'nuoc' 'nuoc_sach' 'o' 'sach' 'xa'",
  )
})

test('signs that mean something to PostgreSQL are no words', () => {
  expect(searchVector([{ text: `a' | !b & (c:*) \\ <-> “d”` }])).toBe("'a' 'b' 'c' 'd'")
  expect(readings(`' & | ! ( ) : * \\`, common)).toEqual([null])
})

test.each([
  ['nước sạch', ["'=nuoc_sach'", "'=nuoc' & '=sach'", "'nuoc_sach' & 'nuoc' & 'sach'", "'nuoc' & 'sach'"]],
  ['rác', ["'=rac'", "'rac'"]],
  // In every text: where it stands in the name first, then everything by date.
  ['dân vận', ["'=dan_van'", "'=dan' & '=van'", "'dan_van'", null]],
  [
    'dân vận ở chợ',
    ["'=dan_van' & '=van_o' & '=o_cho'", "'=dan' & '=van' & '=o' & '=cho'", expect.any(String), "'o' & 'cho'"],
  ],
])('“%s” is read from the strictest to the widest', (query, expected) => {
  expect(readings(query, common)).toEqual(expected)
})

test('a long query ends after twelve words', () => {
  expect(readings('một hai ba bốn năm sáu bảy tám chín mười mươi trăm nghìn', common).at(-1)?.split('&')).toHaveLength(
    12,
  )
})

describe('found in the database', () => {
  const texts = [
    { name: 'Thùng rác ba ngăn', rest: 'Dân vận khéo ở chợ' },
    { name: 'Tuyến đường hoa', rest: 'Dọn rác mỗi chiều thứ sáu' },
    { name: 'Một cửa ở thôn 5', rest: 'Trả giấy tờ tại nhà' },
  ]

  async function found(reading: string | null): Promise<string[]> {
    const rows = sql.join(
      texts.map(
        ({ name, rest }) =>
          sql`(${name}, ${searchVector([{ text: name, mark: '=', pairs: true }, { text: rest }])}::tsvector)`,
      ),
    )
    return inScope(database.db, { reach: 'public' }, async (tx) => {
      const answer = await sql<{ name: string }>`select t.name from (values ${rows}) as t(name, words)
        where ${answersTo(sql<string>`t.words`, reading)}`.execute(tx)
      return answer.rows.map((row) => row.name)
    })
  }

  test.each([
    ['rác', ['Thùng rác ba ngăn'], ['Thùng rác ba ngăn', 'Tuyến đường hoa']],
    ['ở', ['Một cửa ở thôn 5'], ['Thùng rác ba ngăn', 'Một cửa ở thôn 5']],
    ['5', ['Một cửa ở thôn 5'], ['Một cửa ở thôn 5']],
    // A part of a word is another word: “a” is not in “rác”.
    ['a', [], []],
    ['dân vận', [], texts.map(({ name }) => name)],
  ])('“%s” finds %j in the name and %j anywhere', async (query, first, all) => {
    const asked = readings(query, common)
    expect(await found(asked[0] ?? null)).toEqual(first)
    expect(await found(asked.at(-1) ?? null)).toEqual(all)
    expect(await found(everyWordIn(query, '='))).toEqual(first)
  })
})
