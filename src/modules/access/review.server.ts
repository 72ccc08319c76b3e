import { newId, type Id } from '#kernel/ids.ts'
import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import type { Actor } from './actor.ts'
import { entry } from './administration.server.ts'
import type { AdministrationRefusal } from './labels.ts'
import { mayAdminister } from './policy.ts'
import { endSessions } from './steps.server.ts'
import { updateAccount, lockAccountsThatAreOn } from './store.server.ts'

/** What was decided for each account that is on. */
export type ReviewChoices = ReadonlyMap<Id<'Account'>, 'keep' | 'off'>

/**
 * The yearly review (rà soát): a decision for every account that may sign in, all at once. One's own account is kept without
 * being asked about; those already off stay off.
 */
export async function completeReview(
  access: Access,
  ctx: { actor: Actor; now: Date },
  { shown, choices }: { shown: ReadonlySet<Id<'Account'>>; choices: ReviewChoices },
): Promise<Outcome<{ kept: number; turnedOff: number }, AdministrationRefusal>> {
  const { actor, now } = ctx
  if (!mayAdminister(actor, actor.province)) return forbidden()
  return inScope(access.db, { reach: 'province', province: actor.province }, async (tx) => {
    const accounts = await lockAccountsThatAreOn(tx, actor.province)
    const others = accounts.filter((account) => account.id !== actor.account)
    const undecided = others.filter((account) => !choices.has(account.id))
    if (undecided.length > 0) {
      // Who was not on the page was opened meanwhile; who was, was passed over.
      const unseen = undecided.filter((account) => !shown.has(account.id))
      return unseen.length > 0
        ? refused({ code: 'accounts-changed', names: unseen.map((account) => account.name) })
        : refused({ code: 'undecided', count: undecided.length })
    }
    const off = others.filter((account) => choices.get(account.id) === 'off')
    for (const account of off) {
      await updateAccount(tx, account, { turned_off_at: now })
      await endSessions(access, account.userId)
    }
    const id = await insertReview(tx, ctx, { lookedAt: accounts.length, turnedOff: off.length })
    for (const account of off) await record(tx, entry(account, ctx, 'account-turned-off', { reason: 'review' }))
    const kept = accounts.length - off.length
    const own = accounts.find((account) => account.id === actor.account)
    if (!own) throw new Error('The administrator who reviews is not among the accounts that are on')
    await record(tx, {
      ...entry(own, ctx, 'accounts-reviewed', { kept, turnedOff: off.length }),
      object: { kind: 'account-review', id },
    })
    return done({ kept, turnedOff: off.length })
  })
}

async function insertReview(
  tx: Tx,
  ctx: { actor: Actor; now: Date },
  counts: { lookedAt: number; turnedOff: number },
): Promise<string> {
  const id = newId<'AccountReview'>(ctx.now)
  await tx
    .insertInto('account_review')
    .values({
      province_id: ctx.actor.province,
      id,
      completed_at: ctx.now,
      completed_by: ctx.actor.account,
      looked_at: counts.lookedAt,
      kept: counts.lookedAt - counts.turnedOff,
      turned_off: counts.turnedOff,
    })
    .execute()
  return id
}
