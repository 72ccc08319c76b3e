import type { Id } from '#kernel/ids.ts'
import type { DutyKind } from './actor.ts'

/** A duty that is valid today (nhiệm vụ), with the unit's name as it is today. */
export type Duty = { id: Id<'Duty'>; kind: DutyKind; unit: Id<'Unit'>; unitName: string }

/** The duty a session acts in: the chosen one while it is valid, else the first. */
export function actingDuty(duties: readonly Duty[], chosen: Id<'Duty'> | null): Duty | null {
  return duties.find((duty) => duty.id === chosen) ?? duties[0] ?? null
}

/** A duty for a commune belongs to a commune, the others to the province itself. */
export function levelOf(kind: DutyKind): 'commune' | 'province' {
  return kind === 'commune-officer' || kind === 'commune-leader' ? 'commune' : 'province'
}
