import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { readBackup } from '../../src/platform/backup/read.ts'
import { ask, backedUp, backupKey, ended, kheo, useFolder, withEmptyDatabase } from '../support/backup.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase()
const folder = useFolder()
const rows = 200_000
const file = (): string => folder.path('bulk.kheo')

beforeAll(async () => {
  // Letters that do not compress to nothing: what is written must be more than memory may take.
  const letters = Array.from({ length: 12 }, (_, n) => `md5(n || '${n}')`).join(' || ')
  await database.asOwner(
    `insert into figure_change
     select $1::uuid, n, $1::uuid, 'F01@1', '', '2026-01-01', '2026-03-31', 'reported', 'exact', n, ${letters}, '', 'typed', now(), null
     from generate_series(1, ${rows}) n`,
    [randomUUID()],
  )
  await backedUp(database.url, file())
}, 120_000)

describe('a database of 200.000 rows', () => {
  test('is backed up, checked and restored without growing with it', { timeout: 180_000 }, async () => {
    const small = folder.path('small.kheo')
    await withEmptyDatabase(inject('clusterUrl'), async (url) => {
      expect(measured('restore', url, file()).rows).toBe(rows)
      await ask(url, 'delete from figure_change')
      const [least, most] = [measured('backup', url, small), measured('backup', database.url, folder.path('once.kheo'))]
      expect(bytesOf(folder.path('once.kheo')) / 1e6).toBeGreaterThan(40)
      expect(most.megabytes - least.megabytes).toBeLessThan(60)
      expect(measured('verify', '-', file()).megabytes - measured('verify', '-', small).megabytes).toBeLessThan(60)
    })
  })
})

function measured(verb: string, url: string, path: string): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['tests/backup/measured.ts', verb, url, path])
  if (status !== 0) throw new Error(stderr.toString())
  return Number(stdout.toString())
}
