import type { CheckInput } from '#modules/figures/check-input.ts'
import type { CheckRule } from '#modules/figures/check-rule.ts'
import { checkFigures } from '#modules/figures/checks.ts'
import type { Finding } from '#modules/figures/finding.ts'
import { findingText } from '#modules/figures/finding-sentence.ts'
import type { CellNames, FindingText } from '#modules/figures/finding-words.ts'
import type { Period } from '#kernel/period.ts'
import type { ReportId } from './report.ts'

/** An accepted report of the past with all that a rule can look at. */
export type PastReport = {
  id: ReportId
  unitName: string
  period: Period
  input: CheckInput
  names: CellNames
}

/** What a rule would have said in a report. */
export type PastFinding = {
  report: ReportId
  unitName: string
  period: Period
  key: string
  cells: Finding['cells']
  verdict: Finding['verdict']
  text: FindingText
}

/** Everything that a rule would have said in these reports, in their order. */
export function backTest(past: readonly PastReport[], rule: CheckRule): PastFinding[] {
  return past.flatMap((report) =>
    checkFigures(report.input, [rule])
      .filter(({ verdict }) => verdict === 'fails' || verdict === 'asks')
      .map((finding) => pastFinding(report, finding)),
  )
}

function pastFinding({ id, unitName, period, names }: PastReport, finding: Finding): PastFinding {
  const { key, cells, verdict } = finding
  return { report: id, unitName, period, key, cells, verdict, text: findingText(finding, names) }
}

/** What a change would have made of the past: what would be told too, what no longer, and what as before. */
export type BackTestDifference = { more: PastFinding[]; less: PastFinding[]; same: PastFinding[] }

export function differenceOf(before: readonly PastFinding[], after: readonly PastFinding[]): BackTestDifference {
  const placeOf = ({ report, key }: PastFinding): string => `${report} ${key}`
  const [was, is] = [new Set(before.map(placeOf)), new Set(after.map(placeOf))]
  return {
    more: after.filter((one) => !was.has(placeOf(one))),
    less: before.filter((one) => !is.has(placeOf(one))),
    same: after.filter((one) => was.has(placeOf(one))),
  }
}
