import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { monthOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import { setStanding, writeFigures } from '#modules/figures/commands.server.ts'
import { askCube, openCube, type Cube } from '#modules/figures/cube.server.ts'
import type { CubeQuestion } from '#modules/figures/cube-question.ts'
import type { IndicatorVersionId } from '#modules/figures/indicator.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { measureOf, setFor, settleCubeWorld, type CubeWorld, type WorldUnit } from '../support/cube-world.ts'
import { onServer, useDatabase } from '../support/database.ts'

const database = useDatabase()
const script = join(import.meta.dirname, 'writer.ts')
let world: CubeWorld
let living: Cube
let question: CubeQuestion
let communes: WorldUnit[]
let province: UnitId

beforeAll(async () => {
  world = await settleCubeWorld(database, 3)
  const now = world.units.filter(({ until }) => until === null)
  province = now.find(({ level }) => level === 'province')?.unit ?? fail()
  communes = now.filter((one) => one.level === 'commune' && one.province === province)
  living = openCube(database.url)
  question = {
    ...{ measures: [measureOf('TX1'), measureOf('TX2')], units: [province, ...communes.map(({ unit }) => unit)] },
    periods: [monthOf(2026, 1), monthOf(2026, 2), monthOf(2026, 3)],
    ...{ map: { kind: 'reported' }, counts: 'published', from: 'communes' },
  }
}, 240_000)
afterAll(() => living.close())

function fail(): never {
  throw new Error('The world is not as this test needs it')
}

/** Every number of the question as the cube says it, and as the ledger does. */
async function said(cube: Cube): Promise<string[]> {
  const answer = await askCube(cube, { kind: 'public' }, question)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return question.measures.flatMap((_, measure) =>
    question.units.flatMap((_unit, unit) =>
      question.periods.map((_period, period) => {
        const { amount, counted } = answer.value.cell(measure, unit, period)
        return `${amount ?? 0n}/${counted}`
      }),
    ),
  )
}

async function ledger(): Promise<string[]> {
  const rows = await database.asOwner<{ says: string }>(
    `select coalesce(sum(value.amount * 10000), 0)::bigint || '/' || count(value.unit_id) as says
     from unnest($1::text[]) with ordinality as version (id, a)
     cross join unnest($2::uuid[]) with ordinality as asked (unit, b)
     cross join unnest($3::date[], $4::date[]) with ordinality as month (f, t, c)
     left join (select value.*, version.province_id as of_province from figure_value as value
         join figure_set as s on s.province_id = value.province_id and s.id = value.set_id and s.standing = 'published'
         join unit_version as version on version.unit_id = value.unit_id and version.valid @> date '2026-01-01' and level = 'commune'
         where value.state in ('reported', 'zero')) as value
       on value.indicator_version = version.id and value.dimension = '' and period_from = f and period_to = t
         and (value.unit_id = asked.unit or value.of_province = asked.unit)
     group by a, b, c order by a, b, c`,
    [
      ['TX1@1', 'TX2@1'],
      question.units,
      question.periods.map(({ from }) => from),
      question.periods.map(({ to }) => to),
    ],
  )
  return rows.map(({ says }) => says)
}

async function begin(...words: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (child.stdout) await once(child.stdout, 'data')
  return child
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

const list = (): string => communes.map(({ unit }) => unit).join()

test('two processes write at once: numbers come in the order of the commits, and every answer between is one that the ledger had', async () => {
  const writers = await Promise.all(
    ['1', '2'].map((one) => begin('write', database.url, province, list(), '100000', one)),
  )
  for (let looks = 0, changes = 0; looks < 6 || changes < 120; looks += 1) {
    const [row] = await database.asOwner<{ n: number; last: number; count: number }>(
      `select (select n from figure_clock where province_id = $1) as n, greatest(
         (select max(n) from figure_change where province_id = $1), (select max(n) from figure_set where province_id = $1)) as last,
         (select count(*) from figure_change where province_id = $1) as count`,
      [province],
    )
    // Nobody ever sees a number without all that are below it: what the clock says is there is there.
    expect(row?.last ?? 0).toBe(row?.n ?? 0)
    const amounts = await said(living)
    expect(amounts).toHaveLength(question.measures.length * question.units.length * 3)
    changes = row?.count ?? 0
  }
  expect(writers.map(({ exitCode }) => exitCode)).toEqual([null, null])
  for (const writer of writers) writer.kill('SIGTERM')
  await Promise.all(writers.map(ended))
  expect(writers.map(({ exitCode }) => exitCode)).toEqual([0, 0])
  expect(await said(living)).toEqual(await ledger())
  expect((await ledger()).filter((one) => !one.endsWith('/0')).length).toBeGreaterThan(10)
}, 240_000)

test('a process that is killed while it writes leaves no half of a change in any answer', async () => {
  for (let round = 0; round < 4; round += 1) {
    const child = await begin('write', database.url, province, list(), '100000', String(1 + (round % 2)))
    await pause(60 + 90 * round)
    await said(living)
    child.kill('SIGKILL')
    await ended(child)
    const cold = openCube(database.url)
    // What the dead process had sent may still be committed by the server a moment later: both look at one ledger.
    await pause(150)
    const truth = await ledger()
    expect(await said(living)).toEqual(truth)
    expect(await said(cold)).toEqual(truth)
    await cold.close()
  }
}, 240_000)

test('a process that is killed while it fills takes nothing with it', async () => {
  const child = await begin('fill', database.url, list())
  await pause(400)
  child.kill('SIGKILL')
  await ended(child)
  const cold = openCube(database.url)
  const truth = await ledger()
  expect(await said(living)).toEqual(truth)
  expect(await said(cold)).toEqual(truth)
  await cold.close()
}, 240_000)

async function writeOne(amount: number, isRolledBack: boolean): Promise<void> {
  const owner = communes[0] ?? fail()
  const set = setFor(owner, monthOf(2026, 2), 0)
  const work = inScope(database.db, { reach: 'province', province }, async (tx) => {
    const value = { state: 'reported', amount: quantity(amount), qualifier: 'exact' } as const
    const figure = { value, raw: '', note: '', basis: 'typed' } as const
    const indicator = 'TX1@1' as IndicatorVersionId
    await writeFigures(tx, set, [{ indicator, dimension: '', figure }], { account: null, at: new Date() })
    await setStanding(tx, set, 'published')
    // The cube looks while the change is neither there nor gone.
    const during = await said(living)
    if (isRolledBack) throw new Error(`taken back ${during.length}`)
  })
  if (isRolledBack) await expect(work).rejects.toThrow('taken back')
  else await work
}

test('what is rolled back leaves no trace, what is committed stands in the next answer and in every total above', async () => {
  const before = await said(living)
  await writeOne(77_777, true)
  expect(await said(living)).toEqual(before)
  await writeOne(88_888, false)
  const after = await said(living)
  expect(after).not.toEqual(before)
  expect(after).toEqual(await ledger())
  const all = await Promise.all(Array.from({ length: 20 }, () => said(living)))
  for (const one of all) expect(one).toEqual(after)
})

test('a broken connection is an error and never an old answer; the next question is true again', async () => {
  const [row] = await database.asOwner<{ name: string }>('select current_database() as name')
  const endAll = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = '${row?.name ?? ''}' and application_name = 'kheo-cube'`
  await onServer(inject('clusterUrl'), `alter database ${row?.name ?? ''} with allow_connections false`)
  try {
    await onServer(inject('clusterUrl'), endAll)
    await pause(100)
    await expect(said(living)).rejects.toThrow()
    await expect(said(living)).rejects.toThrow()
  } finally {
    await onServer(inject('clusterUrl'), `alter database ${row?.name ?? ''} with allow_connections true`)
  }
  await writeOne(99_999, false)
  expect(await said(living)).toEqual(await ledger())
}, 240_000)

test('a clock that went backwards, or too far forward, means another history: everything is read again', async () => {
  await said(living)
  const change = `update figure_value set amount = amount + 1 where province_id = $1 and state = 'reported'`
  await database.asOwner(change, [province])
  await database.asOwner('update figure_clock set n = n - 1 where province_id = $1', [province])
  expect(await said(living)).toEqual(await ledger())
  await database.asOwner(change, [province])
  await database.asOwner('update figure_clock set n = n + 30000 where province_id = $1', [province])
  expect(await said(living)).toEqual(await ledger())
})

test('a history that cannot be followed drops the cube: an error once, then the truth', async () => {
  await said(living)
  await database.asOwner(
    `insert into figure_change select (jsonb_populate_record(change, jsonb_build_object(
         'n', (select n + 1 from figure_clock where province_id = $1), 'unit_id', gen_random_uuid(),
         'set_id', gen_random_uuid()))).* from figure_change as change
     where province_id = $1 and indicator_version = 'TX1@1' limit 1`,
    [province],
  )
  await database.asOwner('update figure_clock set n = n + 1 where province_id = $1', [province])
  await expect(said(living)).rejects.toThrow('not there')
  expect(await said(living)).toEqual(await ledger())
})

test('a unit that is renamed, or that ends, is known at the next question', async () => {
  const ending = communes.at(-1) ?? fail()
  await database.asOwner(
    `update unit_version set valid = daterange(lower(valid), '2026-03-01') where unit_id = $1 and upper(valid) is null`,
    [ending.unit],
  )
  await database.asOwner('update territory_clock set n = n + 1')
  const answer = await askCube(living, { kind: 'public' }, question)
  const at = question.units.indexOf(ending.unit)
  expect(answer.ok && answer.value.cell(0, 0, 2).expected).toBe(communes.length - 1)
  expect(answer.ok && answer.value.cell(0, 0, 0).expected).toBe(communes.length)
  // What it gave for a month in which it was gone stays its own, and is in no total.
  const own = answer.ok ? answer.value.cell(0, at, 2) : null
  expect(own?.counted === 0 || own?.state === 'known').toBe(true)
})
