import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { CitedAct } from './dated.ts'
import { nextNumber } from './dated.ts'
import { mayKeepSubCommunes } from './policy.ts'
import { sameName, type HouseholdCount, type SubCommuneUnitId } from './sub-commune.ts'
import {
  entryProblem,
  lockGround,
  onSubCommune,
  recordSubCommune,
  type Done,
  type Ground,
  type SubCommuneEntry,
} from './sub-commune-frame.server.ts'
import {
  insertSubCommuneVersions,
  saveHouseholds,
  subCommuneVersions,
  voidSubCommuneVersion,
} from './sub-commune-store.server.ts'

/** Writes down a hamlet of the actor's own commune. The form brings the id with it: pressed twice it is one hamlet. */
export async function createSubCommune(ctx: Ctx, id: SubCommuneUnitId, entry: SubCommuneEntry): Done<SubCommuneUnitId> {
  const { province, unit } = ctx.actor
  if (!mayKeepSubCommunes(ctx.actor, unit)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const ground = await lockGround(tx, province, unit)
    const [before] = await subCommuneVersions(tx, province, id)
    if (before)
      return before.unit === unit && sameName(before.name, entry.name)
        ? done(id)
        : refused({ code: 'changed-meanwhile' })
    const problem = await entryProblem(tx, ctx, ground, entry, [])
    if (problem) return refused(problem)
    const version = { id, n: 1, unit, change: 'created' as const, isInForce: true, ...entry }
    if (!(await insertSubCommuneVersions(tx, province, [version], ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    await recordSubCommune(tx, ctx, id, 'sub-commune-created', said(entry))
    return done(id)
  })
}

/** Gives a hamlet another name or kind from a day on; `n` is the version the officer had before him. */
export async function changeSubCommune(
  ctx: Ctx,
  id: SubCommuneUnitId,
  n: number,
  entry: SubCommuneEntry,
): Done<undefined> {
  return onSubCommune(ctx, id, n, entry.from, async (tx, last, ground) => {
    if (last.name === entry.name && last.kind === entry.kind) return refused({ code: 'nothing-changed' })
    const problem = await entryProblem(tx, ctx, ground, entry, [id])
    if (problem) return refused(problem)
    const change = last.name === entry.name ? ('kind-changed' as const) : ('renamed' as const)
    const version = { ...last, ...entry, n: numberAfter(ground, id), unit: ctx.actor.unit, change }
    if (!(await insertSubCommuneVersions(tx, ctx.actor.province, [version], ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    await recordSubCommune(tx, ctx, id, 'sub-commune-changed', said(entry))
    return done()
  })
}

/** Ends a hamlet from a day on without a successor. */
export async function endSubCommune(
  ctx: Ctx,
  id: SubCommuneUnitId,
  n: number,
  change: { from: LocalDate; act: CitedAct },
): Done<undefined> {
  return onSubCommune(ctx, id, n, change.from, async (tx, last, ground) => {
    if (holdsPersonalNumber(change.act.number)) return refused({ code: 'personal-number' })
    const ended = { change: 'ended' as const, isInForce: false, unit: ctx.actor.unit }
    const version = { ...last, ...change, ...ended, n: numberAfter(ground, id) }
    if (!(await insertSubCommuneVersions(tx, ctx.actor.province, [version], ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    await recordSubCommune(tx, ctx, id, 'sub-commune-ended', { from: change.from })
    return done()
  })
}

/** Puts right what was written down wrongly of a hamlet's last version: the slip stays readable, with its reason. */
export async function correctSubCommune(
  ctx: Ctx,
  id: SubCommuneUnitId,
  n: number,
  entry: SubCommuneEntry,
  reason: string,
): Done<undefined> {
  return onSubCommune(ctx, id, n, null, async (tx, last, ground) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    if (last.unit !== ctx.actor.unit) return refused({ code: 'written-by-predecessor' })
    if (!last.isInForce) return refused({ code: 'already-ended', since: last.from })
    const before = ground.versions.filter((one) => one.id === id && one.voidReason === null && one.n !== last.n)
    const blocking = before.find((one) => one.from >= entry.from)
    if (blocking) return refused({ code: 'later-version', since: blocking.from })
    const problem = await entryProblem(tx, ctx, ground, entry, [id])
    if (problem) return refused(problem)
    await voidSubCommuneVersion(tx, ctx.actor.province, last, reason)
    const change = before.length === 0 ? ('created' as const) : ('corrected' as const)
    const version = { ...last, ...entry, n: numberAfter(ground, id), change }
    if (!(await insertSubCommuneVersions(tx, ctx.actor.province, [version], ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    await recordSubCommune(tx, ctx, id, 'sub-commune-corrected', said(entry))
    return done()
  })
}

/** Writes down how many households a hamlet had on a day; the same day again corrects it. */
export async function countHouseholds(
  ctx: Ctx,
  id: SubCommuneUnitId,
  n: number,
  count: HouseholdCount,
): Done<undefined> {
  return onSubCommune(ctx, id, n, null, async (tx, _, ground) => {
    const today = dayInVietnam(ctx.now)
    if (count.on > today) return refused({ code: 'day-not-come', today })
    if (holdsPersonalNumber(count.source)) return refused({ code: 'personal-number' })
    const own = ground.versions.filter((one) => one.id === id && one.voidReason === null)
    if (!own.some((one) => one.from <= count.on)) return refused({ code: 'not-in-force', day: count.on })
    const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
    if (!(await saveHouseholds(tx, owner, id, count, ctx.now))) return refused({ code: 'written-by-predecessor' })
    await recordSubCommune(tx, ctx, id, 'sub-commune-counted', { on: count.on, households: count.households })
    return done()
  })
}

export function numberAfter(ground: Ground, id: SubCommuneUnitId): number {
  return nextNumber(ground.versions.filter((one) => one.id === id))
}

function said(entry: SubCommuneEntry): { name: string; kind: string; from: LocalDate } {
  return { name: entry.name, kind: entry.kind, from: entry.from }
}
