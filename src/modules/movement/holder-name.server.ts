import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope } from '#platform/database.ts'
import { unseal, type Vault } from '#platform/vault/vault.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { InitiativeId } from './initiative.ts'
import { mayReadInitiative } from './policy.ts'
import { holderVaultKind } from './registering.server.ts'
import { readInitiative } from './store.server.ts'

/** Opens an individual's name for those who keep or receive the initiative; the audit keeps that it was opened. */
export async function openHolderName(ctx: Ctx, vault: Vault, id: InitiativeId): Promise<Outcome<string>> {
  if (readsOnly(ctx.actor)) return forbidden()
  const { province, account, unit } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const initiative = await readInitiative(tx, province, id)
    if (!initiative?.holderItem) return notFound()
    if (!mayReadInitiative(ctx.actor, initiative)) return forbidden()
    const ref = { province, id: initiative.holderItem, kind: holderVaultKind }
    const name = await unseal(tx, vault, ref, { reason: 'initiative-read', account, unit, at: ctx.now })
    return name === null ? notFound() : done(name)
  })
}
