import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import pg from 'pg'
import { localDate } from '#kernel/local-date.ts'
import { answersFor } from '#modules/territory/answering.ts'
import { rebaseMap, type RebaseMap } from '#modules/territory/rebase-map.ts'
import { rebase } from '#modules/territory/rebase-series.ts'
import { currentRegister, forgetRegister, loadRegister } from '#modules/territory/register.server.ts'
import { registerOf, type Register } from '#modules/territory/register.ts'
import { searchUnits } from '#modules/territory/search.ts'
import { makeTree, treeOn } from '#modules/territory/tree.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { inScope, openDatabase, type Tx } from '#platform/database.ts'
import { migrate } from '#platform/migrations.ts'
import { startCluster } from '../support/cluster.ts'
import { insertNation } from '../support/nation-rows.ts'
import { asVietnam, nation } from '../support/nation.ts'
import { inRounds, printTable, timed } from './table.ts'

const rounds = 15
const today = localDate('2026-01-01')
const lastDay = localDate('2025-06-30')
const indicators = 200
const months = 12
/** The slice on which SQL does the same work: all of it would fill the disk. */
const slice = 5

/** The register of a generated country of the real one's size: 10,794 units before 1 July 2025, 3,355 since, 463 divided. */
export async function bench(): Promise<void> {
  const cluster = await startCluster()
  try {
    const server = new pg.Client({ connectionString: cluster.url('postgres') })
    await server.connect()
    await server.query('create database bench')
    await server.end()
    const url = cluster.url('bench')
    await migrate(url)
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    try {
      await insertNation(nation(asVietnam), (text, values) => owner.query(text, values))
      await owner.query('vacuum analyze')
      await measureRegister(url, owner)
      await measureRebase(url, owner)
    } finally {
      await owner.end()
    }
  } finally {
    await cluster.stop()
  }
}

async function measureRegister(url: string, owner: pg.Client): Promise<void> {
  const db = openDatabase(url, { max: 2 })
  const ask = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inScope(db, { reach: 'public' }, work)
  const rows = nation(asVietnam)
  const register = await ask(loadRegister)
  const districts = treeOn(register, lastDay).units('district')
  const treeInSql = `select version.*, unit.code from unit_version version join unit on unit.id = unit_id
    where tree = 'state' and valid @> $1::date order by name collate "vi-x-icu", unit_id`
  const measured = await inRounds(rounds, [
    piece('the tree of a day from PostgreSQL, ordered by name', () => owner.query(treeInSql, [lastDay])),
    piece('the tree of a day, made anew', () => void makeTree(register, lastDay, 'state').units()),
    piece('the same, asked before', () => void treeOn(register, lastDay).units()),
    piece('asking whether the register is still true, and the tree', async () =>
      ask(async (tx) => treeOn(await currentRegister(tx), lastDay).units()),
    ),
    piece('who answers today for each of 696 districts', () => {
      for (const { unit } of districts) answersFor(register, unit, today)
    }),
    piece('searching “H. Quế Sơn”', () => void searchUnits(register, 'H. Quế Sơn', { today })),
    piece('searching “xã” (every third unit answers)', () => void searchUnits(register, 'xã', { today })),
    piece('searching the same in SQL by translate and like', () =>
      owner.query(
        `select unit_id from unit_version where translate(lower(regexp_replace(normalize(name, nfd), '[\\u0300-\\u036f]', '', 'g')), 'đ', 'd') like '%que son%' limit 20`,
      ),
    ),
    piece('making the register from rows in memory', () => void registerOf(rows)),
    piece('reading the whole register from PostgreSQL', async () => {
      forgetRegister()
      await ask(currentRegister)
    }),
  ])
  printTable(
    `The register: ${register.units.length} units, ${register.successions.from.flat().length} links`,
    'ms',
    measured,
    2,
  )
  process.stdout.write(`\nMemory of the register: ${await memoryOf(() => ask(loadRegister))} MB\n`)
  await db.destroy()
}

async function measureRebase(url: string, owner: pg.Client): Promise<void> {
  const db = openDatabase(url, { max: 2 })
  const register = await inScope(db, { reach: 'public' }, loadRegister)
  await db.destroy()
  const sources = communesByCode(register)
  const map = rebaseMap(register, sources, { day: today, level: 'commune' })
  const year = yearOf(sources.length, indicators * months)
  const measured = await inRounds(rounds, [
    piece(`${slice} of 2,400 series by a join in SQL, with largest remainders`, rebaseInSql(owner, map, year)),
    piece(
      `the same ${slice} series here`,
      () => void rebase(map, { nature: 'flow', values: year.subarray(0, sources.length * slice) }),
    ),
    piece(
      'a national year here: 2,400 series, 24 million values',
      () => void rebase(map, { nature: 'flow', values: year }),
    ),
    {
      name: 'the same year, time of the processor alone',
      work: async () => onProcessor(() => void rebase(map, { nature: 'flow', values: year })),
    },
    piece(
      'the same in 64 bits',
      (
        (floats) => () =>
          void rebase(map, { nature: 'flow', values: floats })
      )(Float64Array.from(year)),
    ),
    piece(
      'where each of 10,035 communes stands on today’s map',
      () => void rebaseMap(register, sources, { day: today, level: 'commune' }),
    ),
    piece('the same for provinces', () => void rebaseMap(register, sources, { day: today, level: 'province' })),
  ])
  printTable(
    `Re-basing: ${sources.length} communes to ${map.targets.length}, ${map.divided.length} divided`,
    'ms',
    measured,
  )
}

function piece(name: string, work: () => unknown): { name: string; work: () => Promise<number> } {
  return { name, work: () => timed(async () => work()) }
}

/** Milliseconds of the processor: what a piece takes on a machine that does nothing else. */
function onProcessor(work: () => void): number {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

function communesByCode(register: Register): UnitId[] {
  const communes = new Set(
    treeOn(register, lastDay)
      .units('commune')
      .map(({ unit }) => unit),
  )
  return register.units.filter((unit) => communes.has(unit))
}

function yearOf(width: number, series: number): Int32Array {
  return Int32Array.from({ length: width * series }, (_, at) => (at * 7919) % 1000)
}

/** The slice as rows of a table, and the links as they are known, then one statement with its remainders. */
function rebaseInSql(owner: pg.Client, map: RebaseMap, year: Int32Array): () => Promise<unknown> {
  const width = map.sources.length
  const filled = (async () => {
    await owner.query('create table figure (series int, unit_id uuid, value int)')
    const values = [...year.subarray(0, width * slice)]
    await owner.query('insert into figure select * from unnest($1::int[], $2::uuid[], $3::int[])', [
      values.map((_, at) => Math.floor(at / width)),
      values.map((_, at) => map.sources[at % width]),
      values,
    ])
    await owner.query('vacuum analyze figure')
  })()
  const statement = `with part as (
      select series, from_unit_id, to_unit_id, floor(value::numeric * share_ppm / 1000000) as base,
        value - sum(floor(value::numeric * share_ppm / 1000000)) over w as missing,
        row_number() over (partition by series, from_unit_id order by mod(value::numeric * share_ppm, 1000000) desc, to_unit_id) as place
      from figure join territorial_link on from_unit_id = unit_id
      window w as (partition by series, from_unit_id))
    select series, to_unit_id, sum(base + case when place <= missing then 1 else 0 end) as value, count(*) as counted
    from part group by series, to_unit_id`
  return async () => {
    await filled
    return owner.query(statement)
  }
}

/** What stays in memory after a piece of work, once the collector has been over it. */
async function memoryOf(work: () => Promise<unknown>): Promise<string> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const empty = process.memoryUsage().heapUsed
  const held = await work()
  collect()
  const full = process.memoryUsage().heapUsed
  return held === undefined ? '0' : ((full - empty) / 1e6).toFixed(1)
}
