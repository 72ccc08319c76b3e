import type { Actor } from '#modules/access/actor.ts'
import { mayAdminister, mayReadAudit } from '#modules/access/policy.ts'

/** A province's administrators enter the yearly notice and confirm an estimate; for no other province (docs/adr/0036). */
export function mayKeepCalendar(actor: Actor): boolean {
  return mayAdminister(actor, actor.province) && actor.unit === actor.province
}

/** Its history is read by them and by whoever audits the province. */
export function mayReadCalendar(actor: Actor): boolean {
  return mayReadAudit(actor, actor.province) && actor.unit === actor.province
}
