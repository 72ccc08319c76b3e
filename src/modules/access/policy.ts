import type { Id } from '#kernel/ids.ts'
import type { Actor, DutyKind } from './actor.ts'

/** An auditor looks at everything in scope and changes nothing; every command asks, and the database holds it besides. */
export function readsOnly(actor: Actor): boolean {
  return actor.duty === 'auditor'
}

/** Accounts and duties of a province are in the hands of its administrators, and of nobody else. */
export function mayAdminister(actor: Actor | null, province: Id<'Unit'>): actor is Actor {
  return isOf(actor, 'administrator', province)
}

/** The list of accounts, with what each does: their administrators, and the province's auditor, who only reads it. */
export function mayReadAccounts(actor: Actor | null, province: Id<'Unit'>): actor is Actor {
  return isOf(actor, 'administrator', province) || (isOf(actor, 'auditor', province) && actor?.unit === province)
}

/** The audit: of the whole province for its administrators and auditor, of one commune for that commune's auditor. */
export function mayReadAudit(actor: Actor | null, province: Id<'Unit'>): actor is Actor {
  return isOf(actor, 'administrator', province) || isOf(actor, 'auditor', province)
}

function isOf(actor: Actor | null, duty: DutyKind, province: Id<'Unit'>): boolean {
  return actor?.duty === duty && actor.province === province
}
