import { z } from 'zod'
import { ruledRegimes } from '#kernel/period.ts'
import {
  houseRuleIds,
  missingStrategies,
  severities,
  type CheckRule,
  type MissingStrategy,
  type RuleId,
  type RuleKind,
} from './check-rule.ts'
import { cellKey, parseCellKey, type CellRef } from './indicator.ts'

const cell = z.string().min(1).transform(parseCellKey)
const cells = z.array(cell)
const none = z.object({})
const number = z.number().nonnegative()
const bound = z.number().nullable()

/** What each kind of rule carries in the column `parameters`. */
const parametersOf = {
  'total-of-parts': z.object({ total: cell, parts: cells.min(1), likelyMissing: cell.optional() }),
  'part-of-whole': z.object({ part: cell, whole: cell }),
  'average-per-unit': z.object({ average: cell, total: cell }),
  'turns-and-persons': z.object({ turns: cell, persons: cell, suspiciousFrom: number }),
  'total-over-units': none,
  'percent-of-sums': z.object({ percent: cell, numerator: cells.min(1), denominator: cells.min(1) }),
  'change-since-last-year': z.object({ change: cell, stock: cell }),
  'cumulative-never-falls': none,
  'flow-is-sum-of-quarters': none,
  'scopes-never-summed': z.object({ total: cell, scopes: cells.min(2) }),
  'plausible-number': none,
  'unit-as-written': none,
  'event-in-period': none,
  'stock-never-falls': z.object({ cells }),
  'change-beyond': z.object({ cells, percent: number, least: number }),
  'copied-forward': z.object({ least: number, share: number, from: number }),
  outlier: z.object({ cells, fewest: number.min(4), perMille: number.min(0.1).max(50) }),
  'outlier-among-peers': z.object({
    ...{ cells, history: number.min(1).max(8), fewest: number.min(5), perMille: number.min(0.1).max(50) },
  }),
  'all-zero': z.object({ least: number.min(1) }),
  'round-numbers': z.object({ least: number.min(1), share: number, from: number }),
  'ratio-bounds': z.object({
    expression: z.string().min(1),
    low: bound,
    high: bound,
    regimes: z.array(z.enum(ruledRegimes)),
  }),
} satisfies Record<RuleKind, z.ZodObject>

export const ruleKinds = Object.keys(parametersOf) as RuleKind[]

/** What is written down of a rule, in a row of `check_rule` or in a province's version of one. */
export type WrittenRule = {
  id: string
  kind: string
  severity: string
  missing: string
  parameters: unknown
  cause: string
  remedy: string
}

const written = z.object({
  id: z.custom<RuleId>((id) => houseRuleIds.some((one) => one === id) || /^T\d{2,}$/.test(String(id))),
  kind: z.enum(ruleKinds),
  severity: z.enum(severities),
  missing: z.enum(missingStrategies),
})

/** Reads a rule as it stands in the database or the reference file; throws where it is none. */
export function readCheckRule(row: WrittenRule): CheckRule {
  const { id, kind, severity, missing } = written.parse(row)
  const parameters = parametersOf[kind].parse(row.parameters)
  const words = row.cause === '' && row.remedy === '' ? {} : { words: { cause: row.cause, remedy: row.remedy } }
  // Kind and parameters belong together by the table above; the strategy is held to the kind by the check of the table.
  return { id, severity, missing, kind, ...words, ...parameters } as CheckRule
}

/** What a rule of a kind does with missing numbers, where nobody chose. */
export function missingOf(kind: RuleKind): MissingStrategy {
  if (kind === 'total-of-parts') return 'skip-if-all'
  return kind === 'all-zero' || kind === 'round-numbers' ? 'never-skip' : 'skip-if-any'
}

/** The parameters of a rule as `readCheckRule` reads them: cells by their keys. */
export function writtenParameters(rule: CheckRule): Record<string, unknown> {
  const asKey = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(asKey)
    return isCell(one) ? cellKey(one) : one
  }
  const names = Object.keys(parametersOf[rule.kind].shape)
  return Object.fromEntries(
    Object.entries(rule)
      .filter(([name]) => names.includes(name))
      .map(([name, one]) => [name, asKey(one)]),
  )
}

function isCell(one: unknown): one is CellRef {
  return typeof one === 'object' && one !== null && 'code' in one && 'dimension' in one
}
