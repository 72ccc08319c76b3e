import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayAdminister } from '#modules/access/policy.ts'
import type { OrganisationAuditKind } from './audit-labels.ts'
import type { Done } from './body-frame.server.ts'
import { membershipProblem, type MembershipEntry, type TreeMembership } from './tree.ts'
import {
  insertMembership,
  lockStructure,
  membershipsOf,
  moveTerritoryClock,
  saveMembership,
  unitVersionsIn,
} from './tree-store.server.ts'

/** Says under which unit another one stands in the Party's or the Front's tree, from when to when, by which decision. */
export async function placeInTree(ctx: Ctx, id: Id<'TreeMembership'>, entry: MembershipEntry): Done<undefined> {
  return onTree(ctx, async (tx, memberships) => {
    // Pressed twice it is one statement.
    if (memberships.some((one) => one.id === id)) return done()
    if (holdsPersonalNumber(entry.act.number)) return refused({ code: 'personal-number' })
    const problem = membershipProblem(await versionsOf(tx, ctx), memberships, ctx.actor.province, entry)
    if (problem) return refused(problem)
    await insertMembership(tx, ctx.actor.province, id, entry, ctx.now)
    await recordPlace(tx, ctx, id, 'tree-placed', entry)
    return done()
  })
}

/** Says until which day a statement holds, where it had no end or another one. */
export async function endPlaceInTree(ctx: Ctx, id: Id<'TreeMembership'>, until: LocalDate): Done<undefined> {
  return onTree(ctx, async (tx, memberships) => {
    const known = memberships.find((one) => one.id === id)
    if (!known) return notFound()
    if (known.voidReason !== null) return refused({ code: 'already-void' })
    const others = memberships.filter((one) => one.id !== id)
    const problem = membershipProblem(await versionsOf(tx, ctx), others, ctx.actor.province, { ...known, until })
    if (problem) return refused(problem)
    await saveMembership(tx, ctx.actor.province, id, { until })
    await recordPlace(tx, ctx, id, 'tree-place-ended', { ...known, until })
    return done()
  })
}

/** Takes back a statement that was a slip of the pen; the row stays, with the reason. */
export async function voidPlaceInTree(ctx: Ctx, id: Id<'TreeMembership'>, reason: string): Done<undefined> {
  return onTree(ctx, async (tx, memberships) => {
    const known = memberships.find((one) => one.id === id)
    if (!known) return notFound()
    if (known.voidReason !== null) return refused({ code: 'already-void' })
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    await saveMembership(tx, ctx.actor.province, id, { voidReason: reason })
    await recordPlace(tx, ctx, id, 'tree-place-voided', known)
    return done()
  })
}

async function onTree(ctx: Ctx, work: (tx: Tx, memberships: TreeMembership[]) => Done<undefined>): Done<undefined> {
  const { province } = ctx.actor
  if (!mayAdminister(ctx.actor, province)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    // One at a time in a province: two statements that are right alone can close a circle together.
    await lockStructure(tx, province, province)
    return work(tx, await membershipsOf(tx, province))
  })
}

function versionsOf(tx: Tx, ctx: Ctx) {
  return unitVersionsIn(tx, ctx.actor.province)
}

async function recordPlace(
  tx: Tx,
  ctx: Ctx,
  id: Id<'TreeMembership'>,
  kind: OrganisationAuditKind,
  entry: MembershipEntry,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await moveTerritoryClock(tx)
  await markPublicChange(tx, province)
  const changed = { unit: entry.member, tree: entry.tree, under: entry.parent, day: entry.from, until: entry.until }
  await record(tx, { province, account, unit, kind, object: { kind: 'tree-membership', id }, changed, at: ctx.now })
}
