import type { AwardState } from './award.ts'

export const awardMoves = [
  'submit',
  'withdraw',
  'receive',
  'return',
  'vote',
  'undo-vote',
  'decide',
  'reject',
  'undo-reject',
  'drop',
  'revoke',
] as const
/** A step of a proposal. */
export type AwardMove = (typeof awardMoves)[number]

/** What an actor is to a proposal: of those who propose, or of the body that decides on it. */
export type AwardStanding = 'proposer-officer' | 'proposer-leader' | 'decider'

type Rule = {
  move: AwardMove
  from: readonly AwardState[]
  to: AwardState
  by: readonly AwardStanding[]
  /** A sentence that says why goes with it. */
  reason?: true
}

const proposers = ['proposer-officer', 'proposer-leader'] as const

/** The whole life of a proposal; a pair of state and move that is not here does not exist. A decision is not undone: it is revoked by another. */
export const awardLifecycle: readonly Rule[] = [
  { move: 'submit', from: ['draft', 'returned'], to: 'submitted', by: ['proposer-leader'] },
  { move: 'withdraw', from: ['submitted'], to: 'draft', by: ['proposer-leader'] },
  { move: 'receive', from: ['submitted'], to: 'received', by: ['decider'] },
  { move: 'return', from: ['submitted', 'received'], to: 'returned', by: ['decider'], reason: true },
  { move: 'vote', from: ['received', 'voted'], to: 'voted', by: ['decider'] },
  { move: 'undo-vote', from: ['voted'], to: 'received', by: ['decider'] },
  { move: 'decide', from: ['voted'], to: 'decided', by: ['decider'] },
  { move: 'reject', from: ['received', 'voted'], to: 'rejected', by: ['decider'], reason: true },
  { move: 'undo-reject', from: ['rejected'], to: 'received', by: ['decider'] },
  { move: 'drop', from: ['draft', 'returned'], to: 'dropped', by: proposers, reason: true },
  { move: 'revoke', from: ['decided'], to: 'revoked', by: ['decider'], reason: true },
]

/** What is proposed may be written while it lies with those who propose. */
export function isOpenForWriting(state: AwardState): boolean {
  return state === 'draft' || state === 'returned'
}

/** Whether a proposal stands in the way of another one for the same achievement. */
export function isStanding(state: AwardState): boolean {
  return ['submitted', 'received', 'voted', 'decided'].includes(state)
}

/** The moves that a person of these standings may make now; pages show exactly these. */
export function allowedAwardMoves(state: AwardState, standings: readonly AwardStanding[]): AwardMove[] {
  return awardLifecycle
    .filter((rule) => rule.from.includes(state) && rule.by.some((one) => standings.includes(one)))
    .map((rule) => rule.move)
}

/** Where a move leads, or why it leads nowhere. */
export function advanceAward(
  state: AwardState,
  move: AwardMove,
  standings: readonly AwardStanding[],
): { to: AwardState; needsReason: boolean } | 'not-now' | 'not-you' {
  const rules = awardLifecycle.filter((one) => one.move === move && one.by.some((who) => standings.includes(who)))
  if (rules.length === 0) return 'not-you'
  const rule = rules.find((one) => one.from.includes(state))
  return rule ? { to: rule.to, needsReason: rule.reason ?? false } : 'not-now'
}
