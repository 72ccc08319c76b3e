import { expect, test } from 'vitest'
import { useAccess } from '../../../tests/support/access.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import {
  beginAttempt,
  dropKeptPost,
  findKeptPost,
  keepPost,
  keptPostId,
  sweepSignIns,
  takeStep,
} from './guard.server.ts'
import { usualGuard } from './guard-settings.ts'

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
  await dropKeptPost(authDb, keptPostId(token), await userId('xa.nuivang'))
  expect(await findKeptPost(authDb, token, mine, minutes(1))).toEqual(post)
  await dropKeptPost(authDb, keptPostId(token), mine)
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

test('an address pays only for what was wrong, however much it has in flight', async () => {
  const from = (signInName: string, at = now) =>
    beginAttempt(room.access.identity.authDb, 'secret', usualGuard, { signInName, address: 'office', now: at })
  const inFlight = await Promise.all(Array.from({ length: 40 }, (_, n) => from(`e.f${n}`)))
  expect(inFlight.filter((attempt) => attempt.lockedMinutes !== null)).toEqual([])
  await Promise.all(inFlight.slice(0, 29).map((attempt) => attempt.wrong()))
  expect((await from('e.g')).lockedMinutes).toBeNull()
  await (await from('e.h', minutes(10))).wrong()
  expect((await from('e.g', minutes(11))).lockedMinutes).toBe(14)
  expect((await from('e.g', minutes(25))).lockedMinutes).toBeNull()
})

test('an office with a slip every ten minutes is never locked', async () => {
  for (let n = 0; n < 60; n += 1) {
    const who = { signInName: `g.h${n}`, address: 'busy', now: minutes(n * 10) }
    const attempt = await beginAttempt(room.access.identity.authDb, 'secret', usualGuard, who)
    expect(attempt.lockedMinutes).toBeNull()
    await attempt.wrong()
  }
})

test('a locked address cannot lock accounts', async () => {
  const settings = { ...usualGuard, failuresByAddress: 1 }
  const from = (address: string) =>
    beginAttempt(room.access.identity.authDb, 'secret', settings, { signInName: 'i.k', address, now })
  await (await from('bad')).wrong()
  for (let n = 0; n < 9; n += 1) expect((await from('bad')).lockedMinutes).toBe(15)
  expect((await from('good')).lockedMinutes).toBeNull()
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
