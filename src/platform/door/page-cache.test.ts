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
  const held = { version: '1', renders: 0, isBroken: false }
  const cache = openPageCache({
    version: async () => {
      if (held.isBroken) throw new Error('the database is gone')
      return held.version
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
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://localhost:${port}${path}`, { headers })
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

test('when the version cannot be read, the application answers by itself', async () => {
  const { held, text } = await site(page)
  await text('/a')
  held.isBroken = true
  expect(await text('/a')).toBe('<p>/a Ở Ữ Ặ</p>')
  expect(held.renders).toBe(2)
})

test('what was read least recently makes room', async () => {
  const { held, text } = await site(page, { capacity: 3_500 })
  for (const path of ['/a', '/b', '/c', '/a', '/d', '/a']) await text(path)
  expect(held.renders).toBe(4)
  await text('/b')
  expect(held.renders).toBe(5)
})
