import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { openDatabase, type Db } from '../../src/platform/database.ts'

/** A database of this test file alone: migrated, with reference data, nothing else. */
export type TestDatabase = {
  db: Db
  url: string
  asOwner<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
}

/**
 * Call at the top of a test file; the fields are filled before the first test runs. `template` answers the name of the
 * database to copy; it may have to make it first.
 */
export function useDatabase(template: (server: string) => Promise<string> = async () => 'kheo_template'): TestDatabase {
  const name = `kheo_${randomUUID().replaceAll('-', '')}`
  const held: Partial<TestDatabase> = {}
  let owner: pg.Pool | undefined
  beforeAll(async () => {
    const server = inject('clusterUrl')
    await onServer(server, `create database ${name} template ${await template(server)}`)
    const url = server.replace('/postgres?', `/${name}?`)
    const pool = new pg.Pool({ connectionString: url, max: 2 })
    owner = pool
    held.url = url
    held.db = openDatabase(url, { max: 5 })
    held.asOwner = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows
  }, 600_000)
  afterAll(async () => {
    await held.db?.destroy()
    await owner?.end()
    await onServer(inject('clusterUrl'), `drop database if exists ${name}`)
  })
  return new Proxy({} as TestDatabase, { get: (_, key: keyof TestDatabase) => held[key] })
}

/** Runs one statement outside every test database. */
export async function onServer(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // A template is copied or renamed only while nobody else is connected to it: wait for our turn.
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await client.query(text)
      } catch (error) {
        if (attempt > 100 || (error as { code?: string }).code !== '55006') throw error
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  } finally {
    await client.end()
  }
}

/** Does something that only one test file may do at a time; `turn` is any number that names it. */
export async function inTurn<T>(server: string, turn: number, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [turn])
    return await work()
  } finally {
    await client.end()
  }
}
