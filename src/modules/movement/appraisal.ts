import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { YearState } from './cycle.ts'
import type { RegistrationScope } from './initiative.ts'
import type { Points } from './scoring-points.ts'
import type { AreaKind, ScoredKind, ScoringSetId } from './scoring-set.ts'
import type { ScoreResult } from './scoring.ts'

export type AppraisalRoundId = Id<'AppraisalRound'>

export const subjectKinds = ['initiative', 'unit'] as const
/** What a round may score; a pair of kind and id names one. */
export type SubjectKind = (typeof subjectKinds)[number]

/** Đợt chấm: open while points are given, closed when their results were taken down, decided by a document. */
export type AppraisalRound = {
  id: AppraisalRoundId
  province: Id<'Unit'>
  /** The unit that holds it. */
  holder: Id<'Unit'>
  title: string
  year: number
  subjectKind: SubjectKind
  /** Of initiatives: registered with which level; null for units. */
  scope: RegistrationScope | null
  set: ScoringSetId
  setVersion: number
  status: 'open' | 'closed' | 'decided'
  council: AppraisalMinutes
  decision: string
  decidedOn: LocalDate | null
  version: number
}

/** What the minutes of the council say beside the scores: counts, and no list of people. */
export type AppraisalMinutes = {
  metOn: LocalDate | null
  members: number | null
  present: number | null
  minutes: string
}

/** What a form brings to open a round. */
export type AppraisalRoundEntry = Pick<AppraisalRound, 'title' | 'year' | 'subjectKind' | 'scope' | 'set'>

/** One subject of a round, by its kind and id. */
export type SubjectRef = { round: AppraisalRoundId; kind: SubjectKind; id: Id<'AppraisalSubject'> }

/** What is scored, under the name it had when it was taken in (đối tượng chấm). */
export type AppraisalSubject = SubjectRef & {
  unit: Id<'Unit'>
  name: string
  scoredKind: ScoredKind
  area: AreaKind
  notEligible: string | null
  result: ScoreResult | null
  place: number | null
}

export const sheetParts = ['self', 'appraiser', 'council', 'superior'] as const
/** Whose sheet it is: the unit's own, one appraiser's, what the council agreed on instead, the superior's part. */
export type SheetPart = (typeof sheetParts)[number]

/** Phiếu chấm: one hand's points for one subject. */
export type AppraisalSheet = {
  id: Id<'AppraisalSheet'>
  part: SheetPart
  account: Id<'Account'> | null
  isHandedIn: boolean
  wasHandedIn: boolean
  marks: ReadonlyMap<string, StandingMark>
}

export type StandingMark = { points: Points; note: string }

/** One criterion as a form brings it: `was` is what the page showed; null points are none. */
export type MarkEntry = { criterion: string; was: Points | null; points: Points | null; note: string }

/** The states in which a year of an initiative may be taken into a round. */
export const scorableStates: readonly YearState[] = ['listed', 'launched', 'running', 'self-scored']
