import type { Id } from '#kernel/ids.ts'
import { done, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import type { Access } from './access.server.ts'
import type { Actor } from './actor.ts'
import { administer, entry, newOneTimePassword } from './administration.server.ts'
import { forgetAttempts } from './guard.server.ts'
import type { AdministrationRefusal } from './labels.ts'
import { endSessions } from './steps.server.ts'
import { updateAccount } from './store.server.ts'

type Answer<Value> = Promise<Outcome<Value, AdministrationRefusal>>

/** For a lost telephone: the officer enrols another at the next sign-in. */
export async function resetSecondFactor(
  access: Access,
  ctx: { actor: Actor; now: Date },
  account: Id<'Account'>,
): Answer<undefined> {
  return administer(access, ctx, account, async (tx, row) => {
    if (row.id === ctx.actor.account) return refused({ code: 'own-account' })
    const { internalAdapter } = await access.identity.library.$context
    await access.identity.authDb.deleteFrom('twoFactor').where('userId', '=', row.userId).execute()
    await internalAdapter.updateUser(row.userId, { twoFactorEnabled: false })
    await endSessions(access, row.userId)
    await forgetAttempts(access.identity.authDb, access.secret, row.signInName)
    await record(tx, entry(row, ctx, 'second-factor-reset'))
    return done()
  })
}

/** For a forgotten password: a new one-time password, and every session of the account ends. */
export async function resetPassword(
  access: Access,
  ctx: { actor: Actor; now: Date },
  account: Id<'Account'>,
): Answer<{ oneTimePassword: string }> {
  return administer(access, ctx, account, async (tx, row) => {
    if (row.id === ctx.actor.account) return refused({ code: 'own-account' })
    const { internalAdapter, password } = await access.identity.library.$context
    const oneTimePassword = newOneTimePassword()
    await internalAdapter.updatePassword(row.userId, await password.hash(oneTimePassword))
    await endSessions(access, row.userId)
    await forgetAttempts(access.identity.authDb, access.secret, row.signInName)
    await updateAccount(tx, row, { password_is_one_time: true })
    await record(tx, entry(row, ctx, 'password-reset'))
    return done({ oneTimePassword })
  })
}
