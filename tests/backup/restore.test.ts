import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { isSameSecret } from '../../src/platform/backup/key.ts'
import { readBackup } from '../../src/platform/backup/read.ts'
import { factRecord } from '../../src/platform/backup/records.ts'
import { sealed } from '../../src/platform/backup/sealed.ts'
import { createZstdCompress } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import { ask, backedUp, backupKey, ended, kheo, restored, useFolder, withEmptyDatabase } from '../support/backup.ts'
import { useDatabase } from '../support/database.ts'
import { settleProvince } from '../support/province.ts'
import { desk } from '../support/reports.ts'

const database = useDatabase()
const folder = useFolder()
let whole: Awaited<ReturnType<typeof backedUp>>
let bytes: Buffer
const file = (): string => folder.path('whole.kheo')
const picture = Buffer.alloc(200_000, 'Ảnh')

beforeAll(async () => {
  const place = await settleProvince(database)
  await desk(database).published(place.people.doiCheLeader, place.people.reviewer, { F01: '1.240' })
  await mkdir(folder.path('files/ab'), { recursive: true })
  await writeFile(folder.path('files/ab/abc'), picture)
  await writeFile(folder.path('files/empty'), '')
  const files = { kept: 'folder', path: folder.path('files') } as const
  whole = await backedUp(database.url, file(), { files, secrets: { KHEO_SECRET: 'the secret of that day' } })
  bytes = await readFile(file())
})

async function tablesIn(url: string): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    url,
    `select table_name as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
  )
  return rows.map(({ name }) => name)
}

test('a backup comes back row for row and file for file, and a backup of that holds the same', async () => {
  await withEmptyDatabase(inject('clusterUrl'), async (url) => {
    const contents = await restored(url, file(), folder.path('came-back'))
    expect(contents).toEqual(await readBackup(file(), backupKey))
    expect((await backedUp(url, folder.path('second.kheo'))).tables).toEqual(whole.tables)
    expect(whole.tables.find(({ name }) => name === 'public.report')?.rows).toBe(1)
    expect((await readFile(folder.path('came-back/ab/abc'))).equals(picture)).toBe(true)
    expect((await readdir(folder.path('came-back'))).sort()).toEqual(['ab', 'empty'])
    const rights = `select relname, relrowsecurity, relforcerowsecurity, pg_get_userbyid(relowner), relacl::text
      from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'auth'::regnamespace) order by relname, relnamespace::regnamespace::text`
    expect(await ask(url, rights)).toEqual(await ask(database.url, rights))
  })
})

test('people stay signed out, and nothing else is missing', async () => {
  const held = whole.tables.map(({ name }) => name)
  expect(held).toContain('auth.user')
  expect(held).not.toContain('auth.session')
})

test('the file tells nobody what it holds, and knows a secret again without holding it', async () => {
  const plain = ['Trần Thị Ổi', 'figure_value', 'the secret of that day', backupKey, 'Ảnh']
  expect(plain.filter((word) => bytes.includes(word))).toEqual([])
  const [mark] = whole.head.marks
  expect(JSON.stringify(whole.head)).not.toContain('the secret')
  expect(mark && isSameSecret(mark, 'the secret of that day')).toBe(true)
  expect(mark && isSameSecret(mark, 'the secret of today')).toBe(false)
})

test('where files are kept in a store of their own, or left in place, the backup says so', async () => {
  await backedUp(database.url, folder.path('store.kheo'), { files: { kept: 'elsewhere', where: 'S3' } })
  await backedUp(database.url, folder.path('rows.kheo'), { files: { kept: 'left-in-place' } })
  expect((await readBackup(folder.path('store.kheo'), backupKey)).head.files).toBe('elsewhere')
  expect((await readBackup(folder.path('rows.kheo'), backupKey)).head.files).toBe('left-in-place')
})

describe('nothing is written', () => {
  beforeEach(() => writeFile(file(), bytes))

  test('over a file that is there', async () => {
    await expect(backedUp(database.url, file())).rejects.toThrow(/already exists/)
    expect((await readFile(file())).equals(bytes)).toBe(true)
  })

  test('into a folder that is not there, nor from a database without tables', async () => {
    await expect(backedUp(database.url, folder.path('absent/x.kheo'))).rejects.toThrow(/not found/)
    await withEmptyDatabase(inject('clusterUrl'), async (url) => {
      await expect(backedUp(url, folder.path('empty.kheo'))).rejects.toThrow(/nothing to back up/)
    })
    expect((await readdir(folder.path('.'))).filter((name) => /empty|absent|part/.test(name))).toEqual([])
  })

  test('by a login that would see only some of the rows', async () => {
    await expect(backedUp(`${database.url}&options=-c%20role%3Dkheo_app`, folder.path('some.kheo'))).rejects.toThrow(
      /permission denied/,
    )
    expect((await readdir(folder.path('.'))).filter((name) => name.startsWith('some'))).toEqual([])
  })
})

describe('a restore touches nothing', () => {
  async function refusal(change: () => Promise<void>, path = file()): Promise<string> {
    await writeFile(file(), bytes)
    await change()
    return withEmptyDatabase(inject('clusterUrl'), async (url) => {
      const outcome = await restored(url, path, folder.path('untouched')).then(
        () => 'restored',
        (error: Error) => error.message,
      )
      expect(await tablesIn(url)).toEqual([])
      expect((await readdir(folder.path('.'))).filter((name) => name === 'untouched')).toEqual([])
      return outcome
    })
  }

  /** A file with a true seal around a head of our choice. */
  async function forged(head: object): Promise<void> {
    const chunks: Buffer[] = []
    const records = [factRecord('head', head), factRecord('close', { tables: 0, rows: 0, files: 0, fileBytes: 0 })]
    await pipeline(
      records,
      createZstdCompress(),
      (plain: AsyncIterable<Buffer>) => sealed(plain, backupKey),
      async (pieces: AsyncIterable<Buffer>) => {
        for await (const piece of pieces) chunks.push(piece)
      },
    )
    await writeFile(file(), Buffer.concat(chunks))
  }

  test('when the file was cut short', async () => {
    expect(await refusal(() => truncate(file(), bytes.length - 100))).toMatch(/truncated or altered/)
  })

  test('when one bit was altered, wherever', async () => {
    for (const at of [70, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 4
      expect(await refusal(() => writeFile(file(), altered))).toMatch(/truncated or altered/)
    }
  })

  test('when the key is another one', async () => {
    const other = folder.path('other-key.kheo')
    await backedUp(database.url, other, { key: 'another key for tests, also of more than 32' })
    expect(await refusal(async () => undefined, other)).toMatch(/wrong key/)
  })

  test('when a newer version wrote it, with a migration that this one does not have', async () => {
    const next = { name: '9999_of_tomorrow.sql', sha256: '00' }
    const newer = { ...whole.head, program: '9.0.0', migrations: [...whole.head.migrations, next] }
    expect(await refusal(() => forged(newer))).toMatch(/9\.0\.0.*newer version.*9999_of_tomorrow/)
  })

  test('when a migration of the same name was another one there', async () => {
    const [first, ...others] = whole.head.migrations
    const other = { ...whole.head, migrations: [{ name: first?.name ?? '', sha256: '00' }, ...others] }
    expect(await refusal(() => forged(other))).toMatch(/newer version.*0001_ground/)
  })

  test('when it is no backup, or not there', async () => {
    expect(await refusal(() => writeFile(file(), 'PGDMP'.repeat(99)))).toMatch(/not a backup/)
    expect(await refusal(async () => undefined, folder.path('absent.kheo'))).toMatch(/not found/)
  })

  test('where the database is somebody’s', async () => {
    await writeFile(file(), bytes)
    await withEmptyDatabase(inject('clusterUrl'), async (url) => {
      await ask(url, 'create table mine (n integer)')
      await expect(restored(url, file())).rejects.toThrow(/not empty/)
      expect(await tablesIn(url)).toEqual(['mine'])
    })
  })
})

describe('before a database is made for it, a file is read whole', () => {
  beforeEach(() => writeFile(file(), bytes))

  test.each([
    ['another key', 'another key for tests, of more than 32 characters', async () => undefined, /wrong key/],
    ['a file cut short', backupKey, () => truncate(file(), bytes.length - 1), /truncated or altered/],
  ])('with %s the folder of the data is not even made', async (_, key, spoil, sentence) => {
    await spoil()
    const home = folder.path('never-made')
    const answer = await ended(kheo(['restore', file()], { KHEO_BACKUP_KEY: key, KHEO_DATA: home }))
    expect(answer).toEqual({ code: 1, printed: '', errors: expect.stringMatching(sentence) })
    expect(existsSync(home)).toBe(false)
  })
})
