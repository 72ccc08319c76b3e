import { createHash } from 'node:crypto'
import { byteOrderMark, writeCsv, type CsvCell } from '../../kernel/csv-writing.ts'
import { formats, type Format } from './listing.ts'
import { apiCodes, refusedAs, type ApiRefusal, type Read } from './refusal.ts'

const types: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
}

/** Anybody's page may read this, nobody's cookies take part, and a copy is used only after asking whether it still holds. */
export const openHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Retry-After, X-Request-Id',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, no-cache',
  vary: 'Accept',
}

const readingMethods = 'GET, HEAD, OPTIONS'

/** What the caller can read: the parameter or the ending decides, else `Accept`, else JSON. */
export function formatFor(accept: string | null, named: Format | null): Read<Format> {
  if (named) return { ok: true, value: named }
  const ranges = (accept ?? '')
    .split(',')
    .map(readRange)
    .filter((range) => range.type !== '')
  if (ranges.length === 0) return { ok: true, value: 'json' }
  const best = formats
    .map((format) => ({ format, weight: weightOf(types[format].split(';')[0] ?? '', ranges) }))
    .reduce((one, other) => (other.weight > one.weight ? other : one))
  if (best.weight > 0) return { ok: true, value: best.format }
  return refusedAs('not-acceptable', 'Chỉ có JSON (application/json) và CSV (text/csv).', {
    help: 'Bỏ “Accept”, hoặc thêm format=csv.',
  })
}

type Range = { type: string; weight: number }

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const stated = parameters.find((one) => one.startsWith('q='))?.slice(2)
  const weight = stated === undefined ? 1 : Number(stated)
  return { type, weight: Number.isFinite(weight) ? weight : 0 }
}

// The narrowest range that fits decides (RFC 9110 section 12.5.1).
function weightOf(type: string, ranges: readonly Range[]): number {
  const wider = [type, `${type.split('/')[0]}/*`, '*/*']
  for (const one of wider) {
    const found = ranges.find((range) => range.type === one)
    if (found) return found.weight
  }
  return 0
}

export function jsonAnswer(body: unknown, request: Request, more: Record<string, string> = {}): Response {
  return entity(`${JSON.stringify(body)}\n`, types.json, request, more)
}

export function csvAnswer(
  table: { fields: readonly string[]; rows: readonly Record<string, unknown>[]; bom: boolean; fileName: string },
  request: Request,
  more: Record<string, string> = {},
): Response {
  const text = writeCsv(table.fields, rowsOf(table.fields, table.rows))
  return entity(`${table.bom ? byteOrderMark : ''}${text}`, types.csv, request, {
    'content-disposition': `inline; filename="${table.fileName}.csv"`,
    ...more,
  })
}

export function rowsOf(fields: readonly string[], rows: readonly Record<string, unknown>[]): CsvCell[][] {
  return rows.map((row) => fields.map((field) => cellOf(valueAt(row, field))))
}

/** A field, or a part of one: `from.code`. */
function valueAt(row: Record<string, unknown>, field: string): unknown {
  const [name = '', part] = field.split('.')
  const value = row[name]
  if (part === undefined || value === null || typeof value !== 'object') return value
  return (value as Record<string, unknown>)[part]
}

function cellOf(value: unknown): CsvCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  const isPlainList = Array.isArray(value) && value.every((one) => typeof one !== 'object')
  return isPlainList ? value.join(' ') : JSON.stringify(value)
}

/** The body with its print; without the body when the caller has the same one. */
function entity(text: string, type: string, request: Request, more: Record<string, string>): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = { ...openHeaders, etag, ...more }
  if (isHeld(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': type } })
}

function isHeld(header: string | null, etag: string): boolean {
  const held = (header ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return held.includes(etag) || held.includes('*')
}

export function refusalAnswer(refusal: ApiRefusal, more: Record<string, string> = {}): Response {
  const { code, message, field, help } = refusal
  const error = { code, message, ...(field === undefined ? {} : { field }), ...(help === undefined ? {} : { help }) }
  return new Response(`${JSON.stringify({ error })}\n`, {
    status: apiCodes[code].status,
    headers: { ...openHeaders, 'cache-control': 'no-store', 'content-type': types.json, ...more },
  })
}

/** Every method but GET and HEAD: the browser's question before a question, or a no. */
export function otherMethodAnswer(method: string): Response {
  if (method === 'OPTIONS') {
    return new Response(null, {
      status: 204,
      headers: {
        ...openHeaders,
        allow: readingMethods,
        'access-control-allow-methods': readingMethods,
        'access-control-allow-headers': 'Accept, If-None-Match',
        'access-control-max-age': '86400',
      },
    })
  }
  return refusalAnswer(
    {
      code: 'method-not-allowed',
      message: 'API này chỉ để đọc; không nhận nội dung gửi lên.',
      help: 'Dùng GET hoặc HEAD.',
    },
    { allow: readingMethods },
  )
}
