/** How patient the door is; every number can be set by the operator. */
export type GuardSettings = {
  idleMinutes: number
  failuresByAccount: number
  failuresByAddress: number
  lockMinutes: number
  daysUntilOff: number
  /** From here on the list of accounts says that an account will soon be off. */
  daysUntilWarned: number
  monthsBetweenReviews: number
}

export const usualGuard: GuardSettings = {
  idleMinutes: 15,
  failuresByAccount: 5,
  // A whole office stands behind one address: six colleagues with right passwords must never shut each other out.
  failuresByAddress: 30,
  lockMinutes: 15,
  // TCVN 14423:2026 as cited for level 2 [C2]: off after 45 idle days, the list reviewed once a year; both can be set.
  daysUntilOff: 45,
  daysUntilWarned: 30,
  monthsBetweenReviews: 12,
}
