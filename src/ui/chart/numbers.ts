import { formatQuantity, parseQuantity } from '#kernel/quantity.ts'

/** A number of an axis or a difference, as people read it: four decimals at most. Figures themselves come as printed. */
export function numberText(value: number): string {
  const amount = parseQuantity(value.toFixed(4))
  return amount === null ? String(value) : formatQuantity(amount)
}

/** `33.838 hồ sơ`, `72,35%`. */
export function withUnit(text: string, unit: string): string {
  if (unit === '') return text
  return unit === '%' ? `${text}%` : `${text} ${unit}`
}

/** The unit of a difference: between two percentages it is no percentage. */
export function unitOfChange(unit: string): string {
  return unit === '%' ? 'điểm phần trăm' : unit
}

/** Up to this a difference of two numbers is exact to four decimals; beyond it none is told. */
export const exactUpTo = 2 ** 53 / 10_000
