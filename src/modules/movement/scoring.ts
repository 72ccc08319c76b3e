import { noPoints, sharedPoints, type Points } from './scoring-points.ts'
import { asksSuperior, sectionsOf, type AreaKind, type CriteriaGroup, type ScoringSet } from './scoring-set.ts'

/** Points by the key of a criterion. */
export type Marks = ReadonlyMap<string, Points>

/** All that was given to one subject: each appraiser's whole sheet, what the council changed, and the superior's part. */
export type ScoresGiven = {
  appraisers: readonly Marks[]
  council: Marks
  superior: Marks | null
  area: AreaKind
  /** Why it is not considered at all (a condition of the set, or the council's own words); null where it is. */
  notEligible: string | null
}

/** What a group came to. `isBelowFloor` is judged on the fraction itself, never on the points as they are cut down for reading. */
export type GroupScore = { key: string; name: string; given: Points; most: Points; isBelowFloor: boolean }

/** A rule that keeps a subject from being recognised whatever its sum. */
export type ScoreVeto = { kind: 'group-floor' | 'criterion-floor'; name: string; percent: number }

/**
 * Kết quả chấm. Who is not eligible has no score: 0 would be one. `recognised` follows from the band, the vetoes and the threshold,
 * each of which is said.
 */
export type ScoreResult =
  | { kind: 'not-eligible'; reason: string }
  | { kind: 'unfinished'; missing: ('appraiser' | 'superior')[] }
  | {
      kind: 'scored'
      total: Points
      groups: readonly GroupScore[]
      bonus: Points
      penalty: Points
      band: string
      bandPasses: boolean
      vetoes: readonly ScoreVeto[]
      threshold: { area: AreaKind; least: Points; isMet: boolean } | null
      recognised: boolean
    }

/** Points of one criterion over all hands: `sum` of `hands` shares. */
type Share = (key: string) => number

export function score(set: ScoringSet, given: ScoresGiven): ScoreResult {
  if (given.notEligible !== null) return { kind: 'not-eligible', reason: given.notEligible }
  const missing = missingParts(set, given)
  if (missing.length > 0) return { kind: 'unfinished', missing }
  const hands = given.appraisers.length
  const shareOf = sharesOf(given)
  const sum = (group: Pick<CriteriaGroup, 'criteria'>): number =>
    group.criteria.reduce((total, { key }) => total + shareOf(key), 0)
  const groups = set.groups.map((group) => groupScore(group, sum(group), hands, set.groupFloor))
  const bonus = sum({ criteria: set.bonuses })
  const penalty = sum({ criteria: set.penalties })
  const whole = set.groups.reduce((total, group) => total + sum(group), 0) + bonus - penalty
  // Cut down once, at the end: cutting each group would lose hundredths that belong to the sum.
  const total = sharedPoints(Math.max(0, whole), hands)
  const band = set.bands.findLast(({ from }) => total >= from)
  if (!band) throw new Error('A scoring set without a band from 0')
  const vetoes = [...groupVetoes(set, groups), ...criterionVetoes(set, shareOf, hands)]
  const threshold = thresholdFor(set, given.area, total)
  return {
    kind: 'scored',
    ...{ total, groups, bonus: sharedPoints(bonus, hands), penalty: sharedPoints(penalty, hands) },
    ...{ band: band.name, bandPasses: band.passes, vetoes, threshold },
    recognised: band.passes && vetoes.length === 0 && (threshold?.isMet ?? true),
  }
}

function missingParts(set: ScoringSet, given: ScoresGiven): ('appraiser' | 'superior')[] {
  return [
    ...(given.appraisers.length === 0 ? (['appraiser'] as const) : []),
    ...(asksSuperior(set) && given.superior === null ? (['superior'] as const) : []),
  ]
}

/** What the council agreed on counts for every hand; else the appraisers' points together; the superior's are given once for all. */
function sharesOf({ appraisers, council, superior }: ScoresGiven): Share {
  return (key) => {
    const agreed = council.get(key) ?? superior?.get(key)
    if (agreed !== undefined) return agreed * appraisers.length
    return appraisers.reduce((sum, marks) => sum + (marks.get(key) ?? noPoints), 0)
  }
}

function groupScore(group: CriteriaGroup, sum: number, hands: number, floor: number | null): GroupScore {
  const { key, name, most } = group
  return { key, name, most, given: sharedPoints(sum, hands), isBelowFloor: isBelow(sum, hands, most, floor) }
}

/** Whether `sum / hands` is less than so many percent of the most, in whole numbers. */
function isBelow(sum: number, hands: number, most: Points, percent: number | null): boolean {
  return percent !== null && sum * 100 < most * percent * hands
}

function groupVetoes(set: ScoringSet, groups: readonly GroupScore[]): ScoreVeto[] {
  const percent = set.groupFloor
  if (percent === null) return []
  return groups.filter((one) => one.isBelowFloor).map(({ name }) => ({ kind: 'group-floor', name, percent }))
}

function criterionVetoes(set: ScoringSet, shareOf: Share, hands: number): ScoreVeto[] {
  const percent = set.criterionFloor
  if (percent === null) return []
  return set.groups
    .flatMap(({ criteria }) => criteria)
    .filter(({ key, most }) => isBelow(shareOf(key), hands, most, percent))
    .map(({ name }) => ({ kind: 'criterion-floor', name, percent }))
}

function thresholdFor(set: ScoringSet, area: AreaKind, total: Points) {
  const found = set.thresholds.find((one) => one.area === area)
  return found ? { ...found, isMet: total >= found.least } : null
}

/** The sum of one whole sheet by itself: what the unit gave itself, or one appraiser before the others. */
export function sheetTotal(set: ScoringSet, marks: Marks): Points {
  const sum = (criteria: readonly { key: string }[]): number =>
    criteria.reduce((total, { key }) => total + (marks.get(key) ?? noPoints), 0)
  const whole = set.groups.reduce((total, { criteria }) => total + sum(criteria), 0)
  return Math.max(0, whole + sum(set.bonuses) - sum(set.penalties)) as Points
}

/** The criteria of a part that have no points yet; bonuses and penalties need none. */
export function unmarked(set: ScoringSet, part: CriteriaGroup['part'], marks: Marks): CriteriaGroup[] {
  return sectionsOf(set, part)
    .filter(({ key }) => key !== 'bonus' && key !== 'penalty')
    .filter(({ criteria }) => criteria.some(({ key }) => !marks.has(key)))
}
