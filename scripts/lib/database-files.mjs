// Run by scripts/db.mjs on Node 24: what is written from a migrated database, and migrating without serving.
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { borrowInstallation, installationSettings } from '../../src/installation.ts'
import { migrate } from '../../src/platform/migrations.ts'
import { debianBinaries, startCluster } from '../../tests/support/cluster.ts'
import { formattedTypes } from './schema-types.mjs'

const [command = ''] = process.argv.slice(2)
if (command === 'up') await up()
else await write(command)

async function up() {
  const installation = await borrowInstallation({ ...installationSettings(process.env), onProgress: console.log })
  await installation.stop()
}

/** @param {string} what `types` or `dump` */
async function write(what) {
  const cluster = await startCluster()
  try {
    const client = new pg.Client({ connectionString: cluster.url('postgres') })
    await client.connect()
    await client.query('create database kheo_schema')
    await client.end()
    const url = cluster.url('kheo_schema')
    await migrate(url)
    if (what === 'types') await writeFile('db/schema.ts', await formattedTypes(url))
    else await writeFile('db/schema.sql', await dump(url))
  } finally {
    await cluster.stop()
  }
}

/** The schema as PostgreSQL 15 tells it, without what changes from run to run. @param {string} url */
async function dump(url) {
  const program = `${await debianBinaries()}/pg_dump`
  const { stdout } = await promisify(execFile)(program, ['--schema-only', '--no-owner', url], {
    maxBuffer: 16 * 1024 * 1024,
  })
  return stdout.replace(/^(\\(un)?restrict .*|-- Dumped .*)\n/gm, '')
}
