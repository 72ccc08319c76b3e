import { periodName, type Period } from '#kernel/period.ts'
import { statusName } from '#modules/reporting/labels.ts'
import type { ReportStatus } from '#modules/reporting/lifecycle.ts'
import type { ReportId } from '#modules/reporting/report.ts'

/** The reports that were handed in before a record of their days was written or changed, as its page tells of them. */
export function handedInShown(
  reports: readonly { id: ReportId; period: Period; status: ReportStatus }[],
  mayKeep: boolean,
) {
  return reports.map((report) => ({
    id: report.id,
    name: periodName(report.period),
    status: statusName[report.status],
    isDecided: report.status !== 'submitted',
    mayTakeBack: mayKeep && report.status === 'submitted',
  }))
}
