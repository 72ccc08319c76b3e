import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import type { Id } from '#kernel/ids.ts'
import { record } from '#platform/audit.ts'
import { inScope } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import {
  cookieChanges,
  cookiePair,
  headersOf,
  pendingCookie,
  secondFactorSecret,
  type CookieChange,
  type Visit,
} from './identity.server.ts'
import type { AccessRefusal } from './labels.ts'
import { dropRecoveryCodes, recoveryCodesLeft, replaceRecoveryCodes, takeRecoveryCode } from './recovery.server.ts'
import type { Session } from './session.server.ts'
import {
  answered,
  attemptOf,
  endSessions,
  entry,
  factorIsHeld,
  isOff,
  isOwnPassword,
  pendingPerson,
} from './steps.server.ts'
import { lockAccount, updateAccount } from './store.server.ts'
import { codeOfStep, stepAt } from './totp.server.ts'

type Answer<Value> = Promise<Outcome<Value, AccessRefusal>>

/** The second step without the telephone: a code from the printed sheet, each accepted once. */
export async function useRecoveryCode(
  access: Access,
  visit: Visit,
  typed: string,
): Answer<{ account: Id<'Account'>; cookies: CookieChange[] }> {
  const known = await pendingPerson(access, visit)
  if (!known) return refused({ code: 'sign-in-started-too-long-ago' })
  const attempt = await attemptOf(access, visit, known.signInName)
  if (attempt.lockedMinutes !== null) return refused({ code: 'locked', minutes: attempt.lockedMinutes })
  return inScope(access.db, { reach: 'province', province: known.province }, async (tx) => {
    const account = await lockAccount(tx, { province: known.province, id: known.account })
    if (!account) return forbidden()
    if (await isOff(tx, access, account, visit)) return refused({ code: 'account-off' })
    if (!(await takeRecoveryCode(access.identity.authDb, access.secret, known.userId, typed, visit.now))) {
      await attempt.wrong()
      await record(tx, entry(known, visit, 'sign-in-refused', { reason: 'wrong-recovery-code' }))
      return refused({ code: 'wrong-recovery-code' })
    }
    const cookies = await completeSignIn(access, visit, known.userId)
    if (!cookies) return refused({ code: 'sign-in-started-too-long-ago' })
    await attempt.clear()
    await updateAccount(tx, account, { last_active_at: visit.now })
    const left = (await recoveryCodesLeft(access.identity.authDb, known.userId))?.left ?? 0
    await record(tx, entry(known, visit, 'signed-in-with-recovery-code', { left: String(left) }))
    return done({ account: known.account, cookies })
  })
}

/**
 * The library lets in whoever brings the digits of the moment. The paper has proved the person, so we bring them ourselves;
 * their step is not taken, for it is not the telephone that showed them.
 */
async function completeSignIn(access: Access, visit: Visit, userId: string): Promise<CookieChange[] | null> {
  const secret = await secondFactorSecret(access.identity, userId)
  if (!secret) return null
  const headers = headersOf({ ...visit, cookies: cookiePair(visit.cookies, pendingCookie) })
  const code = codeOfStep(secret, stepAt(visit.now))
  const answer = await answered(
    access.identity.library.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
  )
  return answer && cookieChanges(answer.headers)
}

/** A new set of ten codes for the paper, after password and second factor; the old sheet opens nothing any more. */
export async function renewRecoveryCodes(
  access: Access,
  visit: Visit,
  session: Session,
  typed: { currentPassword: string; code: string },
): Answer<{ codes: string[] }> {
  return withProof(access, visit, session, typed, 'recovery-codes-renewed', async () => {
    const { authDb } = access.identity
    return { codes: await replaceRecoveryCodes(authDb, access.secret, session.userId, visit.now) }
  })
}

/** For a new telephone: the old factor and its sheet go, every session ends, and the next sign-in enrols again. */
export async function giveUpSecondFactor(
  access: Access,
  visit: Visit,
  session: Session,
  typed: { currentPassword: string; code: string },
): Answer<object> {
  return withProof(access, visit, session, typed, 'second-factor-given-up', async () => {
    await dropSecondFactor(access, session.userId)
    return {}
  })
}

/** Takes away a user's second factor with its codes, and ends all that it had opened. */
export async function dropSecondFactor(access: Access, userId: string): Promise<void> {
  const { internalAdapter } = await access.identity.library.$context
  await access.identity.authDb.deleteFrom('twoFactor').where('userId', '=', userId).execute()
  await internalAdapter.updateUser(userId, { twoFactorEnabled: false })
  await dropRecoveryCodes(access.identity.authDb, userId)
  await endSessions(access, userId)
}

async function withProof<Value>(
  access: Access,
  visit: Visit,
  session: Session,
  typed: { currentPassword: string; code: string },
  kind: 'recovery-codes-renewed' | 'second-factor-given-up',
  work: () => Promise<Value>,
): Answer<Value> {
  if (!session.enrolled) return forbidden()
  const attempt = await attemptOf(access, visit, session.signInName)
  if (attempt.lockedMinutes !== null) return refused({ code: 'locked', minutes: attempt.lockedMinutes })
  return inScope(access.db, { reach: 'province', province: session.province }, async (tx) => {
    const account = await lockAccount(tx, { province: session.province, id: session.account })
    if (!account || account.turnedOffAt) return forbidden()
    const wrong = await whatIsWrong(access, visit, session, typed)
    if (wrong) {
      await attempt.wrong()
      await record(tx, entry(session, visit, 'own-factor-refused', { reason: wrong }))
      return refused({ code: wrong })
    }
    await attempt.clear()
    const value = await work()
    await record(tx, entry(session, visit, kind))
    return done(value)
  })
}

/** The password first: a code is taken only from somebody who knows it. */
async function whatIsWrong(
  access: Access,
  visit: Visit,
  session: Session,
  typed: { currentPassword: string; code: string },
): Promise<'wrong-password' | 'wrong-code' | 'wrong-recovery-code' | 'code-already-used' | null> {
  if (!(await isOwnPassword(access, session.userId, typed.currentPassword))) return 'wrong-password'
  const held = await factorIsHeld(access, session.userId, typed.code, visit.now)
  if (held === 'held' || held === 'held-on-paper') return null
  return held === 'wrong-code' && !/^\d{6}$/.test(typed.code) ? 'wrong-recovery-code' : held
}
