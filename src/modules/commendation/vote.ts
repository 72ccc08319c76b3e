import type { LocalDate } from '#kernel/local-date.ts'
import type { CouncilVote } from './award.ts'

/** What is wrong with a vote as it was written down; null when it adds up. */
export type VoteFault =
  | { code: 'more-present-than-members'; members: number; present: number }
  | { code: 'nobody-present' }
  | { code: 'more-votes-than-present'; votes: number; present: number }
  | { code: 'fewer-votes-than-present'; votes: number; present: number }
  | { code: 'vote-day-not-come'; today: LocalDate }
  | { code: 'vote-before-receipt'; receivedOn: LocalDate }

/** A council votes with those who are there: every one of them for, against or abstaining, and none twice. */
export function faultOfVote(vote: CouncilVote, today: LocalDate, receivedOn: LocalDate | null): VoteFault | null {
  const { members, present } = vote
  const votes = vote.votesFor + vote.votesAgainst + vote.abstentions
  if (present > members) return { code: 'more-present-than-members', members, present }
  if (present === 0) return { code: 'nobody-present' }
  if (votes > present) return { code: 'more-votes-than-present', votes, present }
  if (votes < present) return { code: 'fewer-votes-than-present', votes, present }
  if (vote.on > today) return { code: 'vote-day-not-come', today }
  if (receivedOn !== null && vote.on < receivedOn) return { code: 'vote-before-receipt', receivedOn }
  return null
}

/** Whether enough of the members voted for it; `least` in per cent of all members, null where the province set none. */
export function isCarried({ votesFor, members }: CouncilVote, least: number | null): boolean {
  return least === null || votesFor * 100 >= least * members
}
