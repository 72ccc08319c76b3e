import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { YearMove } from './cycle.ts'
import type { InitiativeId } from './initiative.ts'
import type { YearRefusal } from './labels.ts'
import { mayReadInitiative } from './policy.ts'
import { lockInitiative } from './store.server.ts'
import { decide, groundOf, recordOn, saveMove, type MoveDetails } from './year-frame.server.ts'
import { lockYear } from './year-store.server.ts'

/**
 * Moves one year of an initiative, in the caller's transaction: locks it, asks the table of moves, writes the move, states the
 * facts anew and records it. For registers that decide together with something of their own (a round of appraisal, an award).
 */
export async function moveYear(
  tx: Tx,
  ctx: Ctx,
  at: { id: InitiativeId; year: number; version?: number },
  move: YearMove,
  with_: MoveDetails,
): Promise<Outcome<undefined, YearRefusal>> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  const initiative = await lockInitiative(tx, ctx.actor.province, at.id)
  const year = initiative && (await lockYear(tx, initiative.province, at.id, at.year))
  if (!year || !mayReadInitiative(ctx.actor, initiative)) return notFound()
  if (holdsPersonalNumber(`${with_.reason ?? ''}\n${with_.document ?? ''}`)) return refused({ code: 'personal-number' })
  if (at.version !== undefined && at.version !== year.version) return refused({ code: 'changed-meanwhile' })
  const ground = await groundOf(tx, ctx, initiative, year)
  const today = dayInVietnam(ctx.now)
  const given = { ...with_, on: with_.on ?? today }
  const way = decide(ground, move, given, today)
  if ('code' in way) return refused(way)
  await saveMove(tx, ctx, ground, move, { ...given, to: way.to })
  await recordOn(tx, ctx, initiative, `initiative-${move}`, {
    ...{ year: year.year, from: year.state, to: way.to, movedOn: given.on },
  })
  return done()
}
