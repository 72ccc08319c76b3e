import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Points } from './scoring-points.ts'

export type ScoringSetId = Id<'ScoringSet'>

export const scoredKinds = ['collective', 'individual', 'unit'] as const
/** What a set is made for: initiatives of collectives, of individuals, or units themselves. */
export type ScoredKind = (typeof scoredKinds)[number]

export const areaKinds = ['urban', 'rural', 'mountain'] as const
/** Kinds of area that a set may hold to different thresholds. */
export type AreaKind = (typeof areaKinds)[number]

/** Whose points a group holds: those scored by the unit itself and by appraisers, or those that the superior alone gives (90 + 10). */
export type ScoringPart = 'base' | 'superior'

export const lineKinds = [
  'group',
  'criterion',
  'bonus',
  'penalty',
  'band',
  'group-floor',
  'criterion-floor',
  'condition',
  'threshold',
] as const
/** What one line of a set says. */
export type ScoringLineKind = (typeof lineKinds)[number]

/**
 * A line of a set as it is written, imported and kept; a criterion belongs to the group above it.
 * `points` is the most of a criterion, the lower border of a band, the least of a threshold, or the percentage of a floor.
 */
export type ScoringLine = {
  kind: ScoringLineKind
  name: string
  points: string
  /** Nothing, or the only points that may be given: `0 1 2`. */
  levels: string
  part: ScoringPart
  /** Of a band: whether who stands in it is recognised. */
  passes: boolean
  area: AreaKind | null
  evidence: string
  note: string
}

/** Tiêu chí: one thing that is scored. `key` is its place in the version, which never changes once somebody scored by it. */
export type Criterion = {
  key: string
  name: string
  most: Points
  levels: readonly Points[] | null
  evidence: string
  note: string
}

/** Nhóm tiêu chí. */
export type CriteriaGroup = {
  key: string
  name: string
  part: ScoringPart
  most: Points
  criteria: readonly Criterion[]
}

/** Mức xếp loại: from `from` on, up to where the next one begins; the last one is closed. */
export type ScoringBand = { name: string; from: Points; passes: boolean; note: string }

/** Điều kiện loại trừ: who is in it is not scored 0 but not considered. */
export type ScoringCondition = { key: string; name: string; note: string }

/** A set ready to score by (bộ tiêu chí, thang điểm). */
export type ScoringSet = {
  groups: readonly CriteriaGroup[]
  bonuses: readonly Criterion[]
  penalties: readonly Criterion[]
  bands: readonly ScoringBand[]
  /** Percentage of its most under which no group may lie; null where there is no such veto. */
  groupFloor: number | null
  criterionFloor: number | null
  conditions: readonly ScoringCondition[]
  thresholds: readonly { area: AreaKind; least: Points }[]
  /** The most without bonuses. */
  most: Points
}

/** What is said of a set beside its lines. */
export type ScoringSetHead = {
  name: string
  issuer: string
  validFrom: LocalDate
  validTo: LocalDate | null
  appliesTo: readonly ScoredKind[]
  source: string
  note: string
}

/** Groups of the part that one kind of scorer fills, with what is given beside them. */
export function sectionsOf(set: ScoringSet, part: ScoringPart): CriteriaGroup[] {
  const own = set.groups.filter((group) => group.part === part)
  if (part === 'superior') return own
  return [
    ...own,
    ...(set.bonuses.length > 0 ? [beside('bonus', 'Điểm cộng', set.bonuses)] : []),
    ...(set.penalties.length > 0 ? [beside('penalty', 'Điểm trừ', set.penalties)] : []),
  ]
}

function beside(key: string, name: string, criteria: readonly Criterion[]): CriteriaGroup {
  const most = criteria.reduce<number>((sum, one) => sum + one.most, 0) as Points
  return { key, name, part: 'base', most, criteria }
}

/** Whether a set asks the superior for points of his own. */
export function asksSuperior(set: ScoringSet): boolean {
  return set.groups.some((group) => group.part === 'superior')
}
