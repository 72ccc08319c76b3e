import type { Id } from '#kernel/ids.ts'
import type { Actor } from './actor.ts'

/** Accounts and duties of a province are in the hands of its administrators, and of nobody else. */
export function mayAdminister(actor: Actor | null, province: Id<'Unit'>): actor is Actor {
  return actor?.duty === 'administrator' && actor.province === province
}
