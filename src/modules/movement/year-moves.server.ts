import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import { tell, type Told } from '#platform/notify/tell.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { YearMove } from './cycle.ts'
import type { Initiative, InitiativeId } from './initiative.ts'
import type { YearRefusal } from './labels.ts'
import { mayReadInitiative } from './policy.ts'
import { missingItems, requiredItems } from './registration.ts'
import { windowsOf } from './setting-store.server.ts'
import { lockInitiative, saveInitiative } from './store.server.ts'
import { isToldYearMove } from './tellers.server.ts'
import type { InitiativeYear } from './year.ts'
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
  const no = move === 'register' ? await registrationRefusal(tx, initiative, year, today) : null
  if (no) return refused(no)
  await saveMove(tx, ctx, ground, move, { ...given, to: way.to })
  if (move === 'stop')
    await endInitiative(tx, ctx, initiative, { on: given.on, kind: 'stopped', reason: given.reason ?? '' })
  await tellParent(tx, initiative, move)
  await recordOn(tx, ctx, initiative, `initiative-${move}`, {
    ...{ year: year.year, from: year.state, to: way.to, movedOn: given.on },
  })
  if (isToldYearMove(move)) await tell(tx, `initiative-${move}`, toldOf(ctx, year))
  return done()
}

function toldOf({ actor, now }: Ctx, year: InitiativeYear): Told {
  return { province: year.province, object: year.id, by: actor.account, at: now }
}

/** Only a whole form is sent, and only while registration of this year and level is open. */
async function registrationRefusal(
  tx: Tx,
  initiative: Initiative,
  year: InitiativeYear,
  today: LocalDate,
): Promise<YearRefusal | null> {
  const missing = missingItems(initiative)
  if (missing.length > 0) return { code: 'form-incomplete', missing: missing.map((item) => requiredItems[item]) }
  const windows = await windowsOf(tx, year.province)
  const window = windows.find((one) => one.year === year.year && one.scope === year.scope)
  if (!window || (today >= window.from && today <= window.to)) return null
  const { scope, from, to } = window
  return { code: 'window-closed', scope, year: year.year, from, to }
}

/** Its work ends with the year that ended it: no further year begins. */
export async function endInitiative(
  tx: Tx,
  ctx: Ctx,
  initiative: Initiative,
  ended: NonNullable<Initiative['ended']>,
  mergedInto: InitiativeId | null = null,
): Promise<void> {
  await saveInitiative(tx, initiative, { end: { ended, mergedInto } }, ctx.now)
}

/** The place it learned from counts as replicated once this one is registered; its unit's rows are not ours to write. */
export async function tellParent(tx: Tx, initiative: Initiative, move: YearMove): Promise<void> {
  const { parent, province } = initiative
  if (!parent || (move !== 'register' && move !== 'withdraw')) return
  const ids = { province: parent.province, initiative: parent.id, by: province }
  await enqueue(tx, 'initiative-replicated', ids, `initiative-replicated-${parent.id}`)
}
