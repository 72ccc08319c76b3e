import type { Id } from '#kernel/ids.ts'
import type { Actor } from '#modules/access/actor.ts'
import { mayReadRegister, mayReadRegisters, type RegisterOwner } from './policy.ts'
import type { VisitLead } from './visit.ts'

const keepers: readonly Actor['duty'][] = ['commune-officer', 'commune-leader', 'province-officer', 'province-leader']

/** Officers and leaders of a unit, commune or province, write its own visits and meetings, and nobody for them. */
export function mayKeepActivities(actor: Actor, owner: RegisterOwner): boolean {
  return keepers.includes(actor.duty) && actor.province === owner.province && actor.unit === owner.unit
}

/** Read where it is kept, from the province above, and by the units it is about. */
export function mayReadActivity(
  actor: Actor,
  owner: RegisterOwner,
  about: readonly (Id<'Unit'> | null)[] = [],
): boolean {
  if (mayReadRegister(actor, owner) || mayReadRegisters(actor)) return true
  return actor.province === owner.province && actor.duty !== 'administrator' && about.includes(actor.unit)
}

/** The people of the unit that has to mend something answer for it. */
export function mayAnswerFinding(actor: Actor, owner: { province: Id<'Unit'>; unit: Id<'Unit'> | null }): boolean {
  return owner.unit !== null && mayKeepActivities(actor, { province: owner.province, unit: owner.unit })
}

/** The words for what is inspected are the province's: its officers and leaders keep them. */
export function mayKeepTopics(actor: Actor): boolean {
  return mayKeepActivities(actor, { province: actor.province, unit: actor.province })
}

/** Whose missions a unit writes down: a commune those of its bloc, a province those of the bodies above the communes. */
export function leadsOf(owner: RegisterOwner): VisitLead[] {
  return owner.unit === owner.province ? ['upper', 'front'] : ['bloc', 'front']
}
