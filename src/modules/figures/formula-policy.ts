import type { Actor } from '#modules/access/actor.ts'

/** A province's formulas are written down by those who answer for its figures. */
export function mayKeepFormulas(actor: Actor): boolean {
  return actor.unit === actor.province && (actor.duty === 'province-officer' || actor.duty === 'province-leader')
}

/** Everybody who works with figures in the province uses them, its auditor reads them; an administrator has no figures. */
export function mayReadFormulas(actor: Actor): boolean {
  return actor.duty !== 'administrator'
}
