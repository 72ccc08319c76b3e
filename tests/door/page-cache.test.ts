import type { ChildProcess } from 'node:child_process'
import { request, type IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quarterOf, type Period } from '../../src/kernel/period.ts'
import { useExampleDatabase } from '../support/example.ts'
import { settleProvince, type TestProvince } from '../support/province.ts'
import { desk } from '../support/reports.ts'
import { serverEnvironment, startServer, stopServer, useServer } from '../support/server.ts'
import { signInVisitor } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1', KHEO_HOSTS: 'danvan.vidu.example' })
const { published } = desk(database)
let place: TestProvince
beforeAll(async () => {
  place = await settleProvince(database)
})

type Raw = { status: number; headers: IncomingHttpHeaders; bytes: Buffer }

/** The bytes as they travel, which `ask` reads as text. */
function bytesOf(path: string, headers: Record<string, string> = {}, method = 'GET', port = server.port): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = { host: '127.0.0.1', port, path, method, headers: { host: `localhost:${server.port}`, ...headers } }
    const req = request(
      port === server.port ? asked : { ...asked, headers: { ...asked.headers, host: `localhost:${port}` } },
    )
    req.once('response', (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, bytes: Buffer.concat(chunks) }))
    })
    req.once('error', reject)
    req.end()
  })
}

const found = (text: string): number => Number(/Tìm thấy (\d+) báo cáo/.exec(text)?.[1] ?? 0)

test('a page travels small, as the reader takes it, and is the same page', async () => {
  const plain = await bytesOf('/gioi-thieu')
  const small = await bytesOf('/gioi-thieu', { 'accept-encoding': 'gzip, deflate, br' })
  const older = await bytesOf('/gioi-thieu', { 'accept-encoding': 'gzip' })
  const refusing = await bytesOf('/gioi-thieu', { 'accept-encoding': 'br;q=0, gzip;q=0' })
  expect(small.headers['content-encoding']).toBe('br')
  expect(older.headers['content-encoding']).toBe('gzip')
  expect(refusing.headers['content-encoding']).toBeUndefined()
  expect(brotliDecompressSync(small.bytes).equals(plain.bytes)).toBe(true)
  expect(gunzipSync(older.bytes).equals(plain.bytes)).toBe(true)
  expect(small.bytes.length).toBeLessThan(plain.bytes.length / 2)
  expect(new Set([plain, small, older].map(({ headers }) => headers.etag)).size).toBe(3)
})

test('a reader who has the page already gets no second copy', async () => {
  const { headers } = await bytesOf('/', { 'accept-encoding': 'br' })
  expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  const again = await bytesOf('/', { 'accept-encoding': 'br', 'if-none-match': `"other", W/${headers.etag}` })
  expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, headers.etag])
  expect((await bytesOf('/', { 'if-none-match': '"other"' })).status).toBe(200)
})

test('a kept page carries the headers of a page made for the asking, and an id of its own', async () => {
  const [first, second] = [await bytesOf('/?q=ben%20do'), await bytesOf('/?q=ben%20do')]
  const lasting = ({ headers }: Raw) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !['date', 'x-request-id'].includes(name)))
  expect(lasting(second)).toEqual(lasting(first))
  expect(second.headers['content-security-policy']).not.toMatch(/unsafe-inline|nonce/)
  expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
  expect(second.bytes.equals(first.bytes)).toBe(true)
})

test('HEAD answers with the same headers and nothing else', async () => {
  const page = await bytesOf('/')
  const head = await bytesOf('/', {}, 'HEAD')
  expect([head.status, head.bytes.length, head.headers.etag]).toEqual([200, 0, page.headers.etag])
  expect(head.headers['content-length']).toBe(page.headers['content-length'])
})

test('a setting of the reader’s screen is a page of its own', async () => {
  const large = await server.ask('/', { headers: { cookie: 'kheo_text=150' } })
  const usual = await server.ask('/')
  expect(large.text).toContain('data-text="150"')
  expect(usual.text).toContain('data-text="100"')
  expect((await server.ask('/', { headers: { cookie: 'kheo_text=150' } })).text).toBe(large.text)
})

test('each name of the site has its own pages', async () => {
  const own = await server.ask('/')
  const other = await server.ask('/', { headers: { host: 'danvan.vidu.example' } })
  expect([own.status, other.status]).toEqual([200, 200])
  expect((await server.ask('/', { headers: { host: 'elsewhere.example' } })).status).toBe(421)
})

test('who is signed in gets a page of their own, and leaves nothing of it to the next reader', async () => {
  const before = await server.ask('/')
  const officer = await signInVisitor(server, 'tinh.vidu')
  const theirs = await officer.get('/')
  expect(theirs.text).not.toBe(before.text)
  expect(theirs.headers['cache-control'] ?? '').not.toContain('public')
  const after = await server.ask('/')
  expect(after.text).toBe(before.text)
})

test('what is not found, or leads elsewhere, is not kept', async () => {
  for (let time = 0; time < 2; time += 1) {
    const missing = await bytesOf('/don-vi/khong-co/bao-cao/1')
    expect(missing.headers['cache-control'] ?? '').not.toContain('public')
    expect(missing.status).toBe(404)
    expect((await bytesOf('/desk')).status).toBe(303)
  }
})

test('a file for everybody is kept as well, bit by bit', async () => {
  const index = await server.ask('/?q=que%20son')
  const path = /href="(\/don-vi\/huyen-que-son\/bao-cao\/[^"]+)"/.exec(index.text)?.[1] ?? ''
  const [first, second] = [await bytesOf(`${path}/tai-ve.pdf`), await bytesOf(`${path}/tai-ve.pdf`)]
  expect(first.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(second.bytes.equals(first.bytes)).toBe(true)
  expect(second.headers['content-disposition']).toBe(first.headers['content-disposition'])
  expect(second.headers['content-encoding']).toBeUndefined()
})

test('a reader who leaves in the middle disturbs nobody', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => {
      return new Promise<void>((resolve) => {
        const headers = { host: `localhost:${server.port}` }
        const req = request({ host: '127.0.0.1', port: server.port, path: `/?q=bo-di-${n % 3}`, headers })
        req.once('error', () => resolve())
        req.end()
        setTimeout(() => req.destroy(), n).unref()
        req.once('close', () => resolve())
      })
    }),
  )
  expect((await server.ask('/?q=bo-di-1')).status).toBe(200)
})

describe('never stale', () => {
  let second: { child: ChildProcess; port: number } | undefined
  beforeAll(async () => {
    second = await startServer({ ...serverEnvironment(database, server.dataDir), KHEO_EXAMPLE: '1' })
  }, 240_000)
  afterAll(() => stopServer(second?.child))

  const quarters: Period[] = ([1, 2, 3] as const).map((n) => quarterOf(2026, n))

  test('what was published a moment ago is on the next page of every server', async () => {
    const path = '/?q=xa%20doi%20che'
    const countOn = async (port: number): Promise<number> =>
      found((await bytesOf(path, {}, 'GET', port)).bytes.toString())
    const ports = [server.port, second?.port ?? 0]
    const before = await countOn(server.port)
    let done = 0
    for (const quarter of quarters) {
      await published(place.people.doiCheOfficer, place.people.reviewer, {}, quarter)
      done += 1
      for (const port of ports) expect(await countOn(port)).toBe(before + done)
    }
  })

  test('while readers keep asking, nobody sees less than was there when they asked', async () => {
    const path = '/?q=xa%20ben%20do'
    let [publishedSoFar, isOver] = [0, false]
    const late: string[] = []
    const readers = Array.from({ length: 8 }, async (_, n) => {
      while (!isOver) {
        const least = publishedSoFar
        const port = n % 2 ? server.port : (second?.port ?? 0)
        const seen = found((await bytesOf(path, {}, 'GET', port)).bytes.toString())
        if (seen < least) late.push(`${seen} seen, ${least} published`)
      }
    })
    try {
      for (const quarter of quarters) {
        await published(place.people.benDoOfficer, place.people.reviewer, {}, quarter)
        publishedSoFar += 1
      }
    } finally {
      isOver = true
      await Promise.all(readers)
    }
    expect(late).toEqual([])
    expect(found((await bytesOf(path)).bytes.toString())).toBe(publishedSoFar)
  })
})
