import type { RuledRegime } from '#kernel/period.ts'
import type { CellRef } from './indicator.ts'

export const houseRuleIds = [
  ...(['Q01', 'Q02', 'Q03', 'Q04', 'Q05', 'Q06', 'Q07', 'Q08', 'Q09', 'Q10', 'Q11', 'Q12', 'Q13'] as const),
  ...(['Q14', 'Q15', 'Q16', 'Q17', 'Q18', 'Q19', 'Q20', 'Q21', 'Q22', 'Q23', 'Q25', 'Q26', 'Q27'] as const),
] as const
export type HouseRuleId = (typeof houseRuleIds)[number]

/** `Q06`: a rule that every province starts with · `T01`: a province's own. */
export type RuleId = HouseRuleId | `T${number}`

/**
 * What a rule does with a cell that has no number yet (số còn thiếu). An empty cell is never a zero.
 * - `skip-if-any`: one missing is enough; it answers that it cannot be computed, and names what is missing.
 * - `skip-if-all`: it judges with what is there, and concludes only what stays true whatever the missing ones turn out to be.
 * - `never-skip`: it reads what somebody wrote, number or not.
 */
export const missingStrategies = ['skip-if-any', 'skip-if-all', 'never-skip'] as const
export type MissingStrategy = (typeof missingStrategies)[number]

/** `must-match`: a report is not submitted against it · `may-explain`: with a written reason · `asks`: it only asks. */
export const severities = ['must-match', 'may-explain', 'asks'] as const
export type Severity = (typeof severities)[number]

/** Rules whose numbers mean nothing one without the other. */
type OfAll = { missing: 'skip-if-any' } & (
  | { kind: 'part-of-whole'; part: CellRef; whole: CellRef }
  | { kind: 'average-per-unit'; average: CellRef; total: CellRef }
  | { kind: 'turns-and-persons'; turns: CellRef; persons: CellRef; suspiciousFrom: number }
  | { kind: 'total-over-units' }
  | { kind: 'percent-of-sums'; percent: CellRef; numerator: CellRef[]; denominator: CellRef[] }
  | { kind: 'change-since-last-year'; change: CellRef; stock: CellRef }
  | { kind: 'cumulative-never-falls' }
  | RatioBounds
  | OfHistory
)

/** An expression (`D02 / D01`) that stays between two bounds, in reports of these regimes only; none named: in all. */
type RatioBounds = {
  kind: 'ratio-bounds'
  expression: string
  low: number | null
  high: number | null
  regimes: RuledRegime[]
}

/** Rules that hold a report against the same unit's accepted periods of the same kind. No cells named: all that fit. */
type OfHistory =
  | { kind: 'stock-never-falls'; cells: CellRef[] }
  | { kind: 'change-beyond'; cells: CellRef[]; percent: number; least: number }
  | { kind: 'copied-forward'; least: number; share: number; from: number }
  | { kind: 'outlier'; cells: CellRef[]; fewest: number; perMille: number }
  /** For cells with fewer own earlier numbers than `history`; from `fewest` peers on. */
  | { kind: 'outlier-among-peers'; cells: CellRef[]; history: number; fewest: number; perMille: number }

/** Sums, which some of their parts can already prove wrong. */
type OfSums = { missing: 'skip-if-any' | 'skip-if-all' } & (
  | { kind: 'total-of-parts'; total: CellRef; parts: CellRef[]; likelyMissing?: CellRef }
  | { kind: 'scopes-never-summed'; total: CellRef; scopes: CellRef[] }
  | { kind: 'flow-is-sum-of-quarters' }
)

/** Rules that read cells as they were written. */
type AsWritten = { missing: 'never-skip' } & (
  | { kind: 'plausible-number' }
  | { kind: 'unit-as-written' }
  | { kind: 'event-in-period' }
  | { kind: 'all-zero'; least: number }
  | { kind: 'round-numbers'; least: number; share: number; from: number }
)

/** Likely cause and remedy in somebody's own words; an empty one leaves those of the program, made for what was found. */
export type RuleWords = { cause: string; remedy: string }

/** One relation that figures must satisfy, as data: rows of `check_rule`, over which a province may have written its own. */
export type CheckRule = { id: RuleId; severity: Severity; words?: RuleWords } & (OfAll | OfSums | AsWritten)

export type RuleKind = CheckRule['kind']

/** The cells that a rule adds to each other or holds against each other, which must therefore count the same thing. */
export function cellsOfOneUnit(rule: CheckRule): CellRef[] {
  switch (rule.kind) {
    case 'total-of-parts':
      return [rule.total, ...rule.parts]
    case 'part-of-whole':
      return [rule.part, rule.whole]
    case 'scopes-never-summed':
      return [rule.total, ...rule.scopes]
    case 'percent-of-sums':
      return [...rule.numerator, ...rule.denominator]
    case 'change-since-last-year':
      return [rule.change, rule.stock]
    default:
      return []
  }
}

/**
 * Q21: a rule that adds lượt to người, or mô hình to người, is itself wrong. It is refused before any figure is looked at;
 * throws with the rule and the two units.
 */
export function refuseMixedUnits(rules: readonly CheckRule[], unitOf: (cell: CellRef) => string | null): void {
  for (const rule of rules) {
    const units = unitsMixedBy(rule, unitOf)
    if (units.length > 0) throw new Error(`${rule.id} puts ${units.join(' and ')} together, which are counted apart`)
  }
}

/** The units of count that a rule puts together although they are counted apart; none for a rule that is right. */
export function unitsMixedBy(rule: CheckRule, unitOf: (cell: CellRef) => string | null): string[] {
  const units = cellsOfOneUnit(rule)
    .map(unitOf)
    .filter((unit) => unit !== null)
  const distinct = [...new Set(units)]
  return distinct.length > 1 ? distinct : []
}

/** True for a rule that a province wrote itself. */
export function isOwn(id: RuleId): boolean {
  return id.startsWith('T')
}

/** An explanation shorter than this says nothing to the person who has to believe it. */
export const shortestExplanation = 20
