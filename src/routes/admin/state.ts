import type { AccountState } from '#modules/access/account-state.ts'
import type { StateKind } from '#ui/state.ts'

/** The shape that stands before each state of an account. */
export const accountStateKind: Record<AccountState, StateKind> = {
  on: 'ok',
  'soon-off': 'soon',
  'not-enrolled': 'new',
  'no-duty': 'none',
  off: 'hold',
}
