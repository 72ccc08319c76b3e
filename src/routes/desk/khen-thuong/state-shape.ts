import type { AwardState } from '#modules/commendation/award.ts'
import type { StateKind } from '#ui/state.ts'

/** The shape beside each state of a proposal; the word beside it says the same. */
export const stateShape: Record<AwardState, StateKind> = {
  draft: 'new',
  submitted: 'soon',
  returned: 'returned',
  received: 'soon',
  voted: 'soon',
  decided: 'ok',
  rejected: 'none',
  dropped: 'none',
  revoked: 'late',
}
