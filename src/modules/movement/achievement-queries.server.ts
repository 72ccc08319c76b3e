import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayReadInitiative } from './policy.ts'
import type { Initiative, InitiativeId } from './initiative.ts'
import { readInitiative } from './store.server.ts'
import type { InitiativeYear } from './year.ts'
import { yearsOf } from './year-store.server.ts'

/** What an initiative has to show: all that is written of it, and how far each of its years came. */
export type Achievement = { initiative: Initiative; years: InitiativeYear[] }

/** For the registers that begin something from an initiative; null where the reader does not see it. */
export async function achievementOf(ctx: Ctx, id: InitiativeId): Promise<Achievement | null> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx: Tx) => {
    const initiative = await readInitiative(tx, ctx.actor.province, id)
    if (!initiative || !mayReadInitiative(ctx.actor, initiative)) return null
    return { initiative, years: await yearsOf(tx, ctx.actor.province, [id]) }
  })
}
