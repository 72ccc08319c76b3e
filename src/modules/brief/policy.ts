import type { Actor } from '#modules/access/actor.ts'
import { readsOnly } from '#modules/access/policy.ts'

/** A brief is of one's own unit, for everybody who reads that unit's reports; an administrator manages accounts and reads none. */
export function maySeeBrief({ duty }: Actor): boolean {
  return duty !== 'administrator'
}

/** Which figures stand in it the unit's officers and leaders choose, for all of its people; who only looks on chooses nothing. */
export function mayChooseFigures(actor: Actor): boolean {
  return maySeeBrief(actor) && !readsOnly(actor)
}
