import { follows, type Actor } from '#modules/access/actor.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { TargetHand } from './target.ts'

/** A unit whose targets are read or set. */
export type TargetOwner = { province: UnitId; unit: UnitId }

const ofCommune: readonly Actor['duty'][] = ['commune-officer', 'commune-leader']
const ofProvince: readonly Actor['duty'][] = ['province-officer', 'province-leader']

/**
 * In whose name an actor sets targets of a unit: a commune's officer and leader its own, the province's people those of its
 * communes as their superior and the province's as its own. Nobody else; null.
 */
export function targetHandOf(actor: Actor, owner: TargetOwner): TargetHand | null {
  if (actor.province !== owner.province) return null
  if (ofCommune.includes(actor.duty)) return actor.unit === owner.unit ? 'own' : null
  if (!ofProvince.includes(actor.duty)) return null
  return owner.unit === owner.province ? 'own' : 'superior'
}

/** A target is changed only by the hand that set it: a commune answers to its superior's, and cannot lower it. */
export function mayChangeTarget(actor: Actor, target: TargetOwner & { setBy: TargetHand }): boolean {
  return targetHandOf(actor, target) === target.setBy
}

/** Targets are read by their unit, by the province over it, by the auditor of either, and by who came after the unit. */
export function mayReadTargets(actor: Actor, owner: TargetOwner): boolean {
  if (actor.duty === 'administrator') return false
  if (follows(actor, owner)) return true
  return actor.province === owner.province && (actor.unit === owner.unit || actor.unit === actor.province)
}

/** Setting for many communes at once is the province's; a commune may bring its own list. */
export function maySetTargets(actor: Actor): boolean {
  return ofCommune.includes(actor.duty) || ofProvince.includes(actor.duty)
}
