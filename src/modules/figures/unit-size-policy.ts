import type { Actor } from '#modules/access/actor.ts'
import { mayAdminister, mayReadAccounts } from '#modules/access/policy.ts'

/** How many people its units have is stated by the province's administrators, who also keep how its older units were divided. */
export function mayKeepSizes(actor: Actor): boolean {
  return mayAdminister(actor, actor.province) && actor.unit === actor.province
}

/** The page with its history: they, and the province's auditor. */
export function mayReadSizes(actor: Actor): boolean {
  return mayReadAccounts(actor, actor.province)
}
