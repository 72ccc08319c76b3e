import { parseQuantity, type Quantity } from '../quantity.ts'

/** Why digits are asked about and not read. */
export type DigitDoubt = 'not-a-number' | 'fraction-of-a-count' | 'mixed-separators' | 'three-decimals-or-thousands'

/** Digits as read; `echo` when they were written in another style than ours. */
export type DigitReading =
  | { kind: 'amount'; amount: Quantity; echo: boolean }
  | { kind: 'asked'; doubt: DigitDoubt | 'too-large'; candidates: Quantity[] }

/** Digits of a count of whole things: one kind of separator groups thousands. */
export function readCount(text: string): DigitReading {
  if (/^\d+$/.test(text)) return amountOf(text)
  if (/^[1-9]\d{0,2}(\.\d{3})+$/.test(text)) return amountOf(text.replaceAll('.', ''))
  if (/^[1-9]\d{0,2}( \d{3})+$/.test(text)) return amountOf(text.replaceAll(' ', ''))
  if (/^[1-9]\d{0,2}(,\d{3})+$/.test(text)) return amountOf(text.replaceAll(',', ''), true)
  if (/^\d+[.,]\d+$/.test(text)) return asked('fraction-of-a-count')
  return asked(/^[\d., ]+$/.test(text) ? 'mixed-separators' : 'not-a-number')
}

/** Digits of a measure with decimals: the comma starts them. */
export function readMeasure(text: string): DigitReading {
  if (/^\d+$/.test(text)) return amountOf(text)
  const three = /^([1-9]\d{0,2})[.,](\d{3})$/.exec(text)
  if (three) return asked('three-decimals-or-thousands', [`${three[1]}${three[2]}`, `${three[1]}.${three[2]}`])
  if (/^\d+,\d{1,4}$/.test(text)) return amountOf(text.replace(',', '.'))
  if (/^\d+\.\d{1,4}$/.test(text)) return amountOf(text, true)
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d{1,4})?$/.test(text)) return amountOf(text.replaceAll('.', '').replace(',', '.'))
  if (/^[1-9]\d{0,2}( \d{3})+(,\d{1,4})?$/.test(text)) return amountOf(text.replaceAll(' ', '').replace(',', '.'))
  return asked(/^[\d., ]+$/.test(text) ? 'mixed-separators' : 'not-a-number')
}

function amountOf(plain: string, echo = false): DigitReading {
  const amount = parseQuantity(plain)
  return amount === null ? { kind: 'asked', doubt: 'too-large', candidates: [] } : { kind: 'amount', amount, echo }
}

function asked(doubt: DigitDoubt, plains: string[] = []): DigitReading {
  return { kind: 'asked', doubt, candidates: plains.map(parseQuantity).filter((amount) => amount !== null) }
}
