import type { Id } from '#kernel/ids.ts'
import type { Scope } from '#kernel/scope.ts'
import type { Following } from './following.ts'

export const dutyKinds = [
  'commune-officer',
  'commune-leader',
  'province-officer',
  'province-leader',
  'administrator',
  'auditor',
] as const

/** What an account does for a unit, from one day to another (nhiệm vụ). */
export type DutyKind = (typeof dutyKinds)[number]

/** The signed-in person in the one duty they act in now. */
export type Actor = {
  account: Id<'Account'>
  /** The officer's name as it is printed in histories. */
  name: string
  duty: DutyKind
  unit: Id<'Unit'>
  province: Id<'Unit'>
  /** Whose records this unit's people read because those units went into theirs; absent where there are none. */
  follows?: Following | undefined
}

/** What row security lets an actor's transactions see: their unit, or their whole province. An auditor's only read. */
export function scopeOf(actor: Actor): Scope {
  const access = actor.duty === 'auditor' ? { readOnly: true as const } : {}
  // Accounts are of one province and follow nobody.
  const follows = actor.duty === 'administrator' ? undefined : actor.follows
  return actor.unit === actor.province
    ? { reach: 'province', province: actor.province, ...access, ...(follows ? { also: follows.units } : {}) }
    : {
        reach: 'unit',
        province: actor.province,
        unit: actor.unit,
        ...access,
        ...(follows ? { also: follows.units } : {}),
      }
}

/** Whether a unit went into the actor's own: then what it recorded is read, and none of it is written. */
export function follows(actor: Actor, owner: { province: Id<'Unit'>; unit: Id<'Unit'> }): boolean {
  if (!actor.follows || actor.duty === 'administrator') return false
  const above = actor.unit === actor.province ? owner.province : owner.unit
  return actor.follows.units.includes(above)
}

/** The provinces whose rows an actor may meet: their own, and those in which the units before theirs recorded. */
export function provincesRead(actor: Actor): readonly Id<'Unit'>[] {
  return [...new Set([actor.province, ...(actor.follows?.provinces ?? [])])]
}
