import { beforeAll, expect, test } from 'vitest'
import { newId, type Id } from '#kernel/ids.ts'
import { codeOf, cookieHeader, signedIn, useAccess, visit } from '../../../tests/support/access.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import type { Actor } from './actor.ts'
import { createAccount, createAdministrator, turnAccount } from './administration.server.ts'
import { endDuty, giveDuty } from './duties.server.ts'
import { resetSignIn } from './resetting.server.ts'
import { signIn, verifyCode } from './commands.server.ts'
import { createExampleAccounts } from './example.server.ts'
import { examplePassword } from './example.ts'
import { accountsPage } from './account-queries.server.ts'
import { currentSession, type Session } from './session.server.ts'

const database = useDatabase()
const room = useAccess(database)
let admin: Actor
let officer: { actor: Actor; session: Session; cookies: string }

beforeAll(async () => {
  admin = (await signedIn(room.access, 'quantri.vidu')).actor
  officer = await signedIn(room.access, 'xa.songxanh')
})

const by = (actor: Actor) => ({ actor, now: new Date() })
const opening = (change: Partial<Parameters<typeof createAccount>[2]> = {}) => ({
  signInName: 'xa.moi',
  displayName: 'Lý Thị Mẫu',
  kind: 'commune-officer' as const,
  unit: room.units.nuiVang,
  ...change,
})
const forbidden = { ok: false, kind: 'forbidden' }
const lostPhone = { what: 'second-factor', reason: 'phone-lost' } as const
const forgotten = { what: 'password', reason: 'password-forgotten' } as const

test('an administrator opens an account; its one-time password opens only the enrolment', async () => {
  const made = await createAccount(room.access, by(admin), opening())
  expect(made).toMatchObject({
    ok: true,
    value: { oneTimePassword: expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/) },
  })
  if (!made.ok) return
  const first = await signIn(room.access, visit(), { signInName: 'xa.moi', password: made.value.oneTimePassword })
  expect(first).toMatchObject({ ok: true, value: { next: 'enrol' } })
})

test('a sign-in name is given once in the whole installation', async () => {
  const again = await createAccount(room.access, by(admin), opening({ signInName: 'tinh.vidu' }))
  const elsewhere = await createAdministrator(room.access, new Date(), {
    signInName: 'tinh.vidu',
    displayName: 'Cao Văn Thử',
    provinceCode: 'vi-du-khac',
  })
  const expected = { ok: false, kind: 'refused', refusal: { code: 'sign-in-name-taken' } }
  expect([again, elsewhere]).toEqual([expected, expected])
})

test('a duty of a commune is not given for the province, nor for a unit of another province', async () => {
  const province = await createAccount(
    room.access,
    by(admin),
    opening({ signInName: 'x.y', unit: room.units.province }),
  )
  const other = await createAccount(
    room.access,
    by(admin),
    opening({ signInName: 'x.z', kind: 'province-officer', unit: room.units.otherProvince }),
  )
  const expected = { ok: false, kind: 'refused', refusal: { code: 'unit-does-not-fit-duty' } }
  expect([province, other]).toEqual([expected, expected])
})

test('nobody but an administrator opens accounts or gives duties', async () => {
  const tries = [
    await createAccount(room.access, by(officer.actor), opening({ signInName: 'tu.y' })),
    await giveDuty(room.access, by(officer.actor), officer.session.account, {
      kind: 'administrator',
      unit: room.units.province,
    }),
    await endDuty(room.access, by(officer.actor), officer.session.account, newId<'Duty'>()),
    await resetSignIn(room.access, by(officer.actor), admin.account, { what: 'both', reason: 'phone-lost' }),
    await turnAccount(room.access, by(officer.actor), admin.account, 'off'),
  ]
  expect(tries).toEqual(tries.map(() => forbidden))
  expect(await accountsPage(room.access, by(officer.actor))).toBeNull()
})

test('an administrator of one province does not find the accounts of another', async () => {
  const made = await createAdministrator(room.access, new Date(), {
    signInName: 'quantri.khac',
    displayName: 'Cao Văn Thử',
    provinceCode: 'vi-du-khac',
  })
  if (!made.ok) throw new Error('the province exists')
  const stranger: Actor = {
    account: made.value.account,
    name: 'Cao Văn Thử',
    duty: 'administrator',
    unit: room.units.otherProvince,
    province: room.units.otherProvince,
  }
  expect(await turnAccount(room.access, by(stranger), officer.session.account, 'off')).toEqual({
    ok: false,
    kind: 'not-found',
  })
  const page = await accountsPage(room.access, by(stranger))
  expect(page?.accounts.map((account) => account.signInName)).toEqual(['quantri.khac'])
})

test('the operator names a province that does not exist: nothing is opened', async () => {
  expect(
    await createAdministrator(room.access, new Date(), {
      signInName: 'ai.do',
      displayName: 'Ai Đó',
      provinceCode: 'khong-co',
    }),
  ).toEqual({ ok: false, kind: 'refused', refusal: { code: 'unknown-province', typed: 'khong-co' } })
})

test('a duty given today is there today, and ended today it is gone at once', async () => {
  const given = await giveDuty(room.access, by(admin), officer.session.account, {
    kind: 'commune-leader',
    unit: room.units.songXanh,
  })
  if (!given.ok) throw new Error('the administrator may give duties')
  const kinds = async (): Promise<string[]> => {
    const now = await currentSession(room.access, visit({ cookies: officer.cookies }))
    return now.state === 'awake' ? now.session.duties.map((duty) => duty.kind) : []
  }
  expect(await kinds()).toEqual(['commune-officer', 'commune-leader'])
  const again = await giveDuty(room.access, by(admin), officer.session.account, {
    kind: 'commune-leader',
    unit: room.units.songXanh,
  })
  expect(again).toMatchObject({ refusal: { code: 'duty-already-given' } })
  expect((await endDuty(room.access, by(admin), officer.session.account, given.value.duty)).ok).toBe(true)
  expect(await kinds()).toEqual(['commune-officer'])
  expect(await endDuty(room.access, by(admin), officer.session.account, given.value.duty)).toMatchObject({
    refusal: { code: 'duty-already-ended' },
  })
})

test('a lost telephone: the factor is taken away, sessions end, the next sign-in enrols another', async () => {
  const leader = await signedIn(room.access, 'lanhdao.songxanh')
  expect((await resetSignIn(room.access, by(admin), leader.session.account, lostPhone)).ok).toBe(true)
  expect((await currentSession(room.access, visit({ cookies: leader.cookies }))).state).toBe('none')
  const next = await signIn(room.access, visit(), { signInName: 'lanhdao.songxanh', password: examplePassword })
  expect(next).toMatchObject({ ok: true, value: { next: 'enrol' } })
})

test('a forgotten password: the old one no longer opens anything, the new one must be changed', async () => {
  const account = (await accountsPage(room.access, by(admin)))?.accounts.find((row) => row.signInName === 'xa.nuivang')
  if (!account) throw new Error('the account is listed')
  const reset = await resetSignIn(room.access, by(admin), account.id, forgotten)
  if (!reset.ok) throw new Error('the administrator may reset')
  const old = await signIn(room.access, visit(), { signInName: 'xa.nuivang', password: examplePassword })
  const fresh = await signIn(room.access, visit(), {
    signInName: 'xa.nuivang',
    password: reset.value.oneTimePassword ?? '',
  })
  expect(old).toMatchObject({ refusal: { code: 'wrong-name-or-password' } })
  expect(fresh).toMatchObject({ ok: true, value: { next: 'code' } })
})

test('an administrator cannot shut themselves out, nor take another duty', async () => {
  const page = await accountsPage(room.access, by(admin))
  const self = page?.accounts.find((row) => row.isSelf)
  const duty = self?.duties[0]
  if (!duty) throw new Error('the administrator has a duty')
  const tries = [
    await endDuty(room.access, by(admin), admin.account, duty.id),
    await turnAccount(room.access, by(admin), admin.account, 'off'),
    await resetSignIn(room.access, by(admin), admin.account, lostPhone),
    await giveDuty(room.access, by(admin), admin.account, { kind: 'province-officer', unit: room.units.province }),
  ]
  const expected = { ok: false, kind: 'refused', refusal: { code: 'own-account' } }
  expect(tries).toEqual(tries.map(() => expected))
})

test('an account turned off is out at once, in the middle of its session', async () => {
  expect((await turnAccount(room.access, by(admin), officer.session.account, 'off')).ok).toBe(true)
  expect((await currentSession(room.access, visit({ cookies: officer.cookies }))).state).toBe('none')
  const back = await signIn(room.access, visit(), { signInName: 'xa.songxanh', password: examplePassword })
  expect(back).toMatchObject({ refusal: { code: 'account-off' } })
  await turnAccount(room.access, by(admin), officer.session.account, 'on')
  const on = await signIn(room.access, visit(), { signInName: 'xa.songxanh', password: examplePassword })
  expect(on.ok && cookieHeader(on.value.cookies)).toMatch(/^kheo\.two_factor=/)
})

test('the list of accounts is ordered as Vietnamese names are, with what each does today', async () => {
  const page = await accountsPage(room.access, by(admin))
  const names = page?.accounts.map((row) => row.name) ?? []
  expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare))
  expect(page?.accounts.find((row) => row.signInName === 'tinh.vidu')).toMatchObject({
    enrolled: true,
    isOff: false,
    duties: [{ kind: 'province-officer', unitName: 'Tỉnh Ví Dụ' }],
  })
})

test('starting again opens no example account twice', async () => {
  expect(await createExampleAccounts(room.access, new Date())).toEqual({ opened: [] })
  const rows = await database.asOwner<{ id: Id<'Account'> }>("select id from account where sign_in_name = 'tinh.vidu'")
  expect(rows).toHaveLength(1)
})

/** What a start leaves that was killed between the identity and its account. */
async function leaveUnfinished(signInName: string, province: Id<'Unit'>): Promise<void> {
  await room.access.identity.library.api.signUpEmail({
    body: {
      email: `${signInName}@account.invalid`,
      name: signInName,
      username: signInName,
      password: 'chưa ai dùng mật khẩu này',
      accountId: newId<'Account'>(),
      provinceId: province,
    },
  })
}

test('a name whose account was never written is free again, in any province, and stays one person', async () => {
  await leaveUnfinished('bo.do', room.units.otherProvince)
  const made = await createAccount(room.access, by(admin), opening({ signInName: 'bo.do' }))
  if (!made.ok) throw new Error('nobody has this name')
  const first = await signIn(room.access, visit(), { signInName: 'bo.do', password: made.value.oneTimePassword })
  expect(first).toMatchObject({ ok: true, value: { next: 'enrol' } })
})

test('two administrators opening the same name at once: one opens it, the other is told', async () => {
  await leaveUnfinished('cung.luc', room.units.province)
  const both = await Promise.all(
    ['Bạch Thị Thử', 'Bạch Văn Thử'].map((displayName) =>
      createAccount(room.access, by(admin), opening({ signInName: 'cung.luc', displayName })),
    ),
  )
  expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(both.find((outcome) => !outcome.ok)).toMatchObject({ refusal: { code: 'sign-in-name-taken' } })
})

test('a first start killed after the identity, or before the second factor, is completed by the next one', async () => {
  await database.asOwner(
    `delete from duty where account_id = (select id from account where sign_in_name = 'lanhdao.vidu')`,
  )
  await database.asOwner(`delete from account where sign_in_name = 'lanhdao.vidu'`)
  const [user] = await database.asOwner<{ id: string }>(`select id from auth."user" where username = 'tinh.vidu'`)
  await database.asOwner(`delete from auth."twoFactor" where "userId" = $1`, [user?.id])
  expect(await createExampleAccounts(room.access, new Date())).toEqual({ opened: ['lanhdao.vidu'] })
  for (const name of ['lanhdao.vidu', 'tinh.vidu']) {
    expect((await signedInAt(name, '198.51.100.20')).ok).toBe(true)
  }
})

async function signedInAt(signInName: string, address: string) {
  const first = await signIn(room.access, visit({ address }), { signInName, password: examplePassword })
  if (!first.ok) return first
  expect(first.value.next).toBe('code')
  return verifyCode(room.access, visit({ address, cookies: cookieHeader(first.value.cookies) }), codeOf(signInName))
}
