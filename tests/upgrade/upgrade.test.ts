import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { formattedTypes } from '../../scripts/lib/schema-types.mjs'
import { migrate, migrationNames } from '../../src/platform/migrations.ts'
import { debianBinaries } from '../support/cluster.ts'

const landed = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.sql'))

test('a version that landed has left its schema here', () => {
  expect(landed.length).toBeGreaterThan(0)
})

test.each(landed)('a database of version %s comes up to this version, and the same a new one has', async (file) => {
  const name = `kheo_upgrade_${randomUUID().replaceAll('-', '')}`
  const server = new pg.Client({ connectionString: inject('clusterUrl') })
  await server.connect()
  await server.query(`create database ${name}`)
  try {
    const url = inject('clusterUrl').replace('/postgres?', `/${name}?`)
    const psql = join(await debianBinaries(), 'psql')
    await promisify(execFile)(psql, [
      '--quiet',
      '--set=ON_ERROR_STOP=1',
      `--file=${join(import.meta.dirname, file)}`,
      url,
    ])
    await migrate(url)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ name: string }>('select name from schema_migration order by name')
    await client.end()
    expect(rows.map((row) => row.name)).toEqual(await migrationNames())
    expect(await formattedTypes(url)).toBe(
      await formattedTypes(inject('clusterUrl').replace('/postgres?', '/kheo_template?')),
    )
  } finally {
    await server.query(`drop database ${name}`)
    await server.end()
  }
})
