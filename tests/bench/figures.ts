import { loadavg } from 'node:os'
import { newId } from '#kernel/ids.ts'
import { quantity } from '#kernel/quantity.ts'
import { writeFigures } from '#modules/figures/commands.server.ts'
import { openCube } from '#modules/figures/cube.server.ts'
import type { FigureSetId } from '#modules/figures/figure-set.ts'
import type { IndicatorVersionId } from '#modules/figures/indicator.ts'
import { inScope, openDatabase, type Db } from '#platform/database.ts'
import { setId } from './figures/copy-rows.ts'
import { oneYear, tenYears, type Ledger } from './figures/ledger.ts'
import { count, megabytesHeld, withLedger, type BenchPlace } from './figures/place.ts'
import { byCube, byDuck, byPostgres, numbersOfCube, type BenchQuestion, type Numbers } from './figures/questions.ts'
import { inRounds, median, timed, type Row } from './table.ts'

const rounds = 9
/** What takes seconds is asked less often. */
const slowRounds = 3

/** The cube, PostgreSQL and DuckDB over the same figures in one run; `ten`: ten years of fewer indicators. */
export async function bench(sizes: readonly string[]): Promise<void> {
  const size = sizes.includes('ten') ? tenYears : oneYear
  await withLedger(size, async (place) => {
    const { ledger } = place
    process.stdout.write(
      `\nFigures, ${size.name}: ${ledger.communes.length} communes × ${ledger.indicators.length} indicators × ${ledger.months.length} months, ${count(ledger)} figures, load ${load()}\n\n`,
    )
    printHead()
    await measureFilling(place)
    for (const asked of questionsFor(ledger)) await measure(place, asked)
    await measureSaving(place)
    process.stdout.write(`\nLoad at the end: ${load()}\n`)
  })
}

function questionsFor({ indicators, months }: Ledger): BenchQuestion[] {
  const [all, year] = [indicators.map((_, at) => at), months.map((_, at) => at).slice(0, 12)]
  const every = months.map((_, at) => at)
  const provinces = { by: 'province' } as const
  const ask = (what: string, part: Omit<BenchQuestion, 'name'>): BenchQuestion => ({ name: what, ...part })
  const five = all.slice(0, 5)
  return [
    ask(`5 indicators × 34 provinces × ${every.length} months`, { indicators: five, over: provinces, months: every }),
    ask('20 indicators × 34 provinces × 12 months', { indicators: all.slice(0, 20), over: provinces, months: year }),
    ask(`${all.length} indicators × 34 provinces × ${every.length} months`, {
      ...{ indicators: all, over: provinces, months: every },
    }),
    ask(`${all.length} indicators × the communes of a province × 1 month`, {
      ...{ indicators: all, over: { by: 'commune', of: 0 }, months: [5] },
    }),
    ask('1 indicator × all communes × 12 months', {
      ...{ indicators: [0], over: { by: 'commune', of: null }, months: year },
    }),
    ask('a ratio of two × 34 provinces × 12 months', {
      ...{ indicators: [0, 1], over: provinces, months: year, isRatio: true },
    }),
    ask('5 indicators of 2024 × 34 provinces of today × 12 months', {
      ...{ indicators: five, over: provinces, months: year.slice(0, 12), isOnMap: true },
    }),
  ]
}

/** Asks all three, holds their answers beside one another, and prints a line. */
async function measure(place: BenchPlace, asked: BenchQuestion): Promise<void> {
  const answer = await byCube(place, asked)
  const cells = answer.question.measures.length * answer.question.units.length * answer.question.periods.length
  const numbers = numbersOfCube(answer)
  expectSame(`${asked.name}: PostgreSQL`, await byPostgres(place, asked), numbers)
  if (place.duck) expectSame(`${asked.name}: DuckDB`, await byDuck(place, asked), numbers)
  const slow = await timed(() => byPostgres(place, asked))
  const rows = await inRounds(slow > 2000 ? slowRounds : rounds, [
    // So short that a single time would be noise of the clock and the collector.
    { name: 'cube', work: async () => median(await timesOf(5, () => byCube(place, asked))) },
    { name: 'PostgreSQL', work: () => timed(() => byPostgres(place, asked)) },
    { name: 'DuckDB', work: () => timed(() => byDuck(place, asked)) },
  ])
  const alone = await processorOf(20, () => byCube(place, asked))
  printLine(`${asked.name} (${cells.toLocaleString('en')} cells)`, rows, place.duck !== null, alone)
}

/** Milliseconds of the processor for one: what it takes on a machine that does nothing else. */
async function processorOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage()
  for (let time = 0; time < times; time += 1) await work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000 / times
}

async function timesOf(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = []
  for (let time = 0; time < times; time += 1) found.push(await timed(work))
  return found
}

/** What the first question costs, and what stays in memory for it. */
async function measureFilling(place: BenchPlace): Promise<void> {
  const { url, ledger } = place
  const [all] = questionsFor(ledger).slice(2)
  if (!all) throw new Error('There is no question about everything')
  const first = { ...all, indicators: [0], months: all.months.slice(0, 12) }
  const cold: number[] = []
  for (let round = 0; round < slowRounds; round += 1) {
    const cube = openCube(url, { megabytes: 2048 })
    // The register, the reports of the year and another indicator are there: one indicator of one year is read.
    await byCube(place, { ...first, indicators: [1] }, cube)
    cold.push(await timed(() => byCube(place, first, cube)))
    await cube.close()
  }
  printNote('one indicator and year filled from PostgreSQL', `${median(cold).toFixed(1)} ms`)
  const empty = megabytesHeld()
  const whole = await timed(() => byCube(place, all))
  printNote(`the first question about everything (${count(ledger)} figures read)`, `${(whole / 1000).toFixed(1)} s`)
  printNote('held by the process for it, sums included', `${(megabytesHeld() - empty).toFixed(0)} MB`)
}

/** One figure is saved through the command; then the same question again. */
async function measureSaving(place: BenchPlace): Promise<void> {
  const [asked] = questionsFor(place.ledger).slice(1)
  if (!asked) throw new Error('There is no question to ask again')
  const db = openDatabase(place.url, { max: 1 })
  await byCube(place, asked)
  const after: Record<'cube' | 'PostgreSQL' | 'DuckDB', number[]> = { cube: [], PostgreSQL: [], DuckDB: [] }
  for (let round = 0; round < rounds; round += 1) {
    const amount = 20_000 + round
    await saveOne(db, place.ledger, amount)
    after.cube.push(await timed(async () => byCube(place, asked)))
    const seen = numbersOfCube(await byCube(place, asked))
    after.PostgreSQL.push(await timed(() => byPostgres(place, asked)))
    after.DuckDB.push(
      await timed(async () => {
        await place.duck?.run(
          `update figure set amount = ${amount * 10_000}, state = 0 where indicator = 0 and month = 0 and commune = 0`,
        )
        return byDuck(place, asked)
      }),
    )
    expectSame('after a saved figure: PostgreSQL', await byPostgres(place, asked), seen)
    if (place.duck) expectSame('after a saved figure: DuckDB', await byDuck(place, asked), seen)
  }
  await db.destroy()
  const rows = Object.entries(after).map(([name, values]): Row => ({ name, values }))
  printLine('the second question, right after one figure was saved', rows, place.duck !== null)
}

async function saveOne(db: Db, { communes, indicators, months }: Ledger, amount: number): Promise<void> {
  const [commune, indicator, month] = [communes[0], indicators[0], months[0]]
  if (!commune || !indicator || !month) throw new Error('The ledger is empty')
  const { unit, province } = commune
  const id = setId(0, month.from) as FigureSetId
  const set = { province, unit, id, from: month.from, to: month.to, origin: 'entered' } as const
  const value = { state: 'reported', amount: quantity(amount), qualifier: 'exact' } as const
  const figure = { value, raw: String(amount), note: '', basis: 'typed' } as const
  await inScope(db, { reach: 'unit', province, unit }, (tx) =>
    writeFigures(tx, set, [{ indicator: `${indicator.code}@1` as IndicatorVersionId, dimension: '', figure }], {
      account: newId<'Account'>(),
      at: new Date(),
    }),
  )
}

function expectSame(what: string, found: Numbers, wanted: Numbers): void {
  const differing = [...wanted].filter(([key, amount]) => found.get(key) !== amount)
  if (differing.length === 0 && found.size === wanted.size) return
  const [key = '', amount] = differing[0] ?? []
  throw new Error(
    `${what}: ${found.size} numbers beside the cube’s ${wanted.size}, ${differing.length} differ; ${key}: ${found.get(key) ?? 'none'} and ${amount ?? 'none'}`,
  )
}

function printHead(): void {
  process.stdout.write(
    '| what | cube ms | of that its processor | PostgreSQL ms | DuckDB ms | PostgreSQL ÷ cube | DuckDB ÷ cube |\n',
  )
  process.stdout.write('|---|---:|---:|---:|---:|---:|---:|\n')
}

function printLine(name: string, rows: readonly Row[], hasDuck: boolean, alone?: number): void {
  const [cube = 0, postgres = 0, duck = 0] = rows.map(({ values }) => median(values))
  const times = (value: number): string => (value / cube).toFixed(1)
  const theirs = hasDuck ? [duck.toFixed(1), times(duck)] : ['–', '–']
  process.stdout.write(
    `| ${[name, cube.toFixed(2), alone?.toFixed(2) ?? '', postgres.toFixed(1), theirs[0], times(postgres), theirs[1]].join(' | ')} |\n`,
  )
}

function printNote(name: string, value: string): void {
  process.stdout.write(`| ${name} | ${value} | | | | | |\n`)
}

function load(): string {
  return loadavg()
    .map((one) => one.toFixed(1))
    .join(', ')
}
