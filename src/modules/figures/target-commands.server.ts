import { newId } from '#kernel/ids.ts'
import { periodKey, type Period } from '#kernel/period.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { FiguresAuditKind } from './audit-labels.ts'
import { cellKey, type CellRef } from './indicator.ts'
import { placeProblem, readWording, targetGround, type TargetGround, type TypedTarget } from './target-ground.server.ts'
import type { TargetRefusal } from './target-labels.ts'
import { mayChangeTarget, mayReadTargets, maySetTargets, targetHandOf } from './target-policy.ts'
import {
  findTarget,
  insertTarget,
  insertTargetVersion,
  lockTarget,
  lockTargetIn,
  moveTarget,
} from './target-store.server.ts'
import { saysTheSame, type Target, type TargetId, type TargetPlace, type TargetWording } from './target.ts'

type Done<Value> = Promise<Outcome<Value, TargetRefusal>>

/** A target as a form or a line of a list brings it. */
export type TargetEntry = TypedTarget & { unit: UnitId; cell: CellRef; period: Period }

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

/** How many rows of a list were set, revised, and found as they stood. */
export type TargetsSet = { set: number; revised: number; same: number }

/**
 * Sets a list of targets, all or none: where one stands with another amount it is revised with the reason of the list. A row
 * that is refused is told with its place.
 */
export async function setTargets(
  ctx: Ctx,
  entries: readonly TargetEntry[],
): Promise<Outcome<TargetsSet, TargetRefusal>> {
  const { province } = ctx.actor
  if (!maySetTargets(ctx.actor)) return forbidden()
  if (entries.some(({ unit }) => !targetHandOf(ctx.actor, { province, unit }))) return forbidden()
  // In one order for everybody: two lists over the same communes wait for each other and never stand against each other.
  const ordered = [...entries].sort((one, other) => (placeKey(one) < placeKey(other) ? -1 : 1))
  try {
    return await inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
      const ground = targetGround(tx, province)
      // All is decided before anything is written: a refusal leaves nothing behind.
      const settled: Settled[] = []
      for (const entry of ordered) {
        const read = await placeAndWording(tx, ctx, ground, entry)
        const one = read.ok ? await settle(tx, read) : read.refusal
        if ('code' in one) return refused(one)
        settled.push(one)
      }
      return done(await saveAll(tx, ctx, settled))
    })
  } catch (error) {
    if (error instanceof SetMeanwhile) return refused({ code: 'changed-meanwhile' })
    throw error
  }
}

/** A colleague set one of the list a moment ago: the whole list is rolled back. */
class SetMeanwhile extends Error {}

type Settled = Decided & { effect: keyof TargetsSet; standing: Target | null }

async function settle(tx: Tx, { place, wording }: Decided): Promise<Settled | TargetRefusal> {
  const standing = await lockTargetIn(tx, place)
  if (!standing?.isInForce) return { place, wording, standing, effect: 'set' }
  if (setsTheSame(standing, wording)) return { place, wording, standing, effect: 'same' }
  return wording.reason === '' ? { code: 'reason-needed' } : { place, wording, standing, effect: 'revised' }
}

async function saveAll(tx: Tx, ctx: Ctx, settled: readonly Settled[]): Promise<TargetsSet> {
  const changed = settled.filter(({ effect }) => effect !== 'same')
  const of = (effect: keyof TargetsSet): number => settled.filter((one) => one.effect === effect).length
  const count = { set: of('set'), revised: of('revised'), same: of('same') }
  if (changed.length === 0) return count
  for (const { place, wording, standing, effect } of changed) {
    if (effect === 'revised' && standing) await addVersion(tx, ctx, standing, { change: 'revised', ...wording })
    else if (!(await setIn(tx, ctx, { id: newId<'Target'>(ctx.now), place, wording, before: standing })))
      throw new SetMeanwhile()
  }
  const { province, account, unit } = ctx.actor
  const told = new Map(changed.map(({ place }) => [place.unit, place]))
  const object = { kind: 'target-list', id: unit }
  const said = { targets: changed.length, units: told.size }
  await record(tx, { province, account, unit, kind: 'targets-listed', object, changed: said, at: ctx.now })
  for (const one of told.values()) await tellUnit(tx, ctx, one)
  return count
}

function placeKey({ unit, cell, period }: TargetEntry): string {
  return `${unit} ${period.to} ${period.from} ${cellKey(cell)}`
}

/** Whether a wording would change what is to be reached; another reason alone changes nothing. */
export function setsTheSame(one: TargetWording, other: TargetWording): boolean {
  return saysTheSame(one, { ...other, reason: one.reason })
}

type Decided = { place: TargetPlace; wording: TargetWording }

/** Where an entry would stand and what it would say; asked by the preview of a list too. */
export async function placeAndWording(
  tx: Tx,
  ctx: Ctx,
  ground: TargetGround,
  entry: TargetEntry,
): Promise<{ ok: false; refusal: TargetRefusal } | ({ ok: true } & Decided)> {
  const { province } = ctx.actor
  const at = await placeProblem(tx, ctx, ground, entry)
  if (!at.ok) return at
  const read = readWording(ctx, at.indicator, entry)
  if (!read.ok) return read
  const setBy = entry.unit === ctx.actor.unit ? 'own' : 'superior'
  const { unit, cell, period } = entry
  return { ok: true, place: { province, unit, setBy, cell, indicator: at.indicator.id, period }, wording: read.wording }
}

type ToSet = Decided & { id: TargetId; before: Target | null }

/** Writes the first wording, or the next one where the target had been withdrawn; null when a colleague was first. */
async function setIn(
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

async function addVersion(
  tx: Tx,
  ctx: Ctx,
  target: Target,
  version: TargetWording & { change: 'set' | 'revised' | 'withdrawn' },
): Promise<void> {
  const n = target.n + 1
  await insertTargetVersion(tx, target, { ...version, n }, writerOf(ctx))
  await moveTarget(tx, target, { n, isInForce: version.change !== 'withdrawn' })
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

function writerOf({ actor, now }: Ctx) {
  return { account: actor.account, name: actor.name, at: now }
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

/** A commune learns what its superior sets, revises and withdraws; of its own targets nobody is told. */
async function tellUnit(tx: Tx, { actor, now }: Ctx, { unit, setBy }: Pick<Target, 'unit' | 'setBy'>): Promise<void> {
  if (setBy === 'superior')
    await tell(tx, 'targets-set', { province: actor.province, object: unit, by: actor.account, at: now })
}
