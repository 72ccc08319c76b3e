import { beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '../src/kernel/csv.ts'
import { useExampleDatabase } from './support/example.ts'
import { useServer } from './support/server.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const hostile = '=HYPERLINK("x") <b>Rác & hoa</b>'
const notice = 'Gỡ theo đề nghị của đơn vị.'

beforeAll(async () => {
  const touched = await database.asOwner(
    `update library_page set name = $1 where name = 'Thùng rác ba ngăn ở chợ Suối Mơ' returning 1`,
    [hostile],
  )
  const withdrawn = await database.asOwner(
    `update library_page set name = '', summary = '', likeness = '', content = '{}', words = ''::tsvector,
       withdrawn_on = '2026-11-20', withdrawn_notice = $1 where name = 'Hiến đất mở đường, bàn từng nhà' returning 1`,
    [notice],
  )
  expect([touched.length, withdrawn.length]).toEqual([1, 1])
})

async function names(query: string): Promise<string[]> {
  const answer = await server.ask(`/thu-vien/tai-ve.csv${query}`)
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(answer.headers['content-disposition']).toBe('attachment; filename="thu-vien-cach-lam-hay.csv"')
  expect(answer.text.startsWith('\ufeff')).toBe(true)
  const { header, rows } = readCsv('thu-vien.csv', answer.text)
  return rows.map(({ cells }) => cells[header.indexOf('Tên mô hình')] ?? '')
}

async function feed(query: string): Promise<string> {
  const answer = await server.ask(`/thu-vien/tin-moi.xml${query}`)
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  return answer.text
}

const titlesOf = (xml: string): string[] => [...xml.matchAll(/<title>(.*)<\/title>/g)].map((found) => found[1] ?? '')

describe('the table', () => {
  test('gives what the page finds, with and without marks, and nothing that was taken back', async () => {
    expect(await names('')).toHaveLength(4)
    expect(await names('?q=tra+ket+qua&nam=2024')).toEqual([
      'Trả kết quả sáng thứ bảy, làm giấy tờ tại nhà cho người già yếu',
    ])
    expect(await names(encodeURI('?q=trả+kết+quả&nam=2024'))).toEqual(await names('?q=tra+ket+qua&nam=2024'))
    expect(await names('?q=hien+dat')).toEqual([])
  })

  test('carries no formula into a spreadsheet', async () => {
    expect(await names('?q=ba+ngan')).toEqual([`'${hostile}`])
  })
})

describe('the feed', () => {
  test('names itself, the page it follows and each entry, newest first', async () => {
    const xml = await feed('?q=rac&noi=vi+du')
    expect(titlesOf(xml)).toEqual([
      'Thư viện cách làm hay',
      '=HYPERLINK(&quot;x&quot;) &lt;b&gt;Rác &amp; hoa&lt;/b&gt;',
    ])
    expect(xml).toContain('/thu-vien/tin-moi.xml?q=rac&amp;noi=vi+du"/>')
    expect(xml).toContain('<author><name>Phường Suối Mơ, Tỉnh Ví Dụ</name></author>')
    const moments = [...(await feed('')).matchAll(/<updated>(.*)<\/updated>/g)].map((found) => found[1] ?? '')
    expect(moments).toHaveLength(5)
    expect(moments.slice(1)).toEqual(moments.slice(1).toSorted().toReversed())
    expect(moments[0]).toBe(moments[1])
  })

  test('of nothing found is an empty feed, and keeps what was taken back to itself', async () => {
    expect(titlesOf(await feed('?q=hien+dat'))).toEqual(['Thư viện cách làm hay'])
    expect(await feed('')).not.toContain('Hiến đất')
  })
})

test('what was taken back leaves its notice at its address, which is not to be listed', async () => {
  const [row] = await database.asOwner<{ id: string }>(
    'select initiative_id as id from library_page where withdrawn_on is not null',
  )
  const answer = await server.ask(`/thu-vien/${row?.id}`, { headers: { accept: 'text/html' } })
  expect(answer.text).toContain(notice)
  expect(answer.text).toContain('name="robots" content="noindex"')
  expect(answer.text).not.toContain('Hiến đất')
})
