import type { YearState } from '#modules/movement/cycle.ts'
import type { StateKind } from '#ui/state.ts'

/** The shape that stands beside each state. */
const kinds: Record<YearState, StateKind> = {
  ...{ draft: 'new', registered: 'soon', returned: 'returned', listed: 'ok-late', launched: 'ok-late' },
  ...{ running: 'ok-late', 'self-scored': 'soon', appraised: 'soon', recognised: 'ok', outstanding: 'ok' },
  ...{ proposed: 'ok', 'not-recognised': 'late', 'not-eligible': 'late', stopped: 'hold', merged: 'none' },
  'handed-over': 'none',
}

export function stateKind(state: YearState): StateKind {
  return kinds[state]
}
