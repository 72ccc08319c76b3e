import type * as Duck from '@duckdb/node-api'
import type { Ledger, LedgerFigure } from './ledger.ts'

/** The same figures in DuckDB's own columns, in memory: places for ids, ten-thousandths for amounts, ordered by indicator and month. */
export async function openDuck(
  ledger: Ledger,
  before: Ledger,
  landings: readonly (readonly [number, number])[],
): Promise<Duck.DuckDBConnection | null> {
  const package_ = await theirPackage()
  if (!package_) return null
  const instance = await package_.DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(
    'create table figure (indicator usmallint, month usmallint, province usmallint, commune usmallint, state utinyint, amount bigint)',
  )
  const appender = await connection.createAppender('figure')
  const { BIGINT, DuckDBDataChunk, USMALLINT, UTINYINT } = package_
  const types = [USMALLINT, USMALLINT, USMALLINT, USMALLINT, UTINYINT, BIGINT]
  for (const rows of everyBatch(ledger, before)) {
    const chunk = DuckDBDataChunk.create(types)
    chunk.setRows(rows)
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  const given = landings.map(([commune, province]) => `(${commune + oldCommunes}, ${province})`)
  await connection.run('create table landing (commune usmallint, province usmallint)')
  await connection.run(`insert into landing values ${given.join()}`)
  return connection
}

/** Not every platform has its binary: the other columns of the table are measured without it. */
async function theirPackage(): Promise<typeof Duck | null> {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    process.stderr.write(
      `DuckDB is not here, so it is left out: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    return null
  }
}

const states: readonly LedgerFigure['state'][] = ['reported', 'zero', 'not-applicable', 'not-yet-known']
const rowsOfChunk = 2048

type Row = [number, number, number, number, number, bigint | null]

/** Communes of before the reform, and their months, have numbers of their own. */
export const oldCommunes = 20_000
export const oldMonths = 1_000

function* everyBatch(ledger: Ledger, before: Ledger): Generator<Row[]> {
  yield* batchesOf(ledger, 0, 0)
  yield* batchesOf(before, oldCommunes, oldMonths)
}

function* batchesOf(ledger: Ledger, communesFrom: number, monthsFrom: number): Generator<Row[]> {
  const provinceOf = new Map(ledger.provinces.map(({ unit }, at) => [unit, at]))
  const province = ledger.communes.map((commune) => provinceOf.get(commune.province) ?? 0)
  let rows: Row[] = []
  for (let indicator = 0; indicator < ledger.indicators.length; indicator += 1) {
    for (let month = 0; month < ledger.months.length; month += 1) {
      for (let commune = 0; commune < ledger.communes.length; commune += 1) {
        const given = ledger.figure(indicator, commune, month)
        const amount = given.state === 'reported' ? BigInt(given.amount) : given.state === 'zero' ? 0n : null
        rows.push([
          indicator,
          month + monthsFrom,
          province[commune] ?? 0,
          commune + communesFrom,
          states.indexOf(given.state),
          amount,
        ])
        if (rows.length < rowsOfChunk) continue
        yield rows
        rows = []
      }
    }
  }
  if (rows.length > 0) yield rows
}
