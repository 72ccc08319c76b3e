import type { SetStanding } from '#modules/figures/figure-set.ts'

export const reportStatuses = ['draft', 'submitted', 'returned', 'accepted', 'published'] as const
export type ReportStatus = (typeof reportStatuses)[number]

export const moves = ['submit', 'recall', 'return', 'accept', 'publish', 'withdraw'] as const

/** A step in the life of a report. */
export type Move = (typeof moves)[number]

/** What an actor is to a report; policy.ts decides it. Auditors and those who follow an ended unit stand in no rule below: they read. */
export type Standing = 'own-officer' | 'own-leader' | 'reviewer' | 'own-auditor' | 'auditor' | 'follower'

type Rule = { move: Move; from: readonly ReportStatus[]; to: ReportStatus; by: readonly Standing[] }

/** The whole life of a report. A pair of status and move that is not here does not exist. */
export const lifecycle: readonly Rule[] = [
  { move: 'submit', from: ['draft', 'returned'], to: 'submitted', by: ['own-officer', 'own-leader'] },
  { move: 'recall', from: ['submitted'], to: 'draft', by: ['own-officer', 'own-leader'] },
  { move: 'return', from: ['submitted'], to: 'returned', by: ['reviewer'] },
  { move: 'accept', from: ['submitted'], to: 'accepted', by: ['reviewer'] },
  { move: 'publish', from: ['accepted'], to: 'published', by: ['own-leader', 'reviewer'] },
  // It counts on in the sums above; only the public page, its files and the open data lose it (docs/adr/0070).
  { move: 'withdraw', from: ['published'], to: 'accepted', by: ['own-leader', 'reviewer'] },
]

/** The moves that a person of these standings may make now; the page shows exactly these. */
export function allowedMoves(status: ReportStatus, standings: readonly Standing[]): Move[] {
  return lifecycle
    .filter((rule) => rule.from.includes(status) && rule.by.some((one) => standings.includes(one)))
    .map((rule) => rule.move)
}

/** Where a move leads: the new status, or why it does not lead anywhere. */
export function advance(
  status: ReportStatus,
  move: Move,
  standings: readonly Standing[],
): { to: ReportStatus } | 'not-now' | 'not-you' {
  const rule = lifecycle.find((one) => one.move === move)
  if (!rule || !rule.by.some((one) => standings.includes(one))) return 'not-you'
  return rule.from.includes(status) ? { to: rule.to } : 'not-now'
}

/** Whether figures may still be typed: the reviewer's copy does not move under him. */
export function isOpenForEntry(status: ReportStatus): boolean {
  return status === 'draft' || status === 'returned'
}

/** The statuses in which a report's figures count in the sums above it. */
export const countedStatuses = ['accepted', 'published'] as const satisfies readonly ReportStatus[]

export function isCounted(status: string): status is (typeof countedStatuses)[number] {
  return countedStatuses.some((one) => one === status)
}

/** How far a report's figures have come: what is being typed is its own unit's, and a report sent back is typed again. */
export const setStandingOf: Record<ReportStatus, SetStanding> = {
  draft: 'open',
  submitted: 'handed-in',
  returned: 'open',
  accepted: 'accepted',
  published: 'published',
}
