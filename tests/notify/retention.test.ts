import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openAuthDb } from '#modules/access/identity.server.ts'
import { verifyChain } from '#platform/audit.ts'
import { logFileEraser, putLogAside } from '#platform/retention/log-files.ts'
import { eraseExpired, monthsBefore } from '#platform/retention/retention.ts'
import { useDatabase } from '../support/database.ts'
import { settleProvince, type TestProvince } from '../support/province.ts'
import { cliRetention } from '../../src/operator.ts'
import { allErasers } from '../../src/tasks.ts'

const database = useDatabase()
const now = new Date('2026-11-10T18:30:00Z')
const day = 86_400_000

let place: TestProvince
let authDb: ReturnType<typeof openAuthDb>
let dataDir: string
beforeAll(async () => {
  authDb = openAuthDb(database.url, 1)
  dataDir = await mkdtemp(join(tmpdir(), 'kheo-retention-'))
})
afterAll(async () => {
  await authDb.destroy()
  await rm(dataDir, { recursive: true })
})
beforeEach(async () => {
  await database.asOwner(
    'truncate notice, mail, auth.sign_in_attempt, auth.session, auth.kept_post, audit, audit_head cascade',
  )
  place = await settleProvince(database)
})

async function notice(readAt: Date | null): Promise<void> {
  const { province, account, unit } = place.people.doiCheOfficer
  await database.asOwner(
    `insert into notice (province_id, id, unit_id, account_id, event_id, topic, title, path, at, read_at)
     values ($1, $2, $3, $4, $5, 'x', 'Tin', '/desk', '2020-01-01', $6)`,
    [province, newId(), unit, account, newId(), readAt],
  )
}

async function mail(state: string, settledAt: Date | null): Promise<void> {
  const { province, account, unit } = place.people.doiCheOfficer
  await database.asOwner(
    `insert into mail (province_id, id, unit_id, account_id, purpose, state, made_at, next_at, settled_at)
     values ($1, $2, $3, $4, 'digest', $5, '2020-01-01', '2020-01-01', $6)`,
    [province, newId(), unit, account, state, settledAt],
  )
}

async function signedIn(expiresAt: Date): Promise<void> {
  const user = newId()
  await database.asOwner(
    `insert into auth."user" (id, name, email, "emailVerified", username, "accountId", "provinceId")
     values ($1::uuid, 'x', $1 || '@account.invalid', false, $1, $2, $3)`,
    [user, newId(), place.province],
  )
  await database.asOwner(
    `insert into auth.session ("expiresAt", token, "updatedAt", "userId") values ($1, $2, now(), $3)`,
    [expiresAt, newId(), user],
  )
  await database.asOwner(
    `insert into auth.kept_post (key, user_id, action, body, expires_at) values ($1, $2, '/desk', ''::bytea, $3)`,
    [newId(), user, expiresAt],
  )
}

const count = async (from: string): Promise<number> =>
  (await database.asOwner<{ n: string }>(`select count(*) as n from ${from}`)).map((row) => Number(row.n))[0] ?? -1
const erase = (dryRun = false) => eraseExpired(database.db, allErasers(authDb, dataDir), now, dryRun)

describe('the night', () => {
  test('erases what is past its months, keeps what is not, and writes one row for each province and kind', async () => {
    await notice(new Date('2025-11-10T18:29:59Z'))
    await notice(new Date('2025-11-10T18:29:59Z'))
    await notice(new Date('2025-11-10T18:30:01Z'))
    await notice(null)
    await mail('sent', new Date('2025-01-01T00:00:00Z'))
    await mail('sent', new Date('2026-01-01T00:00:00Z'))
    await mail('waiting', null)
    await signedIn(new Date(now.getTime() - 1_000))
    await signedIn(new Date(now.getTime() + 1_000))
    await database.asOwner(`insert into auth.sign_in_attempt values ('old', 1, $1), ('new', 1, $2)`, [
      new Date(now.getTime() - day - 1_000),
      new Date(now.getTime() - day + 1_000),
    ])
    await erase()
    expect([await count('notice'), await count('mail')]).toEqual([2, 2])
    expect([await count('auth.session'), await count('auth.kept_post'), await count('auth.sign_in_attempt')]).toEqual([
      1, 1, 1,
    ])
    const rows = await database.asOwner<{ object_id: string; changed: object }>(
      `select object_id, changed from audit where kind = 'expired-erased' order by object_id`,
    )
    expect(rows).toEqual([
      { object_id: 'kept-post', changed: { months: 0, count: 1 } },
      { object_id: 'mail-state', changed: { months: 12, count: 1 } },
      { object_id: 'notice-read', changed: { months: 12, count: 2 } },
      { object_id: 'session', changed: { months: 0, count: 1 } },
    ])
    expect(await verifyChain(database.db, place.province)).toEqual({ rows: 4 })
  })

  test('a second time finds nothing and writes nothing', async () => {
    await notice(new Date('2020-01-01'))
    await erase()
    const before = await count('audit')
    await erase()
    expect(await count('audit')).toBe(before)
  })

  test('asked only to count says the same numbers and changes nothing', async () => {
    await notice(new Date('2020-01-01'))
    await mail('failed', new Date('2020-01-01'))
    await signedIn(new Date('2020-01-01'))
    const said = (await erase(true)).filter((one) => one.count > 0)
    expect(said.map((one) => [one.kind, one.count])).toEqual([
      ['kept-post', 1],
      ['mail-state', 1],
      ['notice-read', 1],
      ['session', 1],
    ])
    expect([await count('notice'), await count('mail'), await count('auth.session'), await count('audit')]).toEqual([
      1, 1, 1, 0,
    ])
    expect((await erase()).filter((one) => one.count > 0)).toEqual(said)
  })

  test('keeps to the table: another number of months erases another number of rows', async () => {
    await notice(new Date('2026-10-01T00:00:00Z'))
    await erase()
    expect(await count('notice')).toBe(1)
    await database.asOwner(`update retention set months = 1 where kind = 'notice-read'`)
    await erase()
    expect(await count('notice')).toBe(0)
    await database.asOwner(`update retention set months = 12 where kind = 'notice-read'`)
  })

  test('stops at a kind that the program does not know, before anything is erased', async () => {
    await notice(new Date('2020-01-01'))
    await database.asOwner(`insert into retention values ('audit', 1, 'x', 'x', false)`)
    await expect(erase()).rejects.toThrow(/retention\.csv says/)
    await database.asOwner(`delete from retention where kind = 'audit'`)
    expect(await count('notice')).toBe(1)
  })

  test('knows no kind for audit, figures or reports', async () => {
    expect(Object.keys(allErasers(authDb, dataDir)).filter((kind) => /audit|figure|report/.test(kind))).toEqual([])
    await expect(database.db.deleteFrom('audit').execute()).rejects.toThrow(/permission denied/)
  })
})

test('the operator sees each kind with its months, what would go, and which basis nobody has read', async () => {
  await notice(new Date('2020-01-01'))
  const answer = await cliRetention({ url: database.url, dataDir }, ['--dry-run'], now)
  if (answer.exit !== 0) throw new Error(answer.stderr)
  expect(answer.stdout).toMatch(/^notice-read +12 tháng {2}1 sẽ xoá {2}\(căn cứ chưa đọc bản gốc\)$/m)
  expect(answer.stdout).toMatch(/^session +0 tháng {2}0 sẽ xoá$/m)
  expect(await count('notice')).toBe(1)
  expect((await cliRetention({ url: database.url, dataDir }, ['--tất-cả'], now)).exit).toBe(2)
})

test('a log of an earlier month is put aside at start, and goes a year later', async () => {
  await writeFile(join(dataDir, 'kheo.log'), '{}\n')
  putLogAside(dataDir, new Date())
  expect(await readdir(dataDir)).toEqual(['kheo.log'])
  const written = new Date('2025-10-15T03:00:00Z')
  await utimes(join(dataDir, 'kheo.log'), written, written)
  putLogAside(dataDir, now)
  await writeFile(join(dataDir, 'kheo-2025-11.log'), '{}\n')
  await writeFile(join(dataDir, 'secret'), 'kept')
  const eraser = logFileEraser(dataDir)
  if (eraser.of !== 'installation') throw new Error('Log files belong to no province')
  expect(await eraser.erase(monthsBefore(now, 12), true)).toEqual(new Map([[null, 1]]))
  await eraser.erase(monthsBefore(now, 12), false)
  expect((await readdir(dataDir)).sort()).toEqual(['kheo-2025-11.log', 'secret'])
})

test.each([
  ['2026-11-10', 12, '2025-11-10'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2028-03-31', 1, '2028-02-29'],
  ['2026-01-15', 13, '2024-12-15'],
])('%s less %i months is %s', (from, months, to) => {
  expect(
    monthsBefore(new Date(`${from}T00:00:00Z`), months)
      .toISOString()
      .slice(0, 10),
  ).toBe(to)
})
