import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'

export type FindingId = Id<'Finding'>

export const severities = ['light', 'serious', 'grave'] as const
/** How much a finding matters; what is serious or grave is closed only with evidence. */
export type Severity = (typeof severities)[number]

export const findingStates = ['open', 'answered', 'closed'] as const
/** How far a finding is: not answered, answered by its owner, closed by those who found it. */
export type FindingState = (typeof findingStates)[number]

/** What is written of a finding (việc phải khắc phục). */
export type FindingEntry = {
  said: string
  severity: Severity
  /** Whose it is to mend: one of the units visited. */
  owner: { unit: Id<'Unit'> | null; name: string }
  dueOn: LocalDate | null
}

export type Finding = FindingEntry & {
  id: FindingId
  visit: Id<'FieldVisit'>
  province: Id<'Unit'>
  /** The unit that went, and that closes it. */
  unit: Id<'Unit'>
  raisedOn: LocalDate
  state: FindingState
  closedOn: LocalDate | null
  voidReason: string | null
  version: number
}

export const findingMoves = ['answer', 'close', 'reopen', 'void'] as const
/** What is done with a finding once it was raised. */
export type FindingMove = (typeof findingMoves)[number]

const movesFrom: Record<FindingState, readonly FindingMove[]> = {
  open: ['answer', 'close', 'void'],
  answered: ['answer', 'close', 'reopen', 'void'],
  closed: ['reopen'],
}

const leadsTo: Record<Exclude<FindingMove, 'void'>, FindingState> = {
  answer: 'answered',
  close: 'closed',
  reopen: 'open',
}

/** Who may take which step: the owner answers, those who went do the rest (and answer for an owner without an account). */
export function movesFor(
  finding: Pick<Finding, 'state' | 'voidReason' | 'owner'>,
  side: 'visitor' | 'owner',
): FindingMove[] {
  if (finding.voidReason !== null) return []
  const moves = movesFrom[finding.state]
  if (side === 'owner') return moves.filter((move) => move === 'answer')
  return moves.filter((move) => move !== 'answer' || finding.owner.unit === null)
}

/** Where a step leads; null where there is no such step from there. */
export function advanceFinding(state: FindingState, move: Exclude<FindingMove, 'void'>): FindingState | null {
  return movesFrom[state].includes(move) ? leadsTo[move] : null
}

/** A light finding is closed on the word of those who went; the others need something that shows it. */
export function needsEvidence(severity: Severity): boolean {
  return severity !== 'light'
}

/** Days past its due day; 0 where it is not late or no longer open. */
export function daysLate(finding: Pick<Finding, 'state' | 'dueOn' | 'voidReason'>, today: LocalDate): number {
  if (finding.state === 'closed' || finding.voidReason !== null || finding.dueOn === null) return 0
  const days = (Date.parse(today) - Date.parse(finding.dueOn)) / 86_400_000
  return Math.max(0, days)
}
