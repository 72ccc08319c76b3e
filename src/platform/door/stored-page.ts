import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** One answer as it is kept: its headers, and its body once for each way a reader may take it. */
export type StoredPage = {
  version: string
  headers: Readonly<Record<string, string>>
  body: Buffer
  tag: string
  packed: Map<Encoding, Promise<Buffer>>
}

export function storedPage(version: string, headers: Readonly<Record<string, string>>, body: Buffer): StoredPage {
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return { version, headers, body, tag, packed: new Map([['identity', Promise.resolve(body)]]) }
}

/** The best encoding that a reader takes and that makes this answer smaller. */
export function encodingFor(accepted: string | undefined, type: string): Encoding {
  if (!/^(text\/|application\/(json|xml|geo\+json|openapi\+json)|image\/svg)/.test(type)) return 'identity'
  const taken = new Set(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(';', 1)[0]?.trim()),
  )
  return encodings.find((encoding) => taken.has(encoding)) ?? 'identity'
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** The body in an encoding, packed at the first question and kept. */
export function bodyIn(page: StoredPage, encoding: Encoding): Promise<Buffer> {
  const known = page.packed.get(encoding)
  if (known) return known
  const made =
    encoding === 'br'
      ? brotli(page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
      : zip(page.body, { level: 6 })
  page.packed.set(encoding, made)
  return made
}

/** The strong tag of exactly the bytes that are sent: two encodings are two representations. */
export function tagOf(page: StoredPage, encoding: Encoding): string {
  return encoding === 'identity' ? `"${page.tag}"` : `"${page.tag}-${encoding}"`
}

/** Whether the reader already has it (`If-None-Match`, weak comparison as RFC 9110 asks). */
export function isHeldByReader(ifNoneMatch: string | undefined, tag: string): boolean {
  if (!ifNoneMatch) return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((held) => held.trim().replace(/^W\//, '') === tag)
}
