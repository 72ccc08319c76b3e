import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { forEverybody, openPageCache, type PageCacheOptions } from './page-cache.ts'

let closing: (() => void) | undefined
afterEach(() => closing?.())

type Render = (req: IncomingMessage, res: ServerResponse) => void

/** A server whose pages are counted as they are rendered; the version is what the test says. */
async function site(render: Render, change: Partial<PageCacheOptions> = {}) {
  const held = { version: '1', renders: 0, isBroken: false, faults: 0 }
  const cache = openPageCache({
    version: async () => {
      if (held.isBroken) throw new Error('the database is gone')
      return held.version
    },
    onFault: () => {
      held.faults += 1
    },
    displayCookies: ['kheo_text'],
    ownCookies: /^kheo[._]/,
    capacity: 1_000_000,
    ...change,
  })
  const server = createServer((req, res) => {
    const counted = (): void => {
      held.renders += 1
      render(req, res)
    }
    cache.answer(req, res, counted).catch((error: unknown) => res.writeHead(500).end(String(error)))
  }).listen(0)
  closing = () => void server.close()
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`http://localhost:${port}${path}`, { headers, method })
  return { held, ask, text: async (path: string, headers = {}) => (await ask(path, headers)).text() }
}

const page: Render = (req, res) => {
  res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': forEverybody })
  res.write('<p>')
  res.end(`${req.url} Ở Ữ Ặ</p>`)
}

test('the same page is rendered once for as long as its version stands', async () => {
  const { held, text } = await site(page)
  expect(await text('/a')).toBe('<p>/a Ở Ữ Ặ</p>')
  expect(await text('/a')).toBe('<p>/a Ở Ữ Ặ</p>')
  expect(held.renders).toBe(1)
  held.version = '2'
  await text('/a')
  expect(held.renders).toBe(2)
})

test('fifty readers who come at once wait for one rendering', async () => {
  const { held, text } = await site(async (req, res) => {
    await pause(50)
    page(req, res)
  })
  const answers = await Promise.all(Array.from({ length: 50 }, () => text('/a')))
  expect(new Set(answers).size).toBe(1)
  expect(held.renders).toBe(1)
})

test.each<[string, Record<string, string>]>([
  ['a cookie of ours that is not about the look', { cookie: 'kheo.session_token=x' }],
  ['a form of ours', { cookie: 'kheo_form=x' }],
  ['credentials', { authorization: 'Bearer x' }],
])('with %s the page is rendered for that reader alone', async (_, headers) => {
  const { held, text } = await site(page)
  await text('/a')
  await text('/a', headers)
  await text('/a', headers)
  expect(held.renders).toBe(3)
})

test('a cookie of somebody else’s site changes nothing', async () => {
  const { held, text } = await site(page)
  await text('/a')
  await text('/a', { cookie: '_other=1; theme=dark' })
  expect(held.renders).toBe(1)
})

test.each<[string, Render]>([
  ['sets a cookie', (req, res) => (res.setHeader('set-cookie', 'a=b'), page(req, res))],
  ['is not for everybody', (_, res) => void res.writeHead(200, { 'cache-control': 'private' }).end('mine')],
  ['is a fault', (_, res) => void res.writeHead(500, { 'cache-control': forEverybody }).end('fault')],
])('an answer that %s is sent as it is and not kept', async (_, render) => {
  const { held, ask } = await site(render)
  const [first, second] = [await ask('/a'), await ask('/a')]
  expect([first.status, await first.text()]).toEqual([second.status, await second.text()])
  expect(held.renders).toBe(2)
})

test('an answer that depends on what the reader takes is found by the same wish only', async () => {
  const { held, text } = await site((req, res) => {
    res.writeHead(200, { 'content-type': 'text/plain', 'cache-control': forEverybody })
    res.end(`for ${req.headers.accept}`)
  })
  const long = 'application/json;q=0.1, '.repeat(10)
  const wishes = ['text/csv, text/html;q=0.1', 'text/html', `${long}text/csv`, `${long}text/plain`]
  for (const accept of [...wishes, ...wishes]) expect(await text('/a', { accept })).toBe(`for ${accept}`)
  expect(held.renders).toBe(wishes.length)
})

test('the order of the cookies that change the look is part of the wish: the first of two counts elsewhere too', async () => {
  const { held, text } = await site(page)
  await text('/a', { cookie: 'kheo_text=130; kheo_text=150' })
  await text('/a', { cookie: 'kheo_text=150; kheo_text=130' })
  expect(held.renders).toBe(2)
})

test('long addresses with small answers are weighed as well', async () => {
  const { held, text } = await site(page, { capacity: 60_000 })
  for (let n = 0; n < 20; n += 1) await text(`/?${'&'.repeat(4_000)}${n}`)
  await text(`/?${'&'.repeat(4_000)}0`)
  expect(held.renders).toBe(21)
})

test('HEAD says of a page what GET says, and the page is rendered once for both', async () => {
  const { held, ask } = await site(page)
  const head = await ask('/a', {}, 'HEAD')
  const get = await ask('/a')
  const said = (answer: Response) => ['etag', 'content-length', 'cache-control'].map((name) => answer.headers.get(name))
  expect([await head.text(), said(head)]).toEqual(['', said(get)])
  expect(held.renders).toBe(1)
})

test('when the version cannot be read, the application answers by itself and the fault is told', async () => {
  const { held, text } = await site(page)
  await text('/a')
  held.isBroken = true
  expect(await text('/a')).toBe('<p>/a Ở Ữ Ặ</p>')
  expect([held.renders, held.faults]).toEqual([2, 1])
})

test('what was read least recently makes room', async () => {
  const { held, text } = await site(page, { capacity: 7_000 })
  for (const path of ['/a', '/b', '/c', '/a', '/d', '/a']) await text(path)
  expect(held.renders).toBe(4)
  await text('/b')
  expect(held.renders).toBe(5)
})
