import { parseLocalDate } from './local-date.ts'
import {
  boundsOf,
  periodBetween,
  ruleBetween,
  ruledRegimes,
  shippedRules,
  type Period,
  type RuledRegime,
} from './period-rule.ts'

/**
 * How a period stands in an address: `2026-q3`, `2026-6-thang`, `2025`, `2019-01-01_2022-10-13`; months `2026-t03`, the last
 * six `2026-6-thang-cuoi`, and `-n15` behind what begins on the 15th. Terms, campaigns and stages are their two days: the
 * address stays true when a name is corrected.
 */
export function periodKey(period: Period): string {
  const found = ruleBetween(shippedRules, period.from, period.to)
  if (!found) return `${period.from}_${period.to}`
  const { rule, year, index } = found
  const base = {
    1: `${year}-t${String(index + 1).padStart(2, '0')}`,
    3: `${year}-q${index + 1}`,
    6: `${year}-6-thang${index === 1 ? '-cuoi' : ''}`,
    9: `${year}-9-thang`,
    12: `${year}`,
  }[rule.months]
  return rule.anchorDay === 1 ? base : `${base}-n${rule.anchorDay}`
}

const shapes: { regime: RuledRegime; pattern: RegExp }[] = [
  { regime: 'month', pattern: /^-t(0[1-9]|1[0-2])$/ },
  { regime: 'quarter', pattern: /^-q([1-4])$/ },
  { regime: 'half-year', pattern: /^-6-thang(-cuoi)?$/ },
  { regime: 'nine-months', pattern: /^-9-thang$/ },
  { regime: 'year', pattern: /^$/ },
]

/** Reads what `periodKey` writes; null when it is not one. */
export function parsePeriodKey(key: string): Period | null {
  const ruled = /^(\d{4})([-a-z0-9]*?)(-n15)?$/.exec(key)
  if (ruled) {
    const shape = shapes.find(({ pattern }) => pattern.test(ruled[2] ?? ''))
    if (shape) {
      const part = shape.pattern.exec(ruled[2] ?? '')?.[1]
      const index = part === undefined ? 0 : part === '-cuoi' ? 1 : Number(part) - 1
      return ruledPeriod(`${shape.regime}${ruled[3] ? '-15' : ''}`, Number(ruled[1]), index)
    }
  }
  const range = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/.exec(key)
  const from = parseLocalDate(range?.[1])
  const to = parseLocalDate(range?.[2])
  return from && to && from <= to ? periodBetween(from, to) : null
}

function ruledPeriod(word: string, year: number, index: number): Period | null {
  const regime = ruledRegimes.find((one) => one === word)
  const rule = shippedRules.find((one) => one.regime === regime)
  const bounds = rule && boundsOf(rule, year, index)
  return regime && bounds ? { regime, ...bounds } : null
}
