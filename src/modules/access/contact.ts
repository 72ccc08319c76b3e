import type { Id } from '#kernel/ids.ts'

export const contactKinds = ['work-email', 'office-phone'] as const

/** How an officer may be reached; what exactly it says stands in the vault. */
export type ContactKind = (typeof contactKinds)[number]

/** An office telephone is only stated; an e-mail address is somebody's once a code sent to it came back. */
export type ContactState = 'stated' | 'unverified' | 'verified' | 'bounced'

export type Contact = {
  province: Id<'Unit'>
  account: Id<'Account'>
  kind: ContactKind
  unit: Id<'Unit'>
  item: Id<'VaultItem'>
  state: ContactState
  /** The mail that carries the newest code, while one is awaited. */
  codeMail: Id<'Mail'> | null
  codeTries: number
  verifiedAt: Date | null
}

export const minutesOfCode = 30
export const mostCodeTries = 5
export const mostCodesADay = 5
/** The least time between two codes: a slow mail server is not a reason for five mails. */
export const secondsBetweenCodes = 60
