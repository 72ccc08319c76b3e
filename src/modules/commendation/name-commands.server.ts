import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { unseal, type Vault } from '#platform/vault/vault.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { Award, AwardId } from './award.ts'
import { nameKind } from './commands.server.ts'
import type { Refusal } from './labels.ts'
import { mayOpenName, mayReadAward } from './policy.ts'
import { findAward } from './store.server.ts'

type Done<Value> = Promise<Outcome<Value, Refusal>>

/** Why a name is opened, as the audit keeps it. */
export type NameReason = 'read-award' | 'print-certificate' | 'list-of-entitled'

/** Opens the name of one person for those who may, and records that it was opened. */
export async function openName(ctx: Ctx, vault: Vault, id: AwardId): Done<string> {
  // Before anything is looked for: the transaction of who only reads could not record the opening.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const award = await findAward(tx, ctx.actor.province, id)
    if (!award) return notFound()
    if (!mayOpenName(ctx.actor, award) || !mayReadAward(ctx.actor, award)) return forbidden()
    const name = await nameOf(tx, ctx, vault, award, 'read-award')
    return name === null ? refused({ code: 'source-gone' }) : done(name)
  })
}

/** One opened name, the opening recorded; null of a collective and where no name was given. Last in its transaction. */
export async function nameOf(
  tx: Tx,
  ctx: Ctx,
  vault: Vault,
  award: Pick<Award, 'province' | 'item'>,
  reason: NameReason,
): Promise<string | null> {
  if (award.item === null) return null
  const { account, unit } = ctx.actor
  const opening = { reason, account, unit, at: ctx.now }
  return unseal(tx, vault, { province: award.province, id: award.item, kind: nameKind }, opening)
}
