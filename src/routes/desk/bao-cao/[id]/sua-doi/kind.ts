import type { AmendmentStatus } from '#modules/reporting/amendment.ts'
import type { StateKind } from '#ui/state.ts'

/** The shape in which the standing of an amendment is shown. */
export const amendmentKind: Record<AmendmentStatus, StateKind> = {
  asked: 'soon',
  open: 'new',
  'handed-in': 'hold',
  returned: 'returned',
  accepted: 'ok',
  dropped: 'none',
}
