import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCsv } from '../../src/kernel/csv.ts'
import { examplePassword } from '../../src/modules/access/example.ts'
import { keptCookie } from '../../src/routes/visit.server.ts'
import { codeOf } from '../support/access.ts'
import { useExampleDatabase } from '../support/example.ts'
import { useServer, Visitor, type Answer } from '../support/server.ts'

const database = useExampleDatabase()
const operator = 'Sở Khoa học và Công nghệ tỉnh Ví Dụ <b>'
const server = useServer(database, { KHEO_EXAMPLE: '1', KHEO_OPERATOR_NAME: operator })

test.each(['/tro-giup', '/quyen-rieng-tu', '/tro-nang'])(
  '%s needs no script, sets no cookie and is kept',
  async (path) => {
    const page = await new Visitor(server).get(path)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('<script')
    expect(page.cookies).toEqual([])
    expect(page.headers['cache-control']).toContain('public')
  },
)

test.each(['/', '/dang-nhap', '/tro-giup'])(
  '%s leads to the privacy notice and the accessibility statement',
  async (path) => {
    const page = await new Visitor(server).get(path)
    for (const address of ['/quyen-rieng-tu', '/tro-nang', '/tro-giup'])
      expect(page.text).toContain(`href="${address}"`)
  },
)

test('the privacy notice tells of every cookie that a reader and an officer are given, and of no other', async () => {
  const visitor = new Visitor(server)
  const answers: Answer[] = [
    await visitor.get('/'),
    await visitor.get('/co-chu?muc=115&ve=/'),
    await visitor.get('/dang-nhap'),
    await visitor.post('/dang-nhap', { signInName: 'xa.songxanh', password: examplePassword }),
    await visitor.post('/dang-nhap/ma', { code: codeOf('xa.songxanh') }),
    await visitor.get('/desk'),
  ]
  const set = new Set(answers.flatMap((answer) => answer.cookies.map((line) => line.slice(0, line.indexOf('=')))))
  const { text } = await visitor.get('/quyen-rieng-tu')
  const told = [...text.matchAll(/<code[^>]*>(kheo[^<]+)<\/code>/g)].map((match) => match[1] ?? '')
  expect(set.size).toBeGreaterThan(3)
  // The one that a form gets when it meets an ended session: tests/door/sign-in.test.ts sees it set.
  expect([...told].sort()).toEqual([...set, keptCookie].sort())
})

test('the privacy notice shows how long things are kept, from the table, and what nobody has read in the original', async () => {
  const { text } = await new Visitor(server).get('/quyen-rieng-tu')
  const csv = readCsv('retention.csv', readFileSync('db/reference/retention.csv', 'utf8'))
  for (const { cells } of csv.rows) expect(text).toContain(cells[csv.header.indexOf('happens')])
  const unread = csv.rows.filter(({ cells }) => cells[csv.header.indexOf('verified')] === 'false').length
  expect(text.match(/Chưa đối chiếu với bản gốc/g)).toHaveLength(unread)
})

test('who runs the installation stands there as it was set; what was not set is said in a sentence', async () => {
  for (const path of ['/quyen-rieng-tu', '/tro-nang']) {
    const { text } = await new Visitor(server).get(path)
    expect(text).toContain('Sở Khoa học và Công nghệ tỉnh Ví Dụ &lt;b')
    expect(text).toContain('Chưa có địa chỉ liên hệ riêng.')
  }
})
