import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { installJobs } from './jobs/install.ts'

/** A migration as a database or a backup knows it. */
export type Migration = { name: string; sha256: string }

/** Files named `0001_what_it_is.sql`, applied in the order of their numbers. */
const folder = join(process.cwd(), 'db', 'migrations')

/**
 * Brings a database to the newest schema: each file in its own transaction, once, in order.
 * Throws when a file that was already applied has changed since (its checksum is kept beside it).
 * @param url a login role that may create roles, schemas and trusted extensions
 */
export async function migrate(url: string, onProgress?: (sentence: string) => void): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(ledger)
    const applied: string[] = []
    for (const name of await migrationNames()) {
      if (await applyOnce(client, name)) {
        applied.push(name)
        onProgress?.(`Đã cập nhật cơ sở dữ liệu: ${name}`)
      }
    }
    // After ours: they make its schema, and every write that tells of itself needs its tables.
    await installJobs(url)
    return { applied }
  } finally {
    await client.end()
  }
}

/**
 * Makes the schema that a list of migrations made, in an empty database and inside the caller's transaction. Throws when a
 * migration of the list is not, or no longer the same, among those of this version.
 */
export async function migrateWithin(client: pg.Client, list: readonly Migration[]): Promise<void> {
  await client.query(ledger)
  for (const { name, sha256 } of list) {
    const file = await readMigration(name)
    if (file.sha256 !== sha256) throw new Error(`Migration ${name} is not the one that was applied`)
    await apply(client, name, file)
  }
}

/** Those of a list that this version does not have as they were: it would not know how to read their tables. */
export async function unknownMigrations(list: readonly Migration[]): Promise<string[]> {
  const known = new Set(await migrationNames())
  const unknown: string[] = []
  for (const { name, sha256 } of list) {
    if (!known.has(name) || (await readMigration(name)).sha256 !== sha256) unknown.push(name)
  }
  return unknown
}

/** The migrations of this version, oldest first. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
}

const ledger = `create table if not exists schema_migration (
  name text primary key, sha256 text not null, at timestamptz not null default now())`

type MigrationFile = { text: string; sha256: string }

async function readMigration(name: string): Promise<MigrationFile> {
  const text = await readFile(join(folder, name), 'utf8')
  return { text, sha256: createHash('sha256').update(text).digest('hex') }
}

async function apply(client: pg.Client, name: string, { text, sha256 }: MigrationFile): Promise<void> {
  await client.query(text)
  await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
}

async function applyOnce(client: pg.Client, name: string): Promise<boolean> {
  const file = await readMigration(name)
  await client.query('begin')
  try {
    // Two servers starting together: the second waits here, then finds the row.
    await client.query('lock table schema_migration in exclusive mode')
    const known = await client.query<{ sha256: string }>('select sha256 from schema_migration where name = $1', [name])
    const before = known.rows[0]
    if (before && before.sha256 !== file.sha256) {
      throw new Error(`Migration ${name} was changed after it was applied to this database. Restore the file.`)
    }
    if (!before) await apply(client, name, file)
    await client.query('commit')
    return !before
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
