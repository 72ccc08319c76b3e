import { follows, type Actor } from '#modules/access/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { YearStanding } from './cycle.ts'
import type { RegistrationScope } from './initiative.ts'

/** Whose initiative it is. */
export type InitiativeOwner = { province: Id<'Unit'>; unit: Id<'Unit'> }

/** Who receives registrations and recognises (ai tiếp nhận, công nhận), as a province has laid down. */
export type ReceiverSetting = {
  /** At the commune's own level: its leader, or the province for it. */
  commune: 'own-leader' | 'province'
  /** At the level of the province and above: its officers and leaders, or its leaders only. */
  province: 'officer-or-leader' | 'leader'
}

/** Where a province has said nothing: a commune recognises its own, the province's people what is registered with them. */
export const usualReceivers: ReceiverSetting = { commune: 'own-leader', province: 'officer-or-leader' }

const officers: readonly Actor['duty'][] = ['commune-officer', 'province-officer']
const leaders: readonly Actor['duty'][] = ['commune-leader', 'province-leader']
const ofProvince: readonly Actor['duty'][] = ['province-officer', 'province-leader']

/** The officers and leaders of a unit write its initiatives down, and nobody for them. */
export function mayKeepInitiatives(actor: Actor, owner: InitiativeOwner): boolean {
  const works = officers.includes(actor.duty) || leaders.includes(actor.duty)
  return works && actor.province === owner.province && actor.unit === owner.unit
}

/** Read where it is kept, by those of the province and their auditor, and where its unit went. */
export function mayReadInitiative(actor: Actor, owner: InitiativeOwner): boolean {
  if (follows(actor, owner)) return true
  if (actor.province !== owner.province || actor.duty === 'administrator') return false
  return actor.unit === owner.unit || actor.unit === owner.province
}

/** All the initiatives of a province, from above. */
export function mayReadInitiatives(actor: Actor): boolean {
  return actor.unit === actor.province && actor.duty !== 'administrator'
}

/** When registration is open is said by those of the province who receive it. */
export function mayOpenRegistration(actor: Actor): boolean {
  return ofProvince.includes(actor.duty) && actor.unit === actor.province
}

/** What an actor is to a year of an initiative. `isEnded`: its unit no longer exists, so the province's people answer for it. */
export function standingsOf(
  actor: Actor,
  year: InitiativeOwner & { scope: RegistrationScope; isEnded: boolean },
  receivers: ReceiverSetting,
): YearStanding[] {
  if (actor.province !== year.province) return []
  const isOwn = actor.unit === year.unit
  return [
    ...(isOwn && officers.includes(actor.duty) ? (['own-officer'] as const) : []),
    ...(isOwn && leaders.includes(actor.duty) ? (['own-leader'] as const) : []),
    ...(receives(actor, year, receivers) ? (['receiver'] as const) : []),
  ]
}

function receives(
  actor: Actor,
  year: InitiativeOwner & { scope: RegistrationScope; isEnded: boolean },
  receivers: ReceiverSetting,
): boolean {
  const isOfProvince = actor.unit === actor.province && ofProvince.includes(actor.duty)
  if (year.isEnded) return isOfProvince
  if (year.scope === 'commune' && receivers.commune === 'own-leader')
    return actor.unit === year.unit && actor.duty === 'commune-leader'
  if (year.scope === 'commune') return isOfProvince
  return isOfProvince && (receivers.province === 'officer-or-leader' || actor.duty === 'province-leader')
}
