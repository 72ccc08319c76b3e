import type { LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { Completeness } from './completeness.ts'
import { isCounted, type ReportStatus } from './lifecycle.ts'
import type { Timing } from './obligation.ts'
import type { ReportId, Template } from './report.ts'

/** Where one expected report stands, and how late it is. */
export type UnitReport = {
  unit: UnitVersion
  status: ReportStatus | 'not-begun'
  report: ReportId | null
  handedInOn: LocalDate | null
  /** Days after the last day in time: of what was handed in until then, of the others until today. */
  daysLate: number
  openQuestions: number
  /** The last day in time that counts for this unit: an extension goes before the counted one. */
  due: LocalDate
  extendedUntil: LocalDate | null
  /** Why the report need not come; null where it is owed or is in. */
  waivedFor: string | null
  /** What was handed in and leaves cells open: it stands as handed in, and is not complete. */
  short: Completeness | null
}

/** Đơn vị còn thiếu khi chốt kỳ: who was missing when the province closed a period, and why. */
export type NamedGap = { unit: UnitId; name: string; reason: string }

/** Whose report is not in the total: nobody accepted it, and nobody let the unit off. */
export function missingOf(reports: readonly UnitReport[]): UnitReport[] {
  return reports.filter(({ status, waivedFor }) => !isCounted(status) && waivedFor === null)
}

/** Of the units that were named, those whose report is still not in the total. */
export function stillMissing(gaps: readonly NamedGap[], reports: readonly UnitReport[]): NamedGap[] {
  const counted = new Set(reports.filter(({ status }) => isCounted(status)).map(({ unit }) => unit.unit))
  return gaps.filter(({ unit }) => !counted.has(unit))
}

/** What stands beside every total of a period that was closed without some; null where nobody was missing. */
export function gapsSaid(gaps: readonly Pick<NamedGap, 'name' | 'reason'>[]): string | null {
  if (gaps.length === 0) return null
  return `còn thiếu ${gaps.length} xã, phường: ${namesByReason(gaps)}`
}

/** A reason that several share is said once, after their names: thirty units would say it thirty times. */
function namesByReason(gaps: readonly Pick<NamedGap, 'name' | 'reason'>[]): string {
  const groups = [...Map.groupBy(gaps, ({ reason }) => reason.replace(/\.$/, ''))]
  const said = groups.map(([reason, own]) => {
    const names = own.map(({ name }) => name).join(', ')
    return own.length === 1 ? `${names} (${reason})` : `${names} (cùng lý do: ${reason})`
  })
  return said.join(groups.length === gaps.length ? ', ' : '; ')
}

/** Something in a report that was handed in which its own checks ask about, or which its officers explained. */
export type AskedFinding = { report: ReportId; unit: UnitId; heading: string; sentence: string; isExplained: boolean }

/** Who is expected for a period and where each report stands (tình hình báo cáo của kỳ); of a commune its own alone. */
export type PeriodStanding = {
  unit: UnitVersion
  template: Template
  period: Period
  timing: Timing
  reports: UnitReport[]
  asked: AskedFinding[]
  /** Of a period that was closed: who was missing then. */
  gaps: NamedGap[]
}

/** The expected reports by where they stand; every one is in exactly one of the four. */
export type StandingTally = {
  counted: UnitReport[]
  waiting: UnitReport[]
  returned: UnitReport[]
  owing: UnitReport[]
}

export function tallyOf(reports: readonly UnitReport[]): StandingTally {
  const inState = (...states: UnitReport['status'][]) => reports.filter(({ status }) => states.includes(status))
  return {
    counted: reports.filter(({ status }) => isCounted(status)),
    waiting: inState('submitted'),
    returned: inState('returned'),
    owing: inState('draft', 'not-begun'),
  }
}
