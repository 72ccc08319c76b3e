import { csvAnswer, formatFor, jsonAnswer, refusalAnswer } from '#platform/api/answer.ts'
import type { ListAnswer, OpenList, OpenSingle, SingleAnswer } from '#platform/api/endpoint.ts'
import type { GridAnswer } from '#platform/api/grid.ts'
import { formats, type Format } from '#platform/api/listing.ts'
import { readPairs } from '#platform/api/pairs.ts'
import { openGrids, openLists, openSingles } from '../../open-data.ts'
import { apiBase, document } from './document.server.ts'

type Asked = Pick<App.Locals, 'db' | 'cube' | 'now'> & { request: Request; search: string }
type Address = { name: string; code: string | null; ending: Format | null }

/** Answers one address under `/api/`: the document, a list, or one thing by its code. */
export async function answerTo(path: string, asked: Asked): Promise<Response> {
  if (path === 'openapi.json') return jsonAnswer(document, asked.request)
  const address = readAddress(path)
  const list = address?.code === null ? openLists.find(({ listing }) => listing.name === address.name) : undefined
  if (address && list) return answerList(list, address, asked)
  const grid = address?.code === null ? openGrids.find((one) => one.grid.name === address.name) : undefined
  if (address && grid) return answerGrid(grid, address, asked)
  const single = address?.code ? openSingles.find((one) => one.single.name === address.name) : undefined
  if (address?.code && single) return answerSingle(single, address.code, address.ending, asked)
  return refusalAnswer({
    code: 'no-such-address',
    message: 'API không có đường dẫn này.',
    help: `Có: ${Object.keys(document.paths)
      .map((one) => apiBase + one)
      .join(', ')}. Cách dùng: /api`,
  })
}

/** `v1/units`, `v1/units.csv`, `v1/units/vi-du-song-xanh.csv`; null for anything else. */
function readAddress(path: string): Address | null {
  const [version, name = '', code, ...more] = path.split('/')
  if (version !== 'v1' || more.length > 0) return null
  const last = code ?? name
  const ending = formats.find((format) => last.endsWith(`.${format}`)) ?? null
  const bare = ending ? last.slice(0, -ending.length - 1) : last
  return code === undefined ? { name: bare, code: null, ending } : { name, code: bare, ending }
}

async function answerList(list: OpenList, { name, ending }: Address, asked: Asked): Promise<Response> {
  const pairs = readPairs(asked.search)
  if (!pairs.ok) return refusalAnswer(pairs.refusal)
  const found = await list.ask(asked.db, pairs.value, asked.now)
  if (!found.ok) return refusalAnswer(found.refusal)
  const format = formatFor(asked.request.headers.get('accept'), ending ?? found.value.presentation.format)
  if (!format.ok) return refusalAnswer(format.refusal)
  const next = found.value.next === null ? null : nextAddress(name, ending, pairs.value, found.value.next)
  const link: Record<string, string> = next ? { link: `<${next}>; rel="next"` } : {}
  return written(found.value, next, name, format.value, asked.request, link)
}

function written(
  { items, total, presentation }: ListAnswer,
  next: string | null,
  fileName: string,
  format: Format,
  request: Request,
  link: Record<string, string>,
): Response {
  const { fields, columns, bom } = presentation
  if (format === 'csv') return csvAnswer({ fields: columns, rows: items, bom, fileName }, request, link)
  const data = items.map((item) => Object.fromEntries(fields.map((field) => [field, item[field]])))
  return jsonAnswer({ data, next, ...(total === null ? {} : { total }) }, request, link)
}

/** The same question from where this page ended. */
function nextAddress(name: string, ending: Format | null, pairs: ReadonlyMap<string, string>, cursor: string): string {
  const query = new URLSearchParams([...pairs].filter(([one]) => one !== 'after'))
  query.set('after', cursor)
  return `${apiBase}/${name}${ending ? `.${ending}` : ''}?${query.toString().replaceAll('%2C', ',')}`
}

async function answerSingle(
  single: OpenSingle,
  code: string,
  ending: Format | null,
  { db, request, search }: Asked,
): Promise<Response> {
  const pairs = readPairs(search)
  if (!pairs.ok) return refusalAnswer(pairs.refusal)
  const found = await single.ask(db, code, pairs.value)
  if (!found.ok) return refusalAnswer(found.refusal)
  const format = formatFor(request.headers.get('accept'), ending ?? found.value.presentation.format)
  if (!format.ok) return refusalAnswer(format.refusal)
  return thingWritten(found.value, `${single.single.name}-${code}`, format.value, request)
}

async function answerGrid(
  grid: (typeof openGrids)[number],
  { name, ending }: Address,
  { db, cube, now, request, search }: Asked,
): Promise<Response> {
  const pairs = readPairs(search)
  if (!pairs.ok) return refusalAnswer(pairs.refusal)
  const found = await grid.ask({ db, cube }, pairs.value, now)
  if (!found.ok) return refusalAnswer(found.refusal)
  const format = formatFor(request.headers.get('accept'), ending ?? found.value.presentation.format)
  return format.ok ? thingWritten(found.value, name, format.value, request) : refusalAnswer(format.refusal)
}

function thingWritten(
  { thing, rows, presentation: { columns, bom } }: SingleAnswer | GridAnswer,
  fileName: string,
  format: Format,
  request: Request,
): Response {
  if (format === 'json') return jsonAnswer({ data: thing }, request)
  return csvAnswer({ fields: columns, rows: Array.isArray(rows) ? rows : rows(), bom, fileName }, request)
}
