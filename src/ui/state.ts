/** Every state people see is one of these shapes, each with a word of its own. */
export const stateKinds = ['late', 'soon', 'ok', 'ok-late', 'partly', 'hold', 'new', 'returned', 'none'] as const
export type StateKind = (typeof stateKinds)[number]
