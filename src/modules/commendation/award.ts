import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'

export type AwardId = Id<'Award'>

export const awardLevels = ['commune', 'province', 'central'] as const
/** The level that grants an award. */
export type AwardLevel = (typeof awardLevels)[number]

export const recipientKinds = ['collective', 'individual'] as const
export type RecipientKind = (typeof recipientKinds)[number]

/** The record that an achievement report began from; `free` where it was written by hand. */
export type AwardSource =
  { kind: 'initiative' | 'dialogue'; id: string; name: string } | { kind: 'free'; id: null; name: '' }

/** What is proposed: one award for one collective or one person. */
export type AwardEntry = {
  form: string
  level: AwardLevel
  line: string
  /** The year of the achievement. */
  year: number
  recipientKind: RecipientKind
  /** The collective; of a person what may be said without a name. The name itself is in the vault. */
  recipient: string
  /** Whether the person holds a leading office; null where nobody said, and of collectives. */
  isLeader: boolean | null
  mayBePublic: boolean
  yearsOfService: number | null
  /** The one line that stands on the certificate. */
  achievement: string
  report: string
}

/** The council's vote, as counts: who voted how is nowhere. */
export type CouncilVote = {
  members: number
  present: number
  votesFor: number
  votesAgainst: number
  abstentions: number
  on: LocalDate
}

export type AwardDecision = { number: string; on: LocalDate; bookNumber: number }

export const awardStates = [
  'draft',
  'submitted',
  'returned',
  'received',
  'voted',
  'decided',
  'rejected',
  'dropped',
  'revoked',
] as const
export type AwardState = (typeof awardStates)[number]

/** A proposal with what became of it; granted when it is decided. */
export type Award = AwardEntry & {
  id: AwardId
  province: Id<'Unit'>
  /** Whose achievement it is. */
  unit: Id<'Unit'>
  byProvince: boolean
  source: AwardSource
  /** A person's name, in the vault. */
  item: Id<'VaultItem'> | null
  state: AwardState
  submittedOn: LocalDate | null
  receivedOn: LocalDate | null
  newerLawReason: string | null
  vote: CouncilVote | null
  decision: AwardDecision | null
  reason: string | null
  version: number
  changedAt: Date
}
