import { follows, type Actor, type DutyKind } from '#modules/access/actor.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { isOpenForEntry, type Move, type ReportStatus, type Standing } from './lifecycle.ts'

/** Whose report it is: all that decides who may touch it. */
export type ReportOwner = { province: UnitId; unit: UnitId }

/**
 * What an actor is to a report.
 * A commune's report is entered by the commune and reviewed by the province; the province's own report is entered by its
 * officers and reviewed by its leader. An auditor reads: of their own unit what is being typed, of the province's communes
 * what was handed in. An administrator manages accounts and is nothing to any report.
 * Whose unit followed another reads what that one recorded, drafts that nobody will finish included (docs/adr/0035).
 */
export function standingsOf(actor: Actor, owner: ReportOwner): Standing[] {
  const ofProvince = owner.unit === owner.province
  if (follows(actor, owner)) return [actor.unit === actor.province && !ofProvince ? 'auditor' : 'follower']
  if (actor.province !== owner.province) return []
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
  return standingsOf(actor, owner).some((standing) => standing.startsWith('own-') || standing === 'follower')
}

export function mayEnterNow(actor: Actor, owner: ReportOwner, status: ReportStatus): boolean {
  return mayEnter(actor, owner) && isOpenForEntry(status)
}

/**
 * How far a reader follows what a cell has been. Its own unit, and the one that came after it, follow all of it; a reviewer
 * follows it to the newest copy that he may read: what a unit types after a return or a recall is its own until it submits again (docs/adr/0014).
 */
export function historyReach(actor: Actor, owner: ReportOwner): 'all' | 'to-the-copy' {
  return mayReadDraft(actor, owner) ? 'all' : 'to-the-copy'
}

/** The board of a whole province, its sums and its late list. */
export function maySeeProvince(actor: Actor): boolean {
  if (actor.duty === 'auditor') return actor.unit === actor.province
  return actor.duty === 'province-officer' || actor.duty === 'province-leader'
}

/** Whose officers are told of a move, and in which duties. */
export type Receivers = { of: 'unit' | 'province'; duties: readonly DutyKind[] }

/**
 * A submission is told to those who work on it next, everything else to the unit whose report it is. Its leader hears of
 * what is final; a report sent back is its officers' work.
 */
export function receiversOf(owner: ReportOwner, move: Exclude<Move, 'recall'> | 'unaccept'): Receivers {
  const ofProvince = owner.unit === owner.province
  if (move === 'submit') return { of: 'province', duties: [ofProvince ? 'province-leader' : 'province-officer'] }
  const officers: DutyKind[] = [ofProvince ? 'province-officer' : 'commune-officer']
  const leaders: DutyKind[] = [ofProvince ? 'province-leader' : 'commune-leader']
  return { of: 'unit', duties: move === 'return' ? officers : [...officers, ...leaders] }
}

/** Reviewing is a province officer's and leader's work; an auditor only looks on. */
export function mayReview(actor: Actor): boolean {
  return actor.duty === 'province-officer' || actor.duty === 'province-leader'
}

/** Which reports of a unit are open, without their figures: for the administrator who hands its duty over. */
export function mayListOpenWork(actor: Actor): boolean {
  return actor.duty === 'administrator' && actor.unit === actor.province
}

/** Who is reminded of a commune's report: those who type it, and from some step on its leader as well. */
export function remindedDuties(leaders: boolean): readonly DutyKind[] {
  return leaders ? ['commune-officer', 'commune-leader'] : ['commune-officer']
}
