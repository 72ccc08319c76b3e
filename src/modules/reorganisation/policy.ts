import type { Actor } from '#modules/access/actor.ts'
import { mayAdminister, mayReadAccounts } from '#modules/access/policy.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { ReorganisationStatus } from './draft.ts'

/** Units of a province are reorganised by its administrators, as its resolution says; nobody else drafts or decides. */
export function mayReorganise(actor: Actor | null, province: UnitId): actor is Actor {
  return mayAdminister(actor, province) && actor.unit === province
}

/** What is being prepared is read by the administrators and by the province's auditor, who changes nothing. */
export function mayReadReorganisations(actor: Actor | null, province: UnitId): actor is Actor {
  return mayReadAccounts(actor, province) && actor.unit === province
}

/** What may be done with a reorganisation that stands so, on a day before or after its own (lifecycle as a table). */
export function movesOf(
  status: ReorganisationStatus,
  isBeforeItsDay: boolean,
): ('change' | 'decide' | 'undo' | 'discard' | 'measure')[] {
  switch (status) {
    case 'draft':
      return ['change', 'decide', 'discard']
    case 'decided':
      return isBeforeItsDay ? ['undo', 'measure'] : ['measure']
    case 'applied':
      return ['measure']
    case 'discarded':
      return []
  }
}
