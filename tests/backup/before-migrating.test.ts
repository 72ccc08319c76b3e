import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { appliedMigrations, borrowInstallation } from '../../src/installation.ts'
import { forgetOlder, placeBefore } from '../../src/platform/backup/keep.ts'
import { readBackup } from '../../src/platform/backup/read.ts'
import { migrateWithin, migrationNames } from '../../src/platform/migrations.ts'
import { ask, backupKey, restored, useFolder, withEmptyDatabase } from '../support/backup.ts'

const folder = useFolder()
let dataDir = ''
let last = ''
const said: string[] = []

beforeEach(async () => {
  dataDir = folder.path(`data-${randomUUID()}`)
  await mkdir(dataDir)
  last = (await migrationNames()).at(-1) ?? ''
  said.length = 0
  vi.stubEnv('KHEO_BACKUP_KEY', backupKey)
  vi.stubEnv('KHEO_BACKUP_BEFORE_MIGRATION', undefined)
})
afterEach(() => vi.unstubAllEnvs())

/** A database of the version before: everything but the newest migration, and somebody's work unless said otherwise. */
async function onOlderDatabase(
  work: (url: string) => Promise<void>,
  isUsed: boolean | 'example' = true,
): Promise<void> {
  await withEmptyDatabase(inject('clusterUrl'), async (url) => {
    const known = await ask<{ name: string; sha256: string }>(
      inject('clusterUrl').replace('/postgres?', '/kheo_template?'),
      'select name, sha256 from schema_migration where name <> $1 order by name',
      [last],
    )
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('begin')
    await migrateWithin(client, known)
    if (isUsed) {
      await client.query(`insert into unit values ('${randomUUID()}', 'tinh-cu')`)
      await client.query(`insert into audit (province_id, n, at, kind, object_kind, object_id, previous_hash, hash)
        select id, 1, now(), 'signed-in', 'account', '1', '', '' from unit`)
    }
    if (isUsed === 'example') {
      await client.query(`insert into reference_load (file, sha256) values ('example/unit.csv', '')`)
    }
    await client.query('commit')
    await client.end()
    await work(url)
  })
}

async function opened(url: string, exampleData = false): Promise<string> {
  const wanted = { dataDir, databaseUrl: url, exampleData, onProgress: (sentence: string) => void said.push(sentence) }
  return borrowInstallation(wanted).then(
    () => 'opened',
    (error: Error) => error.message,
  )
}

async function kept(): Promise<string[]> {
  return readdir(join(dataDir, 'backups')).catch(() => [])
}

describe('a new version meets a database that people use', () => {
  test('the tables are backed up first, and that backup restores', async () => {
    await onOlderDatabase(async (url) => {
      expect(await opened(url)).toBe('opened')
      const [name = '', ...others] = await kept()
      expect(others).toEqual([])
      expect(name).toMatch(new RegExp(`^before-${last.replace('.sql', '')}-\\d{8}T\\d{6}Z\\.kheo$`))
      const path = join(dataDir, 'backups', name)
      const { head, tables } = await readBackup(path, backupKey)
      expect(head.files).toBe('left-in-place')
      expect(head.migrations.map((migration) => migration.name)).not.toContain(last)
      expect(tables.find((table) => table.name === 'public.audit')?.rows).toBe(1)
      expect(said.slice(0, 2)).toEqual([expect.stringContaining(last), `Đã sao lưu vào ${path}`])
      await withEmptyDatabase(inject('clusterUrl'), async (empty) => {
        await restored(empty, path)
        expect(await appliedMigrations(empty)).not.toContain(last)
        expect(await ask(empty, 'select code from unit')).toEqual([{ code: 'tinh-cu' }])
      })
    })
  })

  test('without a key nothing is migrated, and the sentence says how to give one', async () => {
    vi.stubEnv('KHEO_BACKUP_KEY', '')
    await onOlderDatabase(async (url) => {
      expect(await opened(url)).toMatch(
        /^Chưa cập nhật cơ sở dữ liệu .*KHEO_BACKUP_KEY.*KHEO_BACKUP_BEFORE_MIGRATION=0\.$/,
      )
      expect(await appliedMigrations(url)).not.toContain(last)
      expect(await kept()).toEqual([])
    })
  })

  test('a command whose caller did not say KHEO_EXAMPLE=0 backs real work up all the same', async () => {
    await onOlderDatabase(async (url) => {
      expect(await opened(url, true)).toBe('opened')
      expect(await kept()).toHaveLength(1)
    })
  })

  test('where there is no room for a backup nothing is migrated', async () => {
    await writeFile(join(dataDir, 'backups'), 'in the way')
    await onOlderDatabase(async (url) => {
      expect(await opened(url)).toMatch(/^Chưa cập nhật cơ sở dữ liệu/)
      expect(await appliedMigrations(url)).not.toContain(last)
    })
  })

  test.each([
    ['the operator backs up otherwise and says so', { KHEO_BACKUP_BEFORE_MIGRATION: '0' }, true, false],
    ['it is an example', {}, 'example', true],
    ['nobody has done anything in it yet', {}, false, false],
  ] as const)('no backup is asked for where %s', async (_, environment, isUsed, exampleData) => {
    vi.stubEnv('KHEO_BACKUP_KEY', '')
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    await onOlderDatabase(async (url) => {
      expect(await opened(url, exampleData)).toBe('opened')
      expect(await appliedMigrations(url)).toContain(last)
      expect(await kept()).toEqual([])
    }, isUsed)
  })
})

test('the newest three stay, by the time they were made; what an operator put there stays too', async () => {
  const days = ['0040_b', '0090_a', '0030_c', '0010_e', '0050_d']
  for (const [day, name] of days.entries()) {
    await writeFile(placeBefore(dataDir, `${name}.sql`, new Date(Date.UTC(2026, 0, day + 1, 7))), '')
  }
  await writeFile(join(dataDir, 'backups', 'before-tet.kheo'), '')
  await forgetOlder(dataDir)
  expect((await kept()).sort()).toEqual([
    'before-0010_e-20260104T070000Z.kheo',
    'before-0030_c-20260103T070000Z.kheo',
    'before-0050_d-20260105T070000Z.kheo',
    'before-tet.kheo',
  ])
  await rm(dataDir, { recursive: true })
})
