import type { Actor } from '#modules/access/actor.ts'

/** Whoever is checked by the rules reads them; an administrator has no figures that they could be about. */
export function mayReadRules(actor: Actor): boolean {
  return actor.duty !== 'administrator'
}

/** How often a rule spoke, and in which reports, is known by those who review the reports of a province, its auditor too. */
export function maySeeRulesAtWork(actor: Actor): boolean {
  return actor.unit === actor.province && actor.duty !== 'administrator'
}

/** What a change would have done may be tried by whoever answers for the province's figures. */
export function mayTryRules(actor: Actor): boolean {
  return actor.unit === actor.province && (actor.duty === 'province-officer' || actor.duty === 'province-leader')
}

/** A rule may stop every commune's report: the leader of the province changes it, and nobody else. */
export function mayChangeRules(actor: Actor): boolean {
  return actor.unit === actor.province && actor.duty === 'province-leader'
}
