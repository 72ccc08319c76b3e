import type { UnitId } from '#modules/territory/unit.ts'
import type { Layout } from './cube-layout.ts'
import { noSums, type Group, type Sums } from './cube-sums.ts'

/** Cả nước: asked for like a unit, and yet none of the register. No unit has this id. */
export const wholeCountry = '00000000-0000-0000-0000-000000000000' as UnitId

/** How the country is asked for in an address. */
export const countryCode = 'ca-nuoc'

/**
 * Where the country's numbers stand: all provinces of the day. On another day's map also who gave figures without being in force
 * any more, where their area lies in a province of that map (`landing`).
 */
export function placesOfCountry({ provinces, parent }: Layout, landing: ReadonlySet<number> | null): readonly number[] {
  if (!landing) return provinces
  const others = [...landing].filter((place) => parent[place] === -1 && !provinces.includes(place))
  return [...provinces, ...others.sort((a, b) => a - b)]
}

/** The sums of the country out of those of its provinces; what is not added has none, and nobody gives it. */
export function countrySums({ size }: Pick<Group, 'size'>, all: readonly Sums[], isAdded: boolean): Sums {
  const sums = noSums(size)
  if (!isAdded) {
    const isGiven = all.some(({ counted, refusal }) => counted > 0 || refusal !== null)
    return { ...sums, refusal: isGiven ? { reason: { why: 'not-additive' } } : null }
  }
  for (const one of all) addSums(sums, one)
  return sums
}

function addSums(into: Sums, one: Sums): void {
  into.counted += one.counted
  into.missing += one.missing
  into.unseen += one.unseen
  into.notApplicable += one.notApplicable
  into.divisor += one.divisor
  into.reason ??= one.reason
  into.refusal ??= one.refusal
  into.isApportioned ||= one.isApportioned
  for (let cell = 0; cell < into.amounts.length; cell += 1) {
    into.amounts[cell] = plus(into.amounts[cell] ?? 0, one.amounts[cell] ?? 0)
    into.hedges[cell] = (into.hedges[cell] ?? 0) | (one.hedges[cell] ?? 0)
  }
}

function plus(a: number | bigint, b: number | bigint): number | bigint {
  const sum = typeof a === 'number' && typeof b === 'number' ? a + b : Number.NaN
  return Number.isSafeInteger(sum) ? sum : BigInt(a) + BigInt(b)
}
