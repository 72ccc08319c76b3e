import type { Id } from '#kernel/ids.ts'
import { follows, type Actor } from '#modules/access/actor.ts'
import type { DialogueStanding } from './dialogue-life.ts'

/** Whose register it is. */
export type RegisterOwner = { province: Id<'Unit'>; unit: Id<'Unit'> }

/** The officers and leaders of a unit write in its register, a province's in the province's own, and nobody for them. */
export function mayKeepRegister(actor: Actor, owner: RegisterOwner): boolean {
  const isOfCommune = actor.duty === 'commune-officer' || actor.duty === 'commune-leader'
  const isOfProvince = actor.duty === 'province-officer' || actor.duty === 'province-leader'
  const isOwn = actor.province === owner.province && actor.unit === owner.unit
  return isOwn && (owner.unit === owner.province ? isOfProvince : isOfCommune)
}

/** Minutes are approved, published and taken back by a leader of the unit. */
export function dialogueStandingsOf(actor: Actor, owner: RegisterOwner): DialogueStanding[] {
  if (!mayKeepRegister(actor, owner)) return []
  return actor.duty === 'commune-leader' || actor.duty === 'province-leader' ? ['keeper', 'leader'] : ['keeper']
}

/** A register is read where it is kept, by those of the province who review what is counted from it, and where its unit went. */
export function mayReadRegister(actor: Actor, owner: RegisterOwner): boolean {
  if (follows(actor, owner)) return true
  if (actor.province !== owner.province || actor.duty === 'administrator') return false
  return actor.unit === owner.unit || actor.unit === owner.province
}

/** All the registers of a province, from above: its officers and leaders, and its auditor, who changes nothing anyway. */
export function mayReadRegisters(actor: Actor): boolean {
  return actor.unit === actor.province && actor.duty !== 'administrator'
}
