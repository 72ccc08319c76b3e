import { readdir } from 'node:fs/promises'
import { expect, inject, test } from 'vitest'
import { formattedTypes } from '../../scripts/lib/schema-types.mjs'
import { migrate, migrationNames } from '../../src/platform/migrations.ts'
import { asking, withLanded } from './landed.ts'

const landed = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.sql'))

test('a version that landed has left its schema here', () => {
  expect(landed.length).toBeGreaterThan(0)
})

test.each(landed)('a database of version %s comes up to this version, and the same a new one has', (file) =>
  withLanded(file, async (url) => {
    await migrate(url)
    const { rows } = await asking(url, (client) =>
      client.query<{ name: string }>('select name from schema_migration order by name'),
    )
    expect(rows.map((row) => row.name)).toEqual(await migrationNames())
    expect(await formattedTypes(url)).toBe(
      await formattedTypes(inject('clusterUrl').replace('/postgres?', '/kheo_template?')),
    )
  }),
)
