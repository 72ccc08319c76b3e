import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { EventKind, LawfulAggregation } from '#modules/territory/event.ts'
import type { UnitId, UnitKind } from '#modules/territory/unit.ts'

export type ReorganisationId = Id<'Reorganisation'>

export const reorganisationStatuses = ['draft', 'decided', 'applied', 'discarded'] as const
/** Where a reorganisation stands (trạng thái phương án): meant, decided for its day, in force, given up. */
export type ReorganisationStatus = (typeof reorganisationStatuses)[number]

/** How much of an older unit goes one way (tỷ lệ): a share in millionths, a count of its people, or not known yet. */
export type Measure = { by: 'share'; share: number } | { by: 'people'; people: number } | { by: 'unknown' }

/** A unit that a step brings into being (đơn vị mới); its id is made when the step is written, so that it never changes. */
export type NewUnit = {
  unit: UnitId
  /** With its kind word: `Phường Sông Xanh`. */
  name: string
  kind: UnitKind
  officialCode: string | null
  parent: UnitId
}

/** One older unit that goes into a new one, whole or in part (phần sáp nhập). */
export type MergePart = { from: UnitId; extent: 'whole' | 'part'; measure: Measure; source: string }

/** One new unit of a division, with what it gets of the old one (phần chia tách). */
export type SplitPart = { into: NewUnit; measure: Measure }

/** One change of one kind by one clause (bước sắp xếp). */
export type Step = { id: Id<'Step'>; aggregation: LawfulAggregation } & (
  | { kind: 'merge'; into: NewUnit; parts: readonly MergePart[] }
  | { kind: 'split'; from: UnitId; parts: readonly SplitPart[]; source: string }
  | {
      kind: 'partial-transfer'
      from: UnitId
      to: UnitId
      /** The two units end with their area; these two go on under the same names. */
      fromAfter: UnitId
      toAfter: UnitId
      measure: Measure
      source: string
    }
  | { kind: 'rename'; unit: UnitId; name: string }
  | { kind: 'kind-change'; unit: UnitId; unitKind: UnitKind; name: string; officialCode: string | null }
  | { kind: 'parent-change'; unit: UnitId; parent: UnitId }
  | { kind: 'created'; into: NewUnit }
  | { kind: 'level-abolished'; unit: UnitId }
)

/** The document that orders it (căn cứ pháp lý). */
export type ActCited = { number: string; issuedOn: LocalDate | null; issuer: string; article: string }

/** What an administrator has written down so far (phương án sắp xếp đơn vị). */
export type Draft = {
  title: string
  /** The first day on which it is so. */
  day: LocalDate | null
  act: ActCited
  steps: readonly Step[]
  /** Of a unit that is divided: in which of its successors a duty goes on. */
  successors: Readonly<Record<Id<'Duty'>, UnitId>>
}

export const emptyDraft: Draft = {
  title: '',
  day: null,
  act: { number: '', issuedOn: null, issuer: '', article: '' },
  steps: [],
  successors: {},
}

/**
 * Across which side figures may be added unless the administrator says otherwise. Both: where shares are unknown the figures say so
 * themselves, and a sum over the province stays exact. A unit without predecessors has nothing to be added from.
 */
export const usualAggregation: Record<EventKind, LawfulAggregation> = {
  merge: 'both',
  split: 'both',
  'partial-transfer': 'both',
  rename: 'both',
  'kind-change': 'both',
  'parent-change': 'both',
  'level-abolished': 'both',
  created: 'neither',
}

/** The units that a step takes apart, changes or ends. */
export function unitsTouched(step: Step): readonly UnitId[] {
  switch (step.kind) {
    case 'merge':
      return step.parts.map((part) => part.from)
    case 'split':
      return [step.from]
    case 'partial-transfer':
      return [step.from, step.to]
    case 'rename':
    case 'kind-change':
    case 'parent-change':
    case 'level-abolished':
      return [step.unit]
    case 'created':
      return []
  }
}

/** The units that a step brings into being under a name of their own. */
export function unitsBorn(step: Step): readonly NewUnit[] {
  if (step.kind === 'merge' || step.kind === 'created') return [step.into]
  return step.kind === 'split' ? step.parts.map((part) => part.into) : []
}
