import { expect, test } from 'vitest'
import { useAccess } from '../../../tests/support/access.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import {
  beginAttempt,
  dropKeptPost,
  findKeptPost,
  keepPost,
  sweepSignIns,
  takeStep,
  usualGuard,
} from './guard.server.ts'

const database = useDatabase()
const room = useAccess(database)
const now = new Date('2026-03-02T01:00:00Z')
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000)

async function userId(signInName: string): Promise<string> {
  const rows = await database.asOwner<{ id: string }>('select id from auth."user" where username = $1', [signInName])
  return rows[0]?.id ?? ''
}

test('what was typed is kept ten minutes for its person, under a key that the database does not hold', async () => {
  const { authDb } = room.access.identity
  const mine = await userId('xa.songxanh')
  const post = {
    action: '/desk/bao-cao?/luu',
    fields: [['G01', '33,838'] as const, ['loi-giai-thich', 'dòng một\ndòng hai'] as const],
  }
  const token = await keepPost(authDb, mine, post, now)
  expect(await findKeptPost(authDb, token, mine, minutes(10))).toEqual(post)
  expect(await findKeptPost(authDb, token, await userId('xa.nuivang'), minutes(1))).toBeNull()
  expect(await findKeptPost(authDb, token, mine, minutes(11))).toBeNull()
  expect(await findKeptPost(authDb, 'another', mine, minutes(1))).toBeNull()
  const [row] = await database.asOwner<{ key: string; body: Buffer }>('select key, body from auth.kept_post')
  expect(row?.key).not.toContain(token)
  expect(row?.body.toString('latin1')).not.toContain('33,838')
  await dropKeptPost(authDb, token)
  expect(await findKeptPost(authDb, token, mine, minutes(1))).toBeNull()
})

test('a step is taken once by each person', async () => {
  const { authDb } = room.access.identity
  const [one, other] = [await userId('xa.songxanh'), await userId('xa.nuivang')]
  expect(await takeStep(authDb, one, 100)).toBe(true)
  expect(await takeStep(authDb, one, 100)).toBe(false)
  expect(await takeStep(authDb, one, 101)).toBe(true)
  expect(await takeStep(authDb, other, 100)).toBe(true)
})

test('trying on while locked does not prolong the lock', async () => {
  const attempt = (at: Date) =>
    beginAttempt(room.access.identity.authDb, 'secret', usualGuard, { signInName: 'a.b', address: 'x', now: at })
  for (let n = 0; n < 5; n += 1) expect((await attempt(now)).lockedMinutes).toBeNull()
  expect((await attempt(minutes(1))).lockedMinutes).toBe(14)
  expect((await attempt(minutes(14))).lockedMinutes).toBe(1)
  expect((await attempt(minutes(15))).lockedMinutes).toBeNull()
})

test('an attempt that was right is not counted', async () => {
  const attempt = () =>
    beginAttempt(room.access.identity.authDb, 'secret', usualGuard, { signInName: 'c.d', address: 'y', now })
  for (let n = 0; n < 12; n += 1) {
    const made = await attempt()
    expect(made.lockedMinutes).toBeNull()
    await made.release()
  }
})

test('a wrongly typed sign-in name, which may be a password, does not stand in the table of attempts', async () => {
  const rows = await database.asOwner<{ key: string }>('select key from auth.sign_in_attempt')
  expect(rows.filter(({ key }) => /a\.b|c\.d/.test(key))).toEqual([])
})

test('what is over is swept away, what is not stays', async () => {
  const { authDb } = room.access.identity
  const mine = await userId('xa.songxanh')
  const post = { action: '/desk', fields: [] }
  const [old, fresh] = [
    await keepPost(authDb, mine, post, minutes(20)),
    await keepPost(authDb, mine, post, minutes(25)),
  ]
  await sweepSignIns(authDb, minutes(31))
  expect(await findKeptPost(authDb, old, mine, minutes(30))).toBeNull()
  expect(await findKeptPost(authDb, fresh, mine, minutes(31))).toEqual(post)
  expect(await database.asOwner('select key from auth.sign_in_attempt')).not.toEqual([])
  await sweepSignIns(authDb, minutes(2 * 24 * 60))
  expect(await database.asOwner('select key from auth.sign_in_attempt')).toEqual([])
})
