import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { periodKey } from '#kernel/period.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { FiguresAuditKind } from './audit-labels.ts'
import { cellKey } from './indicator.ts'
import { addVersion, placeAndWording, setIn, setsTheSame, tellUnit, type TargetEntry } from './target-frame.server.ts'
import { readWording, targetGround, type TypedTarget } from './target-ground.server.ts'
import type { TargetRefusal } from './target-labels.ts'
import { mayChangeTarget, mayReadTargets, maySetTargets, targetHandOf } from './target-policy.ts'
import { findTarget, lockTarget, lockTargetIn } from './target-store.server.ts'
import { saysTheSame, type Target, type TargetId, type TargetPlace, type TargetWording } from './target.ts'

type Done<Value> = Promise<Outcome<Value, TargetRefusal>>

/** Sets a target where none stands. The form brings the id with it: pressed twice it is one target. */
export async function setTarget(ctx: Ctx, id: TargetId, entry: TargetEntry): Done<TargetId> {
  const setBy = targetHandOf(ctx.actor, { province: ctx.actor.province, unit: entry.unit })
  if (!setBy) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const read = await placeAndWording(tx, ctx, targetGround(tx, ctx.actor.province), entry)
    if (!read.ok) return refused(read.refusal)
    const { place, wording } = read
    const standing = await lockTargetIn(tx, place)
    if (standing?.isInForce)
      return saysTheSame(standing, wording) ? done(standing.id) : refused({ code: 'already-set', id: standing.id })
    const set = await setIn(tx, ctx, { id, place, wording, before: standing })
    if (!set) return refused({ code: 'changed-meanwhile' })
    await recordTarget(tx, ctx, set, 'target-set', wording)
    await tellUnit(tx, ctx, set)
    return done(set.id)
  })
}

/** Sets another amount or aim, with the reason. `n` is the version the officer had before him. */
export async function reviseTarget(ctx: Ctx, id: TargetId, n: number, typed: TypedTarget): Done<undefined> {
  return onTarget(ctx, id, n, async (tx, target) => {
    const indicators = await targetGround(tx, target.province).indicatorsOn(target.period.to)
    const indicator = indicators.get(target.cell.code)
    if (!indicator) return refused({ code: 'indicator-unknown', given: target.cell.code })
    const read = readWording(ctx, indicator, typed)
    if (!read.ok) return refused(read.refusal)
    if (setsTheSame(target, read.wording)) return refused({ code: 'nothing-changes' })
    if (read.wording.reason === '') return refused({ code: 'reason-needed' })
    await addVersion(tx, ctx, target, { change: 'revised', ...read.wording })
    await recordTarget(tx, ctx, target, 'target-revised', read.wording)
    await tellUnit(tx, ctx, target)
    return done()
  })
}

/** Takes a target back: it counts no more, and stays in the history with the reason. */
export async function withdrawTarget(ctx: Ctx, id: TargetId, n: number, reason: string): Done<undefined> {
  return onTarget(ctx, id, n, async (tx, target) => {
    if (reason === '') return refused({ code: 'reason-needed' })
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number', field: 'reason' })
    const { aim, amount, raw } = target
    const none = { number: '', on: null }
    await addVersion(tx, ctx, target, { change: 'withdrawn', aim, amount, raw, reason, document: none })
    await recordTarget(tx, ctx, target, 'target-withdrawn', target)
    await tellUnit(tx, ctx, target)
    return done()
  })
}

async function onTarget(
  ctx: Ctx,
  id: TargetId,
  n: number,
  work: (tx: Tx, target: Target) => Done<undefined>,
): Done<undefined> {
  // Before the lock: the transaction of who only reads takes none.
  if (!maySetTargets(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const known = await findTarget(tx, ctx.actor.province, id)
    if (!known || !mayReadTargets(ctx.actor, known)) return notFound()
    if (!mayChangeTarget(ctx.actor, known)) return forbidden()
    const target = await lockTarget(tx, ctx.actor.province, id)
    if (!target) return notFound()
    if (!target.isInForce) return refused({ code: 'already-withdrawn' })
    if (target.n !== n) return refused({ code: 'changed-meanwhile' })
    return work(tx, target)
  })
}

async function recordTarget(
  tx: Tx,
  ctx: Ctx,
  { id, unit: of, cell, period }: TargetPlace & { id: TargetId },
  kind: FiguresAuditKind,
  { aim, amount }: TargetWording,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  const changed = { unit: of, cell: cellKey(cell), period: periodKey(period), aim, amount: toDecimalText(amount) }
  await record(tx, { province, account, unit, kind, object: { kind: 'target', id }, changed, at: ctx.now })
}
