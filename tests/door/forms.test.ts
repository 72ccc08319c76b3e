import { expect, test } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { useServer, type Answer } from '../support/server.ts'

const database = useDatabase()
const server = useServer(database)

// Setting the size of text is the form that anybody may send; taken, it leads back with 303.
async function send(headers: Record<string, string>, query = ''): Promise<Answer> {
  return server.ask(`/co-chu${query}`, { method: 'POST', headers, body: 'muc=115&ve=/dang-nhap' })
}

async function anonymous(): Promise<{ cookie: string; token: string }> {
  const page = await server.ask('/dang-nhap')
  const cookie = page.cookies.find((line) => line.startsWith('kheo_form='))?.split(';')[0] ?? ''
  return { cookie, token: /[?&;]k=([\w-]+)/.exec(page.text)?.[1] ?? '' }
}

function expectRefused(answer: Answer): void {
  expect(answer.status).toBe(403)
  expect(answer.text).toContain('tải lại trang rồi gửi lần nữa')
  expect(answer.text).not.toContain('<script')
}

test('a form of our own page is taken', async () => {
  const answer = await send({ origin: server.origin })
  expect([answer.status, answer.headers.location]).toEqual([303, '/dang-nhap'])
})

test('a form of another site is refused', async () => {
  expectRefused(await send({ origin: 'http://elsewhere.example' }))
  // The same machine, another port, is another site.
  expectRefused(await send({ origin: 'http://localhost:1' }))
  expectRefused(await send({ origin: `https://localhost:${server.port}` }))
})

test('a form of another site is refused even with a right token', async () => {
  const { cookie, token } = await anonymous()
  expectRefused(await send({ origin: 'http://elsewhere.example', cookie }, `?k=${token}`))
})

test('a form that hides where it comes from (Origin: null) is refused', async () => {
  expectRefused(await send({ origin: 'null' }))
  expectRefused(await send({ origin: 'null', 'sec-fetch-site': 'same-origin' }))
})

test('without Origin, a browser that says same-origin is believed', async () => {
  expect((await send({ 'sec-fetch-site': 'same-origin' })).status).toBe(303)
})

test.each(['cross-site', 'same-site', 'none'])('without Origin, %s is refused', async (site) => {
  expectRefused(await send({ 'sec-fetch-site': site }))
})

test('a browser that says nothing is known by the token in the form', async () => {
  const { cookie, token } = await anonymous()
  expect(token).toMatch(/^[\w-]{32}$/)
  expect((await send({ cookie }, `?k=${token}`)).status).toBe(303)
})

test('a browser that says nothing is refused without a token, with a wrong one, or with that of another', async () => {
  const [mine, other] = [await anonymous(), await anonymous()]
  expectRefused(await send({ cookie: mine.cookie }))
  expectRefused(await send({ cookie: mine.cookie }, '?k=abc'))
  expectRefused(await send({ cookie: mine.cookie }, `?k=${other.token}`))
  expectRefused(await send({}, `?k=${mine.token}`))
})
