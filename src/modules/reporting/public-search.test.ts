import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince } from '../../../tests/support/province.ts'
import { desk } from '../../../tests/support/reports.ts'
import { publishedReports } from './public-queries.server.ts'

const database = useDatabase()
const { published } = desk(database)

beforeAll(async () => {
  const place = await settleProvince(database)
  const renamed: [string, string][] = [
    [place.doiChe, 'Xã Đỗ Hoà'],
    [place.benDo, 'Xã Đô Hóa'],
    [place.cauGo, 'Phường Ở Giữa'],
  ]
  for (const [unit, name] of renamed)
    await database.asOwner('update unit_version set name = $2 where unit_id = $1', [unit, name])
  const { reviewer, doiCheOfficer, benDoOfficer, cauGoOfficer } = place.people
  for (const officer of [doiCheOfficer, benDoOfficer, cauGoOfficer]) await published(officer, reviewer, { D01: '1' })
  // As a row of an earlier version: without its spelling.
  await database.asOwner(`update publication set search_text = split_part(search_text, ' | ', 1) where unit_id = $1`, [
    place.cauGo,
  ])
  await database.asOwner(`update publication set published_at = published_at + interval '1 day' where unit_id = $1`, [
    place.benDo,
  ])
})

test.each([
  // Typed without marks: both, the newest first.
  ['do hoa', ['Xã Đô Hóa', 'Xã Đỗ Hoà']],
  // Typed with marks: the one that is spelled so, wherever the tone was put.
  ['Đỗ Hòa', ['Xã Đỗ Hoà', 'Xã Đô Hóa']],
  ['hoà', ['Xã Đỗ Hoà', 'Xã Đô Hóa']],
  ['HÓA', ['Xã Đô Hóa', 'Xã Đỗ Hoà']],
  ['ở giữa', ['Phường Ở Giữa']],
  ['o', ['Phường Ở Giữa']],
  ['quý iii 2026 đỗ hoà', ['Xã Đỗ Hoà', 'Xã Đô Hóa']],
])('“%s” finds %j', async (query, names) => {
  const { reports, total } = await publishedReports(database.db, query, 1)
  expect(reports.map((report) => report.unitName)).toEqual(names)
  expect(total).toBe(names.length)
})

test('words of every title rank nothing: all come, newest first', async () => {
  const { reports } = await publishedReports(database.db, 'công tác dân vận', 1)
  expect(reports[0]?.unitName).toBe('Xã Đô Hóa')
  expect(reports).toHaveLength(3)
})
