import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachEmbedded } from '../../src/platform/launcher.ts'
import { postgresIn } from '../../src/platform/launcher/living.ts'
import { acknowledged, finished, killed, numbersIn, run, startWriting, type Person } from './writing.ts'

const writer = join(import.meta.dirname, 'writer.ts')
const nobody = 65534

type TriedPerson = Person & { who: string; rounds: number }

/** Root runs PostgreSQL by two roads, and an ordinary account by a third: each is tried where it can be. */
const people: TriedPerson[] = [
  { who: 'the account that runs the tests', rounds: 4 },
  ...(canRunAs(nobody)
    ? [
        { who: 'an ordinary account', uid: nobody, rounds: 2 },
        { who: 'root without user namespaces', environment: { KHEO_NO_USER_NAMESPACE: '1' }, rounds: 1 },
      ]
    : []),
]

describe.each(people)('for $who', (person) => {
  let home = ''
  let dataDir = ''
  let notes = ''

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'kheo-durability-'))
    await chmod(home, 0o755)
    if (person.uid !== undefined) await chown(home, person.uid, person.uid)
    dataDir = join(home, 'data')
    notes = join(home, 'notes')
  })

  afterAll(async () => {
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  })

  test('a start that is killed at any moment leaves a folder that starts', { timeout: 240_000 }, async () => {
    for (let round = 0; round < person.rounds; round += 1) {
      const folder = join(home, `first-${round}`)
      const first = run(person, ['read', folder])
      await pause(60 + Math.random() * 900)
      await killed(first)
      expect(await numbersIn(person, folder)).toEqual([])
      expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
    }
  })

  test('a server that is killed loses no acknowledged row', { timeout: 240_000 }, async () => {
    for (let round = 0; round < person.rounds; round += 1) {
      const writing = await startWriting(person, dataDir, notes)
      await pause(100 + Math.random() * 700)
      await killed(writing)
      expect(await acknowledged(person, dataDir, notes)).toEqual({ count: expect.toSatisfy((n) => n > 0), lost: [] })
    }
  })

  test('a server that is killed together with PostgreSQL loses no acknowledged row', { timeout: 240_000 }, async () => {
    for (let round = 0; round < person.rounds; round += 1) {
      const writing = await startWriting(person, dataDir, notes)
      await pause(100 + Math.random() * 700)
      for (const pid of await postgresIn(join(dataDir, 'postgres-18'))) process.kill(pid, 'SIGKILL')
      await killed(writing)
      expect(await acknowledged(person, dataDir, notes)).toEqual({ count: expect.toSatisfy((n) => n > 0), lost: [] })
    }
  })

  test('PostgreSQL ends with the server that was killed', async () => {
    const writing = await startWriting(person, dataDir, notes)
    await killed(writing)
    await expect.poll(() => postgresIn(join(dataDir, 'postgres-18')), { timeout: 30_000 }).toEqual([])
  })

  test('a second start on the same folder is refused with the pid of the first; a command shares its server', async () => {
    const writing = await startWriting(person, dataDir, notes)
    try {
      const second = await finished(run(person, ['read', dataDir]))
      expect(second.code).toBe(1)
      expect(second.errors).toMatch(new RegExp(`already running, pid ${writing.pid}\\)`))
      expect(second.errors.trim().split('\n')).toHaveLength(1)
      expect(await rowsThrough((await attachEmbedded(dataDir))?.url)).toBeGreaterThan(0)
    } finally {
      await killed(writing)
    }
    expect(await attachEmbedded(dataDir)).toBeNull()
  })
})

async function rowsThrough(url: string | undefined): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ count: string }>('select count(*) from ledger')
  await client.end()
  return Number(rows[0]?.count)
}

/** Root may become another account; that account must also be able to read Node, the packages and this folder. */
function canRunAs(uid: number): boolean {
  if (process.getuid?.() !== 0) return false
  return spawnSync(process.execPath, ['--check', writer], { uid, gid: uid, cwd: '/' }).status === 0
}
