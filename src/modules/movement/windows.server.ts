import { done, forbidden, refused } from '#kernel/outcome.ts'
import { inScope } from '#platform/database.ts'
import { record } from '#platform/audit.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayOpenRegistration } from './policy.ts'
import type { Done } from './registering.server.ts'
import { saveWindow, type RegistrationWindow } from './setting-store.server.ts'

/** Says from which day to which initiatives of a year are registered at a level; said again, the later holds. */
export async function stateWindow(ctx: Ctx, window: RegistrationWindow): Done {
  const { province, account, unit } = ctx.actor
  if (!mayOpenRegistration(ctx.actor)) return forbidden()
  if (window.to < window.from) return refused({ code: 'window-backwards' })
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    await saveWindow(tx, province, window, ctx.now)
    const changed = { year: window.year, scope: window.scope, day: window.from, until: window.to }
    const object = { kind: 'initiative-window', id: `${window.year}-${window.scope}` }
    await record(tx, { province, account, unit, kind: 'initiative-window-stated', object, changed, at: ctx.now })
    return done()
  })
}
