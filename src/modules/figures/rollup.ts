import type { Qualifier } from '#kernel/numerals.ts'
import { divide, parseQuantity, quantity, zero, type Quantity } from '#kernel/quantity.ts'
import { notYetKnown, type FigureValue } from './figure.ts'
import { cellKey, type CellRef, type Indicator, type IndicatorVersionId } from './indicator.ts'

/** The sum of one cell over several units, in the state it can honestly be given in. */
export type CellSum = {
  cell: CellRef
  indicator: IndicatorVersionId
  /** numeric as the database writes it */
  amount: string
  unitsCounted: number
  unitsNotApplicable: number
  unitsNotYetKnown: number
  hedged: { over: number; about: number; under: number; estimate: number }
}

/** A figure of a larger territory, with the number of units that went into it. */
export type RolledUp = { value: FigureValue; unitsCounted: number }

/** Where a cell is one line of what is rolled up. */
export type RollUpLine = { indicator: Indicator; dimension: string }

/**
 * Rolls sums of units up into figures of their territory.
 * Counts, stocks, flows and changes are each summed with themselves only; a ratio is the sum of numerators over the sum of
 * denominators, divided last, never an average of ratios; what may not be summed over territory stays out.
 * `sumsOfKind` are the sums over the units of one kind only, for averages that are per unit of that kind.
 */
export function rollUp(
  lines: RollUpLine[],
  sums: CellSum[],
  sumsOfKind: ReadonlyMap<string, CellSum[]>,
): Map<string, RolledUp> {
  const byCell = keyed(sums)
  const rolled = new Map<string, RolledUp>()
  for (const { indicator, dimension } of lines) {
    const key = cellKey({ code: indicator.code, dimension })
    const figure =
      indicator.overTerritory === 'sum'
        ? summed(byCell.get(key))
        : indicator.overTerritory === 'ratio-of-sums'
          ? ratio(
              indicator,
              indicator.denominatorKind ? keyed(sumsOfKind.get(indicator.denominatorKind) ?? []) : byCell,
            )
          : null
    if (figure) rolled.set(key, figure)
  }
  return rolled
}

function keyed(sums: CellSum[]): Map<string, CellSum> {
  return new Map(sums.map((sum) => [cellKey(sum.cell), sum]))
}

function summed(sum: CellSum | undefined): RolledUp {
  if (!sum || sum.unitsCounted === 0) {
    const nobodyNeedsIt = sum && sum.unitsNotApplicable > 0 && sum.unitsNotYetKnown === 0
    return { value: nobodyNeedsIt ? { state: 'not-applicable' } : notYetKnown, unitsCounted: 0 }
  }
  return { value: valueOf(amountOf(sum), hedgeOf(sum)), unitsCounted: sum.unitsCounted }
}

function ratio(indicator: Indicator, sums: ReadonlyMap<string, CellSum>): RolledUp {
  const numerators = indicator.numerator.map((code) => sums.get(code))
  const known = numerators.filter((sum) => sum !== undefined)
  const unitsCounted = Math.min(...numerators.map((sum) => sum?.unitsCounted ?? 0))
  const denominators = indicator.denominator.map((code) => sums.get(code))
  const divisors = denominators.filter((sum) => sum !== undefined)
  if (
    known.length < numerators.length ||
    unitsCounted === 0 ||
    denominators.some((sum) => !sum || sum.unitsCounted === 0)
  ) {
    return { value: notYetKnown, unitsCounted: 0 }
  }
  const top = total(known)
  // An average per unit divides by the units that gave the numerator: 24 xã, not all 26 units.
  const bottom = indicator.denominatorKind ? quantity(unitsCounted) : total(divisors)
  const factor = indicator.numeral === 'percent' ? 100n : 1n
  const quotient = divide((top * factor) as Quantity, bottom, 2)
  if (quotient === null) return { value: notYetKnown, unitsCounted: 0 }
  return { value: valueOf(quotient, hedgeOfQuotient(hedgeOf(...known), hedgeOf(...divisors))), unitsCounted }
}

/** A sum or quotient as a figure: nothing is a zero, and a zero has no hedge. */
export function valueOf(amount: Quantity, qualifier: Qualifier): FigureValue {
  return amount === zero ? { state: 'zero' } : { state: 'reported', amount, qualifier }
}

function amountOf(sum: CellSum): Quantity {
  const amount = parseQuantity(sum.amount)
  if (amount === null) throw new Error(`Not a sum: ${sum.amount}`)
  return amount
}

function total(sums: CellSum[]): Quantity {
  return sums.map(amountOf).reduce((all, amount) => (all + amount) as Quantity, zero)
}

// Divided by “trên 100” a quotient is smaller, and with a hedge above and below nobody knows: both are about.
export function hedgeOfQuotient(above: Qualifier, below: Qualifier): Qualifier {
  return below === 'exact' || below === above ? above : above === 'exact' && below === 'estimate' ? below : 'about'
}

/** A sum is as sure as its least sure part: hedges in one direction stay, mixed ones make it about. */
export function hedgeOfSum(parts: Iterable<Qualifier>): Qualifier {
  const kinds = new Set(parts)
  kinds.delete('exact')
  const [only] = kinds
  return only === undefined ? 'exact' : kinds.size === 1 ? only : 'about'
}

function hedgeOf(...sums: CellSum[]): Qualifier {
  const hedges = ['over', 'about', 'under', 'estimate'] as const
  return hedgeOfSum(sums.flatMap(({ hedged }) => hedges.filter((kind) => hedged[kind] > 0)))
}
