import type { Id } from '#kernel/ids.ts'
import { follows, type Actor } from '#modules/access/actor.ts'

/** Whose register it is. */
export type RegisterOwner = { province: Id<'Unit'>; unit: Id<'Unit'> }

/** A commune's own officers and leaders write in its register, and nobody for them. */
export function mayKeepRegister(actor: Actor, owner: RegisterOwner): boolean {
  const isOfCommune = actor.duty === 'commune-officer' || actor.duty === 'commune-leader'
  return isOfCommune && actor.province === owner.province && actor.unit === owner.unit
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
