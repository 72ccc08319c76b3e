import type { GuardSettings } from './guard-settings.ts'

export const accountStates = ['on', 'soon-off', 'not-enrolled', 'no-duty', 'off'] as const

/** Where an account stands today; the first that fits, off before all. */
export type AccountState = (typeof accountStates)[number]

export const accountStateLabel: Record<AccountState, string> = {
  on: 'đang bật',
  'soon-off': 'sắp tắt',
  'not-enrolled': 'chưa kích hoạt',
  'no-duty': 'chưa có nhiệm vụ',
  off: 'đang tắt',
}

/** Whole days since an account was last used. */
export function idleDays(lastActiveAt: Date, now: Date): number {
  return Math.floor((now.getTime() - lastActiveAt.getTime()) / 86_400_000)
}

export function accountState(
  account: { turnedOffAt: Date | null; lastActiveAt: Date; enrolled: boolean; duties: number },
  settings: Pick<GuardSettings, 'daysUntilOff' | 'daysUntilWarned'>,
  now: Date,
): AccountState {
  const idle = idleDays(account.lastActiveAt, now)
  if (account.turnedOffAt) return 'off'
  if (idle >= settings.daysUntilWarned) return 'soon-off'
  if (!account.enrolled) return 'not-enrolled'
  return account.duties === 0 ? 'no-duty' : 'on'
}

/** What a review has to look at with care: used lately, enrolled and with a duty is kept unless somebody says otherwise. */
export function needsALook(state: AccountState): boolean {
  return state !== 'on'
}
