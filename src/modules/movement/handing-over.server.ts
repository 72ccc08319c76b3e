import { newId, type Id } from '#kernel/ids.ts'
import { dayInVietnam, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { follows, scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { answersFor } from '#modules/territory/answering.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { RegisterVersion } from '#modules/territory/unit.ts'
import type { YearState } from './cycle.ts'
import type { Initiative, InitiativeId } from './initiative.ts'
import type { YearAt } from './moving.server.ts'
import { mayKeepInitiatives, mayReadInitiative } from './policy.ts'
import type { Done } from './registering.server.ts'
import { insertInitiativeRow, lockInitiative, readInitiative } from './store.server.ts'
import { countYear, endOf, recordOn, type MoveDetails } from './year-frame.server.ts'
import { daysAfter, type InitiativeYear } from './year.ts'
import { endInitiative, moveYear } from './year-moves.server.ts'
import { insertMove, insertYear, lockYear, saveYear, yearsOf } from './year-store.server.ts'

/** The communes of today that hold the area of a unit that ended (nơi nhận bàn giao). */
export async function successorsFor(tx: Tx, unit: Id<'Unit'>, today: LocalDate): Promise<readonly RegisterVersion[]> {
  return answersFor(await currentRegister(tx), unit, today).communes
}

/** Hands an initiative of a unit that ended over to the commune that holds its area: it ends here and goes on there. */
export async function handOverInitiative(ctx: Ctx, at: YearAt, to: Id<'Unit'>, given: MoveDetails): Done<InitiativeId> {
  if (readsOnly(ctx.actor)) return forbidden()
  const handed = inScope<Awaited<Done<InitiativeId>>>(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { province } = ctx.actor
    const before = await lockInitiative(tx, province, at.id)
    const year = before && (await lockYear(tx, province, at.id, at.year))
    if (!year || !mayReadInitiative(ctx.actor, before)) return notFound()
    if (before.ended) return refused({ code: 'already-ended' })
    const today = dayInVietnam(ctx.now)
    if (!(await endOf(tx, before, today))) return refused({ code: 'unit-stands' })
    const among = await successorsFor(tx, before.unit, today)
    const heir = among.find((one) => one.unit === to && one.province === province)
    if (!heir) return refused({ code: 'not-successor', among: among.map(({ name }) => name) })
    // Asked before anything is written: a refusal leaves the old year as it was.
    if (await isTakenOver(tx, province, before)) return refused({ code: 'taken-over-before' })
    const moved = await moveYear(tx, ctx, at, 'hand-over', given)
    if (!moved.ok) return moved
    await endInitiative(tx, ctx, before, { on: given.on ?? today, kind: 'handed-over', reason: given.reason ?? '' })
    const id = newId<'Initiative'>(ctx.now)
    const owner = { province, unit: heir.unit, id }
    // Taken over by its heir in this very moment: all of this is as if never asked.
    if (!(await carryOn(tx, ctx, before, year, owner, given))) throw new TakenOverMeanwhile()
    return done(id)
  })
  try {
    return await handed
  } catch (error) {
    if (error instanceof TakenOverMeanwhile) return refused({ code: 'taken-over-before' })
    throw error
  }
}

class TakenOverMeanwhile extends Error {}

async function isTakenOver(
  tx: Tx,
  province: Id<'Unit'>,
  before: Pick<Initiative, 'province' | 'id'>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('initiative')
    .select('id')
    .where('province_id', '=', province)
    .where('continues_province_id', '=', before.province)
    .where('continues_id', '=', before.id)
    .where('discarded_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** A commune takes over what a unit before it did, also where that stands in another province's book and cannot be moved there. */
export async function takeOver(
  ctx: Ctx,
  from: { province: Id<'Unit'>; id: InitiativeId },
  given: MoveDetails,
): Done<InitiativeId> {
  const { province, unit } = ctx.actor
  if (!mayKeepInitiatives(ctx.actor, { province, unit })) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const before = await readInitiative(tx, from.province, from.id)
    if (!before || before.unit === unit || !follows(ctx.actor, before)) return notFound()
    if (before.ended) return refused({ code: 'already-ended' })
    const [year] = await yearsOf(tx, before.province, [before.id])
    if (!year || year.state === 'draft') return notFound()
    const id = newId<'Initiative'>(ctx.now)
    const isGiven = await carryOn(tx, ctx, before, year, { province, unit, id }, given)
    return isGiven ? done(id) : refused({ code: 'taken-over-before' })
  })
}

const worked: readonly YearState[] = [
  ...(['launched', 'running', 'self-scored', 'appraised'] as const),
  ...(['recognised', 'outstanding', 'proposed'] as const),
]

/** Under which theme and drive it was registered; a drive of another province is none here. */
function underOf(
  year: InitiativeYear,
  { province }: { province: Id<'Unit'> },
): Pick<InitiativeYear, 'theme' | 'campaign'> {
  return { theme: year.theme, campaign: year.province === province ? year.campaign : null }
}

/** Writes what goes on in the successor's own book: kept from before, in the state of its work, on the day of handing over. */
async function carryOn(
  tx: Tx,
  ctx: Ctx,
  before: Initiative,
  year: InitiativeYear,
  owner: { province: Id<'Unit'>; unit: Id<'Unit'>; id: InitiativeId },
  given: MoveDetails,
): Promise<boolean> {
  const continues = { province: before.province, id: before.id }
  if (!(await insertInitiativeRow(tx, { ...owner, parent: before.parent, continues }, before, ctx.now))) return false
  const on = given.on ?? dayInVietnam(ctx.now)
  const to = worked.includes(year.state) ? 'running' : 'listed'
  const first = { ...owner, id: newId<'InitiativeYear'>(ctx.now), initiative: owner.id, year: partsOf(on).year }
  // The district level is no more: what was registered with it goes on with the commune.
  const scope = year.scope === 'district' ? 'commune' : year.scope
  await insertYear(tx, { ...first, scope, isNew: false, ...underOf(year, owner), state: 'draft' }, ctx.now)
  const drafted = await lockYear(tx, owner.province, owner.id, first.year)
  if (!drafted) throw new Error(`Year ${first.year} of ${owner.id} was just written`)
  const made = {
    id: newId<'InitiativeMove'>(ctx.now),
    move: 'register' as const,
    from: 'draft' as const,
    to,
    on,
  } as const
  const said = { reason: given.reason ?? '', document: given.document ?? '', isCompletion: false }
  const by = { account: ctx.actor.account, at: ctx.now, list: null, undoes: null }
  await insertMove(tx, drafted, { ...made, ...said }, by)
  const days = daysAfter([{ ...made, ...said }], null)
  const running = await saveYear(tx, drafted, { state: to, days }, ctx.now)
  const initiative = await readInitiative(tx, owner.province, owner.id)
  if (!initiative) throw new Error(`Initiative ${owner.id} was just written`)
  await countYear(tx, initiative, running)
  await recordOn(tx, ctx, initiative, 'initiative-taken-over', { year: first.year, movedOn: on })
  return true
}
