import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { firstBrokenLink } from '#platform/audit.ts'
import { inScope } from '#platform/database.ts'
import { codeOf, cookieHeader, signedIn, useAccess, visit } from '../../../tests/support/access.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { createAccount, turnAccount } from './administration.server.ts'
import { changePassword, chooseDuty, enrolSecondFactor, signIn, signOut, verifyCode } from './commands.server.ts'
import { giveDuty } from './duties.server.ts'
import { exampleAccounts, examplePassword } from './example.ts'
import { enrolmentPage, recentSignIns } from './queries.server.ts'
import { resetSignIn } from './resetting.server.ts'
import { actorOf, currentSession, type Session } from './session.server.ts'
import { codeOfStep, fromBase32, stepAt } from './totp.server.ts'

const database = useDatabase()
const room = useAccess(database)
const minutes = (count: number): Date => new Date(Date.now() + count * 60_000)
const password = examplePassword

async function sessionOf(cookies: string, now = new Date()): Promise<Session | null> {
  const found = await currentSession(room.access, visit({ cookies, now }))
  return found.state === 'awake' ? found.session : null
}

test('six colleagues who sign in at once from one office with right passwords all get to their code', async () => {
  const answers = await Promise.all(
    exampleAccounts.map(({ signInName }, n) =>
      signIn(room.access, visit({ address: `198.51.100.${n + 10}` }), { signInName, password }),
    ),
  )
  expect(answers.map((answer) => answer.ok)).toEqual(exampleAccounts.map(() => true))
})

test('a right password opens only the page for the code; the code opens the desk', async () => {
  const first = await signIn(room.access, visit(), { signInName: 'xa.songxanh', password })
  expect(first).toMatchObject({ ok: true, value: { next: 'code' } })
  if (!first.ok) return
  const between = cookieHeader(first.value.cookies)
  expect(await sessionOf(between)).toBeNull()
  const second = await verifyCode(room.access, visit({ cookies: between }), codeOf('xa.songxanh'))
  expect(second.ok).toBe(true)
  if (!second.ok) return
  const session = await sessionOf(cookieHeader(second.value.cookies))
  expect(actorOf(session)).toEqual({
    account: session?.account,
    name: 'Nguyễn Thị Mẫu',
    duty: 'commune-officer',
    unit: room.units.songXanh,
    province: room.units.province,
  })
})

test('a code that was used once is refused, though it is still valid', async () => {
  const first = await signIn(room.access, visit(), { signInName: 'lanhdao.vidu', password })
  const again = await signIn(room.access, visit(), { signInName: 'lanhdao.vidu', password })
  if (!first.ok || !again.ok) throw new Error('the password is right')
  const code = codeOf('lanhdao.vidu')
  const taken = await verifyCode(room.access, visit({ cookies: cookieHeader(first.value.cookies) }), code)
  const replayed = await verifyCode(room.access, visit({ cookies: cookieHeader(again.value.cookies) }), code)
  expect(taken.ok).toBe(true)
  expect(replayed).toEqual({ ok: false, kind: 'refused', refusal: { code: 'code-already-used' } })
})

test('a code without the password step before it is refused', async () => {
  const alone = await verifyCode(room.access, visit(), codeOf('tinh.vidu'))
  const forged = await verifyCode(
    room.access,
    visit({ cookies: 'kheo.two_factor=2fa-attempts-abc.def' }),
    codeOf('tinh.vidu'),
  )
  const odd = await verifyCode(room.access, visit({ cookies: 'kheo.two_factor=a%00b.c' }), codeOf('tinh.vidu'))
  const expected = { ok: false, kind: 'refused', refusal: { code: 'sign-in-started-too-long-ago' } }
  expect([alone, forged, odd]).toEqual([expected, expected, expected])
})

test('a wrong password and an unknown name get the same answer', async () => {
  const from = { address: '198.51.100.1' }
  const wrong = await signIn(room.access, visit(from), { signInName: 'tinh.vidu', password: 'không phải mật khẩu' })
  const unknown = await signIn(room.access, visit(from), { signInName: 'khong.ai', password })
  const odd = await signIn(room.access, visit(from), { signInName: "'; drop table account", password })
  const expected = { ok: false, kind: 'refused', refusal: { code: 'wrong-name-or-password' } }
  expect([wrong, unknown, odd]).toEqual([expected, expected, expected])
})

test('after five wrong passwords even the right one is refused for a quarter of an hour, from any address', async () => {
  const try_ = (n: number, word: string, now: Date) =>
    signIn(room.access, visit({ address: `192.0.${n}.1`, now }), { signInName: 'xa.nuivang', password: word })
  const now = new Date()
  for (let n = 0; n < 5; n += 1) expect((await try_(n, 'sai', now)).ok).toBe(false)
  expect(await try_(6, password, minutes(2))).toEqual({
    ok: false,
    kind: 'refused',
    refusal: { code: 'locked', minutes: 13 },
  })
  expect((await try_(7, password, minutes(16))).ok).toBe(true)
})

test('of twelve guesses sent at once only five are checked', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      signIn(room.access, visit({ address: `192.1.${n}.1` }), { signInName: 'lanhdao.songxanh', password: `sai ${n}` }),
    ),
  )
  const locked = answers.filter((answer) => !answer.ok && answer.kind === 'refused' && answer.refusal.code === 'locked')
  expect(locked).toHaveLength(7)
})

test('as many wrong tries as the operator allows lock their network, whatever names they try', async () => {
  const strict = { ...room.access, guard: { ...room.access.guard, failuresByAddress: 3 } }
  const from = { address: '198.18.5.77' }
  for (const name of ['a.mot', 'a.hai', 'a.ba']) {
    expect(await signIn(strict, visit(from), { signInName: name, password: 'sai' })).toMatchObject({
      refusal: { code: 'wrong-name-or-password' },
    })
  }
  const neighbour = await signIn(strict, visit({ address: '198.18.5.200' }), { signInName: 'tinh.vidu', password })
  const elsewhere = await signIn(strict, visit({ address: '198.18.6.200' }), { signInName: 'tinh.vidu', password })
  expect(neighbour).toMatchObject({ ok: false, refusal: { code: 'locked' } })
  expect(elsewhere.ok).toBe(true)
})

test('wrong codes lock as wrong passwords do, and a right password in between does not start the count again', async () => {
  const from = (n: number) => ({ address: `192.2.${n}.1` })
  const opened = await newOfficer('cu.ma', 'Bùi Thị Nháp')
  let last: unknown
  for (let n = 0; n < 6; n += 1) {
    const first = await signIn(room.access, visit(from(n)), { signInName: 'cu.ma', password: opened.password })
    if (!first.ok) {
      last = first
      break
    }
    last = await verifyCode(room.access, visit({ ...from(n), cookies: cookieHeader(first.value.cookies) }), '000000')
  }
  expect(last).toMatchObject({ ok: false, refusal: { code: 'locked' } })
})

test('an account idle for 46 days is off, until an administrator turns it on', async () => {
  const admin = await administrator()
  const opened = await newOfficer('nghi.lau', 'Vũ Thị Thử')
  const late = visit({ now: minutes(46 * 24 * 60), address: '192.3.1.1' })
  expect(await signIn(room.access, late, { signInName: 'nghi.lau', password: opened.password })).toMatchObject({
    refusal: { code: 'account-off' },
  })
  expect(await sessionOf(opened.cookies)).toBeNull()
  await turnAccount(room.access, { actor: admin.actor, now: late.now }, opened.session.account, 'on')
  const again = await signIn(room.access, late, { signInName: 'nghi.lau', password: opened.password })
  expect(again.ok).toBe(true)
})

test('where figures are real, an account with a printed password stays shut', async () => {
  const real = { ...room.access, refuseExamples: true }
  const from = { address: '192.4.1.1' }
  expect(await signIn(real, visit(from), { signInName: 'tinh.vidu', password })).toMatchObject({
    refusal: { code: 'account-off' },
  })
})

test('a session ends after fifteen idle minutes, and each page begins the quarter of an hour again', async () => {
  const { cookies } = await signedIn(room.access, 'tinh.vidu')
  expect(await sessionOf(cookies, minutes(14))).not.toBeNull()
  expect(await sessionOf(cookies, minutes(28))).not.toBeNull()
  const ended = await currentSession(room.access, visit({ cookies, now: minutes(44) }))
  const still = await currentSession(room.access, visit({ cookies, now: minutes(45) }))
  expect([ended.state, still.state]).toEqual(['ended', 'ended'])
})

test('signing out closes the session for good, and the officer sees both in the list of recent events', async () => {
  const opened = await newOfficer('ra.ngay', 'Ngô Văn Nháp')
  const done = await signOut(room.access, visit({ cookies: opened.cookies }), opened.session)
  expect(done).toMatchObject({ ok: true })
  expect(await sessionOf(opened.cookies)).toBeNull()
  const kinds = (await recentSignIns(room.access, opened.session)).map((event) => event.kind)
  expect(kinds.slice(0, 3)).toEqual(['signed-out', 'password-changed', 'second-factor-enrolled'])
})

test('a new officer reaches only the enrolment page, then only the page for an own password, then the desk', async () => {
  const admin = await administrator()
  const made = await createAccount(
    room.access,
    { actor: admin.actor, now: new Date() },
    { signInName: 'moi.den', displayName: 'Đặng Thị Mới', kind: 'commune-officer', unit: room.units.nuiVang },
  )
  if (!made.ok) throw new Error('the administrator may open accounts')
  const first = await signIn(room.access, visit(), { signInName: 'moi.den', password: made.value.oneTimePassword })
  expect(first).toMatchObject({ ok: true, value: { next: 'enrol' } })
  if (!first.ok) return
  const waiting = await sessionOf(cookieHeader(first.value.cookies))
  if (!waiting) throw new Error('a session waits for enrolment')
  expect(actorOf(waiting)).toBeNull()
  const page = await enrolmentPage(room.access, waiting)
  expect(page?.secret).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/)
  expect(page?.qr).toMatch(/^data:image\/svg\+xml;base64,/)
  const at = visit({ cookies: cookieHeader(first.value.cookies) })
  expect(await enrolSecondFactor(room.access, at, waiting, '000000')).toMatchObject({ refusal: { code: 'wrong-code' } })
  const code = codeOfStep(fromBase32(page?.secret ?? ''), stepAt(new Date()))
  const enrolled = await enrolSecondFactor(room.access, at, waiting, code)
  if (!enrolled.ok) throw new Error('the code is right')
  const session = await sessionOf(cookieHeader(enrolled.value.cookies))
  if (!session) throw new Error('enrolling leaves a session')
  expect(session).toMatchObject({ enrolled: true, mustChangePassword: true })
  expect(actorOf(session)).toBeNull()
  expect(await enrolmentPage(room.access, session)).toBeNull()
  expect(await enrolSecondFactor(room.access, at, session, code)).toEqual({ ok: false, kind: 'forbidden' })
  const changed = await changePassword(room.access, visit({ cookies: cookieHeader(enrolled.value.cookies) }), session, {
    currentPassword: made.value.oneTimePassword,
    newPassword: 'câu này của riêng tôi',
  })
  if (!changed.ok) throw new Error('the current password is right')
  expect(actorOf(await sessionOf(cookieHeader(changed.value.cookies)))).toMatchObject({ duty: 'commune-officer' })
})

test('who signs in to enrol ends every session that was opened with the password alone before', async () => {
  const admin = await administrator()
  const opened = await newOfficer('mat.may', 'Tô Thị Nháp')
  const account = opened.session.account
  const reset = { what: 'second-factor', reason: 'phone-lost' } as const
  expect((await resetSignIn(room.access, { actor: admin.actor, now: new Date() }, account, reset)).ok).toBe(true)
  const begin = async (): Promise<string> => {
    const first = await signIn(room.access, visit(), { signInName: 'mat.may', password: opened.password })
    if (!first.ok) throw new Error('the password is right')
    return cookieHeader(first.value.cookies)
  }
  const stranger = await begin()
  expect(await sessionOf(stranger)).toMatchObject({ enrolled: false })
  const owner = await begin()
  // Before the secret is shown, so that nobody else reads it from a page that was already open.
  expect(await currentSession(room.access, visit({ cookies: stranger }))).toEqual({ state: 'none' })
  const waiting = await sessionOf(owner)
  if (!waiting) throw new Error('the owner waits for enrolment')
  const secret = (await enrolmentPage(room.access, waiting))?.secret ?? ''
  // The code of this half minute was taken when the officer enrolled the first time.
  const code = codeOfStep(fromBase32(secret), stepAt(new Date()) + 1)
  const enrolled = await enrolSecondFactor(room.access, visit({ cookies: owner }), waiting, code)
  if (!enrolled.ok) throw new Error('the code is right')
  expect(await currentSession(room.access, visit({ cookies: stranger }))).toEqual({ state: 'none' })
  expect(await sessionOf(cookieHeader(enrolled.value.cookies))).toMatchObject({ enrolled: true })
})

test('changing the password: a wrong current one is refused, the right one ends all other sessions', async () => {
  const opened = await newOfficer('doi.khau', 'Hồ Thị Thử')
  const at = visit({ cookies: opened.cookies })
  const typed = { currentPassword: opened.password, newPassword: 'một câu khác hẳn trước' }
  expect(await changePassword(room.access, at, opened.session, { ...typed, currentPassword: 'sai' })).toMatchObject({
    refusal: { code: 'wrong-password' },
  })
  expect(
    await changePassword(room.access, at, opened.session, { ...typed, newPassword: opened.password }),
  ).toMatchObject({ refusal: { code: 'same-password' } })
  expect(await changePassword(room.access, at, { ...opened.session, enrolled: false }, typed)).toEqual({
    ok: false,
    kind: 'forbidden',
  })
  const changed = await changePassword(room.access, at, opened.session, typed)
  if (!changed.ok) throw new Error('the current password is right')
  expect(await sessionOf(opened.cookies)).toBeNull()
  expect(await sessionOf(cookieHeader(changed.value.cookies))).not.toBeNull()
})

test('an officer with two duties acts in the one they chose; the duty of another is not theirs to choose', async () => {
  const admin = await administrator()
  const opened = await newOfficer('hai.viec', 'Dương Thị Mẫu')
  const given = await giveDuty(room.access, { actor: admin.actor, now: new Date() }, opened.session.account, {
    kind: 'commune-leader',
    unit: room.units.nuiVang,
  })
  if (!given.ok) throw new Error('the administrator may give duties')
  const session = await sessionOf(opened.cookies)
  if (!session) throw new Error('the session is awake')
  expect(actorOf(session)).toMatchObject({ duty: 'commune-officer', unit: room.units.songXanh })
  const at = visit({ cookies: opened.cookies })
  expect(await chooseDuty(room.access, at, session, newId<'Duty'>())).toEqual({ ok: false, kind: 'forbidden' })
  expect((await chooseDuty(room.access, at, session, given.value.duty)).ok).toBe(true)
  expect(actorOf(await sessionOf(opened.cookies))).toMatchObject({ duty: 'commune-leader', unit: room.units.nuiVang })
})

test('every step stands in the audit, whose chain is whole, and no password or address does', async () => {
  const broken = await inScope(room.access.db, { reach: 'province', province: room.units.province }, (tx) =>
    firstBrokenLink(tx, room.units.province),
  )
  const rows = await database.asOwner<{ text: string }>('select audit::text as text from audit')
  const sessions = await database.asOwner<{ ipAddress: string }>('select distinct "ipAddress" from auth.session')
  expect(broken).toBeNull()
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter(({ text }) => /203\.0\.113|192\.|vi-du-dan-van/.test(text))).toEqual([])
  expect(sessions).toEqual([{ ipAddress: '203.0.113.0' }])
})

let signedInAdministrator: ReturnType<typeof signedIn> | undefined

/** Signed in once for the whole file: its code of the moment is accepted once. */
function administrator(): ReturnType<typeof signedIn> {
  signedInAdministrator ??= signedIn(room.access, 'quantri.vidu')
  return signedInAdministrator
}

/** An officer of Sông Xanh with a second factor and an own password, signed in. */
async function newOfficer(signInName: string, displayName: string) {
  const admin = await administrator()
  const made = await createAccount(
    room.access,
    { actor: admin.actor, now: new Date() },
    { signInName, displayName, kind: 'commune-officer', unit: room.units.songXanh },
  )
  if (!made.ok) throw new Error('the administrator may open accounts')
  const first = await signIn(room.access, visit(), { signInName, password: made.value.oneTimePassword })
  if (!first.ok) throw new Error('the one-time password is right')
  const at = visit({ cookies: cookieHeader(first.value.cookies) })
  const waiting = await sessionOf(at.cookies)
  const page = waiting && (await enrolmentPage(room.access, waiting))
  if (!waiting || !page) throw new Error('enrolment waits')
  const code = codeOfStep(fromBase32(page.secret), stepAt(new Date()))
  const enrolled = await enrolSecondFactor(room.access, at, waiting, code)
  if (!enrolled.ok) throw new Error('the code is right')
  const next = visit({ cookies: cookieHeader(enrolled.value.cookies) })
  const own = `mật khẩu riêng của ${signInName}`
  const enrolledSession = await sessionOf(next.cookies)
  if (!enrolledSession) throw new Error('enrolling leaves a session')
  const changed = await changePassword(room.access, next, enrolledSession, {
    currentPassword: made.value.oneTimePassword,
    newPassword: own,
  })
  if (!changed.ok) throw new Error('the one-time password is right')
  const cookies = cookieHeader(changed.value.cookies)
  const session = await sessionOf(cookies)
  if (!session) throw new Error('changing the password leaves a session')
  return { cookies, session, password: own }
}
