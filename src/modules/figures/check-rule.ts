import { parseCellKey, type CellRef } from './indicator.ts'

export const ruleIds = ['Q01', 'Q02', 'Q03', 'Q04', 'Q06', 'Q08', 'Q12', 'Q16', 'Q23'] as const
export type RuleId = (typeof ruleIds)[number]

/**
 * One relation that figures must satisfy, as data.
 * `explainable`: an officer may submit against it with a written reason; the others must be corrected.
 */
export type CheckRule = { id: RuleId; explainable: boolean } & (
  | { kind: 'total-of-parts'; total: CellRef; parts: CellRef[]; likelyMissing?: CellRef }
  | { kind: 'part-of-whole'; part: CellRef; whole: CellRef }
  | { kind: 'average-per-unit'; average: CellRef; total: CellRef }
  | { kind: 'turns-and-persons'; turns: CellRef; persons: CellRef; suspiciousFrom: number }
  | { kind: 'total-over-units' }
  | { kind: 'plausible-number' }
  | { kind: 'scopes-never-summed'; total: CellRef; scopes: CellRef[] }
)

const at = parseCellKey

/**
 * The rules that look at one report. Q02 is the one-stop identity: received and carried over = early + on time + late
 * + in progress within time + in progress overdue + returned (report forms II.06a and II.06b, Thông tư 01/2020/TT-VPCP).
 */
export const checkRules: readonly CheckRule[] = [
  { id: 'Q01', kind: 'total-of-parts', explainable: false, total: at('I09'), parts: [at('I10'), at('I11'), at('I12')] },
  {
    id: 'Q02',
    kind: 'total-of-parts',
    explainable: true,
    total: at('F01'),
    parts: [at('F05'), at('F06'), at('F07'), at('F08'), at('F09'), at('F11')],
    likelyMissing: at('F08'),
  },
  { id: 'Q03', kind: 'part-of-whole', explainable: false, part: at('I06'), whole: at('I05') },
  { id: 'Q03', kind: 'part-of-whole', explainable: false, part: at('D05'), whole: at('D03') },
  { id: 'Q03', kind: 'part-of-whole', explainable: false, part: at('B02'), whole: at('B01') },
  { id: 'Q04', kind: 'average-per-unit', explainable: false, average: at('I02'), total: at('I01') },
  {
    id: 'Q06',
    kind: 'total-of-parts',
    explainable: false,
    total: at('K01'),
    parts: [at('K01:collective'), at('K01:individual')],
  },
  {
    id: 'Q06',
    kind: 'total-of-parts',
    explainable: false,
    total: at('K03'),
    parts: [at('K03:collective'), at('K03:individual')],
  },
  // Below twenty turns it is common that nobody came twice; the threshold is ours and not a rule of law.
  {
    id: 'Q08',
    kind: 'turns-and-persons',
    explainable: false,
    turns: at('E01'),
    persons: at('E02'),
    suspiciousFrom: 20,
  },
  { id: 'Q12', kind: 'total-over-units', explainable: true },
  { id: 'Q16', kind: 'plausible-number', explainable: false },
  {
    id: 'Q23',
    kind: 'scopes-never-summed',
    explainable: false,
    total: at('B01'),
    scopes: [at('B02'), at('B05'), at('B06')],
  },
]

/** An explanation shorter than this says nothing to the person who has to believe it. */
export const shortestExplanation = 20
