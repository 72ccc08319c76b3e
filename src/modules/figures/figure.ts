import { formatAmount, readNumeral, type Numeral, type Qualifier } from '#kernel/numerals.ts'
import { zero, type Quantity } from '#kernel/quantity.ts'
import { tidy } from '#kernel/text.ts'

/** A figure is reported, zero, not applicable, or not yet known. An empty cell is never a zero. */
export type FigureValue =
  | { state: 'reported'; amount: Quantity; qualifier: Qualifier }
  | { state: 'zero' }
  | { state: 'not-applicable' }
  | { state: 'not-yet-known' }

/** How the figure came here. */
export type Basis = 'typed' | 'counted' | 'imported' | 'read' | 'published'

/** A value with what was typed for it, kept whatever it was read as. */
export type Figure = { value: FigureValue; raw: string; note: string; basis: Basis }

export const notYetKnown: FigureValue = { state: 'not-yet-known' }

/** What a typed text becomes. A text that has to be asked about stays as typed and counts as not yet known. */
export function figureFromText(text: string, numeral: Numeral): FigureValue {
  const reading = readNumeral(text, numeral)
  if (reading.kind === 'asked') return notYetKnown
  if (reading.kind !== 'amount') return { state: reading.kind }
  if (reading.amount === zero) return { state: 'zero' }
  return { state: 'reported', amount: reading.amount, qualifier: reading.qualifier }
}

export function figure(raw: string, numeral: Numeral, note = '', basis: Basis = 'typed'): Figure {
  return { value: figureFromText(raw, numeral), raw: tidy(raw), note: tidy(note), basis }
}

/** The amount that takes part in a sum; null when there is none to take part with. Not applicable adds nothing. */
export function amountOf(value: FigureValue): Quantity | null {
  if (value.state === 'reported') return value.amount
  return value.state === 'not-yet-known' ? null : zero
}

/** True when a figure is a rounded one, so that sums with it cannot be checked to the unit. An estimate is a number. */
export function isHedged(value: FigureValue): boolean {
  return value.state === 'reported' && value.qualifier !== 'exact' && value.qualifier !== 'estimate'
}

/** A value as people read it: `trên 3.200`, `0`, `không áp dụng`, `chưa có số`. */
export function formatValue(value: FigureValue, numeral: Numeral = 'count'): string {
  switch (value.state) {
    case 'reported':
      return formatAmount(value.amount, value.qualifier, numeral)
    case 'zero':
      return '0'
    case 'not-applicable':
      return 'không áp dụng'
    case 'not-yet-known':
      return 'chưa có số'
  }
}
