import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { daysLate, type Finding } from '#modules/activities/finding.ts'
import type { StateKind } from '#ui/state.ts'

/** A finding in a list: whose, until when, and how late. */
export function findingShown(finding: Finding, now: Date) {
  const late = daysLate(finding, dayInVietnam(now))
  return {
    ...{ id: finding.id, said: finding.said, owner: finding.owner.name, voidReason: finding.voidReason },
    raised: formatDay(finding.raisedOn),
    due: finding.dueOn === null ? null : formatDay(finding.dueOn),
    closed: finding.closedOn === null ? null : formatDay(finding.closedOn),
    late,
    mark: markOf(finding, late),
  }
}

function markOf(finding: Finding, late: number): StateKind {
  if (finding.voidReason !== null) return 'none'
  if (finding.state === 'closed') return 'ok'
  if (late > 0) return 'late'
  return finding.state === 'answered' ? 'hold' : 'new'
}
