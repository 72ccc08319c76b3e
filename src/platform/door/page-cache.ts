import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { sharedRead } from './shared-read.ts'
import { holdBack, type Answered } from './held-answer.ts'
import { bodyIn, encodingFor, isHeldByReader, storedPage, tagOf, type StoredPage } from './stored-page.ts'

/** What an answer says of itself when every anonymous reader of the same address may get it (docs/adr/0027). */
export const forEverybody = 'public, max-age=0, must-revalidate'

export type PageCacheOptions = {
  /** The version of everything that such pages show; read before each answer, so that none is ever stale. */
  version: () => Promise<string>
  /** Told when the version cannot be read; the reader is answered by the application all the same. */
  onFault: (error: unknown) => void
  /** Cookies that change how a page looks, and nothing else. */
  displayCookies: readonly string[]
  /** What all our cookies' names begin with: a reader with any other of ours is not anonymous. */
  ownCookies: RegExp
  /** Bytes of bodies kept, the least recently read are dropped first. */
  capacity: number
}

export type PageCache = {
  /** Answers from what is kept, or lets `render` write the answer and keeps it when it is for everybody. */
  answer(req: IncomingMessage, res: ServerResponse, render: () => void): Promise<void>
}

/** Stands before the application: the same address of the same version is rendered once. */
export function openPageCache(options: PageCacheOptions): PageCache {
  const version = sharedRead(options.version)
  const pages = new Map<string, StoredPage>()
  const underWay = new Map<string, Promise<StoredPage | null>>()
  let size = 0

  function kept(key: string, wanted: string): StoredPage | null {
    const page = pages.get(key)
    if (page?.version !== wanted) return null
    // Read last, dropped last: a Map keeps the order of insertion.
    pages.delete(key)
    pages.set(key, page)
    return page
  }

  function keep(key: string, page: StoredPage): void {
    drop(key)
    pages.set(key, page)
    size += weight(key, page)
    for (const oldest of pages.keys()) {
      if (size <= options.capacity) break
      drop(oldest)
    }
  }

  function drop(key: string): void {
    const page = pages.get(key)
    if (!page) return
    pages.delete(key)
    size -= weight(key, page)
  }

  async function render(
    key: string,
    wanted: string,
    { req, res, write }: { req: IncomingMessage; res: ServerResponse; write: () => void },
  ): Promise<StoredPage | null> {
    const held = holdBack(res)
    const { method } = req
    // Who asks for the headers alone gets those of the whole answer.
    req.method = 'GET'
    write()
    const answered = await held.answered
    req.method = method
    held.release()
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    if (!answered) return null
    const page = isForEverybody(answered) ? storedPage(wanted, keptHeaders(answered.headers), answered.body) : null
    if (page) keep(key, page)
    else sendAsItIs(res, answered)
    return page
  }

  return {
    async answer(req, res, write) {
      const key = keyOf(req, options)
      if (key === null) return write()
      let wanted: string
      try {
        wanted = await version()
      } catch (error) {
        options.onFault(error)
        return write()
      }
      const known = kept(key, wanted) ?? (await underWay.get(`${wanted} ${key}`))
      if (known) return send(req, res, known)
      const rendering = render(key, wanted, { req, res, write })
      underWay.set(`${wanted} ${key}`, rendering)
      const page = await rendering.finally(() => underWay.delete(`${wanted} ${key}`))
      if (page) await send(req, res, page)
    },
  }
}

/** Protocol, host, address, what the reader takes and the cookies that change the look; null where an answer is nobody else's. */
function keyOf(req: IncomingMessage, options: PageCacheOptions): string | null {
  if (req.method !== 'GET' && req.method !== 'HEAD') return null
  if (req.headers.authorization !== undefined || req.headers.range !== undefined) return null
  const shown: string[] = []
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const [name = '', value = ''] = part.trim().split('=', 2)
    if (options.displayCookies.includes(name)) shown.push(`${name}=${value.slice(0, 20)}`)
    else if (options.ownCookies.test(name)) return null
  }
  // Whole and in their order: an answer that depends on a header must not be found by another one that only looks like it.
  const { host = '', accept = '' } = req.headers
  return JSON.stringify([req.headers['x-kheo-protocol'], host, req.url, accept, shown])
}

function isForEverybody({ status, headers }: Answered): boolean {
  return status === 200 && headers['cache-control'] === forEverybody && headers['set-cookie'] === undefined
}

// Of one answer only, or written anew for each reader.
const ownOfEachAnswer = new Set(['x-request-id', 'content-length', 'etag', 'date', 'connection', 'keep-alive', 'vary'])

function keptHeaders(headers: Answered['headers']): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !ownOfEachAnswer.has(name))
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value])),
    vary: 'accept, accept-encoding, cookie',
  }
}

function sendAsItIs(res: ServerResponse, { status, headers, body }: Answered): void {
  res.writeHead(status, headers)
  res.end(body)
}

async function send(req: IncomingMessage, res: ServerResponse, page: StoredPage): Promise<void> {
  const encoding = encodingFor(req.headers['accept-encoding'], page.headers['content-type'] ?? '')
  const body = await bodyIn(page, encoding)
  if (res.destroyed) return
  const tag = tagOf(page, encoding)
  const headers: OutgoingHttpHeaders = { ...page.headers, etag: tag }
  const id = req.headers['x-request-id']
  if (id !== undefined) headers['x-request-id'] = id
  if (isHeldByReader(req.headers['if-none-match'], tag)) {
    res.writeHead(304, headers)
    res.end()
    return
  }
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  headers['content-length'] = body.length
  res.writeHead(200, headers)
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** A body, its compressed twin, and its address, which a stranger may make as long as the door lets him; about. */
function weight(key: string, page: StoredPage): number {
  return page.body.length * 1.5 + key.length * 2 + 2_000
}
