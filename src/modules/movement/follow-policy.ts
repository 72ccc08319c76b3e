import type { Actor } from '#modules/access/actor.ts'
import { mayKeepInitiatives, type InitiativeOwner } from './policy.ts'

/** The officers and leaders of the unit write what happens to its initiatives, and nobody for them. */
export function mayFollow(actor: Actor, owner: InitiativeOwner): boolean {
  return mayKeepInitiatives(actor, owner)
}

/** Prepared by those who work for the unit or its province. */
export function mayPreparePage(actor: Actor, owner: InitiativeOwner): boolean {
  return mayKeepInitiatives(actor, owner) || isOfProvince(actor, owner)
}

/** What everybody reads is decided by a leader of the unit, or by the province. */
export function mayPublishPage(actor: Actor, owner: InitiativeOwner): boolean {
  const isOwnLeader = mayKeepInitiatives(actor, owner) && actor.duty.endsWith('-leader')
  return isOwnLeader || isOfProvince(actor, owner)
}

function isOfProvince(actor: Actor, owner: InitiativeOwner): boolean {
  const works = actor.duty === 'province-officer' || actor.duty === 'province-leader'
  return works && actor.province === owner.province && actor.unit === owner.province
}
