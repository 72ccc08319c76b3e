import type { Id } from '#kernel/ids.ts'
import { addDays, type LocalDate } from '#kernel/local-date.ts'
import type { CountedFact } from '#modules/figures/counted-by.ts'
import type { RegisterOwner } from './policy.ts'

export type MeetingId = Id<'Meeting'>

export const meetingKinds = [
  'conference',
  'congress',
  'training',
  'dissemination',
  'voters',
  'criticism',
  'feedback',
  'support',
] as const
/** What was held: a conference, a congress, classes, a dissemination, a voter meeting, social criticism, feedback, or a support. */
export type MeetingKind = (typeof meetingKinds)[number]

export const trainingKinds = [
  'theory',
  'new-members',
  'party-awareness',
  'cell-leaders',
  'front-skills',
  'other',
] as const
/** The six kinds of classes that the monthly form of Tuyên Quang counts (2026, read second-hand). */
export type TrainingKind = (typeof trainingKinds)[number]

export const delegateLevels = ['national', 'province', 'commune', 'several'] as const
/** Whose delegates met the voters: the National Assembly's, a People's Council's, or several together. */
export type DelegateLevel = (typeof delegateLevels)[number]

export const sessionTimes = ['before', 'after', 'topic'] as const
/** When voters are met: before or after a session, or about one topic. */
export type SessionTime = (typeof sessionTimes)[number]

/** One speech of a conference (tham luận): who spoke, by function, and about what. */
export type Speech = { speaker: string; subject: string }

/** What only this kind of meeting has. Heads and opinions are counts, null when nobody counted; never a list of people. */
export type MeetingFacts =
  | { kind: 'conference'; agenda: string; conclusions: string; attendances: number | null; speeches: readonly Speech[] }
  | { kind: 'congress'; congressOf: string; conclusions: string; attendances: number | null }
  | {
      kind: 'training'
      trainingKind: TrainingKind
      classes: number
      attendances: number | null
      /** For those who do mobilisation work: A08 and A09 count no others. */
      isForStaff: boolean
    }
  | { kind: 'dissemination'; document: string; attendances: number | null }
  | {
      kind: 'voters'
      delegatesOf: DelegateLevel
      session: SessionTime | null
      attendances: number | null
      opinions: number | null
      answered: number | null
    }
  | {
      kind: 'criticism'
      document: string
      attendances: number | null
      opinions: number | null
      answered: number | null
    }
  | { kind: 'feedback'; document: string; opinions: number | null; answered: number | null }
  | {
      kind: 'support'
      helper: string
      helped: { unit: Id<'Unit'> | null; code: string | null; place: string }
      isMountain: boolean
      untilOn: LocalDate | null
      result: string
    }

/** What is written of a meeting of any kind (hội nghị, đại hội, lớp học, tiếp xúc cử tri, phân công giúp đỡ). */
export type MeetingEntry = {
  heldOn: LocalDate
  subject: string
  /** The body that held it. */
  organiser: string
  place: string
  facts: MeetingFacts
}

export type Meeting = MeetingEntry & {
  id: MeetingId
  province: Id<'Unit'>
  unit: Id<'Unit'>
  voidReason: string | null
  version: number
  changedAt: Date
}

export type MeetingTaskId = Id<'MeetingTask'>

/** A conclusion of a meeting as a task (việc theo kết luận), with its owner and due day. */
export type MeetingTaskEntry = { owner: string; ownerUnit: Id<'Unit'> | null; content: string; dueOn: LocalDate }

export type MeetingTask = MeetingTaskEntry & {
  id: MeetingTaskId
  meeting: MeetingId
  province: Id<'Unit'>
  unit: Id<'Unit'>
  done: { on: LocalDate; result: string } | null
  voidReason: string | null
  version: number
}

/** Whether what is written down says the same as an entry: one form sent twice, and not a second meeting. */
export function saysTheSameMeeting(one: MeetingEntry, other: MeetingEntry): boolean {
  const words = (entry: MeetingEntry): string =>
    JSON.stringify([
      ...[entry.heldOn, entry.subject, entry.organiser, entry.place],
      Object.entries(entry.facts).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ])
  return words(one) === words(other)
}

/** What a meeting counts towards; which cells there are is said kind by kind. */
export function factsOfMeeting(owner: RegisterOwner, { facts }: MeetingEntry): CountedFact[] {
  return cellsOf(owner, facts).filter(({ amount }) => amount > 0)
}

function cellsOf(owner: RegisterOwner, facts: MeetingFacts): CountedFact[] {
  switch (facts.kind) {
    case 'dissemination':
      return [flow('A04', 1), flow('A05', facts.attendances)]
    case 'training':
      return facts.isForStaff ? [flow('A08', facts.classes), flow('A09', facts.attendances)] : []
    case 'voters':
      return [flow('D08', 1), flow('D09', facts.attendances), flow('D10', facts.opinions)]
    case 'criticism':
      return [flow('C07', 1), flow('C08', facts.opinions)]
    case 'feedback':
      return [flow('C08', facts.opinions)]
    case 'support':
      return supportsHeld(owner, facts)
    case 'conference':
    case 'congress':
      return []
  }
}

function flow(code: string, amount: number | null): CountedFact {
  return { cell: { code, dimension: '' }, amount: amount ?? 0 }
}

/**
 * H10 is of communes, on the last day of a period, each once however many help it: so only what the level above assigned to a
 * whole commune of the mountains counts.
 */
function supportsHeld(owner: RegisterOwner, facts: Extract<MeetingFacts, { kind: 'support' }>): CountedFact[] {
  const { helped, isMountain, untilOn } = facts
  if (owner.unit !== owner.province || !isMountain || helped.code === null) return []
  const until = untilOn === null ? null : addDays(untilOn, 1)
  return [{ cell: { code: 'H10', dimension: '' }, amount: 1, oncePer: helped.code, holds: { until } }]
}
