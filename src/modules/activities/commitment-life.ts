export const commitmentStates = ['open', 'done', 'closed'] as const

/** `done`: the result was written down; `closed`: the asker's side is recorded as well. */
export type CommitmentState = (typeof commitmentStates)[number]

/** A step of a commitment after it was made. */
export type CommitmentMove = 'extend' | 'finish' | 'close' | 'reopen'

type Rule = {
  move: CommitmentMove
  from: readonly CommitmentState[]
  to: CommitmentState
  /** A sentence goes with it: why, or what came of it. */
  words: boolean
}

/** The whole life of a commitment; a pair of state and move that is not here does not exist. */
export const commitmentLife: readonly Rule[] = [
  { move: 'extend', from: ['open'], to: 'open', words: true },
  { move: 'finish', from: ['open'], to: 'done', words: true },
  { move: 'close', from: ['done'], to: 'closed', words: false },
  { move: 'reopen', from: ['done', 'closed'], to: 'open', words: true },
]

export function allowedCommitmentMoves(state: CommitmentState): CommitmentMove[] {
  return commitmentLife.filter((rule) => rule.from.includes(state)).map((rule) => rule.move)
}

/** Where a move leads, or that it leads nowhere from here. */
export function advanceCommitment(state: CommitmentState, move: CommitmentMove): Rule | 'not-now' {
  return commitmentLife.find((rule) => rule.move === move && rule.from.includes(state)) ?? 'not-now'
}
