import type { Brand } from './brand.ts'

/** An amount exact to four decimals, held in ten-thousandths so that sums never drift; the database column is numeric(20,4). */
export type Quantity = Brand<bigint, 'Quantity'>

const SCALE = 10_000n
const LIMIT = 10n ** 20n

export const zero = 0n as Quantity

/** Reads a plain decimal (`-12.5`, as the database writes it); null when it has more than four decimals or is no number. */
export function parseQuantity(text: string): Quantity | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return null
  const decimals = (match[3] ?? '').replace(/0+$/, '')
  if (decimals.length > 4) return null
  const units = BigInt(match[2] ?? '0') * SCALE + BigInt(decimals.padEnd(4, '0'))
  if (units >= LIMIT) return null
  return (match[1] ? -units : units) as Quantity
}

/** An amount that the program itself writes down; throws when it is not one. */
export function quantity(value: number | string): Quantity {
  const parsed = parseQuantity(String(value))
  if (parsed === null) throw new Error(`Not a quantity: ${value}`)
  return parsed
}

/** As the database reads it. */
export function toDecimalText(amount: Quantity): string {
  const units = amount < 0n ? -amount : amount
  const decimals = (units % SCALE).toString().padStart(4, '0').replace(/0+$/, '')
  return `${amount < 0n ? '-' : ''}${units / SCALE}${decimals ? `.${decimals}` : ''}`
}

/** As people read it in Vietnamese: `33.838`, `15,75`, `−8`. */
export function formatQuantity(amount: Quantity): string {
  const [whole = '0', decimals] = toDecimalText((amount < 0n ? -amount : amount) as Quantity).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${amount < 0n ? '−' : ''}${grouped}${decimals ? `,${decimals}` : ''}`
}

export function add(...amounts: Quantity[]): Quantity {
  return amounts.reduce((total, amount) => total + amount, 0n) as Quantity
}

export function subtract(from: Quantity, amount: Quantity): Quantity {
  return (from - amount) as Quantity
}

export function absolute(amount: Quantity): Quantity {
  return (amount < 0n ? -amount : amount) as Quantity
}

export function isWhole(amount: Quantity): boolean {
  return amount % SCALE === 0n
}

/**
 * A quotient rounded half away from zero to so many decimals (0 to 4); null when dividing by zero. Rounded once: rounding
 * 72,3449… to four decimals and then to two would make 72,35 of it.
 */
export function divide(numerator: Quantity, denominator: Quantity, decimals = 4): Quantity | null {
  if (denominator === 0n) return null
  const negative = numerator < 0n !== denominator < 0n
  const step = 10n ** BigInt(4 - decimals)
  const top = absolute(numerator) * SCALE
  const bottom = absolute(denominator) * step
  const rounded = ((top * 2n + bottom) / (bottom * 2n)) * step
  return (negative ? -rounded : rounded) as Quantity
}

/** Rounded half away from zero to so many decimals (0 to 4). */
export function roundTo(amount: Quantity, decimals: number): Quantity {
  const step = 10n ** BigInt(4 - decimals)
  const units = ((absolute(amount) * 2n + step) / (step * 2n)) * step
  return (amount < 0n ? -units : units) as Quantity
}
