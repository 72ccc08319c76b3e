import type { Actor } from '#modules/access/actor.ts'

const ofProvince: readonly Actor['duty'][] = ['province-officer', 'province-leader']

/** The sets of a province are kept by those of it who receive registrations and recognise. */
export function mayKeepScoringSets(actor: Actor): boolean {
  return actor.unit === actor.province && ofProvince.includes(actor.duty)
}

/** Who is scored reads by what; an administrator has no part in it. */
export function mayReadScoringSets(actor: Actor): boolean {
  return actor.duty !== 'administrator'
}
