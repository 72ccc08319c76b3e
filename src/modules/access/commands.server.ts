import type { Id } from '#kernel/ids.ts'
import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import { rememberDuty } from './guard.server.ts'
import {
  cookieChanges,
  cookiePair,
  headersOf,
  pendingCookie,
  withCookies,
  type CookieChange,
  type Visit,
} from './identity.server.ts'
import type { AccessRefusal } from './labels.ts'
import { replaceRecoveryCodes } from './recovery.server.ts'
import type { Session } from './session.server.ts'
import {
  answered,
  attemptOf,
  codeIsRight,
  endSessions,
  endThese,
  entry,
  findKnown,
  isOff,
  passwordIsRight,
  pendingPerson,
  sessionsOf,
} from './steps.server.ts'
import { lockAccount, updateAccount } from './store.server.ts'

type Answer<Value> = Promise<Outcome<Value & { cookies: CookieChange[] }, AccessRefusal>>

/** The first of two steps: a right password opens the page for the code, or for enrolling a second factor. */
export async function signIn(
  access: Access,
  visit: Visit,
  typed: { signInName: string; password: string },
): Answer<{ next: 'code' | 'enrol' }> {
  const attempt = await attemptOf(access, visit, typed.signInName)
  const known = await findKnown(access, 'username', typed.signInName)
  if (attempt.lockedMinutes !== null) return refused({ code: 'locked', minutes: attempt.lockedMinutes })
  // An unknown name takes as long as a wrong password: the library hashes what was typed all the same.
  if (!known) {
    await passwordIsRight(access, visit, typed)
    await attempt.wrong()
    return refused({ code: 'wrong-name-or-password' })
  }
  return inScope(access.db, { reach: 'province', province: known.province }, async (tx) => {
    const account = await lockAccount(tx, { province: known.province, id: known.account })
    const earlier = account ? await sessionsOf(access, account.userId) : []
    const accepted = await passwordIsRight(access, visit, typed)
    if (!account || !accepted) {
      await attempt.wrong()
      await record(tx, entry(known, visit, 'sign-in-refused', { reason: 'password' }))
      return refused({ code: 'wrong-name-or-password' })
    }
    if (await isOff(tx, access, account, visit)) {
      await endSessions(access, account.userId)
      return refused({ code: 'account-off' })
    }
    await attempt.release()
    if (accepted.secondFactor) return done({ next: 'code', cookies: accepted.cookies })
    // The secret is about to be shown: nobody who came before with the same one-time password may look at it too.
    await endThese(access, earlier)
    await access.identity.library.api.enableTwoFactor({
      body: { password: typed.password, method: 'totp' },
      headers: headersOf(withCookies(visit, accepted.cookies)),
    })
    await record(tx, entry(known, visit, 'sign-in-to-enrol'))
    return done({ next: 'enrol', cookies: accepted.cookies })
  })
}

/** The second step: the six digits of the moment, each accepted once. */
export async function verifyCode(access: Access, visit: Visit, code: string): Answer<{ account: Id<'Account'> }> {
  const known = await pendingPerson(access, visit)
  if (!known) return refused({ code: 'sign-in-started-too-long-ago' })
  const attempt = await attemptOf(access, visit, known.signInName)
  if (attempt.lockedMinutes !== null) return refused({ code: 'locked', minutes: attempt.lockedMinutes })
  return inScope(access.db, { reach: 'province', province: known.province }, async (tx) => {
    const account = await lockAccount(tx, { province: known.province, id: known.account })
    if (!account) return forbidden()
    if (await isOff(tx, access, account, visit)) return refused({ code: 'account-off' })
    // An older session in the same browser would make the library check that one instead of signing in.
    const onlyPending = { ...visit, cookies: cookiePair(visit.cookies, pendingCookie) }
    const accepted = await codeIsRight(access, onlyPending, known.userId, code)
    if ('refusal' in accepted) {
      await attempt.wrong()
      await record(tx, entry(known, visit, 'sign-in-refused', { reason: accepted.refusal }))
      return refused({ code: accepted.refusal })
    }
    await attempt.clear()
    await updateAccount(tx, account, { last_active_at: visit.now })
    await record(tx, entry(known, visit, 'signed-in'))
    return done({ account: known.account, cookies: accepted.cookies })
  })
}

/** Completes the enrolment begun at sign-in: the first code proves that the app has the secret. Answers the codes for the paper. */
export async function enrolSecondFactor(
  access: Access,
  visit: Visit,
  session: Session,
  code: string,
): Answer<{ recoveryCodes: string[] }> {
  if (session.enrolled) return forbidden()
  const attempt = await attemptOf(access, visit, session.signInName)
  if (attempt.lockedMinutes !== null) return refused({ code: 'locked', minutes: attempt.lockedMinutes })
  return inScope(access.db, { reach: 'province', province: session.province }, async (tx) => {
    const account = await lockAccount(tx, { province: session.province, id: session.account })
    if (!account || account.turnedOffAt) return forbidden()
    const { authDb } = access.identity
    // Opened with the password alone, perhaps by somebody else: what this code proves must not make them whole.
    await authDb.deleteFrom('session').where('userId', '=', session.userId).where('id', '!=', session.id).execute()
    const accepted = await codeIsRight(access, visit, session.userId, code)
    if ('refusal' in accepted) {
      await attempt.wrong()
      return refused({ code: accepted.refusal })
    }
    await attempt.clear()
    await updateAccount(tx, account, { last_active_at: visit.now })
    const recoveryCodes = await replaceRecoveryCodes(authDb, access.secret, session.userId, visit.now)
    await record(tx, entry(session, visit, 'second-factor-enrolled'))
    return done({ cookies: accepted.cookies, recoveryCodes })
  })
}

export async function signOut(access: Access, visit: Visit, session: Session): Answer<object> {
  return inScope(access.db, { reach: 'province', province: session.province }, async (tx) => {
    const { headers } = await access.identity.library.api.signOut({ headers: headersOf(visit), returnHeaders: true })
    await record(tx, entry(session, visit, 'signed-out'))
    return done({ cookies: cookieChanges(headers) })
  })
}

/** Changes one's own password and ends every other session of the account. */
export async function changePassword(
  access: Access,
  visit: Visit,
  session: Session,
  typed: { currentPassword: string; newPassword: string },
): Answer<object> {
  if (!session.enrolled) return forbidden()
  if (typed.currentPassword === typed.newPassword) return refused({ code: 'same-password' })
  const attempt = await attemptOf(access, visit, session.signInName)
  if (attempt.lockedMinutes !== null) return refused({ code: 'locked', minutes: attempt.lockedMinutes })
  return inScope(access.db, { reach: 'province', province: session.province }, async (tx) => {
    const account = await lockAccount(tx, { province: session.province, id: session.account })
    if (!account || account.turnedOffAt) return forbidden()
    const changed = await answered(
      access.identity.library.api.changePassword({
        body: { ...typed, revokeOtherSessions: true },
        headers: headersOf(visit),
        returnHeaders: true,
      }),
    )
    if (!changed) {
      await attempt.wrong()
      await record(tx, entry(session, visit, 'password-change-refused'))
      return refused({ code: 'wrong-password' })
    }
    await attempt.clear()
    await updateAccount(tx, account, { password_is_one_time: false })
    await record(tx, entry(session, visit, 'password-changed'))
    return done({ cookies: cookieChanges(changed.headers) })
  })
}

/** Acts in another of one's duties for the rest of the session. */
export async function chooseDuty(
  access: Access,
  visit: Visit,
  session: Session,
  duty: Id<'Duty'>,
): Promise<Outcome<undefined>> {
  if (!session.enrolled || !session.duties.some(({ id }) => id === duty)) return forbidden()
  return inScope(access.db, { reach: 'province', province: session.province }, async (tx) => {
    await rememberDuty(access.identity.authDb, session.id, duty, visit.now)
    await record(tx, { ...entry(session, visit, 'duty-chosen'), object: { kind: 'duty', id: duty } })
    return done()
  })
}
