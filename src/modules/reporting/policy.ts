import type { Actor } from '#modules/access/actor.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { isOpenForEntry, type ReportStatus, type Standing } from './lifecycle.ts'

/** Whose report it is: all that decides who may touch it. */
export type ReportOwner = { province: UnitId; unit: UnitId }

/**
 * What an actor is to a report.
 * A commune's report is entered by the commune and reviewed by the province; the province's own report is entered by its
 * officers and reviewed by its leader. An auditor reads: of their own unit what is being typed, of the province's communes
 * what was handed in. An administrator manages accounts and is nothing to any report.
 */
export function standingsOf(actor: Actor, owner: ReportOwner): Standing[] {
  if (actor.province !== owner.province) return []
  const ofProvince = owner.unit === owner.province
  switch (actor.duty) {
    case 'commune-officer':
      return actor.unit === owner.unit ? ['own-officer'] : []
    case 'commune-leader':
      return actor.unit === owner.unit ? ['own-leader'] : []
    case 'province-officer':
      return ofProvince ? ['own-officer'] : ['reviewer']
    case 'province-leader':
      return ofProvince ? ['own-leader', 'reviewer'] : ['reviewer']
    case 'auditor':
      if (actor.unit === owner.unit) return ['own-auditor']
      return actor.unit === actor.province ? ['auditor'] : []
    case 'administrator':
      return []
  }
}

/** A report is read by its own unit and by those who review it. */
export function mayRead(actor: Actor, owner: ReportOwner): boolean {
  return standingsOf(actor, owner).length > 0
}

/** Figures are typed by the reporting unit itself, never by its reviewer. */
export function mayEnter(actor: Actor, owner: ReportOwner): boolean {
  const standings = standingsOf(actor, owner)
  return standings.includes('own-officer') || standings.includes('own-leader')
}

/** What is being typed is read by the unit itself, its auditor included; everybody else reads what was handed in. */
export function mayReadDraft(actor: Actor, owner: ReportOwner): boolean {
  return standingsOf(actor, owner).some((standing) => standing.startsWith('own-'))
}

export function mayEnterNow(actor: Actor, owner: ReportOwner, status: ReportStatus): boolean {
  return mayEnter(actor, owner) && isOpenForEntry(status)
}

/** The board of a whole province, its sums and its late list. */
export function maySeeProvince(actor: Actor): boolean {
  if (actor.duty === 'auditor') return actor.unit === actor.province
  return actor.duty === 'province-officer' || actor.duty === 'province-leader'
}

/** Reviewing is a province officer's and leader's work; an auditor only looks on. */
export function mayReview(actor: Actor): boolean {
  return actor.duty === 'province-officer' || actor.duty === 'province-leader'
}

/** Which reports of a unit are open, without their figures: for the administrator who hands its duty over. */
export function mayListOpenWork(actor: Actor): boolean {
  return actor.duty === 'administrator' && actor.unit === actor.province
}
