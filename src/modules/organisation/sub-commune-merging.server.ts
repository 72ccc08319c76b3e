import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { continuesIn } from './continuing.ts'
import { lastOf, orderProblem, type CitedAct } from './dated.ts'
import { mayAssignSubCommune } from './policy.ts'
import type { SubCommuneUnitId, SubCommuneVersion } from './sub-commune.ts'
import { numberAfter } from './sub-commune-commands.server.ts'
import {
  entryProblem,
  lockGround,
  nameProblem,
  onSubCommune,
  recordSubCommune,
  type Done,
  type Ground,
  type SubCommuneEntry,
} from './sub-commune-frame.server.ts'
import {
  insertSubCommuneLinks,
  insertSubCommuneVersions,
  subCommuneLinksOf,
  subCommuneVersions,
  voidSubCommuneLinks,
  voidSubCommuneVersion,
} from './sub-commune-store.server.ts'
import { successionsFrom } from './succession.server.ts'

/** Joins a hamlet with others of its commune into a new one; all of the old ones end that day. */
export async function mergeSubCommunes(
  ctx: Ctx,
  id: SubCommuneUnitId,
  n: number,
  change: { with: readonly SubCommuneUnitId[]; into: SubCommuneUnitId; entry: SubCommuneEntry },
): Done<SubCommuneUnitId> {
  const { into, entry } = change
  return onSubCommune<SubCommuneUnitId>(ctx, id, n, entry.from, async (tx, last, ground) => {
    const ids = [...new Set([id, ...change.with])]
    if (ids.length < 2) return refused({ code: 'needs-two' })
    const joined: SubCommuneVersion[] = [last]
    for (const other of ids.slice(1)) {
      const own = ground.versions.filter((one) => one.id === other)
      const newest = lastOf(own)
      const stands = newest && continuesIn(ground.successions, newest.unit, entry.from).unit
      if (!newest || stands !== ground.commune) return refused({ code: 'two-communes' })
      const problem = orderProblem(own, entry.from)
      if (problem) return refused(problem)
      joined.push(newest)
    }
    const problem = await entryProblem(tx, ctx, ground, entry, ids)
    if (problem) return refused(problem)
    const ended = joined.map((one) => endedBy(ctx, ground, one, entry, 'merged'))
    const born = { id: into, n: 1, unit: ctx.actor.unit, change: 'created' as const, isInForce: true, ...entry }
    if (!(await insertSubCommuneVersions(tx, ctx.actor.province, [...ended, born], ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    await insertSubCommuneLinks(
      tx,
      ctx.actor,
      ids.map((from) => ({ from, to: into, on: entry.from })),
      ctx.now,
    )
    await recordSubCommune(tx, ctx, into, 'sub-commune-merged', { name: entry.name, from: entry.from, of: ids })
    return done(into)
  })
}

/** Divides a hamlet into new ones; it ends that day. */
export async function splitSubCommune(
  ctx: Ctx,
  id: SubCommuneUnitId,
  n: number,
  change: { from: LocalDate; act: CitedAct; parts: readonly { id: SubCommuneUnitId; name: string; kind: string }[] },
): Done<undefined> {
  const { from, act, parts } = change
  return onSubCommune(ctx, id, n, from, async (tx, last, ground) => {
    if (parts.length < 2) return refused({ code: 'needs-two' })
    const born = parts.map((part) => ({
      ...{ id: part.id, n: 1, unit: ctx.actor.unit, change: 'created' as const, isInForce: true },
      ...{ name: part.name, kind: part.kind, from, act, voidReason: null },
    }))
    for (const [index, part] of born.entries()) {
      const beside = { ...ground, versions: [...ground.versions, ...born.slice(0, index)] }
      const problem = await entryProblem(tx, ctx, beside, part, [id])
      if (problem) return refused(problem)
    }
    const ended = endedBy(ctx, ground, last, { from, act }, 'split')
    if (!(await insertSubCommuneVersions(tx, ctx.actor.province, [ended, ...born], ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    await insertSubCommuneLinks(
      tx,
      ctx.actor,
      born.map((part) => ({ from: id, to: part.id, on: from })),
      ctx.now,
    )
    await recordSubCommune(tx, ctx, id, 'sub-commune-split', { from, into: parts.map(({ name }) => name) })
    return done()
  })
}

function endedBy(
  ctx: Ctx,
  ground: Ground,
  last: SubCommuneVersion,
  { from, act }: { from: LocalDate; act: CitedAct },
  change: 'merged' | 'split',
): SubCommuneVersion {
  const n = numberAfter(ground, last.id)
  return { ...last, n, from, act, change, isInForce: false, unit: ctx.actor.unit }
}

/** Takes back the last thing that was written of a hamlet, with a reason; a merger or a division falls as a whole. */
export async function undoSubCommuneChange(ctx: Ctx, id: SubCommuneUnitId, n: number, reason: string): Done<undefined> {
  return onSubCommune(ctx, id, n, null, async (tx, last, ground) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    const { province, unit } = ctx.actor
    const { ids, links } = await togetherWith(tx, province, last)
    const fallen: SubCommuneVersion[] = []
    for (const one of ids) {
      const newest = lastOf(ground.versions.filter((version) => version.id === one))
      if (!newest || newest.unit !== unit) return refused({ code: 'written-by-predecessor' })
      if (newest.from !== last.from) return refused({ code: 'other-changed-since', name: newest.name })
      fallen.push(newest)
    }
    // What stands up again must still find its name free.
    const without = {
      ...ground,
      versions: ground.versions.map((one) => (fallen.includes(one) ? { ...one, voidReason: reason } : one)),
    }
    for (const one of fallen) {
      const again = lastOf(without.versions.filter((version) => version.id === one.id))
      const problem = again?.isInForce ? nameProblem(without, again, [one.id]) : null
      if (problem) return refused(problem)
    }
    for (const one of fallen) await voidSubCommuneVersion(tx, province, one, reason)
    for (const link of links) await voidSubCommuneLinks(tx, province, link, reason)
    await recordSubCommune(tx, ctx, id, 'sub-commune-change-undone', { from: last.from })
    return done()
  })
}

/** All hamlets that one merger or division of this day joins. */
async function togetherWith(tx: Tx, province: UnitId, last: SubCommuneVersion) {
  const ids = new Set([last.id])
  for (const one of ids) {
    const links = (await subCommuneLinksOf(tx, province, [one])).filter(({ on }) => on === last.from)
    for (const { from, to } of links) ids.add(from).add(to)
  }
  const links = (await subCommuneLinksOf(tx, province, [...ids])).filter(({ on }) => on === last.from)
  return { ids: [...ids], links }
}

/** Says to which commune a hamlet of a divided one belongs from a day on. */
export async function assignSubCommune(
  ctx: Ctx,
  id: SubCommuneUnitId,
  n: number,
  change: { unit: UnitId; from: LocalDate; act: CitedAct },
): Done<undefined> {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { province } = ctx.actor
    const known = await subCommuneVersions(tx, province, id)
    const before = lastOf(known)
    if (!before) return notFound()
    if (!mayAssignSubCommune(ctx.actor, change.unit)) return forbidden()
    if (!(await unitOn(tx, change.unit, dayInVietnam(ctx.now)))) return refused({ code: 'not-a-candidate' })
    const ground = await lockGround(tx, province, change.unit)
    const versions = await subCommuneVersions(tx, province, id)
    const last = lastOf(versions)
    if (!last || last.n !== n) return refused({ code: 'changed-meanwhile' })
    const { among } = continuesIn(await successionsFrom(tx, [last.unit]), last.unit, change.from)
    if (!among) return refused({ code: 'already-assigned' })
    if (!among.includes(change.unit)) return refused({ code: 'not-a-candidate' })
    const { name, kind } = last
    const problem =
      orderProblem(versions, change.from) ?? (await entryProblem(tx, ctx, ground, { ...change, name, kind }, [id]))
    if (problem) return refused(problem)
    const version = {
      ...last,
      ...change,
      n: Math.max(...versions.map((one) => one.n)) + 1,
      change: 'assigned' as const,
    }
    if (!(await insertSubCommuneVersions(tx, province, [version], ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    await recordSubCommune(tx, ctx, id, 'sub-commune-assigned', { unit: change.unit, from: change.from })
    return done()
  })
}
