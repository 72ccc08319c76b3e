import { beforeAll, expect, test } from 'vitest'
import { newId, type Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { signedIn, useAccess, visit } from '../../../tests/support/access.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { accountPage, type DutySpell } from './account-page.server.ts'
import { accountsPage, everyAccount } from './account-queries.server.ts'
import type { Actor } from './actor.ts'
import { createAccount, turnAccount } from './administration.server.ts'
import { cliAccounts, cliResetAdministrator } from './cli.server.ts'
import { signIn } from './commands.server.ts'
import { endDuty } from './duties.server.ts'
import { handOver, type NewHandover } from './handover.server.ts'
import { examplePassword } from './example.ts'
import { handoverPage, handoversOf, reviewsOf } from './life-queries.server.ts'
import { rescueAdministrator, resetSignIn } from './resetting.server.ts'
import { completeReview } from './review.server.ts'
import { currentSession } from './session.server.ts'
import { turnOffIdle } from './tasks.server.ts'

const database = useDatabase()
const room = useAccess(database)
const today = dayInVietnam(new Date())
const later = (days: number): Date => new Date(Date.now() + days * 86_400_000)
let admin: Actor
let officer: Actor
let officerCookies: string

beforeAll(async () => {
  admin = (await signedIn(room.access, 'quantri.vidu')).actor
  const signed = await signedIn(room.access, 'xa.songxanh')
  officer = signed.actor
  officerCookies = signed.cookies
})

const by = (actor: Actor, now = new Date()) => ({ actor, now })
const stranger = (): Actor => ({
  account: newId<'Account'>(),
  name: 'Cao Văn Thử',
  duty: 'administrator',
  unit: room.units.otherProvince,
  province: room.units.otherProvince,
})

async function accountOf(signInName: string): Promise<Id<'Account'>> {
  const page = await accountsPage(room.access, by(admin), { ...everyAccount, words: signInName })
  const row = page?.accounts.find((one) => one.signInName === signInName)
  if (!row) throw new Error(`${signInName} is not listed`)
  return row.id
}

/** Hands the first open duty of one over to another. */
async function handing(from: string, to: string, change: Partial<NewHandover> = {}): Promise<NewHandover> {
  const [giver, taker] = [await accountOf(from), await accountOf(to)]
  const duty = (await handoverPage(room.access, by(admin)))?.duties.find((one) => one.account === giver)
  return {
    ...{ from: giver, to: taker, duty: duty?.id ?? newId<'Duty'>(), firstDay: addDays(today, 7) },
    ...{ openReports: 2, openQuestions: 1, confirmed: true },
    ...change,
  }
}

test('a reset of both with a reason: sessions end, the old password opens nothing, the next sign-in enrols', async () => {
  const leader = await signedIn(room.access, 'lanhdao.vidu')
  const reset = { what: 'both', reason: 'misuse-suspected' } as const
  const done = await resetSignIn(room.access, by(admin), leader.session.account, reset)
  if (!done.ok) throw new Error('the administrator may reset')
  expect((await currentSession(room.access, visit({ cookies: leader.cookies }))).state).toBe('none')
  const old = await signIn(room.access, visit(), { signInName: 'lanhdao.vidu', password: examplePassword })
  const password = done.value.oneTimePassword ?? ''
  const fresh = await signIn(room.access, visit(), { signInName: 'lanhdao.vidu', password })
  expect([old.ok, fresh.ok && fresh.value.next]).toEqual([false, 'enrol'])
  const [row] = await database.asOwner<{ changed: unknown }>(`select changed from audit where kind = 'sign-in-reset'`)
  expect(row?.changed).toEqual({ reason: 'misuse-suspected' })
  expect(await resetSignIn(room.access, by(stranger()), leader.session.account, reset)).toEqual({
    ok: false,
    kind: 'not-found',
  })
})

test('the operator rescues an administrator who is locked out and off; anybody else is refused', async () => {
  await database.asOwner(`update account set turned_off_at = now() where sign_in_name = 'quantri.vidu'`)
  const rescued = await cliResetAdministrator(room.access, ['Quantri.vidu', 'phone-lost'], new Date())
  expect(rescued).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/) })
  const password = rescued.exit === 0 ? rescued.stdout : ''
  const first = await signIn(room.access, visit(), { signInName: 'quantri.vidu', password })
  expect(first).toMatchObject({ ok: true, value: { next: 'enrol' } })
  const other = await rescueAdministrator(room.access, new Date(), 'xa.nuivang', 'phone-lost')
  expect(other).toMatchObject({ refusal: { code: 'not-an-administrator' } })
  expect(await cliResetAdministrator(room.access, ['khong.co', 'phone-lost'], new Date())).toMatchObject({ exit: 1 })
  expect(await cliResetAdministrator(room.access, ['quantri.vidu', 'vì sao'], new Date())).toMatchObject({ exit: 2 })
})

test('a duty is handed over: the old one ends the day before, the new one begins, and both read it', async () => {
  const asked = await handing('xa.nuivang', 'lanhdao.songxanh')
  expect(await handOver(room.access, by(admin), { ...asked, confirmed: false })).toMatchObject({
    refusal: { code: 'not-confirmed' },
  })
  expect((await handOver(room.access, by(admin), asked)).ok).toBe(true)
  const giver = await accountPage(room.access, by(admin), asked.from)
  const taker = await accountPage(room.access, by(admin), asked.to)
  expect(giver?.duties[0]).toMatchObject({ kind: 'commune-officer', until: addDays(today, 6), when: 'today' })
  expect(taker?.duties[0]).toMatchObject({ kind: 'commune-officer', from: addDays(today, 7), when: 'ahead' })
  for (const account of [asked.from, asked.to]) {
    const [row] = await handoversOf(room.access, { province: admin.province, account }, new Date())
    expect(row).toMatchObject({
      unitName: 'Xã Núi Vàng',
      firstDay: addDays(today, 7),
      openReports: 2,
      openQuestions: 1,
    })
  }
  const much = await handoversOf(room.access, { province: admin.province, account: asked.to }, later(60))
  expect(much).toEqual([])
  expect(await handOver(room.access, by(admin), asked)).toMatchObject({ refusal: { code: 'duty-ends-already' } })
})

test.each([
  ['to oneself', 'tinh.vidu', 'tinh.vidu', {}, 'same-person'],
  ['to the administrator who does it', 'tinh.vidu', 'quantri.vidu', {}, 'own-account'],
  ['from yesterday', 'tinh.vidu', 'kiemsoat.vidu', { firstDay: addDays(today, -1) }, 'first-day-not-ahead'],
  ['in two years', 'tinh.vidu', 'kiemsoat.vidu', { firstDay: addDays(today, 800) }, 'first-day-too-far'],
] as const)('a duty is not handed over %s', async (_, from, to, change: { firstDay?: LocalDate }, code) => {
  expect(await handOver(room.access, by(admin), await handing(from, to, change))).toMatchObject({ refusal: { code } })
})

test('nobody but an administrator of the province hands a duty over', async () => {
  const asked = await handing('tinh.vidu', 'kiemsoat.vidu')
  expect(await handOver(room.access, by(officer), asked)).toEqual({ ok: false, kind: 'forbidden' })
  expect(await handOver(room.access, by(stranger()), asked)).toEqual({ ok: false, kind: 'not-found' })
  expect(await handoverPage(room.access, by(officer))).toBeNull()
})

test('two administrators handing the same duty to two people: one of them is told', async () => {
  const asked = await handing('tinh.vidu', 'kiemsoat.vidu')
  const other = { ...asked, to: await accountOf('lanhdao.vidu') }
  const both = await Promise.all([asked, other].map((one) => handOver(room.access, by(admin), one)))
  expect(both.map((one) => one.ok).sort()).toEqual([false, true])
})

test('a handover ahead is taken back by ending the duty that has not begun: the giver keeps theirs, and it is recorded', async () => {
  const asked = await handing('lanhdao.vidu', 'kiemsoat.vidu')
  const isLeadersAhead = (one: DutySpell): boolean => one.kind === 'province-leader' && one.when === 'ahead'
  expect((await handOver(room.access, by(admin), asked)).ok).toBe(true)
  const ahead = (await accountPage(room.access, by(admin), asked.to))?.duties.find(isLeadersAhead)
  const duty = ahead?.id ?? newId<'Duty'>()
  expect(await endDuty(room.access, by(officer), asked.to, duty)).toEqual({ ok: false, kind: 'forbidden' })
  expect(await endDuty(room.access, by(admin), asked.from, duty)).toMatchObject({
    refusal: { code: 'duty-already-ended' },
  })
  expect(await endDuty(room.access, by(admin), asked.to, duty)).toEqual({
    ok: true,
    value: { begun: false, returned: true },
  })
  const giver = await accountPage(room.access, by(admin), asked.from)
  const taker = await accountPage(room.access, by(admin), asked.to)
  expect(giver?.duties.find((one) => one.id === asked.duty)).toMatchObject({ until: null, when: 'today' })
  expect(taker?.duties.filter(isLeadersAhead)).toEqual([])
  const told = await handoversOf(room.access, { province: admin.province, account: asked.from }, new Date())
  expect(told.filter((row) => row.from.id === asked.from)).toEqual([])
  const rows = await database.asOwner<{ kind: string }>(
    `select kind from audit where kind in ('duty-ended', 'duty-returned') and object_id in ($1, $2) order by n`,
    [asked.from, asked.to],
  )
  expect(rows.map((row) => row.kind)).toEqual(['duty-ended', 'duty-returned'])
  expect(await endDuty(room.access, by(admin), asked.to, duty)).toMatchObject({
    refusal: { code: 'duty-already-ended' },
  })
})

test('the review asks about every account that is on, and records what was decided with its counts', async () => {
  const listed = async () => (await accountsPage(room.access, by(admin)))?.accounts.filter((row) => !row.isOff) ?? []
  const shown = new Set((await listed()).map((row) => row.id))
  const keep = new Map([...shown].filter((id) => id !== admin.account).map((id) => [id, 'keep' as 'keep' | 'off']))
  const first = [...keep.keys()][0]
  if (!first) throw new Error('there are accounts to review')
  const forgotten = new Map([...keep].filter(([id]) => id !== first))
  expect(await completeReview(room.access, by(admin), { shown, choices: forgotten })).toMatchObject({
    refusal: { code: 'undecided', count: 1 },
  })
  await createAccount(room.access, by(admin), {
    ...{ signInName: 'giua.chung', displayName: 'Đinh Thị Nháp' },
    ...{ kind: 'commune-officer', unit: room.units.songXanh },
  })
  expect(await completeReview(room.access, by(admin), { shown, choices: keep })).toMatchObject({
    refusal: { code: 'accounts-changed', names: ['Đinh Thị Nháp'] },
  })
  const off = await accountOf('giua.chung')
  const choices = new Map([...keep, [off, 'off' as const]])
  expect(await completeReview(room.access, by(officer), { shown, choices })).toEqual({ ok: false, kind: 'forbidden' })
  const done = await completeReview(room.access, by(admin), { shown, choices })
  expect(done).toMatchObject({ ok: true, value: { kept: shown.size, turnedOff: 1 } })
  expect(await accountPage(room.access, by(admin), off)).toMatchObject({ isOff: true })
  const reviews = await reviewsOf(room.access, by(admin))
  expect(reviews?.done).toMatchObject([{ lookedAt: shown.size + 1, kept: shown.size, turnedOff: 1 }])
  expect(reviews?.dueSince).toBeNull()
  expect(await reviewsOf(room.access, by(officer))).toBeNull()
})

test('a year after the last review it is due again', async () => {
  expect((await reviewsOf(room.access, by(admin, later(364))))?.dueSince).toBeNull()
  expect((await reviewsOf(room.access, by(admin, later(367))))?.dueSince).not.toBeNull()
})

test('the list warns at thirty idle days, and at more than forty-five the accounts are off', async () => {
  const id = await accountOf('xa.songxanh')
  expect(await accountPage(room.access, by(admin, later(29)), id)).toMatchObject({ state: 'on' })
  expect(await accountPage(room.access, by(admin, later(31)), id)).toMatchObject({ state: 'soon-off' })
  expect((await turnOffIdle(room.access, later(44))).reduce((sum, one) => sum + one.turnedOff, 0)).toBe(0)
  const answer = await cliAccounts(room.access, ['off-idle'], later(46))
  expect(answer).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^Đã tắt [1-9]\d* tài khoản quá 45 ngày/) })
  expect(await accountPage(room.access, by(admin), id)).toMatchObject({ state: 'off' })
  expect((await currentSession(room.access, visit({ cookies: officerCookies }))).state).toBe('none')
  expect(await turnOffIdle(room.access, later(46))).not.toContainEqual(expect.objectContaining({ turnedOff: 1 }))
  expect((await turnAccount(room.access, by(admin), id, 'on')).ok).toBe(true)
  expect(await cliAccounts(room.access, ['khac'], new Date())).toMatchObject({ exit: 2 })
})

test('the list is searched without diacritics, and narrowed by unit, duty and state', async () => {
  const names = async (filter: Partial<typeof everyAccount>): Promise<string[]> =>
    (await accountsPage(room.access, by(admin), { ...everyAccount, ...filter }))?.accounts.map(
      (row) => row.signInName,
    ) ?? []
  expect(await names({ words: 'nguyen mau' })).toEqual(['xa.songxanh'])
  expect(await names({ words: 'ĐỖ VĂN' })).toEqual(['quantri.vidu'])
  expect(await names({ words: '100%' })).toEqual([])
  expect(await names({ kind: 'auditor' })).toEqual(['kiemsoat.vidu'])
  expect(await names({ unit: room.units.songXanh, kind: 'commune-leader' })).toEqual(['lanhdao.songxanh'])
  expect(await names({ state: 'on', words: 'songxanh' })).toEqual(['xa.songxanh'])
})
