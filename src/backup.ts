import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupContents } from '#platform/backup/contents.ts'
import type { FilesPlace } from '#platform/backup/files.ts'
import { forgetOlder, placeBefore } from '#platform/backup/keep.ts'
import { readBackupKey } from '#platform/backup/key.ts'
import { makeBackup, type BackupWish } from '#platform/backup/make.ts'
import type { LeftOut } from '#platform/backup/tables.ts'
import { StartRefused } from '#platform/launcher/refusal.ts'
import { keptSecret } from '#platform/launcher/secret.ts'

/** What no backup holds, and why. Every other table of every schema is in it: tests/backup/tables.test.ts. */
export const leftOut: LeftOut = {
  'graphile_worker.*':
    'work that waits: its schema belongs to the queue, and the nightly tasks enqueue again what is due',
  'auth.session': 'whoever was signed in signs in again: a session that was ended must not come back to life',
  'auth.session_state': 'of those sessions',
  'auth.kept_post': 'a form kept ten minutes for one of those sessions',
  'auth.verification': 'a sign-in between its two steps, a few minutes long',
}

type Environment = Record<string, string | undefined>
type Standing = { url: string; dataDir: string; env: Environment }

export function filesPlace(env: Environment, dataDir: string): FilesPlace {
  const isStored = Object.entries(env).some(([name, value]) => name.startsWith('KHEO_S3_') && value)
  return isStored ? { kept: 'elsewhere', where: 'S3' } : { kept: 'folder', path: filesFolder(dataDir) }
}

export function filesFolder(dataDir: string): string {
  return join(dataDir, 'files')
}

export async function programVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Backs an installation up into one file; people go on working. */
export async function backUp(
  { url, dataDir, env }: Standing,
  file: string,
  key: string,
  files: BackupWish['files'],
): Promise<BackupContents & { bytes: number }> {
  const secret = await keptSecret(dataDir, env['KHEO_SECRET'])
  const secrets = secret ? { KHEO_SECRET: secret } : {}
  return makeBackup({ url, file, key, program: await programVersion(), leftOut, files, secrets })
}

/**
 * The way back from a migration, made before the first of them: the tables only, since migrations do not touch the files.
 * Where it cannot be made nothing is migrated.
 */
export async function backUpBeforeMigrating(
  standing: Standing,
  migration: string,
  onProgress: (sentence: string) => void,
): Promise<void> {
  const { dataDir, env } = standing
  if (env['KHEO_BACKUP_BEFORE_MIGRATION'] === '0') return
  try {
    const key = await readBackupKey(env['KHEO_BACKUP_KEY'])
    onProgress(`Đang sao lưu trước khi cập nhật cơ sở dữ liệu (${migration})`)
    const file = placeBefore(dataDir, migration, new Date())
    const files = filesPlace(env, dataDir)
    await backUp(standing, file, key, files.kept === 'folder' ? { kept: 'left-in-place' } : files)
    await forgetOlder(dataDir)
    onProgress(`Đã sao lưu vào ${file}`)
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    throw new StartRefused(
      `Chưa cập nhật cơ sở dữ liệu vì không sao lưu trước được. ${error.message} ` +
        'Nếu máy chủ đã có bản sao lưu của riêng nó, đặt KHEO_BACKUP_BEFORE_MIGRATION=0.',
    )
  }
}
