import { periodKey, type Period } from '#kernel/period.ts'
import { nothingAsked } from '#modules/figures/question.ts'
import { questionAddress } from '#modules/figures/question-text.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import type { ReportId } from '#modules/reporting/report.ts'

/** Where each number of a brief is opened. */
export const briefPath = '/desk/tom-tat'

export function briefPathOf(period: Period): string {
  return `${briefPath}?ky=${periodKey(period)}`
}

/** The province's board of the period, and on it one number or the units of one state. */
export function boardPath(period: Period, at: { filter?: string; figure?: string } = {}): string {
  const place = at.figure ? `#so-${at.figure}` : at.filter ? '#don-vi' : ''
  return `/desk/tong-hop/${periodKey(period)}${at.filter ? `?loc=${at.filter}` : ''}${place}`
}

export function reportPath(report: ReportId, cell?: string): string {
  return `/desk/bao-cao/${report}${cell ? `/o/${encodeURIComponent(cell)}` : ''}`
}

/** A number with the numbers of its units, each of which opens to its report; of two periods beside each other. */
export function partsPath(cell: string, { code }: Pick<UnitVersion, 'code'>, periods: readonly Period[]): string {
  return `/desk/kham-pha?${questionAddress({ ...nothingAsked, indicators: [cell], by: ['commune'], unit: [code], period: periods })}`
}
