import type { Id } from '#kernel/ids.ts'
import { done, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import type { Actor } from './actor.ts'
import { administer, entry, newOneTimePassword } from './administration.server.ts'
import { forgetAttempts } from './guard.server.ts'
import type { AdministrationRefusal, ResetReason, ResetWhat } from './labels.ts'
import { dropSecondFactor } from './own-factor.server.ts'
import { endSessions } from './steps.server.ts'
import { dutiesOn, lockAccount, updateAccount, type Account } from './store.server.ts'

type Answer<Value> = Promise<Outcome<Value, AdministrationRefusal>>

/** What is taken away, and why; the reason is one of a list, so that nobody writes about a person into the audit. */
export type Reset = { what: ResetWhat; reason: ResetReason }
export type ResetResult = { signInName: string; name: string; oneTimePassword: string | null }

/**
 * For a forgotten password, a lost telephone, or both. Every session of the account ends; the password is answered once and
 * kept nowhere; with the second factor its recovery codes go, and the next sign-in enrols again.
 */
export async function resetSignIn(
  access: Access,
  ctx: { actor: Actor; now: Date },
  account: Id<'Account'>,
  reset: Reset,
): Answer<ResetResult> {
  return administer(access, ctx, account, async (tx, row) => {
    if (row.id === ctx.actor.account) return refused({ code: 'own-account' })
    return done(await resetAccount(access, tx, row, reset, ctx))
  })
}

/** For the operator, when the last administrator of a province is locked out: both are reset and the account is on again. */
export async function rescueAdministrator(
  access: Access,
  now: Date,
  signInName: string,
  reason: ResetReason,
): Answer<ResetResult> {
  const user = await access.identity.authDb
    .selectFrom('user')
    .select(['accountId', 'provinceId'])
    .where('username', '=', signInName)
    .executeTakeFirst()
  if (!user) return notFound()
  const key = { province: user.provinceId as Id<'Unit'>, id: user.accountId as Id<'Account'> }
  return inScope(access.db, { reach: 'province', province: key.province }, async (tx) => {
    const row = await lockAccount(tx, key)
    if (!row) return notFound()
    const duties = await dutiesOn(tx, row, dayInVietnam(now))
    if (!duties.some((duty) => duty.kind === 'administrator')) return refused({ code: 'not-an-administrator' })
    await updateAccount(tx, row, { turned_off_at: null, last_active_at: now })
    return done(await resetAccount(access, tx, row, { what: 'both', reason }, { actor: null, now }))
  })
}

async function resetAccount(
  access: Access,
  tx: Tx,
  row: Account,
  reset: Reset,
  ctx: { actor: Actor | null; now: Date },
): Promise<ResetResult> {
  if (reset.what !== 'password') await dropSecondFactor(access, row.userId)
  const oneTimePassword = reset.what === 'second-factor' ? null : newOneTimePassword()
  if (oneTimePassword) {
    const { internalAdapter, password } = await access.identity.library.$context
    await internalAdapter.updatePassword(row.userId, await password.hash(oneTimePassword))
    await updateAccount(tx, row, { password_is_one_time: true })
  }
  await endSessions(access, row.userId)
  await forgetAttempts(access.identity.authDb, access.secret, row.signInName)
  const kind = {
    password: 'password-reset',
    'second-factor': 'second-factor-reset',
    both: 'sign-in-reset',
  } as const
  await record(tx, entry(row, ctx, kind[reset.what], { reason: reset.reason }))
  return { signInName: row.signInName, name: row.name, oneTimePassword }
}
