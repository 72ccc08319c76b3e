import { APIError } from 'better-auth/api'
import { parseId, type Id } from '#kernel/ids.ts'
import { record } from '#platform/audit.ts'
import type { Tx } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import { truncatedAddress } from './address.ts'
import type { AccessAuditKind } from './audit-labels.ts'
import { exampleAccounts } from './example.ts'
import { beginAttempt, takeStep, type Attempt } from './guard.server.ts'
import {
  cookieChanges,
  cookieValue,
  headersOf,
  pendingCookie,
  secondFactorSecret,
  type CookieChange,
  type Visit,
} from './identity.server.ts'
import { takeRecoveryCode } from './recovery.server.ts'
import { updateAccount, type Account } from './store.server.ts'
import { stepOfCode } from './totp.server.ts'

/** Whose sign-in it is, before anybody is let in. */
export type Known = { userId: string; signInName: string; account: Id<'Account'>; province: Id<'Unit'> }

/** Turns away an account that is off, and turns off one that was idle too long. */
export async function isOff(tx: Tx, access: Access, account: Account, visit: Visit): Promise<boolean> {
  if (account.turnedOffAt) return true
  if (access.refuseExamples && exampleAccounts.some(({ signInName }) => signInName === account.signInName)) return true
  const idleDays = (visit.now.getTime() - account.lastActiveAt.getTime()) / 86_400_000
  if (idleDays <= access.guard.daysUntilOff) return false
  await updateAccount(tx, account, { turned_off_at: visit.now })
  await record(tx, {
    ...entry({ province: account.province, account: account.id }, visit, 'account-turned-off', { reason: 'idle' }),
    account: null,
  })
  return true
}

/** Ends every session of a user, and every sign-in that waits for its code. */
export async function endSessions(access: Access, userId: string): Promise<void> {
  await access.identity.authDb.deleteFrom('session').where('userId', '=', userId).execute()
  await access.identity.authDb.deleteFrom('verification').where('value', '=', userId).execute()
}

/** The sessions a person has now, so that they can be told from one that is about to begin. */
export async function sessionsOf(access: Access, userId: string): Promise<string[]> {
  const rows = await access.identity.authDb.selectFrom('session').select('id').where('userId', '=', userId).execute()
  return rows.map((row) => row.id)
}

export async function endThese(access: Access, sessions: readonly string[]): Promise<void> {
  if (sessions.length > 0) await access.identity.authDb.deleteFrom('session').where('id', 'in', sessions).execute()
}

export function attemptOf(access: Access, visit: Visit, signInName: string): Promise<Attempt> {
  const who = { signInName, address: truncatedAddress(visit.address), now: visit.now }
  return beginAttempt(access.identity.authDb, access.secret, access.guard, who)
}

export async function passwordIsRight(
  access: Access,
  visit: Visit,
  typed: { signInName: string; password: string },
): Promise<{ secondFactor: boolean; cookies: CookieChange[] } | null> {
  const answer = await answered(
    access.identity.library.api.signInUsername({
      body: { username: typed.signInName, password: typed.password },
      headers: headersOf({ ...visit, cookies: '' }),
      returnHeaders: true,
    }),
  )
  if (!answer) return null
  const secondFactor = 'twoFactorRedirect' in answer.response
  return { secondFactor, cookies: cookieChanges(answer.headers).filter(({ value }) => value !== '') }
}

/** Whether this is the account's password, without beginning a sign-in. */
export async function isOwnPassword(access: Access, userId: string, typed: string): Promise<boolean> {
  const { password } = await access.identity.library.$context
  const row = await access.identity.authDb
    .selectFrom('account')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return !!row?.password && password.verify({ hash: row.password, password: typed })
}

/** Whether somebody holds the second factor: the six digits of the moment, or one of the codes on paper. Takes it. */
export async function factorIsHeld(
  access: Access,
  userId: string,
  code: string,
  now: Date,
): Promise<'held' | 'held-on-paper' | 'wrong-code' | 'code-already-used'> {
  if (!/^\d{6}$/.test(code)) {
    const { authDb } = access.identity
    return (await takeRecoveryCode(authDb, access.secret, userId, code, now)) ? 'held-on-paper' : 'wrong-code'
  }
  return takeTotp(access, userId, code, now)
}

async function takeTotp(
  access: Access,
  userId: string,
  code: string,
  now: Date,
): Promise<'held' | 'wrong-code' | 'code-already-used'> {
  const secret = await secondFactorSecret(access.identity, userId)
  const step = secret && stepOfCode(secret, code, now)
  if (step === null) return 'wrong-code'
  return (await takeStep(access.identity.authDb, userId, step)) ? 'held' : 'code-already-used'
}

export async function codeIsRight(
  access: Access,
  visit: Visit,
  userId: string,
  code: string,
): Promise<{ cookies: CookieChange[] } | { refusal: 'wrong-code' | 'code-already-used' }> {
  const held = await takeTotp(access, userId, code, visit.now)
  if (held !== 'held') return { refusal: held }
  const answer = await answered(
    access.identity.library.api.verifyTOTP({ body: { code }, headers: headersOf(visit), returnHeaders: true }),
  )
  return answer ? { cookies: cookieChanges(answer.headers) } : { refusal: 'wrong-code' }
}

/** The library says no by throwing: here a no is null, and anything else is still thrown. */
export async function answered<Value>(call: Promise<Value>): Promise<Value | null> {
  try {
    return await call
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  }
}

export async function pendingPerson(access: Access, visit: Visit): Promise<Known | null> {
  const signed = cookieValue(visit.cookies, pendingCookie)
  // PostgreSQL takes no NUL in a text.
  if (!signed || signed.includes('\0')) return null
  // `identifier.signature`: the library checks the signature itself when the code is right.
  const row = await access.identity.authDb
    .selectFrom('verification')
    .select('value')
    .where('identifier', '=', signed.slice(0, signed.lastIndexOf('.')))
    .where('expiresAt', '>', visit.now)
    .executeTakeFirst()
  return row && parseId(row.value) ? findKnown(access, 'id', row.value) : null
}

export async function findKnown(access: Access, column: 'id' | 'username', value: string): Promise<Known | null> {
  const row = await access.identity.authDb
    .selectFrom('user')
    .select(['id', 'username', 'accountId', 'provinceId'])
    .where(column, '=', value)
    .executeTakeFirst()
  const account = parseId<'Account'>(row?.accountId)
  const province = parseId<'Unit'>(row?.provinceId)
  return row && account && province ? { userId: row.id, signInName: row.username, account, province } : null
}

export function entry(
  who: { province: Id<'Unit'>; account: Id<'Account'> },
  visit: Visit,
  kind: AccessAuditKind,
  changed: Record<string, string> = {},
): Parameters<typeof record>[1] {
  return {
    province: who.province,
    account: who.account,
    unit: null,
    kind,
    object: { kind: 'account', id: who.account },
    changed,
    at: visit.now,
  }
}
