import type { Columns } from './cube-columns.ts'
import type { Plan } from './cube-plan.ts'
import { never } from './cube-rights-by-place.ts'
import { isNumber, none, nought, stateBits } from './cube-slab.ts'
import type { Group } from './cube-sums.ts'
import type { Expression } from './expression.ts'

/** A ratio of sums as its cells stand in the layers of its one group (tỷ lệ gọn): above, below, and what it is times. */
export type PlainRatio = { above: readonly number[]; below: readonly number[]; factor: number }

/** Null for a formula that is more than one ratio of sums over one group, or divides by units of a kind. */
export function plainRatio({ formula, groups, placeOf }: Plan): PlainRatio | null {
  if (formula?.kind !== 'ratio' || groups.length !== 1 || groups[0]?.unitKind !== null) return null
  const placed = (side: Expression): number[] | null => {
    const cells = side.kind === 'sum' ? side.of : [side]
    const places = cells.flatMap((one) => (one.kind === 'cell' ? (placeOf.get(one.cell)?.at ?? []) : []))
    return places.length > 0 && places.length === cells.length ? places : null
  }
  const [above, below] = [placed(formula.numerator), placed(formula.denominator)]
  return above && below ? { above, below, factor: formula.factor } : null
}

/**
 * The ratio of a unit that has no others in it, without anything made for it: a table of communes has ten thousand. It answers
 * false where there is more to it: a hedge, a gap, a zero below, a number that could not be exact.
 */
export function putRatio(columns: Columns, at: number, ratio: PlainRatio, group: Group, place: number): boolean {
  const least = group.leasts.byPlace[place] ?? never
  if (least === never) return false
  const layers = group.layersOf(least)
  let [above, below] = [0, 0]
  for (const cell of ratio.above) above += exactAt(layers[cell], place)
  for (const cell of ratio.below) below += exactAt(layers[cell], place)
  const amount = quotient(above, below, ratio.factor)
  if (Number.isNaN(amount)) return false
  columns.putKnown(at, amount, 0, 1, 1)
  return true
}

/** Not a number for what is none, or is rounded. */
function exactAt(layer: Parameters<typeof amountIn>[0] | undefined, place: number): number {
  const flag = layer?.flags[place] ?? none
  return layer && isNumber(flag) && flag >> 3 === 0 ? amountIn(layer, place, flag) : Number.NaN
}

function amountIn({ amounts }: { amounts: Float64Array; flags: Uint8Array }, place: number, flag: number): number {
  return (flag & stateBits) === nought ? 0 : (amounts[place] ?? Number.NaN)
}

/** In ten-thousandths, rounded half away from zero to two decimals, as `divide` (kernel/quantity.ts) does of any length. */
function quotient(above: number, below: number, factor: number): number {
  const top = above * factor * 100
  const isExact = below > 0 && Math.abs(top) <= mostExact && below <= mostExact
  if (!isExact) return Number.NaN
  const size = Math.abs(top)
  const rest = size % below
  const whole = (size - rest) / below + (rest * 2 >= below ? 1 : 0)
  return whole === 0 ? 0 : whole * 100 * Math.sign(top)
}

// Twice a rest, and a quotient with its decimals, must be whole numbers that a number holds.
const mostExact = 2 ** 46
