import type { Id } from '#kernel/ids.ts'
import { follows, type Actor } from '#modules/access/actor.ts'
import type { Award } from './award.ts'
import type { AwardStanding } from './lifecycle.ts'

/** Whose record it is. */
export type RecordOwner = { province: Id<'Unit'>; unit: Id<'Unit'> }

type Whose = Pick<Award, 'province' | 'unit' | 'level' | 'byProvince'>

const ofCommune = ['commune-officer', 'commune-leader']
const ofProvince = ['province-officer', 'province-leader']

/** A commune's own people propose for it; the province's people propose for any unit of theirs. */
export function mayPropose(actor: Actor, owner: RecordOwner): boolean {
  if (actor.province !== owner.province) return false
  return ofCommune.includes(actor.duty) ? actor.unit === owner.unit : ofProvince.includes(actor.duty)
}

/** What an actor is to a proposal. At the level of the commune its own people decide, above it the province's. */
export function standingsOf(actor: Actor, award: Whose): AwardStanding[] {
  if (actor.province !== award.province) return []
  const isOfUnit = ofCommune.includes(actor.duty) && actor.unit === award.unit
  const isOfProvince = ofProvince.includes(actor.duty)
  const proposes = award.byProvince ? isOfProvince : isOfUnit
  const decides = award.level === 'commune' ? isOfUnit : isOfProvince
  const leads = actor.duty === 'commune-leader' || actor.duty === 'province-leader'
  return [
    ...(proposes ? [leads ? ('proposer-leader' as const) : ('proposer-officer' as const)] : []),
    ...(decides ? [decidesAs] : []),
  ]
}

const decidesAs: AwardStanding = 'decider'

/** A proposal is read by its unit, by the province, and where its unit went; an administrator reads none. */
export function mayReadRecord(actor: Actor, owner: RecordOwner): boolean {
  if (follows(actor, owner)) return true
  if (actor.province !== owner.province || actor.duty === 'administrator') return false
  return actor.unit === owner.unit || actor.unit === owner.province
}

/** A draft is read where it is written and by no one above; everything else by who reads the records of its unit. */
export function mayReadAward(actor: Actor, award: Whose & Pick<Award, 'state'>): boolean {
  const isElsewhere = actor.unit !== (award.byProvince ? award.province : award.unit)
  return mayReadRecord(actor, award) && !(award.state === 'draft' && isElsewhere)
}

/** A person's name is opened by those who propose or decide, never by who only reads. */
export function mayOpenName(actor: Actor, owner: RecordOwner): boolean {
  if (actor.province !== owner.province) return false
  return ofProvince.includes(actor.duty) || (ofCommune.includes(actor.duty) && actor.unit === owner.unit)
}

/** Praise and ceremonies are written by the unit that held them. */
export function mayKeepList(actor: Actor, owner: RecordOwner): boolean {
  if (actor.province !== owner.province || actor.unit !== owner.unit) return false
  return ofCommune.includes(actor.duty) || ofProvince.includes(actor.duty)
}

/** The numbers that no text fixed are set by the province's leaders, for the whole province. */
export function maySetRules(actor: Actor): boolean {
  return actor.duty === 'province-leader'
}
