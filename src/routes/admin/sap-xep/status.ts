import type { ReorganisationStatus } from '#modules/reorganisation/draft.ts'
import type { StateKind } from '#ui/state.ts'

/** The shape that stands before each state of a reorganisation. */
export const statusKind: Record<ReorganisationStatus, StateKind> = {
  draft: 'new',
  decided: 'soon',
  applied: 'ok',
  discarded: 'none',
}
