import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { OpenApiDocument } from '../../src/platform/api/openapi.ts'
import { useExampleDatabase } from '../support/example.ts'
import { formFieldNames } from '../support/form-fields.ts'
import { formBody, queryOf, saysSomething, send, sendRaw, type Malformed, type Said } from '../support/malformed.ts'
import { allRoutes } from '../support/routes.ts'
import { useServer, type Visitor } from '../support/server.ts'
import { signInVisitor } from '../support/sign-in.ts'

/** The same requests every time; another number asks others: `KHEO_FUZZ_SEED=7 npx vitest run tests/door/fuzz.test.ts`. */
const seed = Number(process.env.KHEO_FUZZ_SEED ?? 20_260_930)

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1', KHEO_API_PER_MINUTE: '9999999' })

let document: OpenApiDocument
let fields: string[]
let known: Record<string, string[]>
const people = new Map<string, Visitor>()

beforeAll(async () => {
  document = JSON.parse((await server.ask('/api/openapi.json')).text) as OpenApiDocument
  fields = await formFieldNames()
  known = await knownValues()
  for (const name of ['xa.nuivang', 'tinh.vidu', 'quantri.vidu']) people.set(name, await signInVisitor(server, name))
}, 600_000)

function sampled<T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] {
  return fc.sample(arbitrary, { seed, numRuns })
}

/** What was wrong, with the seed, so that the same request can be sent again. */
function named(asked: Malformed, what: string): string {
  return `seed ${seed}: ${asked.method} ${asked.path.slice(0, 300)} (${asked.headers['content-type'] ?? '-'}; ${asked.body.toString().slice(0, 200)}) ${what}`
}

/** No fault of ours, and a sentence wherever the answer is no. */
function faultOf(asked: Malformed, said: Said): string[] {
  if (said.status >= 500) return [named(asked, `answered ${said.status}: ${said.text.slice(0, 200)}`)]
  const told = asked.method === 'HEAD' || said.status < 400 || saysSomething(said.text)
  return told ? [] : [named(asked, `answered ${said.status} without a sentence: ${said.text.slice(0, 200)}`)]
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<string[]>, atOnce = 4): Promise<string[]> {
  const left = [...all]
  const found: string[] = []
  const turn = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) found.push(...(await work(one)))
  }
  await Promise.all(Array.from({ length: atOnce }, turn))
  return found
}

test('questions about figures in words that nearly fit: an answer, or a no with a sentence at its parameter', async () => {
  const words = fc.constantFrom(
    ...[
      'F01',
      'F01,F02',
      'F01:',
      ':collective',
      'F02 / F01 %',
      'F01 / 0',
      'số xã(F01)',
      '((((',
      '"',
      '","',
      'nếu(',
      '1,5',
      '::',
    ],
    ...[
      'ca-nuoc',
      'vi-du',
      'vi-du,',
      '2026',
      '2026..',
      '..2026',
      '2026..1900',
      '2026-q1..2026-q3',
      '2026-q9',
      'quý III/2026',
    ],
    ...[
      'province',
      'province,month',
      'commune,month',
      'month,year',
      'part',
      'today',
      'reported',
      '2025-06-30',
      '0001-01-01',
    ],
    ...['any', 'published', 'open', '__proto__', 'x'.repeat(400), '😀', '9'.repeat(40)],
  )
  const names = ['indicators', 'by', 'unit', 'level', 'year', 'period', 'map', 'from', 'counts'] as const
  const query = fc
    .tuple(fc.boolean(), fc.uniqueArray(fc.tuple(fc.constantFrom(...names), words), { selector: ([name]) => name }))
    .map(([isCsv, pairs]) => {
      const written = pairs.map(([name, word]) => `${name}=${encodeURIComponent(word)}`)
      return `/api/v1/cube${isCsv ? '.csv' : ''}?${written.join('&')}`
    })
  const found = await inTurns(sampled(query, 120), async (path) => {
    const asked = { method: 'GET', path, headers: {}, body: Buffer.alloc(0) }
    const said = await send(server.port, asked)
    if (said.status !== 400) return faultOf(asked, said)
    const { error } = JSON.parse(said.text) as { error: { field?: string; message: string } }
    return error.field !== undefined && error.message.endsWith('.') ? [] : [named(asked, said.text.slice(0, 200))]
  })
  expect(found).toEqual([])
}, 600_000)

test('thousands of malformed questions to the API, made from its own document: each gets a code and a sentence', async () => {
  const codes = new Set(
    (document.components.schemas.refusal as { properties: { error: { properties: { code: { enum: string[] } } } } })
      .properties.error.properties.code.enum,
  )
  const operations = Object.entries(document.paths).map(([path, { get }]) => ({
    path,
    parameters: get.parameters
      .filter((one) => one.in === 'query')
      .map((one) => ({
        name: one.name,
        values: [one.example, one.schema.default, ...((one.schema.enum ?? []) as unknown[])]
          .filter((value) => value !== undefined)
          .map((value) => encodeURIComponent(String(value))),
      })),
  }))
  const code = fc.constantFrom(
    'vi-du',
    'F01',
    'vi-du.csv',
    'F01.json',
    '%00',
    '%FF',
    '%2e%2e',
    'x'.repeat(3000),
    'a%2Fb',
    '__proto__',
    '%F0%9F%98%80',
  )
  const question = fc.constantFrom(...operations).chain(({ path, parameters }) =>
    fc.record<Malformed>({
      method: fc.constantFrom(
        'GET',
        'GET',
        'GET',
        'GET',
        'GET',
        'GET',
        'HEAD',
        'POST',
        'PUT',
        'DELETE',
        'PATCH',
        'OPTIONS',
      ),
      path: fc
        .tuple(code, fc.constantFrom('', '', '', '.csv', '.json', '.xml', '/', '/x'), queryOf(parameters))
        .map(([one, ending, query]) => `/api/v1${path.replace('{code}', one)}${ending}?${query}`),
      headers: fc.record(
        {
          accept: fc.constantFrom(
            '*/*',
            'text/csv',
            'application/json;q=0',
            'application/xml',
            ';;;',
            'text/*;q=abc',
            'text/html',
            ',',
          ),
          'if-none-match': fc.constantFrom('*', '"abc"', 'W/', ',,,', '"'.repeat(50)),
          origin: fc.constantFrom('null', 'https://noi-khac.example', 'x'),
          cookie: fc.constantFrom('a=b', 'kheo_text=%00', 'kheo.session=%FF', '=;=;='),
        },
        { requiredKeys: ['accept'] },
      ) as fc.Arbitrary<Record<string, string>>,
      body: fc.constantFrom(Buffer.alloc(0), Buffer.alloc(0), Buffer.from('{"a":'), Buffer.alloc(10, 0xff)),
    }),
  )
  // A draw seldom writes a code well that nobody has, so it is asked by hand.
  const wellWritten: Malformed = {
    ...{ method: 'GET', path: '/api/v1/units?parent=khong-co-don-vi-nay', headers: { accept: '*/*' } },
    body: Buffer.alloc(0),
  }
  const questions = [wellWritten, ...sampled(question, 2500)]
  const seen = new Map<string, number>()
  const found = await inTurns(questions, async (asked) => {
    const said = await send(server.port, asked)
    const coded = /"code":"([a-z-]+)"/.exec(said.text)?.[1] ?? String(said.status)
    seen.set(coded, (seen.get(coded) ?? 0) + 1)
    const isCoded = said.status < 400 || asked.method === 'HEAD' || codes.has(coded)
    return [
      ...faultOf(asked, said),
      ...(isCoded ? [] : [named(asked, `answered ${said.status} without a code: ${said.text.slice(0, 100)}`)]),
    ]
  })
  expect(found.slice(0, 10)).toEqual([])
  // The questions are not all refused at the first door: many kinds of no were met, and some yes.
  expect([...seen.keys()].sort()).toEqual(
    expect.arrayContaining([
      '200',
      'bad-parameter',
      'bad-encoding',
      'bad-cursor',
      'unknown-parameter',
      'unknown-value',
      'repeated-parameter',
      'not-acceptable',
      'method-not-allowed',
    ]),
  )
}, 600_000)

test('a cursor that somebody wrote or changed is refused, never believed', async () => {
  const of = async (path: string): Promise<{ of: string; at: unknown[] }> => {
    const { next } = JSON.parse((await server.ask(path, { headers: { accept: '*/*' } })).text) as { next: string }
    return JSON.parse(
      Buffer.from(new URL(next, server.origin).searchParams.get('after') ?? '', 'base64url').toString(),
    ) as { of: string; at: unknown[] }
  }
  const worn = fc.oneof(
    fc.constantFrom<unknown>(
      '\u0000',
      '\ud800',
      '0000-01-01',
      '2026-09-30',
      -1,
      1e300,
      null,
      [],
      {},
      '2026-13-45T99:99:99.000000Z',
    ),
    fc.anything(),
  )
  const found: string[] = []
  for (const path of [
    '/api/v1/units?limit=1',
    '/api/v1/indicators?limit=1',
    '/api/v1/periods?limit=1',
    '/api/v1/figures?limit=1',
    '/api/v1/reports?limit=1',
  ]) {
    const right = await of(path)
    const cursors = sampled(fc.tuple(fc.nat(2), worn), 60).map(([index, value]) => ({
      ...right,
      at: Array.isArray(right.at) ? right.at.with(index % right.at.length, value) : value,
    }))
    found.push(
      ...(await inTurns(cursors, async (cursor) => {
        const after = Buffer.from(
          JSON.stringify(cursor, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
        ).toString('base64url')
        const asked = { method: 'GET', path: `${path}&after=${after}`, headers: {}, body: Buffer.alloc(0) }
        return faultOf(asked, await send(server.port, asked))
      })),
    )
  }
  expect(found.slice(0, 10)).toEqual([])
}, 600_000)

/** Where a form can be sent: the page, and the action by its name. */
function formAddresses(): string[] {
  return (
    allRoutes()
      // Signing out would leave the rest to be asked by nobody; it takes no field.
      .filter(({ path }) => path !== '/dang-xuat')
      .flatMap(({ path, kind, actions, methods }) =>
        kind === 'page'
          ? actions.map((action) => (action === 'default' ? path : `${path}?/${action}`))
          : methods.filter((method) => method === 'POST').map(() => path),
      )
  )
}

function formsTo(addresses: readonly string[]): fc.Arbitrary<Malformed> {
  return fc.constantFrom(...addresses).chain((address) =>
    fc
      .tuple(filledIn(address), formBody(fields), fc.constantFrom('text/html', 'text/html', 'application/json', '*/*'))
      .map(([path, { type, body }, accept]) => ({
        method: 'POST',
        path,
        headers: {
          origin: server.origin,
          accept,
          ...(type === '' ? {} : { 'content-type': type }),
          ...(accept === 'application/json' ? { 'x-sveltekit-action': 'true' } : {}),
        },
        body,
      })),
  )
}

/** The variable parts of an address, by something that exists, or by something that cannot. */
function filledIn(address: string): fc.Arbitrary<string> {
  const parts = [...address.matchAll(/\[(?:\.\.\.)?([a-z]+)\]/g)].map(([whole, name = '']) => ({ whole, name }))
  const wrong = [
    '-1',
    '%00',
    '%FF',
    'x',
    '1e9',
    '019300a1-4c00-7000-9000-000000000001',
    'F'.repeat(300),
    '%F0%9F%98%80',
  ]
  return parts.reduce<fc.Arbitrary<string>>(
    (made, { whole, name }) =>
      made.chain((path) =>
        fc
          .oneof(
            { weight: 3, arbitrary: fc.constantFrom(...(known[name] ?? wrong)) },
            { weight: 1, arbitrary: fc.constantFrom(...wrong) },
          )
          .map((value) => path.replace(whole, value)),
      ),
    fc.constant(address),
  )
}

async function knownValues(): Promise<Record<string, string[]>> {
  const reports = await database.asOwner<{ id: string }>(`select r.id from report r join unit u on u.id = r.unit_id
    where u.code in ('vi-du-nui-vang', 'vi-du') order by r.period_to desc limit 6`)
  const districts = await database.asOwner<{ id: string }>(
    "select unit_id as id from unit_version where level = 'district' order by 1 limit 2",
  )
  return {
    id: reports.map((row) => row.id),
    unit: districts.map((row) => row.id),
    period: ['2026-q3', '2025-q2', '2025'],
    code: ['vi-du'],
    kind: ['pdf', 'exe'],
  }
}

/** Everything an officer can change; what a no leaves behind must be nothing. */
async function ledger(): Promise<string> {
  const tables = [
    'report',
    'report_event',
    'report_question',
    'report_message',
    'report_explanation',
    'report_copy',
    'publication',
    'figure_value',
    'figure_change',
    'account',
    'duty',
    'audit',
  ]
  const counts = tables.map((table) => `(select count(*) from ${table})`).join(` || ' ' || `)
  const [row] = await database.asOwner<{ print: string }>(
    `select ${counts} || ' ' || (select coalesce(sum(version), 0) from report) || ' ' || (select coalesce(sum(n), 0) from figure_clock) as print`,
  )
  return row?.print ?? ''
}

test.each(['nobody', 'xa.nuivang', 'tinh.vidu', 'quantri.vidu'])(
  'malformed forms sent by %s to every action: no fault, a sentence with every no, and nothing half done',
  async (who) => {
    const addresses = formAddresses()
    expect(addresses.length).toBeGreaterThan(15)
    expect(fields).toEqual(expect.arrayContaining(['signInName', 'so.', 'hoi.', 'ban', 'unit', 'ky']))
    const cookies = [...(people.get(who)?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
    const found: string[] = []
    const first = await ledger()
    let before = first
    const answers = new Map<number, number>()
    for (const form of sampled(formsTo(addresses), who === 'nobody' ? 300 : 450)) {
      const asked = { ...form, headers: { ...form.headers, ...(cookies ? { cookie: cookies } : {}) } }
      const said = await send(server.port, asked)
      found.push(...faultOf(asked, said))
      answers.set(said.status, (answers.get(said.status) ?? 0) + 1)
      const after = await ledger()
      if (after !== before && said.status >= 400)
        found.push(named(asked, `was refused with ${said.status} and yet changed something`))
      before = after
    }
    expect(found.slice(0, 10)).toEqual([])
    if (who === 'nobody') expect(before).toBe(first)
    else expect((answers.get(404) ?? 0) + (answers.get(422) ?? 0)).toBeGreaterThan(20)
  },
  300_000,
)

test('every page asked with malformed parameters answers, signed in or not', async () => {
  const parameters = ['q', 'trang', 'tiep', 'o', 'loc', 'da', 'tim', 'ky', 'muc', 've', 'giu', 'k', 'het'].map(
    (name) => ({ name, values: [] }),
  )
  const paths = allRoutes().map(({ path }) => path)
  const cookie = [...(people.get('tinh.vidu')?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  const page = fc.constantFrom(...paths).chain((path) =>
    fc
      .tuple(filledIn(path), queryOf(parameters), fc.boolean(), fc.constantFrom('text/html', 'application/json', '*/*'))
      .map(([filled, query, signedIn, accept]): Malformed => ({
        method: 'GET',
        path: `${filled}?${query}`,
        headers: { accept, ...(signedIn ? { cookie } : {}) },
        body: Buffer.alloc(0),
      })),
  )
  const found = await inTurns(sampled(page, 600), async (asked) => faultOf(asked, await send(server.port, asked)))
  expect(found.slice(0, 10)).toEqual([])
}, 600_000)

const host = (): string => `localhost:${server.port}`
const broken: [string, () => Buffer | string][] = [
  ['no HTTP at all', () => 'xin chào\r\n\r\n'],
  ['a control character in the address', () => `GET /\u0001 HTTP/1.1\r\nHost: ${host()}\r\n\r\n`],
  ['raw UTF-8 in the address', () => Buffer.from(`GET /api/v1/units?q=sông HTTP/1.1\r\nHost: ${host()}\r\n\r\n`)],
  [
    'raw Latin-1 in the address',
    () => Buffer.from(`GET /api/v1/units?q=s\u00f4ng HTTP/1.1\r\nHost: ${host()}\r\n\r\n`, 'latin1'),
  ],
  ['a header without a colon', () => `GET / HTTP/1.1\r\nHost: ${host()}\r\nabc\r\n\r\n`],
  ['two lengths', () => `POST /co-chu HTTP/1.1\r\nHost: ${host()}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
  ['a length that is no number', () => `POST /co-chu HTTP/1.1\r\nHost: ${host()}\r\nContent-Length: -1\r\n\r\n`],
  ['an address of 100 KB', () => `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: ${host()}\r\n\r\n`],
  ['a head of 100 KB', () => `GET / HTTP/1.1\r\nHost: ${host()}\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
  ['no host', () => 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
  [
    'a huge body announced to the API',
    () => `POST /api/v1/units HTTP/1.1\r\nHost: ${host()}\r\nContent-Length: 99999999\r\n\r\n`,
  ],
  ['an absolute address', () => `GET http://${host()}/%ZZ HTTP/1.1\r\nHost: ${host()}\r\nConnection: close\r\n\r\n`],
  ['two slashes', () => `GET //x.example/%00 HTTP/1.1\r\nHost: ${host()}\r\nConnection: close\r\n\r\n`],
  ['an asterisk', () => `OPTIONS * HTTP/1.1\r\nHost: ${host()}\r\nConnection: close\r\n\r\n`],
]

test.each(broken)('%s is answered with a sentence', async (_, bytes) => {
  const said = await sendRaw(server.port, bytes())
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1])
  expect(status, said).toBeGreaterThanOrEqual(300)
  expect(status, said).toBeLessThan(500)
  if (status >= 400) expect(saysSomething(said), said).toBe(true)
})

test('a form that breaks off in the middle of its body changes nothing and stops nobody', async () => {
  const before = await ledger()
  const cookie = [...(people.get('xa.nuivang')?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  const head = `Host: ${host()}\r\nOrigin: ${server.origin}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=r\r\n`
  const said = await sendRaw(
    server.port,
    `POST /desk?/mo HTTP/1.1\r\n${head}Content-Length: 5000\r\n\r\n--r\r\nContent-Disposition: form-data; name="ky"\r\n\r\nqu`,
  )
  expect(said).not.toMatch(/^HTTP\/1\.1 5/)
  expect(await ledger()).toBe(before)
})

test('after all of it the server is well, and nobody was signed out', async () => {
  expect((await server.ask('/readyz')).text).toBe('ready\n')
  expect((await server.ask('/api/v1/units?limit=1', { headers: { accept: '*/*' } })).status).toBe(200)
  for (const [name, visitor] of people) expect((await visitor.get('/desk/tai-khoan')).text, name).toContain(name)
  expect(server.child.exitCode).toBeNull()
})
