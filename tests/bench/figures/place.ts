import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { DuckDBConnection } from '@duckdb/node-api'
import pg from 'pg'
import { loadRegister } from '#modules/territory/register.server.ts'
import { localDate } from '#kernel/local-date.ts'
import { destinationOf } from '#modules/territory/rebase.ts'
import { openCube, type Cube } from '#modules/figures/cube.server.ts'
import { inScope, openDatabase } from '#platform/database.ts'
import { migrate } from '#platform/migrations.ts'
import { startCluster } from '../../support/cluster.ts'
import { insertNation } from '../../support/nation-rows.ts'
import { asVietnam, nation } from '../../support/nation.ts'
import { openDuck } from './duck.ts'
import { beforeReform, ledgerOf, type Ledger, type LedgerSize } from './ledger.ts'
import { loadLedgers } from './load.ts'

/** The day whose map old figures are read on. */
export const today = localDate('2026-12-31')

/** The three that answer, over the same figures. */
export type BenchPlace = {
  url: string
  ledger: Ledger
  /** What communes of before 1 July 2025 gave. */
  before: Ledger
  owner: pg.Client
  cube: Cube
  duck: DuckDBConnection | null
}

/** A database with a generated country and a ledger, on a server of its own that ends with the work. */
export async function withLedger(size: LedgerSize, work: (place: BenchPlace) => Promise<void>): Promise<void> {
  const cluster = await startCluster()
  try {
    const server = new pg.Client({ connectionString: cluster.url('postgres') })
    await server.connect()
    await server.query('create database bench')
    await server.end()
    const url = cluster.url('bench')
    await migrate(url)
    // What an administrator gives a machine of this size; the server's own defaults are for a smaller one.
    const owner = new pg.Client({ connectionString: url, options: '-c work_mem=256MB -c jit=off' })
    await owner.connect()
    const cube = openCube(url, { megabytes: 2048 })
    try {
      await insertNation(nation(asVietnam), (text, values) => owner.query(text, values))
      const { ledger, before, landings } = await readLedgers(url, size)
      process.stderr.write(`${new Date().toISOString()} loading ${count(ledger)} figures into PostgreSQL\n`)
      await loadLedgers(owner, [ledger, before])
      process.stderr.write(`${new Date().toISOString()} the same into DuckDB\n`)
      const duck = await openDuck(ledger, before, landings)
      await work({ url, ledger, before, owner, cube, duck })
      duck?.closeSync()
    } finally {
      await cube.close()
      await owner.end()
    }
  } finally {
    await cluster.stop()
  }
}

export function count({ indicators, communes, months }: Ledger): string {
  return (indicators.length * communes.length * months.length).toLocaleString('en')
}

async function readLedgers(url: string, size: LedgerSize) {
  const db = openDatabase(url, { max: 1 })
  const register = await inScope(db, { reach: 'public' }, loadRegister)
  await db.destroy()
  const [ledger, before] = [ledgerOf(register, size), ledgerOf(register, beforeReform)]
  const provinceAt = new Map(ledger.provinces.map(({ unit }, at) => [unit, at]))
  const landings = before.communes.map(({ unit }, commune) => {
    const [part] = destinationOf(register, unit, { day: today, level: 'province' }).parts
    return [commune, part ? (provinceAt.get(part.unit) ?? -1) : -1] as const
  })
  return { ledger, before, landings }
}

/** Megabytes held by this process once the collector has been over them: objects and the arrays beside them. */
export function megabytesHeld(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
