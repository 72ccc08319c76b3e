import { expect, test } from 'vitest'
import { cookieHeader, codeOf, signedIn, useAccess, visit } from '../../../tests/support/access.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { signIn } from './commands.server.ts'
import { examplePassword } from './example.ts'
import { giveUpSecondFactor, renewRecoveryCodes, useRecoveryCode } from './own-factor.server.ts'
import { recoveryCodesOf } from './queries.server.ts'
import { replaceRecoveryCodes } from './recovery.server.ts'
import { actorOf, currentSession } from './session.server.ts'

const database = useDatabase()
const room = useAccess(database)
const password = examplePassword

/** A set of codes for an example account, as enrolment makes it. */
async function codesOf(signInName: string): Promise<string[]> {
  const [user] = await database.asOwner<{ id: string }>('select id from auth."user" where username = $1', [signInName])
  return replaceRecoveryCodes(room.access.identity.authDb, room.access.secret, user?.id ?? '', new Date())
}

/** The cookies of a sign-in between password and code. */
async function begun(signInName: string, address = '203.0.113.7'): Promise<string> {
  const first = await signIn(room.access, visit({ address }), { signInName, password })
  if (!first.ok) throw new Error(`${signInName} could not begin: ${JSON.stringify(first)}`)
  return cookieHeader(first.value.cookies)
}

test('a code from the sheet opens the desk once; the second time it is refused', async () => {
  const [code = ''] = await codesOf('xa.songxanh')
  const done = await useRecoveryCode(room.access, visit({ cookies: await begun('xa.songxanh') }), code.toUpperCase())
  if (!done.ok) throw new Error('the code is on the sheet')
  const now = await currentSession(room.access, visit({ cookies: cookieHeader(done.value.cookies) }))
  expect(now.state === 'awake' && actorOf(now.session)).toMatchObject({ duty: 'commune-officer' })
  expect(now.state === 'awake' && (await recoveryCodesOf(room.access, now.session))).toMatchObject({ left: 9 })
  const again = await useRecoveryCode(room.access, visit({ cookies: await begun('xa.songxanh') }), code)
  expect(again).toMatchObject({ ok: false, refusal: { code: 'wrong-recovery-code' } })
})

test('two browsers with the same code at once: one is let in', async () => {
  const [code = ''] = await codesOf('xa.nuivang')
  const cookies = [await begun('xa.nuivang'), await begun('xa.nuivang')]
  const both = await Promise.all(cookies.map((one) => useRecoveryCode(room.access, visit({ cookies: one }), code)))
  expect(both.filter((answer) => answer.ok)).toHaveLength(1)
})

test('the code of a colleague is no code, and without a password before it there is nothing to answer', async () => {
  const [code = ''] = await codesOf('lanhdao.vidu')
  const foreign = await useRecoveryCode(room.access, visit({ cookies: await begun('tinh.vidu') }), code)
  expect(foreign).toMatchObject({ refusal: { code: 'wrong-recovery-code' } })
  for (const cookies of ['', 'kheo.two_factor=a%00b.c']) {
    expect(await useRecoveryCode(room.access, visit({ cookies }), code)).toMatchObject({
      refusal: { code: 'sign-in-started-too-long-ago' },
    })
  }
})

test('wrong recovery codes lock the account as wrong digits do', async () => {
  const [right = ''] = await codesOf('lanhdao.songxanh')
  let last: unknown
  for (let n = 0; n < 5; n += 1) {
    const cookies = await begun('lanhdao.songxanh', `192.5.${n}.1`)
    last = await useRecoveryCode(room.access, visit({ cookies, address: `192.5.${n}.1` }), 'aaaaaaaaaa')
  }
  expect(last).toMatchObject({ refusal: { code: 'wrong-recovery-code' } })
  const first = await signIn(room.access, visit({ address: '192.6.1.1' }), { signInName: 'lanhdao.songxanh', password })
  expect(first).toMatchObject({ refusal: { code: 'locked' } })
  expect(right).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/)
})

test('the sheet stands nowhere but on paper: the database has keyed hashes, and the audit has no code', async () => {
  const codes = await codesOf('tinh.vidu')
  const rows = await database.asOwner<{ text: string }>(
    'select row_to_json(c)::text as text from auth.recovery_code c union all select row_to_json(a)::text from audit a',
  )
  const said = rows.map((row) => row.text).join(' ')
  expect(codes.filter((code) => said.includes(code) || said.includes(code.replace('-', '')))).toEqual([])
  const kinds = await database.asOwner<{ kind: string }>('select distinct kind from audit')
  expect(kinds.map((row) => row.kind)).toContain('signed-in-with-recovery-code')
})

test('renewing takes password and code; a wrong one of either is refused, and an old sheet is worth nothing', async () => {
  const old = await codesOf('quantri.vidu')
  const { session, cookies } = await signedIn(room.access, 'quantri.vidu')
  const at = visit({ cookies })
  const typed = { currentPassword: password, code: codeOf('quantri.vidu', 1) }
  expect(await renewRecoveryCodes(room.access, at, session, { ...typed, currentPassword: 'sai' })).toMatchObject({
    refusal: { code: 'wrong-password' },
  })
  expect(await renewRecoveryCodes(room.access, at, session, { ...typed, code: 'aaaaaaaaaa' })).toMatchObject({
    refusal: { code: 'wrong-recovery-code' },
  })
  expect(await renewRecoveryCodes(room.access, at, { ...session, enrolled: false }, typed)).toEqual({
    ok: false,
    kind: 'forbidden',
  })
  const done = await renewRecoveryCodes(room.access, at, session, typed)
  if (!done.ok) throw new Error('password and code are right')
  expect(new Set([...done.value.codes, ...old]).size).toBe(20)
  const stale = await useRecoveryCode(room.access, visit({ cookies: await begun('quantri.vidu') }), old[0] ?? '')
  expect(stale).toMatchObject({ refusal: { code: 'wrong-recovery-code' } })
})

test('giving up the telephone with a code from the sheet: sessions end and the next sign-in enrols another', async () => {
  const [code = '', next = ''] = await codesOf('kiemsoat.vidu')
  const { session, cookies } = await signedIn(room.access, 'kiemsoat.vidu')
  const at = visit({ cookies })
  expect(
    await giveUpSecondFactor(room.access, at, session, { currentPassword: password, code: '000000' }),
  ).toMatchObject({ refusal: { code: 'wrong-code' } })
  expect(
    await giveUpSecondFactor(room.access, at, { ...session, enrolled: false }, { currentPassword: password, code }),
  ).toEqual({ ok: false, kind: 'forbidden' })
  expect((await giveUpSecondFactor(room.access, at, session, { currentPassword: password, code })).ok).toBe(true)
  expect((await currentSession(room.access, at)).state).toBe('none')
  const first = await signIn(room.access, visit(), { signInName: 'kiemsoat.vidu', password })
  expect(first).toMatchObject({ ok: true, value: { next: 'enrol' } })
  const left = await database.asOwner(
    'select 1 from auth.recovery_code c join auth."user" u on u.id = c.user_id where u.username = $1',
    ['kiemsoat.vidu'],
  )
  expect([left, next.length]).toEqual([[], 11])
})
