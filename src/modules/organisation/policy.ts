import type { Actor } from '#modules/access/actor.ts'
import type { UnitId } from '#modules/territory/unit.ts'

/** A unit with what decides who keeps what stands in it. */
export type KeptUnit = { province: UnitId; unit: UnitId; isCommuneOfToday: boolean }

const ofCommune: readonly Actor['duty'][] = ['commune-officer', 'commune-leader']
const ofProvince: readonly Actor['duty'][] = ['province-officer', 'province-leader']

/** A commune keeps its own bodies; the province's people keep the province's, and those of units that have ended. */
export function mayKeepBodies(actor: Actor, kept: KeptUnit): boolean {
  if (actor.province !== kept.province) return false
  if (ofCommune.includes(actor.duty)) return actor.unit === kept.unit
  return ofProvince.includes(actor.duty) && (kept.unit === kept.province || !kept.isCommuneOfToday)
}

/** A commune reads its own bodies, the province's people and auditor those of all its units; names of bodies, never of persons. */
export function mayReadBodies(actor: Actor, kept: Pick<KeptUnit, 'province' | 'unit'>): boolean {
  if (actor.province !== kept.province || actor.duty === 'administrator') return false
  return actor.unit === kept.unit || actor.unit === actor.province
}

/** Hamlets are written by the officer of their commune, and by nobody for them. */
export function mayKeepSubCommunes(actor: Actor, commune: UnitId | null): boolean {
  return actor.duty === 'commune-officer' && commune !== null && actor.unit === commune
}

/** Hamlets are read by their commune and by the province; an administrator has nothing to do with them. */
export function mayReadSubCommunes(actor: Actor, commune: UnitId | null): boolean {
  if (actor.duty === 'administrator') return false
  return actor.unit === actor.province || actor.unit === commune
}

/** A hamlet of a divided commune is claimed by an officer of a commune it may have gone to, or given to one by the province. */
export function mayAssignSubCommune(actor: Actor, to: UnitId): boolean {
  return actor.duty === 'province-officer' || (actor.duty === 'commune-officer' && actor.unit === to)
}

/** The trees of a province: its administrators, who write them, and the province's auditor, who only reads. */
export function mayReadTrees(actor: Actor): boolean {
  return actor.unit === actor.province && (actor.duty === 'administrator' || actor.duty === 'auditor')
}
