// Run by scripts/db.mjs on Node 24: what is written from a migrated database, and migrating without serving.
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
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

/** @param {string} what `types`, `dump` or `landed` */
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
    else if (what === 'dump')
      await writeFile(
        'db/schema.sql',
        await dump(url, ['--schema-only', '--no-owner', '--exclude-schema=graphile_worker']),
      )
    else await writeFile(await landedFile(), await landed(url))
  } finally {
    await cluster.stop()
  }
}

/**
 * What PostgreSQL 15 tells, without what changes from run to run.
 * @param {string} url
 * @param {string[]} options
 */
async function dump(url, options) {
  const program = `${await debianBinaries()}/pg_dump`
  const { stdout } = await promisify(execFile)(program, [...options, url], { maxBuffer: 16 * 1024 * 1024 })
  return stdout.replace(/^(\\(un)?restrict .*|-- Dumped .*)\n/gm, '')
}

/** A database as an installation of this version has it: tables, owners, rights, and what migrations, ours and those of the jobs, wrote. @param {string} url */
async function landed(url) {
  const seen = ['--data-only', '--inserts']
  return `${await dump(url, ['--schema-only'])}\n${await dump(url, seen)}`
}

async function landedFile() {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  return `tests/upgrade/${version}.sql`
}
