import type { Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CellRef } from './indicator.ts'
import { placeProblem, readWording, type TargetGround, type TypedTarget } from './target-ground.server.ts'
import type { TargetRefusal } from './target-labels.ts'
import { insertTarget, insertTargetVersion, moveTarget } from './target-store.server.ts'
import { saysTheSame, type Target, type TargetId, type TargetPlace, type TargetWording } from './target.ts'

/** A target as a form or a line of a list brings it. */
export type TargetEntry = TypedTarget & { unit: UnitId; cell: CellRef; period: Period }

export type DecidedTarget = { place: TargetPlace; wording: TargetWording }

/** Where an entry would stand and what it would say; asked by the preview of a list too. */
export async function placeAndWording(
  tx: Tx,
  ctx: Ctx,
  ground: TargetGround,
  entry: TargetEntry,
): Promise<{ ok: false; refusal: TargetRefusal } | ({ ok: true } & DecidedTarget)> {
  const { province } = ctx.actor
  const at = await placeProblem(tx, ctx, ground, entry)
  if (!at.ok) return at
  const read = readWording(ctx, at.indicator, entry)
  if (!read.ok) return read
  const setBy = entry.unit === ctx.actor.unit ? 'own' : 'superior'
  const { unit, cell, period } = entry
  return { ok: true, place: { province, unit, setBy, cell, indicator: at.indicator.id, period }, wording: read.wording }
}

type ToSet = DecidedTarget & { id: TargetId; before: Target | null }

/** Writes the first wording, or the next one where the target had been withdrawn; null when a colleague was first. */
export async function setIn(
  tx: Tx,
  ctx: Ctx,
  { id, place, wording, before }: ToSet,
): Promise<(TargetPlace & { id: TargetId }) | null> {
  if (before) {
    await addVersion(tx, ctx, before, { change: 'set', ...wording })
    return before
  }
  if (!(await insertTarget(tx, id, place))) return null
  await insertTargetVersion(tx, { ...place, id }, { n: 1, change: 'set', ...wording }, writerOf(ctx))
  return { ...place, id }
}

export async function addVersion(
  tx: Tx,
  ctx: Ctx,
  target: Target,
  version: TargetWording & { change: 'set' | 'revised' | 'withdrawn' },
): Promise<void> {
  const n = target.n + 1
  await insertTargetVersion(tx, target, { ...version, n }, writerOf(ctx))
  await moveTarget(tx, target, { n, isInForce: version.change !== 'withdrawn' })
}

/** Whether a wording would change what is to be reached; another reason alone changes nothing. */
export function setsTheSame(one: TargetWording, other: TargetWording): boolean {
  return saysTheSame(one, { ...other, reason: one.reason })
}

function writerOf({ actor, now }: Ctx) {
  return { account: actor.account, name: actor.name, at: now }
}

/** A commune learns what its superior sets, revises and withdraws; of its own targets nobody is told. */
export async function tellUnit(
  tx: Tx,
  { actor, now }: Ctx,
  { unit, setBy }: Pick<Target, 'unit' | 'setBy'>,
): Promise<void> {
  if (setBy === 'superior')
    await tell(tx, 'targets-set', { province: actor.province, object: unit, by: actor.account, at: now })
}
