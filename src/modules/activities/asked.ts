import type { Id } from '#kernel/ids.ts'
import type { DialogueId } from './dialogue.ts'

export type AskedId = Id<'AskedQuestion'>

export const askedSources = ['online', 'paper', 'hall'] as const
/** Where a question came from: the public page, a slip of paper typed in, or the hall itself. */
export type AskedSource = (typeof askedSources)[number]

export const askedStates = ['waiting', 'taken', 'set-aside'] as const
/** `waiting`: nobody but the office has read it. `taken`: it is put to the dialogue. `set-aside`: it is not, and the reason is kept. */
export type AskedState = (typeof askedStates)[number]

/** A question gathered for a dialogue or asked in it (câu hỏi); who asked is not known here and there is no place to write it. */
export type AskedQuestion = {
  id: AskedId
  dialogue: DialogueId
  source: AskedSource
  content: string
  state: AskedState
  reason: string
  /** The question that says the same and is answered for both. */
  sameAs: AskedId | null
  receipt: string | null
  version: number
  askedAt: Date
}

/** So many may wait to be read for one dialogue; a flood from outside stops there. */
export const mostWaiting = 500
/** So many are typed in at once from paper. */
export const mostTogether = 100

/** Without letters and digits that look alike on paper: 0 O, 1 I L. */
const receiptLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A receipt of ten letters in two halves, from random bytes: read aloud on the telephone, it names nobody. */
export function receiptFrom(bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, 10)].map((byte) => receiptLetters[byte % receiptLetters.length] ?? '')
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

/** A receipt as somebody types it: small letters, blanks and no hyphen are still the same. */
export function readReceipt(text: string): string | null {
  const letters = text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return letters.length === 10 ? `${letters.slice(0, 5)}-${letters.slice(5)}` : null
}
