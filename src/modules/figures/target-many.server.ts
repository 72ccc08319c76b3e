import { newId } from '#kernel/ids.ts'
import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey } from './indicator.ts'
import {
  addVersion,
  placeAndWording,
  setIn,
  setsTheSame,
  tellUnit,
  type DecidedTarget,
  type TargetEntry,
} from './target-frame.server.ts'
import { targetGround } from './target-ground.server.ts'
import type { TargetRefusal } from './target-labels.ts'
import { maySetTargets, targetHandOf } from './target-policy.ts'
import { lockTargetIn } from './target-store.server.ts'
import type { Target, TargetWording } from './target.ts'

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
        const one = read.ok ? await settle(tx, read, entry) : read.refusal
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

type Settled = DecidedTarget & { effect: keyof TargetsSet; standing: Target | null }

async function settle(tx: Tx, { place, wording }: DecidedTarget, entry: TargetEntry): Promise<Settled | TargetRefusal> {
  const standing = await lockTargetIn(tx, place)
  if (!standing?.isInForce) return { place, wording, standing, effect: 'set' }
  const over = wordingOver(standing, wording, entry)
  if (over === 'same') return { place, wording, standing, effect: 'same' }
  return over.reason === '' ? { code: 'reason-needed' } : { place, wording: over, standing, effect: 'revised' }
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

/**
 * What a line of a list makes of the target that stands: where it names no aim the one that stands is kept, and a list without
 * a document leaves an amount that is as it was alone.
 */
export function wordingOver(
  standing: TargetWording,
  wording: TargetWording,
  { aim, document }: Pick<TargetEntry, 'aim' | 'document'>,
): TargetWording | 'same' {
  const over = { ...wording, aim: aim ?? standing.aim }
  const compared = document.number === '' ? { ...over, document: standing.document } : over
  return setsTheSame(standing, compared) ? 'same' : over
}
