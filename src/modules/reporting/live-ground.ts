import { cellsOfSums, isRuleOfSums } from '#modules/figures/checks-of-sums.ts'
import { rulesThatSpeak } from '#modules/figures/checks.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { checkLine, divisorOf, type Ingredients } from './content-from.ts'
import type { LiveGround } from './live-checks.ts'

/** What a page needs beside a report's content to work sums and ratios out again by itself. */
export function liveGround(given: Ingredients): LiveGround {
  const lines = given.template.lines.map(checkLine)
  const carried = new Set(lines.map(({ cell }) => cellKey(cell)))
  return {
    // A rule of which one line alone is carried holds it against nothing.
    rules: rulesThatSpeak(lines, given.rules)
      .filter(isRuleOfSums)
      .filter((rule) => cellsOfSums(rule).filter((cell) => carried.has(cellKey(cell))).length > 1),
    divisor: divisorOf(given),
    sums: sumsTypedOver(given),
  }
}

function sumsTypedOver({ sums, typed }: Ingredients): Record<string, FigureValue> {
  const all = [...(sums?.figures ?? [])]
  return Object.fromEntries(
    all.filter(([key]) => (typed.get(key)?.raw ?? '') !== '').map(([key, { value }]) => [key, value]),
  )
}
