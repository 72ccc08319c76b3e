import type { Id } from '#kernel/ids.ts'
import type { Scope } from '#kernel/scope.ts'

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
}

/** What row security lets an actor's transactions see: their unit, or their whole province. An auditor's only read. */
export function scopeOf(actor: Actor): Scope {
  const access = actor.duty === 'auditor' ? { readOnly: true as const } : {}
  return actor.unit === actor.province
    ? { reach: 'province', province: actor.province, ...access }
    : { reach: 'unit', province: actor.province, unit: actor.unit, ...access }
}
