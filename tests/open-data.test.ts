import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readCsv } from '../src/kernel/csv.ts'
import { addDays, formatDay, localDate } from '../src/kernel/local-date.ts'
import { answerListCommand } from '../src/platform/api/command.ts'
import type { OpenApiDocument, Parameter } from '../src/platform/api/openapi.ts'
import { openFigureList, openLists, openRebaseList, openSingles, openUnitList } from '../src/open-data.ts'
import { useExampleDatabase } from './support/example.ts'
import { useServer, type Answer } from './support/server.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const patientServer = useServer(database, { KHEO_API_PER_MINUTE: '2' })

type Json = Record<string, unknown>
type Body = { data: Json[]; next: string | null; total?: number }

let document: OpenApiDocument
beforeAll(async () => {
  document = JSON.parse((await get('/api/openapi.json')).text) as OpenApiDocument
})

function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  // A connection for each: one left open while thousands of entries are checked would be closed under the next question.
  return server.ask(path, { headers: { accept: '*/*', connection: 'close', ...headers } })
}

async function asked(path: string): Promise<Body> {
  const answer = await get(path)
  expect(answer.status, `${path}: ${answer.text.slice(0, 200)}`).toBe(200)
  return JSON.parse(answer.text) as Body
}

/** What must be asked of a list, as its document gives an example of it. */
function requiredIn(parameters: readonly Parameter[]): string {
  return parameters
    .filter((one) => one.required && one.in === 'query')
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}&`)
    .join('')
}

async function refusedWith(path: string): Promise<Json> {
  const answer = await get(path)
  expect(answer.status, path).toBeGreaterThanOrEqual(400)
  return (JSON.parse(answer.text) as { error: Json }).error
}

async function everything(path: string): Promise<Json[]> {
  const items: Json[] = []
  for (let next: string | null = path; next !== null;) {
    const body: Body = await asked(next)
    items.push(...body.data)
    next = body.next
  }
  return items
}

describe('the document', () => {
  test('is OpenAPI 3.1, its references lead somewhere, and every path parameter is declared', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual([
      '/units',
      '/rebase',
      '/indicators',
      '/periods',
      '/figures',
      '/reports',
      '/cube',
      '/units/{code}',
      '/indicators/{code}',
    ])
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
    expect(references.length).toBeGreaterThan(20)
    for (const path of references) {
      const target = path.split('/').reduce<unknown>((at, step) => (at as Json)[step], document)
      expect(target, path).toBeDefined()
    }
    const operations = Object.entries(document.paths).map(([path, { get: operation }]) => ({ path, operation }))
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
    for (const { path, operation } of operations) {
      expect(operation.parameters.some((one) => one.in === 'path')).toBe(path.includes('{code}'))
      expect(
        operation.parameters.every((one) => one.description.length > 5),
        path,
      ).toBe(true)
    }
  })

  test('every example in it is answered, and the answer is what the document says', async () => {
    for (const [path, { get: operation }] of Object.entries(document.paths)) {
      const { data } = await asked(`/api/v1${operation['x-example']}`)
      const name = operation.operationId.replace(/s(-one)?$/, '$1')
      const schema = z.fromJSONSchema(document.components.schemas[name] as Parameters<typeof z.fromJSONSchema>[0])
      const things = Array.isArray(data) ? data : [data]
      expect(things.length, path).toBeGreaterThan(0)
      for (const thing of things) expect(schema.safeParse(thing).error?.issues, path).toBeUndefined()
    }
  })

  test('every example of a parameter is taken', async () => {
    for (const [path, { get: operation }] of Object.entries(document.paths)) {
      for (const { name, in: place, example } of operation.parameters) {
        if (place !== 'query' || example === undefined) continue
        const others = requiredIn(operation.parameters.filter((other) => other.name !== name))
        const answer = await get(
          `/api/v1${path.replace('{code}', path.includes('units') ? 'vi-du' : 'F01')}?${others}${name}=${encodeURIComponent(String(example))}`,
        )
        expect(answer.status, `${path} ${name}=${example}: ${answer.text.slice(0, 200)}`).toBe(200)
      }
    }
  })

  test('every list, walked to its end, holds only what its schema allows, each entry once, and what the page says it counts', async () => {
    for (const { listing } of openLists) {
      const { parameters } = document.paths[`/${listing.name}`]?.get ?? { parameters: [] }
      const address = `/api/v1/${listing.name}?${requiredIn(parameters)}limit=500${listing.countable ? '&count=true' : ''}`
      const total = (await asked(address)).total
      const items = await everything(address)
      for (const item of items) expect(listing.item.strict().safeParse(item).error?.issues).toBeUndefined()
      expect(new Set(items.map((item) => JSON.stringify(item))).size, listing.name).toBe(items.length)
      if (listing.countable) expect(items, listing.name).toHaveLength(total ?? -1)
    }
  }, 240_000)
})

describe('a period', () => {
  test('is asked for by its key or as people write it, and answers its regime and its two days', async () => {
    const ask = async (period: string) => everything(`/api/v1/periods?period=${encodeURIComponent(period)}`)
    const wanted = { period: '2020-9-thang', periodName: '9 tháng đầu năm 2020', regime: 'nine-months' }
    expect(await ask('2020-9-thang')).toMatchObject([{ ...wanted, from: '2020-01-01', to: '2020-09-30' }])
    expect(await ask('9T 2020')).toMatchObject([wanted])
    expect(await ask('quy 3 2019 15-14')).toEqual([])
  })

  test('that is not understood is refused with examples', async () => {
    const answer = await get(`/api/v1/periods?period=${encodeURIComponent('hôm qua')}`)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('quý III/2026')
  })
})

describe('pages', () => {
  test.each([
    '/api/v1/units?on=2025-06-30&province=vi-du,tinh-quang-nam&limit=7',
    '/api/v1/units?order=-code&limit=97',
    '/api/v1/rebase?from=2025-06-30&to=2025-07-01&province=vi-du&limit=8',
    '/api/v1/indicators?order=-code&limit=30',
    '/api/v1/periods?order=to&limit=2',
    '/api/v1/reports?order=publishedOn&limit=11',
    '/api/v1/figures?unit=vi-du,huyen-kim-son&limit=13',
    '/api/v1/figures?indicator=F01,K01&state=reported&order=to&limit=17',
  ])('%s in small pages is the same as in large ones', async (path) => {
    const small = await everything(path)
    expect(small.length).toBeGreaterThan(10)
    expect(small).toEqual(await everything(path.replace(/limit=\d+/, 'limit=500')))
  })

  test('the next page is also in the Link header, and the CSV one leads to CSV', async () => {
    const answer = await get('/api/v1/units.csv?limit=1&fields=code')
    expect(answer.headers.link).toMatch(/^<\/api\/v1\/units\.csv\?limit=1&fields=code&after=[\w-]+>; rel="next"$/)
    expect(answer.text).toMatch(/^code\r\n[a-z0-9-]+\r\n$/)
  })
})

describe('units', () => {
  test('are as they were on the day', async () => {
    const [before] = (await asked('/api/v1/units?on=2025-06-30&code=vi-du-song-xanh')).data
    const [after] = (await asked('/api/v1/units?on=2025-07-01&code=vi-du-song-xanh')).data
    expect([before?.parent, after?.parent]).toEqual(['vi-du-huyen-suoi-mo', 'vi-du'])
    expect((await asked('/api/v1/units?on=2026-09-30&level=district')).data).toEqual([])
  })

  test('are found without diacritics, composed or decomposed, and a wildcard is only a character', async () => {
    for (const q of ['song xanh', 'SÔNG  xanh', 'Sông Xanh'.normalize('NFD')]) {
      const found = (await asked(`/api/v1/units?q=${encodeURIComponent(q)}&fields=code`)).data
      expect(found).toEqual([{ code: 'vi-du-song-xanh' }])
    }
    for (const q of ['%', '_', '\\']) expect((await asked(`/api/v1/units?q=${encodeURIComponent(q)}`)).data).toEqual([])
  })

  test('stand in Vietnamese order', async () => {
    const names = (await everything('/api/v1/units?limit=100&level=commune')).map((unit) => String(unit.name))
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare))
  })

  test('one of them, with whom it came from', async () => {
    const { data } = (await asked('/api/v1/units/vi-du-chien-chien')) as unknown as { data: Json }
    expect(data.predecessors).toMatchObject([
      { code: 'vi-du-chien-chien-truoc-2025', on: '2025-07-01', event: 'merge', extent: 'whole', share: 1 },
      { code: 'vi-du-muong-ba', name: 'Xã Mương Ba', actNumber: 'VD-01/NQ', actArticle: 'Điều 1 khoản 1' },
    ])
    const old = (await asked('/api/v1/units/vi-du-hang-doi')) as unknown as { data: Json }
    expect(old.data.successors).toMatchObject([{ share: 0.62 }, { share: 0.38 }])
  })

  test('before the register begins nothing is answered by guess', async () => {
    const [start] = await database.asOwner<{ day: string }>('select begins_on::text as day from register_start')
    const begins = localDate(start?.day ?? '')
    expect(await refusedWith(`/api/v1/units?on=${addDays(begins, -1)}`)).toMatchObject({
      field: 'on',
      message: expect.stringContaining(formatDay(begins)),
    })
  })

  test('one of them, with every version; its CSV has a line for each', async () => {
    const { data } = (await asked('/api/v1/units/vi-du-song-xanh')) as unknown as { data: { versions: Json[] } }
    const csv = readCsv('units.csv', (await get('/api/v1/units/vi-du-song-xanh.csv')).text)
    expect(csv.rows).toHaveLength(data.versions.length)
    expect(await refusedWith('/api/v1/units/khong-co')).toMatchObject({ code: 'not-found' })
  })
})

describe('where figures stand on another map', () => {
  test('a row for every pair, with official codes; unchanged units are there too', async () => {
    const rows = await everything('/api/v1/rebase?from=2025-06-30&to=2025-07-01&province=vi-du&limit=500')
    const kept = rows.find((row) => (row.from as Json).unit === 'vi-du-song-xanh')
    expect(kept).toMatchObject({
      to: { unit: 'vi-du-song-xanh', name: 'Xã Sông Xanh' },
      share: 1,
      flag: 'exact',
      reason: null,
    })
    const csv = readCsv(
      'rebase.csv',
      (await get('/api/v1/rebase.csv?from=2025-06-30&to=2025-07-01&unit=vi-du-song-xanh')).text,
    )
    expect(csv.header).toEqual([
      'from.code',
      'from.name',
      'from.unit',
      'to.code',
      'to.name',
      'to.unit',
      'share',
      'flag',
      'reason',
    ])
    expect(csv.rows[0]?.cells.slice(1)).toEqual([
      'Xã Sông Xanh',
      'vi-du-song-xanh',
      '',
      'Xã Sông Xanh',
      'vi-du-song-xanh',
      '1',
      'exact',
      '',
    ])
  })

  test.each([
    ['', 'bad-parameter', 'from', 'Chưa có tham số “from”. Cần ghi một ngày'],
    ['from=2025-06-30', 'bad-parameter', 'to', 'Cần ghi một ngày'],
    ['from=2025-07-01&to=2025-06-30', 'bad-parameter', 'to', 'ở sau ngày'],
    ['from=1900-01-01&to=2025-07-01', 'bad-parameter', 'from', 'Sổ đơn vị chỉ có từ ngày'],
    ['from=2025-06-31&to=2025-07-01', 'bad-parameter', 'from', 'ngày có thật'],
    ['from=2025-06-30&to=2025-07-01&level=hamlet', 'bad-parameter', 'level', 'commune'],
    ['from=2025-06-30&to=2025-07-01&unit=khong-co', 'unknown-value', 'unit', 'khong-co'],
  ])('asked with “%s” it is refused: %s', async (query, code, field, words) => {
    expect(await refusedWith(`/api/v1/rebase?${query}`)).toMatchObject({
      code,
      field,
      message: expect.stringContaining(words),
    })
  })

  test('kheo rebase answers an array; what is wrong is said and ends with 2', async () => {
    const ask = (...args: string[]) =>
      answerListCommand(openRebaseList, args, database.db, new Date('2026-10-08T02:00:00Z'), true)
    const answer = await ask('--from', '2025-06-30', '--to', '2025-07-01', '--level', 'province', '--json')
    if (answer.exit !== 0) throw new Error(answer.stderr)
    const rows = JSON.parse(answer.stdout) as Json[]
    expect(rows.find((row) => (row.from as Json).unit === 'vi-du')).toMatchObject({ share: 1, flag: 'exact' })
    const table = await ask('--from=2025-06-30', '--to=2025-07-01', '--unit=vi-du-song-xanh')
    expect(table.exit === 0 && table.stdout.split('\n').at(-1)).toMatch(
      /Xã Sông Xanh .*vi-du-song-xanh.* 1 +cộng đúng$/,
    )
    expect(await ask('--from', '2025-06-30')).toMatchObject({ exit: 2, stderr: expect.stringContaining('“to”') })
    expect(await ask('--from', '2025-07-01', '--to', '2025-06-30')).toMatchObject({ exit: 2 })
    expect(await ask('--from', '2025-06-30', '--to', '2025-07-01', '--la', 'x')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('“--la”'),
    })
  })
})

describe('figures', () => {
  test('carry their hedge, their unit of count and the way to their report', async () => {
    const [figure] = (await asked('/api/v1/figures?unit=huyen-kim-son&indicator=F01')).data
    expect(figure).toMatchObject({
      state: 'reported',
      qualifier: 'over',
      hedge: 'trên',
      amount: '3200',
      unitOfCount: 'hồ sơ',
      basis: 'published',
      period: '2023',
    })
    const page = await server.ask(String(figure?.url).split('#')[0] ?? '')
    expect(page.text).toContain(`id="${String(figure?.url).split('#')[1]}"`)
  })

  test('decimals keep their digits, a change its sign, zero is zero and absence is null', async () => {
    const all = await everything('/api/v1/figures?unit=huyen-le-thuy&limit=500')
    const amounts = Object.fromEntries(all.map((figure) => [figure.indicator, figure.amount]))
    expect(amounts).toMatchObject({ I02: '15.75', I03: '8' })
    const silent = await everything('/api/v1/figures?state=zero,not-applicable,not-yet-known&limit=500')
    expect(silent.length).toBeGreaterThan(0)
    for (const { state, amount, qualifier, hedge } of silent) {
      expect([amount, qualifier, hedge]).toEqual([state === 'zero' ? '0' : null, null, null])
    }
  })

  test('are those of published reports and of no other, and never of an internal indicator', async () => {
    const figures = await everything('/api/v1/figures?limit=500&fields=report,indicator')
    const published = await database.asOwner<{ id: string }>('select report_id as id from publication')
    expect(new Set(figures.map((figure) => figure.report))).toEqual(new Set(published.map((row) => row.id)))
    const hidden = await database.asOwner<{ code: string }>(
      "select indicator_code as code from indicator_version where sensitivity = 'internal'",
    )
    expect(hidden.length).toBeGreaterThan(0)
    const shown = new Set(figures.map((figure) => figure.indicator))
    expect(hidden.filter(({ code }) => shown.has(code))).toEqual([])
  })

  test.each([
    ['unit=khong-co', 'unknown-value', 'unit'],
    ['province=khong-co', 'unknown-value', 'province'],
    ['indicator=ZZZ99', 'unknown-value', 'indicator'],
    ['period=2026-q5', 'bad-parameter', 'period'],
    ['period=2026-q2&from=2026-01-01', 'bad-parameter', 'period'],
    ['from=2026-02-01&to=2026-01-01', 'bad-parameter', 'to'],
    ['count=true', 'unknown-parameter', 'count'],
  ])('asked with %s they are refused: %s', async (query, code, field) => {
    expect(await refusedWith(`/api/v1/figures?${query}`)).toMatchObject({
      code,
      field,
      message: expect.stringMatching(/\.$/),
    })
  })
})

describe('how answers travel', () => {
  test('who holds the same answer is told so without it, and a change has another print', async () => {
    const first = await get('/api/v1/periods')
    const { etag = '' } = first.headers
    const again = await get('/api/v1/periods', { 'if-none-match': `"x", W/${etag}` })
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag])
    expect((await get('/api/v1/periods?limit=1')).headers.etag).not.toBe(etag)
    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  })

  test('any page may read them, none with cookies, and nothing is written', async () => {
    const { headers } = await get('/api/v1/units', { origin: 'https://noi-khac.example' })
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    expect(headers['set-cookie']).toBeUndefined()
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await server.ask('/api/v1/units', { method })
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    }
    expect((await server.ask('/api/v1/units', { method: 'OPTIONS' })).status).toBe(204)
    const head = await server.ask('/api/v1/units', { method: 'HEAD', headers: { accept: '*/*' } })
    expect([head.status, head.text]).toEqual([200, ''])
  })

  test('CSV holds the same fields; with a mark for Excel when asked', async () => {
    const path = '/api/v1/reports?limit=3&fields=unitName,period,figures'
    const { data } = await asked(path)
    const plain = await get(path, { accept: 'text/csv' })
    expect(plain.headers['content-type']).toContain('text/csv')
    const csv = readCsv('reports.csv', plain.text)
    expect(csv.header).toEqual(['unitName', 'period', 'figures'])
    expect(csv.rows.map((row) => row.cells)).toEqual(data.map((one) => [one.unitName, one.period, String(one.figures)]))
    expect((await get(`${path}&format=csv&bom=true`)).text.startsWith('\ufeffunitName')).toBe(true)
  })

  test('who asks too much in a minute is told how long to wait, and the pages go on', async () => {
    const answers = []
    // Three addresses: one that was answered before comes from what is kept, and counts for nobody.
    for (const path of ['/api/v1/units', '/api/openapi.json', '/api/v1/units?limit=7']) {
      answers.push(await patientServer.ask(path, { headers: { accept: '*/*' } }))
    }
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 429])
    const seconds = Number(answers[2]?.headers['retry-after'])
    expect(seconds).toBeGreaterThan(0)
    expect(JSON.parse(answers[2]?.text ?? '')).toMatchObject({
      error: { code: 'too-many-requests', message: expect.stringContaining(`${seconds} giây`) },
    })
    expect((await patientServer.ask('/api')).status).toBe(200)
  })

  test('an address that is none says which there are', async () => {
    for (const path of [
      '/api/v2/units',
      '/api/v1/users',
      '/api/v1/units/a/b',
      '/api/v1/units.xml',
      '/api/v1/periods/2026',
    ]) {
      expect(await refusedWith(path)).toMatchObject({
        code: 'no-such-address',
        help: expect.stringContaining('/api/v1/units'),
      })
    }
    expect(await refusedWith('/api/v1/%FF')).toMatchObject({ code: 'bad-encoding' })
  })
})

describe('the same in a terminal', () => {
  const now = new Date('2026-10-08T02:00:00Z')
  const units = (...args: string[]) => answerListCommand(openUnitList, args, database.db, now)
  const figures = (...args: string[]) => answerListCommand(openFigureList, args, database.db, now)

  test('kheo units --on DATE --json answers every unit of that day', async () => {
    const answer = await units('--on', '2026-09-30', '--json')
    if (answer.exit !== 0) throw new Error(answer.stderr)
    const { data } = JSON.parse(answer.stdout) as Body
    expect(data).toEqual(await everything('/api/v1/units?on=2026-09-30&limit=500'))
  })

  test('kheo figures --unit CODE --period KEY answers a table, CSV or JSON', async () => {
    const table = await figures('--unit', 'huyen-kim-son', '--period=2023')
    expect(table.exit === 0 && table.stdout).toMatch(/Huyện Kim Sơn\s+F01\s.*trên\s+3200\s+hồ sơ/)
    const csv = await figures('--unit=huyen-kim-son', '--indicator', 'F01', '--fields', 'hedge,amount', '--csv')
    expect(csv).toEqual({ exit: 0, stdout: 'hedge,amount\r\ntrên,3200' })
    const none = await figures('--unit', 'vi-du', '--period', '2019-q1')
    expect(none).toEqual({ exit: 0, stdout: 'Không có mục nào.' })
    const three = await figures('--unit', 'huyen-kim-son', '--limit', '3', '--json')
    expect(three.exit === 0 && (JSON.parse(three.stdout) as Body).data).toHaveLength(3)
  })

  test('a table says in Vietnamese what JSON and CSV say in code words', async () => {
    const asked = [
      '--on',
      '2026-09-30',
      '--fields',
      'kind,level',
      '--level',
      'commune',
      '--kind',
      'ward',
      '--limit',
      '1',
    ]
    const words = await units(...asked)
    expect(words.exit === 0 && words.stdout.split('\n').at(-1)).toMatch(/^phường +xã$/)
    expect(await units(...asked, '--csv')).toEqual({ exit: 0, stdout: 'kind,level\r\nward,commune' })
    const states = await figures('--unit', 'huyen-kim-son', '--fields', 'state')
    expect(states.exit === 0 && states.stdout.split('\n').slice(2)).toContain('có số')
    for (const { listing } of openLists) {
      for (const [field, name] of Object.entries(listing.words ?? {})) {
        const shape = listing.item.shape[field]
        const codes = shape && 'options' in shape ? shape.options : []
        expect([listing.name, field, Object.keys(name).sort()]).toEqual([
          listing.name,
          field,
          [...(codes as string[])].sort(),
        ])
      }
      const coded = listing.columns.filter((field) => 'options' in (listing.item.shape[field] ?? {}))
      expect(Object.keys(listing.words ?? {})).toEqual(expect.arrayContaining(coded))
    }
  })

  test.each([
    [['--on', '2026-02-30'], /“on” không dùng được: “2026-02-30”/],
    [['--cap', 'xa'], /Không rõ “--cap”.*--level/],
    [['hom-nay'], /Không rõ “hom-nay”/],
    [['--on'], /Sau “--on” chưa có giá trị/],
    [['--on', '2026-01-01', '--on', '2026-01-02'], /hai lần/],
    [['--limit', '0'], /số nguyên từ 1/],
    [['--parent', 'khong-co'], /Không có đơn vị nào mang mã “khong-co”/],
    [['--q', 'a\u0000b'], /ký tự điều khiển/],
  ])('kheo units %j is bad input, named', async (args, sentence) => {
    const answer = await units(...args)
    expect(answer.exit).toBe(2)
    expect(answer.exit === 2 && answer.stderr).toMatch(sentence)
  })

  test('what the cli and the document call a thing is the same', () => {
    expect(openLists).toContain(openFigureList)
    expect(openSingles.map(({ single }) => single.name)).toEqual(['units', 'indicators'])
  })
})
