import { newId } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { YearMove, YearState } from './cycle.ts'
import type { Initiative, InitiativeId, RegistrationScope } from './initiative.ts'
import { mayKeepInitiatives, mayReadInitiative } from './policy.ts'
import type { Done } from './registering.server.ts'
import { scopesOpenTo } from './registration.ts'
import { lockInitiative, readInitiative } from './store.server.ts'
import type { InitiativeYear } from './year.ts'
import { countYear, endOf, recordOn, type MoveDetails } from './year-frame.server.ts'
import { endInitiative, moveYear } from './year-moves.server.ts'
import { insertYear, lockYear, saveYear, yearsOf } from './year-store.server.ts'

/** One year of an initiative, as the officer had it before them. */
export type YearAt = { id: InitiativeId; year: number; version: number }

/** Makes one move of a year. Merging and handing over need more than this and have commands of their own. */
export async function moveInitiative(ctx: Ctx, at: YearAt, move: YearMove, given: MoveDetails): Done {
  if (move === 'merge' || move === 'hand-over') return notFound()
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), (tx) => moveYear(tx, ctx, at, move, given))
}

/** Merges an initiative into another: its year ends as merged, and it goes on in the other. */
export async function mergeInitiative(ctx: Ctx, at: YearAt, into: InitiativeId, given: MoveDetails): Done {
  if (readsOnly(ctx.actor)) return forbidden()
  if (into === at.id) return refused({ code: 'merges-into-itself' })
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { province } = ctx.actor
    const other = await readInitiative(tx, province, into)
    if (!other || other.ended || !mayReadInitiative(ctx.actor, other)) return refused({ code: 'no-such-initiative' })
    const before = await lockInitiative(tx, province, at.id)
    if (!before) return notFound()
    const moved = await moveYear(tx, ctx, at, 'merge', given)
    if (!moved.ok) return moved
    const on = given.on ?? dayInVietnam(ctx.now)
    await endInitiative(tx, ctx, before, { on, kind: 'merged', reason: given.reason ?? '' }, into)
    return done()
  })
}

/** From which a year may be followed by another: somebody works on it, or it was found good. */
const continuable: readonly YearState[] = [
  ...(['launched', 'running', 'self-scored', 'appraised'] as const),
  ...(['recognised', 'outstanding', 'proposed', 'not-recognised', 'not-eligible'] as const),
]

/** Begins the next year of an initiative as kept (duy trì): a draft that is registered like any other. */
export async function continueInitiative(
  ctx: Ctx,
  id: InitiativeId,
  next: { year: number; scope: RegistrationScope; theme: string },
): Done {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepInitiatives(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const initiative = await lockInitiative(tx, owner.province, id)
    if (initiative?.unit !== owner.unit) return notFound()
    if (initiative.ended) return refused({ code: 'already-ended' })
    const today = dayInVietnam(ctx.now)
    const ended = await endOf(tx, initiative, today)
    if (ended) return refused({ code: 'unit-ended', ...ended })
    if (!scopesOpenTo(owner.unit === owner.province, today).includes(next.scope))
      return refused({ code: 'scope-not-open', scope: next.scope })
    const years = await yearsOf(tx, owner.province, [id])
    const [newest] = years
    if (!newest) throw new Error(`Initiative ${id} has no year`)
    if (years.some(({ year }) => year === next.year)) return refused({ code: 'year-stands', year: next.year })
    const thisYear = Number(today.slice(0, 4))
    if (next.year <= newest.year || next.year > thisYear + 1)
      return refused({ code: 'year-not-plausible', from: newest.year + 1, to: Math.max(newest.year, thisYear) + 1 })
    if (!continuable.includes(newest.state))
      return refused({ code: 'not-continuable', state: newest.state, year: newest.year })
    const row = { ...owner, ...next, id: newId<'InitiativeYear'>(ctx.now), initiative: id, isNew: false }
    await insertYear(tx, { ...row, state: 'draft' }, ctx.now)
    await recordOn(tx, ctx, initiative, 'initiative-continued', { year: next.year, scope: next.scope, isNew: false })
    return done()
  })
}

const judgeable: readonly YearState[] = [
  ...(['launched', 'running', 'self-scored', 'appraised'] as const),
  ...(['recognised', 'outstanding', 'proposed'] as const),
]

/** The unit judges on a day that the initiative has effect (B25); one that was not worked on yet is not judged. */
export async function judgeEffective(ctx: Ctx, at: YearAt, on: LocalDate): Done {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepInitiatives(ctx.actor, owner)) return forbidden()
  return onOwnYear(ctx, at, async (tx, initiative, year) => {
    const today = dayInVietnam(ctx.now)
    if (on > today) return refused({ code: 'day-not-come', today })
    if (!judgeable.includes(year.state)) return refused({ code: 'not-worked-yet', state: year.state })
    const next = await saveYear(tx, year, { days: { ...year.days, effectiveOn: on } }, ctx.now)
    await countYear(tx, initiative, next)
    await recordOn(tx, ctx, initiative, 'initiative-judged-effective', { year: year.year, movedOn: on })
    return done()
  })
}

async function onOwnYear(
  ctx: Ctx,
  at: YearAt,
  work: (tx: Tx, initiative: Initiative, year: InitiativeYear) => Done,
): Done {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const initiative = await lockInitiative(tx, ctx.actor.province, at.id)
    const year = initiative && (await lockYear(tx, initiative.province, at.id, at.year))
    if (!year || year.unit !== ctx.actor.unit) return notFound()
    if (initiative.ended) return refused({ code: 'already-ended' })
    if (year.version !== at.version) return refused({ code: 'changed-meanwhile' })
    return work(tx, initiative, year)
  })
}
