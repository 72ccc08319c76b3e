import { parseCellKey, type CellRef } from './indicator.ts'

export const ruleIds = [
  ...(['Q01', 'Q02', 'Q03', 'Q04', 'Q05', 'Q06', 'Q07', 'Q08', 'Q09'] as const),
  ...(['Q12', 'Q14', 'Q15', 'Q16', 'Q20', 'Q21', 'Q22', 'Q23', 'Q25'] as const),
] as const
export type RuleId = (typeof ruleIds)[number]

/**
 * What a rule does with a cell that has no number yet (số còn thiếu). An empty cell is never a zero.
 * - `skip-if-any`: one missing is enough; it answers that it cannot be computed, and names what is missing.
 * - `skip-if-all`: it judges with what is there, and concludes only what stays true whatever the missing ones turn out to be.
 * - `never-skip`: it reads what somebody wrote, number or not.
 */
export const missingStrategies = ['skip-if-any', 'skip-if-all', 'never-skip'] as const
export type MissingStrategy = (typeof missingStrategies)[number]

/** Rules whose numbers mean nothing one without the other. */
type OfAll = { missing: 'skip-if-any' } & (
  | { kind: 'part-of-whole'; part: CellRef; whole: CellRef }
  | { kind: 'average-per-unit'; average: CellRef; total: CellRef }
  | { kind: 'turns-and-persons'; turns: CellRef; persons: CellRef; suspiciousFrom: number }
  | { kind: 'total-over-units' }
  | { kind: 'percent-of-sums'; percent: CellRef; numerator: CellRef[]; denominator: CellRef[] }
  | { kind: 'change-since-last-year'; change: CellRef; stock: CellRef }
  | { kind: 'cumulative-never-falls' }
)

/** Sums, which some of their parts can already prove wrong. */
type OfSums = { missing: 'skip-if-any' | 'skip-if-all' } & (
  | { kind: 'total-of-parts'; total: CellRef; parts: CellRef[]; likelyMissing?: CellRef }
  | { kind: 'scopes-never-summed'; total: CellRef; scopes: CellRef[] }
  | { kind: 'flow-is-sum-of-quarters' }
)

/** Rules that read one cell as it was written. */
type AsWritten = { missing: 'never-skip' } & (
  { kind: 'plausible-number' } | { kind: 'unit-as-written' } | { kind: 'event-in-period' }
)

/**
 * One relation that figures must satisfy, as data.
 * `explainable`: an officer may submit against it with a written reason; the others must be corrected.
 */
export type CheckRule = { id: RuleId; explainable: boolean } & (OfAll | OfSums | AsWritten)

const at = parseCellKey

/**
 * The rules that look at one report. Q24, a ratio of sums is
 * never an average of ratios, is not here: it is how `rollup.ts` adds up, and no officer can break it. Q02 is the one-stop identity: received and carried over = early + on time + late
 * + in progress within time + in progress overdue + returned (report forms II.06a and II.06b, Thông tư 01/2020/TT-VPCP).
 */
export const checkRules: readonly CheckRule[] = [
  {
    id: 'Q01',
    kind: 'total-of-parts',
    missing: 'skip-if-all',
    explainable: false,
    total: at('I09'),
    parts: [at('I10'), at('I11'), at('I12')],
  },
  {
    id: 'Q02',
    kind: 'total-of-parts',
    missing: 'skip-if-all',
    explainable: true,
    total: at('F01'),
    parts: [at('F05'), at('F06'), at('F07'), at('F08'), at('F09'), at('F11')],
    likelyMissing: at('F08'),
  },
  { id: 'Q03', kind: 'part-of-whole', missing: 'skip-if-any', explainable: false, part: at('I06'), whole: at('I05') },
  { id: 'Q03', kind: 'part-of-whole', missing: 'skip-if-any', explainable: false, part: at('D05'), whole: at('D03') },
  // A model may be registered in one period and recognised in a later one, so here a reason can be given.
  { id: 'Q03', kind: 'part-of-whole', missing: 'skip-if-any', explainable: true, part: at('B13'), whole: at('B01') },
  {
    id: 'Q04',
    kind: 'average-per-unit',
    missing: 'skip-if-any',
    explainable: false,
    average: at('I02'),
    total: at('I01'),
  },
  {
    id: 'Q05',
    kind: 'change-since-last-year',
    missing: 'skip-if-any',
    explainable: true,
    change: at('I03'),
    stock: at('I01'),
  },
  {
    id: 'Q06',
    kind: 'total-of-parts',
    missing: 'skip-if-all',
    explainable: false,
    total: at('K01'),
    parts: [at('K01:collective'), at('K01:individual')],
  },
  {
    id: 'Q06',
    kind: 'total-of-parts',
    missing: 'skip-if-all',
    explainable: false,
    total: at('K03'),
    parts: [at('K03:collective'), at('K03:individual')],
  },
  { id: 'Q07', kind: 'part-of-whole', missing: 'skip-if-any', explainable: false, part: at('B16'), whole: at('B13') },
  // Below twenty turns it is common that nobody came twice; the threshold is ours and not a rule of law.
  {
    id: 'Q08',
    kind: 'turns-and-persons',
    missing: 'skip-if-any',
    explainable: false,
    turns: at('E01'),
    persons: at('E02'),
    suspiciousFrom: 20,
  },
  // What is settled may have been carried over from the period before.
  { id: 'Q09', kind: 'part-of-whole', missing: 'skip-if-any', explainable: true, part: at('E16'), whole: at('E08') },
  { id: 'Q12', kind: 'total-over-units', missing: 'skip-if-any', explainable: true },
  { id: 'Q14', kind: 'cumulative-never-falls', missing: 'skip-if-any', explainable: false },
  { id: 'Q15', kind: 'flow-is-sum-of-quarters', missing: 'skip-if-all', explainable: true },
  { id: 'Q16', kind: 'plausible-number', missing: 'never-skip', explainable: false },
  // Four fields, and every model has one of them as its main one.
  {
    id: 'Q20',
    kind: 'total-of-parts',
    missing: 'skip-if-all',
    explainable: false,
    total: at('B01'),
    parts: [at('B09'), at('B10'), at('B11'), at('B12')],
  },
  { id: 'Q21', kind: 'unit-as-written', missing: 'never-skip', explainable: false },
  // A date is read out of free words, and may belong to something else; a day that does not exist may not (checks-of-text.ts).
  { id: 'Q22', kind: 'event-in-period', missing: 'never-skip', explainable: true },
  {
    id: 'Q23',
    kind: 'scopes-never-summed',
    missing: 'skip-if-all',
    explainable: false,
    total: at('B01'),
    scopes: [at('B02'), at('B05'), at('B06')],
  },
  {
    id: 'Q25',
    kind: 'percent-of-sums',
    missing: 'skip-if-any',
    explainable: false,
    percent: at('F10'),
    numerator: [at('F05'), at('F06')],
    denominator: [at('F05'), at('F06'), at('F07')],
  },
  {
    id: 'Q25',
    kind: 'percent-of-sums',
    missing: 'skip-if-any',
    explainable: false,
    percent: at('B14'),
    numerator: [at('B13')],
    denominator: [at('B01')],
  },
  {
    id: 'Q25',
    kind: 'percent-of-sums',
    missing: 'skip-if-any',
    explainable: false,
    percent: at('E06'),
    numerator: [at('E04')],
    denominator: [at('E05')],
  },
]

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
    const units = new Set(
      cellsOfOneUnit(rule)
        .map(unitOf)
        .filter((unit) => unit !== null),
    )
    if (units.size > 1) throw new Error(`${rule.id} puts ${[...units].join(' and ')} together, which are counted apart`)
  }
}

/** An explanation shorter than this says nothing to the person who has to believe it. */
export const shortestExplanation = 20
