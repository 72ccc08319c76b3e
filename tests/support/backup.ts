import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { leftOut } from '../../src/backup.ts'
import type { BackupContents } from '../../src/platform/backup/contents.ts'
import { makeBackup, type BackupWish } from '../../src/platform/backup/make.ts'
import { checkBackup, restoreBackup } from '../../src/platform/backup/restore.ts'
import { onServer } from './database.ts'

export const backupKey = 'a key for tests only, of more than 32 characters'

/** A folder of this test file alone; the path is there before the first test runs. */
export function useFolder(): { path(name: string): string } {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kheo-backup-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return { path: (name) => join(folder, name) }
}

/** Runs `work` on a database with nothing in it, which is dropped afterwards. */
export async function withEmptyDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `kheo_restored_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template template0 encoding 'UTF8'`)
  try {
    return await work(server.replace('/postgres?', `/${name}?`))
  } finally {
    await onServer(server, `drop database ${name} with (force)`)
  }
}

/** A backup of a test database with the settings of the program; no files unless they are named. */
export async function backedUp(url: string, file: string, change: Partial<BackupWish> = {}): Promise<BackupContents> {
  const nowhere = { kept: 'folder', path: '/nonexistent' } as const
  const usual = { key: backupKey, program: '0.1.0', leftOut, files: nowhere, secrets: {} }
  return makeBackup({ url, file, ...usual, ...change })
}

export async function restored(url: string, file: string, filesFolder = '/nonexistent'): Promise<BackupContents> {
  const wish = { file, key: backupKey, onProgress: () => undefined }
  const contents = await checkBackup(wish)
  await restoreBackup(contents, { ...wish, url, filesFolder })
  return contents
}

export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** `kheo …` as a process of its own, on a server of the tests. */
export function kheo(args: readonly string[], environment: Record<string, string>): ChildProcess {
  const env = { PATH: process.env['PATH'] ?? '', KHEO_BACKUP_KEY: backupKey, ...environment }
  return spawn(process.execPath, ['src/cli.ts', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

export type Ended = { code: number | null; printed: string; errors: string }

export async function ended(child: ChildProcess): Promise<Ended> {
  let printed = ''
  let errors = ''
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, printed, errors }
}
