import type { LocalDate } from '#kernel/local-date.ts'
import type { Qualifier } from '#kernel/numerals.ts'
import type { Period } from '#kernel/period.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { UnitKind } from '#modules/territory/unit.ts'
import type { RuleId, RuleWords } from './check-rule.ts'
import type { CellRef } from './indicator.ts'

export const verdicts = ['fails', 'asks', 'not-computable', 'holds'] as const

/** `fails`: must be corrected or explained · `asks`: worth a question · `not-computable`: an input is missing · `holds`. */
export type Verdict = (typeof verdicts)[number]

/** A cell with the amount it stood at when it was checked. */
export type Term = { cell: CellRef; amount: Quantity }

/** What a rule found, with every number it used; sentences are made from it in `finding-sentence.ts`. */
export type Finding = {
  rule: RuleId
  /** Tells findings of one rule apart: `Q06:K01`. An explanation is bound to it. */
  key: string
  verdict: Verdict
  explainable: boolean
  cells: CellRef[]
  facts: FindingFacts
  /** What whoever wrote the rule says of cause and remedy. */
  words?: RuleWords
}

export type FindingFacts =
  | {
      kind: 'sum'
      total: Term
      parts: Term[]
      sum: Quantity
      gap: Quantity
      missing: CellRef[]
      likelyMissing: CellRef | null
    }
  | { kind: 'part-and-whole'; part: Term; whole: Term }
  | {
      kind: 'average'
      average: Term
      total: Term
      units: number | null
      otherUnits: number | null
      implied: Quantity | null
    }
  | { kind: 'turns-and-persons'; turns: Term; persons: Term }
  | {
      kind: 'over-units'
      stated: Term
      summed: Quantity
      unitsCounted: number
      gap: Quantity
      /** The units whose numbers come to the gap; none where no few of them do. */
      traced: TracedUnits | null
    }
  | { kind: 'number'; cell: CellRef; problem: 'unreadable' | 'fraction' | 'negative' | 'above-100'; raw: string }
  | { kind: 'scopes'; total: Term | null; scopes: Term[]; added: Term[] }
  | { kind: 'percent'; percent: Term; numerator: Term[]; denominator: Term[]; expected: Quantity | null }
  | { kind: 'change'; change: Term; stock: Term; then: Quantity; on: LocalDate; expected: Quantity }
  | {
      kind: 'change-unknown'
      missing: CellRef[]
      hedged: CellRef[]
      /** The figure of the earlier day that nobody had accepted, or that is a rounded one. */
      lacking: { cell: CellRef; on: LocalDate; isHedged: boolean } | null
    }
  | { kind: 'fell'; now: Term; of: Period; before: Quantity; period: Period }
  | { kind: 'quarters'; total: Term; parts: { period: Period; amount: Quantity }[]; sum: Quantity; gap: Quantity }
  | { kind: 'compared'; periods: Period[]; lines: number }
  | {
      kind: 'not-compared'
      periods: Period[]
      missing: CellRef[]
      hedged: CellRef[]
      /** Lines without a number in one of the earlier periods. */
      waiting: CellRef[]
      /** Earlier periods whose report has not been accepted. */
      lacking: Period[]
    }
  | { kind: 'foreign-unit'; cell: CellRef; text: string; written: string; likely: CellRef | null }
  | {
      kind: 'event-date'
      cell: CellRef
      problem: 'after' | 'before' | 'no-such-day'
      written: string
      period: Period
    }
  | { kind: 'missing'; missing: CellRef[]; hedged: CellRef[] }
  | { kind: 'stock-fell'; now: Term; before: Quantity; period: Period }
  /** `percent` is null where there was nothing before. */
  | { kind: 'changed'; changes: { now: Term; before: Quantity; percent: Quantity | null }[]; period: Period }
  | { kind: 'repeated'; terms: Term[]; of: number; period: Period }
  | { kind: 'unusual'; now: Term; low: number; high: number; periods: number; of: Period; hedge: Qualifier }
  | { kind: 'unusual-among-peers'; now: Term; of: Period; hedge: Qualifier; peers: ComparedPeers }
  | { kind: 'all-zero'; cells: number }
  | { kind: 'rounded'; terms: Term[]; of: number }
  | { kind: 'out-of-bounds'; expression: string; value: Quantity; low: Quantity | null; high: Quantity | null }

/** Whom a count was compared with (đơn vị so sánh), and what is usual for them and for the few earlier periods of the unit itself. */
export type ComparedPeers = {
  low: number
  high: number
  units: number
  kind: UnitKind
  /** The period that they published. */
  period: Period
  /** Those with so many people; null: all of the kind. */
  band: { from: number; to: number } | null
  /** Whether counts were taken for each resident. */
  isByPeople: boolean
  ownPeriods: number
}

/** Units that explain a gap: handed in and not accepted yet, left out of the stated total, or counted in it twice. */
export type TracedUnits = {
  how: 'not-accepted' | 'left-out' | 'twice'
  units: { name: string; amount: Quantity }[]
}

/** The numbers a finding was made from, as one text: an explanation holds only while they stay what they were. */
export function fingerprintOf(finding: Finding): string {
  // Which units explain a gap is said beside it, an explanation is about the gap; and one about a count that is unlike those of
  // others is not undone by the next of them that publishes.
  return JSON.stringify(finding.facts, (name, value: unknown) =>
    name === 'traced' || name === 'peers' ? undefined : typeof value === 'bigint' ? String(value) : value,
  )
}

/** True for what must be corrected: nothing that could be written beside it lets the report through. */
export function isBlocking(finding: Pick<Finding, 'verdict' | 'explainable'>): boolean {
  return finding.verdict === 'fails' && !finding.explainable
}

export function needsExplanation(finding: Pick<Finding, 'verdict' | 'explainable'>): boolean {
  return finding.verdict === 'fails' && finding.explainable
}
