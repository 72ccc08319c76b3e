import type { Id } from '#kernel/ids.ts'
import type { DutyKind } from './actor.ts'

/** A duty that is valid today (nhiệm vụ), with the unit's name as it is today. */
export type Duty = { id: Id<'Duty'>; kind: DutyKind; unit: Id<'Unit'>; unitName: string }

/** The duty a session acts in: the chosen one while it is valid, else the first. */
export function actingDuty(duties: readonly Duty[], chosen: Id<'Duty'> | null): Duty | null {
  return duties.find((duty) => duty.id === chosen) ?? duties[0] ?? null
}

const dutyLevels = ['province', 'commune'] as const
type DutyLevel = (typeof dutyLevels)[number]

/** Where a duty may be given: a commune's in a commune, a province's in the province itself, an auditor's in either. */
function levelsOf(kind: DutyKind): readonly DutyLevel[] {
  if (kind === 'auditor') return dutyLevels
  return kind === 'commune-officer' || kind === 'commune-leader' ? ['commune'] : ['province']
}

export function fitsLevel(kind: DutyKind, level: string | undefined): boolean {
  return levelsOf(kind).some((one) => one === level)
}
