import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
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
  // Letters that hardly compress: what is written must be more than memory may grow by.
  const letters = [1, 2, 3].map((n) => `encode(sha512((n || ' ${n}')::bytea), 'hex')`).join(' || ')
  await database.asOwner(
    `insert into figure_change
     select $1::uuid, n, $1::uuid, 'F01@1', '', '2026-01-01', '2026-03-31', 'reported', 'exact', n, ${letters}, '', 'typed', now(), null, gen_random_uuid()
     from generate_series(1, ${rows}) n`,
    [randomUUID()],
  )
  await backedUp(database.url, file())
}, 240_000)

describe('a database of 200.000 rows', () => {
  test('is backed up, checked and restored in the memory that a small one takes', { timeout: 600_000 }, async () => {
    const server = inject('clusterUrl')
    const small = folder.path('small.kheo')
    const empty = server.replace('/postgres?', '/kheo_template?')
    const least = { backup: megabytes('backup', empty, small), verify: megabytes('verify', '-', small) }
    expect(statSync(file()).size - statSync(small).size).toBeGreaterThan(40e6)
    expect(megabytes('backup', database.url, folder.path('once.kheo')) - least.backup).toBeLessThan(30)
    expect(megabytes('verify', '-', file()) - least.verify).toBeLessThan(30)
    await withEmptyDatabase(server, async (url) => {
      expect(megabytes('restore', url, file()) - least.backup).toBeLessThan(50)
      expect(await ask(url, 'select count(*)::int as n from figure_change')).toEqual([{ n: rows }])
    })
  })
})

/** The most memory that a process of its own takes for it. */
function megabytes(verb: 'backup' | 'verify' | 'restore', url: string, path: string): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['tests/backup/measured.ts', verb, url, path])
  if (status !== 0) throw new Error(stderr.toString())
  return Number(stdout.toString())
}

describe('killed', () => {
  test('in the middle of a backup: no file of that name, and the next one is whole', { timeout: 240_000 }, async () => {
    for (const round of [1, 2]) {
      const target = folder.path(`killed-${round}.kheo`)
      const running = kheo(['backup', target], { DATABASE_URL: database.url, KHEO_DATA: folder.path('data') })
      const over = ended(running)
      await expect
        .poll(() => existsSync(`${target}.part`) && statSync(`${target}.part`).size, { timeout: 30_000 })
        .toBeGreaterThan(round * 2e6)
      running.kill(round === 1 ? 'SIGKILL' : 'SIGINT')
      expect((await over).code).not.toBe(0)
      expect(existsSync(target)).toBe(false)
      // What can still act cleans up after itself.
      if (round === 2) expect(existsSync(`${target}.part`)).toBe(false)
      if (round === 1) await backedUp(database.url, target)
    }
    expect((await readBackup(folder.path('killed-1.kheo'), backupKey)).rows).toBeGreaterThan(rows)
  })

  test(
    'in the middle of a restore: the database is as empty as before, and takes the next one',
    { timeout: 600_000 },
    async () => {
      await withEmptyDatabase(inject('clusterUrl'), async (url) => {
        const environment = { DATABASE_URL: url, KHEO_DATA: folder.path('data') }
        for (const moment of [300, 1500]) {
          const running = kheo(['restore', file()], environment)
          const over = ended(running)
          await new Promise((checked) => running.stderr?.once('data', checked))
          await pause(moment)
          running.kill('SIGKILL')
          await over
          await expect
            .poll(
              () =>
                ask(url, 'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'),
              { timeout: 20_000 },
            )
            .toEqual([])
          expect(await ask(url, `select from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([])
        }
        const { code, printed } = await ended(kheo(['restore', file()], environment))
        expect(code).toBe(0)
        expect(printed).toMatch(/public\.figure_change\s+200\.000 /)
      })
    },
  )
})

/** A small disk of its own needs a mount: root may make one, and an ordinary account where the system lets it. */
const namespace = ['unshare', '--mount', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']), '--']

function canMount(): boolean {
  const [program = '', ...rest] = namespace
  return spawnSync(program, [...rest, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0
}

describe('a full disk', () => {
  const environment = () => ({ DATABASE_URL: database.url, KHEO_DATA: folder.path('data') })

  test('is said in one sentence, and leaves neither the file nor half of it', { timeout: 240_000 }, async () => {
    await mkdir(folder.path('full'))
    // The system's own limit on the length of a file: writing fails in the middle, as on a disk that fills up.
    const script = `ulimit -f 16384; exec "$@"`
    const { code, errors } = await kheoBy(['sh', '-c', script, 'sh'], folder.path('full/x.kheo'))
    expect(code).toBe(1)
    expect(errors.trim()).toMatch(/^Hết chỗ trên đĩa \(disk full\) khi ghi .*x\.kheo; .*\.$/)
    expect(readdirSync(folder.path('full'))).toEqual([])
  })

  test.skipIf(!canMount())(
    'of its own kind too: refused at once where it certainly does not fit',
    { timeout: 240_000 },
    async () => {
      for (const [size, kept] of [
        ['8m', 'refused before the first byte'],
        ['32m', 'full in the middle'],
      ]) {
        const disk = folder.path(`disk-${size}`)
        await mkdir(disk)
        const script = `mount -t tmpfs -o size=${size} tmpfs ${disk} && { "$@"; code=$?; ls -A ${disk}; exit $code; }`
        const { code, errors, printed } = await kheoBy([...namespace, 'sh', '-c', script, 'sh'], `${disk}/x.kheo`)
        expect({ kept, code, printed }).toEqual({ kept, code: 1, printed: '' })
        expect(errors.trim().split('\n')).toEqual([expect.stringMatching(/^Hết chỗ trên đĩa/)])
        await rm(disk, { recursive: true })
      }
    },
  )

  function kheoBy(words: readonly string[], target: string) {
    const [program = '', ...rest] = [...words, process.execPath, 'src/cli.ts', 'backup', target]
    const env = { PATH: process.env['PATH'], KHEO_BACKUP_KEY: backupKey, ...environment() }
    return ended(spawn(program, rest, { env, stdio: ['ignore', 'pipe', 'pipe'] }))
  }
})
