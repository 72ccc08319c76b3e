import { beforeAll, describe, expect, test } from 'vitest'
import { type z } from 'zod'
import { namedCells, readCsv } from '../src/kernel/csv.ts'
import { openCubeAnswer, openCubeGrid, openCubeRow } from '../src/modules/figures/open-cube-shape.ts'
import { cliCube } from '../src/cube-command.ts'
import { useExampleDatabase } from './support/example.ts'
import { useServer, type Answer } from './support/server.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const now = new Date('2026-10-08T02:00:00Z')

type Cube = z.output<typeof openCubeAnswer>

function get(query: string, headers: Record<string, string> = {}): Promise<Answer> {
  return server.ask(`/api/v1/cube${query}`, { headers: { accept: '*/*', connection: 'close', ...headers } })
}

async function asked(query: string): Promise<Cube> {
  const answer = await get(query)
  expect(answer.status, `${query}: ${answer.text.slice(0, 300)}`).toBe(200)
  return openCubeAnswer.strict().parse((JSON.parse(answer.text) as { data: unknown }).data)
}

async function refusedWith(query: string): Promise<{ status: number; code: string; field?: string; message: string }> {
  const answer = await get(query)
  const { error } = JSON.parse(answer.text) as { error: { code: string; field?: string; message: string } }
  return { status: answer.status, ...error }
}

/** What the other list of open data says of one published figure. */
async function publishedFigure(query: string): Promise<{ amount: string | null; hedge: string | null }[]> {
  const answer = await server.ask(`/api/v1/figures?${query}`, { headers: { accept: '*/*', connection: 'close' } })
  return (JSON.parse(answer.text) as { data: { amount: string | null; hedge: string | null }[] }).data
}

const at = (cube: Cube, measure: number, unit: number, period: number): number =>
  (measure * cube.units.length + unit) * cube.periods.length + period

let communes: Cube
beforeAll(async () => {
  communes = await asked(
    '?indicators=F01,F02,F02%20/%20F01%20%25&by=commune,quarter&unit=vi-du&period=2026-q1..2026-q2',
  )
})

describe('columns', () => {
  test('every column is as long as the axes say, and the order is measure, unit, period', () => {
    const cells = communes.measures.length * communes.units.length * communes.periods.length
    expect(communes.periods.map(({ key }) => key)).toEqual(['2026-q1', '2026-q2'])
    for (const column of ['state', 'amount', 'qualifier', 'flag', 'counted', 'expected', 'reason'] as const) {
      expect(communes[column], column).toHaveLength(cells)
    }
    expect(communes.units[0]).toMatchObject({ code: 'vi-du', total: true })
    expect(communes.units.slice(1).every(({ level, total }) => level === 'commune' && !total)).toBe(true)
  })

  test('a unit’s number is the one its published report prints', async () => {
    let compared = 0
    for (const [unit, { code }] of communes.units.entries()) {
      const [published] = await publishedFigure(`unit=${code}&indicator=F01&period=2026-q1`)
      if (communes.units[unit]?.total || !published) continue
      expect(communes.amount[at(communes, 0, unit, 0)], code).toBe(published.amount)
      compared += published.amount === null ? 0 : 1
    }
    expect(compared).toBeGreaterThan(5)
  })

  test('the total is the sum of the parts that gave a number, and says of how many', () => {
    const parts = communes.units.map((_, unit) => at(communes, 0, unit, 0)).slice(1)
    const sum = parts.reduce((total, cell) => total + Number(communes.amount[cell] ?? 0), 0)
    expect(Number(communes.amount[at(communes, 0, 0, 0)])).toBeCloseTo(sum, 4)
    expect(communes.counted[at(communes, 0, 0, 0)]).toBe(parts.filter((cell) => communes.amount[cell] !== null).length)
    expect(communes.expected[at(communes, 0, 0, 0)]).toBe(parts.length)
  })

  test('a share is of the sums, never a sum of shares', () => {
    const [whole, part, share] = [0, 1, 2].map((measure) => at(communes, measure, 0, 0))
    const [sum, of] = [Number(communes.amount[part ?? -1]), Number(communes.amount[whole ?? -1])]
    expect(Number(communes.amount[share ?? -1])).toBeCloseTo((100 * sum) / of, 2)
  })

  test('what is missing is missing: no amount, no qualifier', () => {
    const absent = communes.state.flatMap((state, cell) => (state === 'known' ? [] : [cell]))
    expect(absent.length).toBeGreaterThan(0)
    for (const cell of absent) expect([communes.amount[cell], communes.qualifier[cell]]).toEqual([null, null])
    for (const place of communes.reason) expect(place === null || communes.reasons[place] !== undefined).toBe(true)
  })

  test('a published source keeps its hedge', async () => {
    const cube = await asked('?indicators=F01&unit=huyen-kim-son&year=2023&from=any')
    expect(cube).toMatchObject({ amount: ['3200'], qualifier: ['over'], state: ['known'], from: 'any' })
  })

  test('its own address asks for the same again', async () => {
    const again = await asked(`?${communes.address}`)
    expect(again).toEqual(communes)
  })
})

describe('how it travels', () => {
  const query = '?indicators=F01&by=commune&unit=vi-du&period=2026-q1'

  test('CSV says the same, a line a cell', async () => {
    const cube = await asked(query)
    const answer = await server.ask(`/api/v1/cube.csv${query}`, { headers: { connection: 'close' } })
    expect(answer.headers['content-type']).toMatch(/^text\/csv/)
    const table = readCsv('cube.csv', answer.text)
    const [head = ''] = answer.text.split('\r\n')
    expect(head.split(',')).toEqual(Object.keys(openCubeRow.shape))
    const column = (name: string): string[] => table.rows.map((row) => namedCells(table, row)(name))
    expect(column('unit')).toEqual(cube.units.map(({ code }) => code))
    expect(column('amount')).toEqual(cube.amount.map((one) => one ?? ''))
    expect(column('state')).toEqual(cube.state)
  })

  test('who holds an answer is told that it still holds', async () => {
    const first = await get(query)
    const etag = String(first.headers['etag'])
    expect(etag).toMatch(/^(W\/)?"/)
    const again = await get(query, { 'if-none-match': etag })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test('figures that are not published are in no answer', async () => {
    const rows = await database.asOwner(
      `select unit.code from report join unit on unit.id = unit_id
       where status in ('submitted', 'accepted') and period_from = '2026-07-01' and period_to = '2026-09-30' limit 1`,
    )
    const [unit] = rows as { code: string }[]
    const cube = await asked(`?indicators=F01&unit=${unit?.code ?? ''}&period=2026-q3`)
    expect(cube).toMatchObject({ state: ['absent'], amount: [null] })
  })
})

describe('a no', () => {
  test.each([
    ['', 'bad-parameter', 'indicators', /Chưa chọn chỉ tiêu/],
    ['?indicators=ZZ999', 'unknown-value', 'indicators', /“?ZZ999/],
    ['?indicators=F01&unit=khong-co-xa-nay', 'unknown-value', 'unit', /khong-co-xa-nay/],
    ['?indicators=F01&by=region', 'bad-parameter', 'by', /“region”/],
    ['?indicators=F01&map=1900-01-01', 'bad-parameter', 'map', /Sổ đơn vị bắt đầu/],
    ['?indicators=F01&counts=accepted', 'bad-parameter', 'counts', /đã công bố/],
    ['?indicators=F01,F02,F03&by=commune,month&year=1950..2060', 'bad-parameter', 'by', /100\.000 ô/],
    ['?indicators=F01&view=line', 'unknown-parameter', 'view', /“view”/],
    ['?indicators=F01&indicators=F02', 'repeated-parameter', 'indicators', /hai lần/],
    ['?indicators=%22F01', 'bad-parameter', 'indicators', /ngoặc kép/],
    ['?indicators=F01/', 'bad-parameter', 'indicators', /\.$/],
  ])('%s', async (query, code, field, sentence) => {
    const refusal = await refusedWith(query)
    expect(refusal).toMatchObject({ status: 400, code, field })
    expect(refusal.message).toMatch(sentence)
  })

  test('an internal indicator is not to be had', async () => {
    const rows = await database.asOwner(
      `select indicator_code as code from indicator_version where sensitivity = 'internal' limit 1`,
    )
    const [internal] = rows as { code: string }[]
    expect(await refusedWith(`?indicators=${internal?.code ?? ''}&unit=vi-du`)).toMatchObject({
      status: 400,
      field: 'indicators',
      message: expect.stringMatching(/không công khai/) as unknown,
    })
  })
})

describe('kheo cube', () => {
  const cube = (...args: string[]) => cliCube(database.url, database.db, args, now)
  const question = [
    '--indicators',
    'F01,F02',
    '--by',
    'commune,quarter',
    '--unit=vi-du',
    '--period',
    '2026-q1..2026-q2',
  ]

  test('answers JSON as the API does', async () => {
    const answer = await cube(...question, '--json')
    if (answer.exit !== 0) throw new Error(answer.stderr)
    const { data } = JSON.parse(answer.stdout) as { data: Cube }
    const api = await asked('?indicators=F01,F02&by=commune,quarter&unit=vi-du&period=2026-q1..2026-q2')
    expect({ ...data, asOf: '' }).toEqual({ ...api, asOf: '' })
  })

  test('a table for people: units beside periods, hedges and missing numbers in words', async () => {
    const answer = await cube('--indicators', 'F01', '--unit', 'huyen-kim-son', '--year', '2023', '--from', 'any')
    expect(answer.exit === 0 && answer.stdout).toMatch(
      /F01 .*\(hồ sơ\)[^]*Đơn vị +Năm 2023[^]*Huyện Kim Sơn.* +trên 3\.200/,
    )
    const missing = await cube('--indicators', 'F01', '--unit', 'vi-du', '--year', '2019')
    expect(missing.exit === 0 && missing.stdout).toMatch(/chưa có số/)
  })

  test('CSV has a line for each cell', async () => {
    const answer = await cube(...question, '--csv')
    if (answer.exit !== 0) throw new Error('refused')
    const [head = '', ...lines] = answer.stdout.split('\r\n')
    expect(head.split(',')).toEqual(Object.keys(openCubeRow.shape))
    expect(lines).toHaveLength(2 * communes.units.length * 2)
  })

  test.each([
    [['--by', 'province'], /--indicators: Chưa chọn chỉ tiêu/],
    [['--indicators', 'F01', '--counts', 'accepted'], /--counts: .*đã công bố/],
    [['--indicators', 'F01', '--year', 'nay'], /--year: “nay” không phải năm/],
    [['--indicators', 'F01', '--unit', 'xa-song-xanhh'], /--unit: Không có đơn vị/],
    [['--tinh', 'vi-du'], /Không rõ “--tinh”.*--indicators/],
    [['--indicators'], /Sau “--indicators” chưa có giá trị/],
  ])('%j is bad input, named', async (args, sentence) => {
    const answer = await cube(...args)
    expect(answer.exit).toBe(2)
    expect(answer.exit === 0 ? '' : answer.stderr).toMatch(sentence)
  })

  test('takes the very parameters of the API', async () => {
    const answer = await cube('--gi', 'x')
    for (const name of Object.keys(openCubeGrid.parameters.shape)) {
      expect(answer.exit === 2 && answer.stderr).toContain(`--${name}`)
    }
  })
})
