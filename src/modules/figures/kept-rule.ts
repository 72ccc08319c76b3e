import type { Id } from '#kernel/ids.ts'
import { cellsOfOneUnit, type CheckRule } from './check-rule.ts'
import { readExpression } from './expression-text.ts'
import { cellsOf } from './expression.ts'
import { cellKey } from './indicator.ts'

/** What a province made of a rule one time. `rule` is null where it was reset to the house's. */
export type RuleVersion = {
  version: number
  origin: 'changed' | 'own' | 'reset'
  isOn: boolean
  rule: CheckRule | null
  reason: string
  /** Null for an invented example. */
  account: Id<'Account'> | null
  at: Date
}

/** A rule as a province keeps it: the house's or its own, with every version the province wrote, oldest first. */
export type KeptRule = {
  key: string
  name: string
  /** Null for a rule of the province's own. */
  house: CheckRule | null
  isFixed: boolean
  source: string
  certainty: 'certain' | 'practice' | 'unverified' | 'own'
  versions: readonly RuleVersion[]
}

/** What counts today. */
export type StandingRule = { rule: CheckRule; isOn: boolean; isChanged: boolean; version: number }

/** The newest version counts; one that was reset is the house's again, and on. */
export function standingOf({ key, house, versions }: KeptRule): StandingRule {
  const newest = versions.at(-1)
  const rule = newest?.rule ?? house
  if (!rule) throw new Error(`Rule ${key} has neither a house nor a version`)
  const isChanged = newest !== undefined && newest.origin === 'changed'
  return { rule, isOn: newest?.isOn ?? true, isChanged, version: newest?.version ?? 0 }
}

/** `T07`: the key that follows those a province has given. */
export function ownKeyAfter(keys: readonly string[]): string {
  const last = Math.max(0, ...keys.map((key) => Number(key.slice(1))))
  return `T${String(last + 1).padStart(2, '0')}`
}

/** Whether a finding is of this rule: several rules stand under one number, and then their cells tell them apart. */
export function isFindingOf(rule: CheckRule, finding: { rule: string; key: string }): boolean {
  if (finding.rule !== rule.id) return false
  const own = keyWithin(rule)
  return own === null || finding.key === `${rule.id}:${own}`
}

function keyWithin(rule: CheckRule): string | null {
  switch (rule.kind) {
    case 'total-of-parts':
      return cellKey(rule.total)
    case 'part-of-whole':
      return `${cellKey(rule.part)}-${cellKey(rule.whole)}`
    case 'percent-of-sums':
      return cellKey(rule.percent)
    case 'all-zero':
      return 'toan-so-0'
    case 'round-numbers':
      return 'so-tron'
    default:
      return null
  }
}

/** The codes of all cells that a rule can look at; null where it looks at every line. */
export function codesOf(rule: CheckRule): string[] | null {
  switch (rule.kind) {
    case 'average-per-unit':
      return [rule.average.code, rule.total.code]
    case 'turns-and-persons':
      return [rule.turns.code, rule.persons.code]
    case 'percent-of-sums':
      return [rule.percent, ...rule.numerator, ...rule.denominator].map(({ code }) => code)
    case 'ratio-bounds': {
      const reading = readExpression(rule.expression)
      return reading.kind === 'expression' ? cellsOf(reading.expression).map(({ code }) => code) : []
    }
    case 'stock-never-falls':
    case 'change-beyond':
    case 'outlier':
    case 'outlier-among-peers':
      return rule.cells.length > 0 ? rule.cells.map(({ code }) => code) : null
    default: {
      const cells = cellsOfOneUnit(rule)
      return cells.length > 0 ? cells.map(({ code }) => code) : null
    }
  }
}

/** More rules of its own than this nobody keeps in mind. */
export const mostOwnRules = 50
