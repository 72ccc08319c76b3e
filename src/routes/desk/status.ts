import type { ReportStatus } from '#modules/reporting/lifecycle.ts'
import type { StateKind } from '#ui/state.ts'

/** The shape and colour of a report's status; the word comes from the module's labels. */
export const statusKind: Record<ReportStatus | 'not-begun' | 'unit-ended' | 'not-in-force', StateKind> = {
  draft: 'soon',
  submitted: 'new',
  returned: 'returned',
  accepted: 'ok',
  published: 'ok',
  'not-begun': 'none',
  'unit-ended': 'hold',
  'not-in-force': 'hold',
}
