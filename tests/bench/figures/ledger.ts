import { localDate } from '#kernel/local-date.ts'
import { monthOf, type Period } from '#kernel/period.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { Register } from '#modules/territory/register.ts'
import type { RegisterVersion } from '#modules/territory/unit.ts'

/** How much is in the ledger; `full`: every commune gives every indicator for every month. */
export type LedgerSize = { name: string; indicators: number; years: readonly number[] }

export const oneYear: LedgerSize = { name: 'one year', indicators: 200, years: [2026] }
export const tenYears: LedgerSize = {
  name: 'ten years',
  indicators: 20,
  years: Array.from({ length: 10 }, (_, at) => 2026 + at),
}

/** What one commune gave of one indicator for one month: an amount in ten-thousandths, or why there is none. */
export type LedgerFigure =
  | { state: 'reported'; amount: number; qualifier: 'exact' | 'about' }
  | { state: 'zero' | 'not-applicable' | 'not-yet-known' }

/** The synthetic ledger: who gives figures, of what, for when; every figure follows from its place. */
export type Ledger = {
  size: LedgerSize
  provinces: readonly RegisterVersion[]
  /** Province by province. */
  communes: readonly RegisterVersion[]
  indicators: readonly { code: string; name: string }[]
  months: readonly Period[]
  figure(indicator: number, commune: number, month: number): LedgerFigure
}

/** Five indicators of 2024, by the communes that were there then: to be read on the map of today. */
export const beforeReform: LedgerSize = { name: '2024', indicators: 5, years: [2024] }

/** By the units of the day on which the ledger's first year ends. */
export function ledgerOf(register: Register, size: LedgerSize): Ledger {
  const tree = treeOn(register, localDate(`${size.years[0] ?? 2026}-12-31`))
  const provinces = tree.units('province')
  const place = new Map(provinces.map(({ unit }, at) => [unit, at]))
  const communes = [...tree.units('commune')].sort(
    (a, b) => (place.get(a.province) ?? 0) - (place.get(b.province) ?? 0) || (a.code < b.code ? -1 : 1),
  )
  const indicators = Array.from({ length: size.indicators }, (_, at) => ({
    code: `X${String(at + 1).padStart(3, '0')}`,
    name: `Chỉ tiêu thử ${at + 1}`,
  }))
  const months = size.years.flatMap((year) => Array.from({ length: 12 }, (_, month) => monthOf(year, month + 1)))
  return { size, provinces, communes, indicators, months, figure }
}

const seed = 20_261_122

/** Of a hundred: two not yet known, two not applicable, four zero, the rest from 1 to 9,999; one in fifty with decimals, or “about”. */
function figure(indicator: number, commune: number, month: number): LedgerFigure {
  const drawn = scatter(
    seed ^ Math.imul(indicator + 1, 0x9e3779b1) ^ Math.imul(commune + 1, 0x85ebca6b) ^ Math.imul(month + 1, 0xc2b2ae35),
  )
  const share = drawn % 100
  if (share < 2) return { state: 'not-yet-known' }
  if (share < 4) return { state: 'not-applicable' }
  if (share < 8) return { state: 'zero' }
  const whole = 1 + (Math.floor(drawn / 100) % 9_999)
  const decimals = share === 8 || share === 9 ? 2_500 : 0
  return { state: 'reported', amount: whole * 10_000 + decimals, qualifier: share >= 98 ? 'about' : 'exact' }
}

/** Every bit of a number spread over all others (the finish of MurmurHash3): the same on every machine. */
function scatter(number: number): number {
  let mixed = number ^ (number >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
