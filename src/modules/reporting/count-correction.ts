import { formatQuantity, type Quantity } from '#kernel/quantity.ts'
import type { Counted } from '#modules/figures/counted-by.ts'

/** A typed number in a counted cell (số gõ thay số đếm): the count is never lost, and the reason goes with both. */
export type CountCorrection = {
  raw: string
  reason: string
  /** What the records came to when it was typed. */
  countedThen: Quantity
  by: string
  at: Date
}

/** What a report says of a corrected cell beside its number: what the register comes to, and why another number stands. */
export type CorrectedCount = {
  /** What the records come to now, as it is printed; in a copy, what they came to when it was made. */
  counted: string
  reason: string
}

/** A reason that somebody else can follow needs at least so many letters. */
export const shortestCorrectionReason = 10

export function correctedCount(correction: CountCorrection | undefined, counted: Counted): CorrectedCount | null {
  return correction ? { counted: formatQuantity(counted.amount), reason: correction.reason } : null
}

/** The sentence that goes with a corrected number wherever it is printed. */
export function correctedSaid({ counted, reason }: CorrectedCount, register: string): string {
  return `Số gõ; ${register} đếm được ${counted}. Lý do: ${reason}`
}
