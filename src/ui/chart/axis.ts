import { numberText } from './numbers.ts'

/** An axis of values (trục): from `low` to `high`, with ticks at round numbers. */
export type Axis = {
  low: number
  high: number
  ticks: readonly { value: number; text: string }[]
  /** What the ticks are counted in: `triệu` where whole numbers would be too long. */
  scale: string
}

/** `fromZero`: bars stand on zero. Otherwise zero is on the axis unless the numbers are far above it. */
export function axisOf(values: readonly number[], { most, fromZero }: { most: number; fromZero: boolean }): Axis {
  const [least, greatest] = extentOf(values, fromZero)
  const step = roundStep(least, greatest, most)
  const first = Math.floor(least / step + hair)
  const last = Math.max(first + 1, Math.ceil(greatest / step - hair))
  const places = Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step))
  const scale = scaleOf(Math.max(...places.map(Math.abs)), step)
  const ticks = places.map((value) => ({ value, text: numberText(value / scale.of) }))
  return { low: places[0] ?? 0, high: places.at(-1) ?? 1, ticks, scale: scale.word }
}

/** From 0 at the low end to 1 at the high end. */
export function placeOn({ low, high }: Axis, value: number): number {
  return (value - low) / (high - low)
}

/** An axis whose zero is cut off says so, because a small change looks large on it. */
export function isCutOff({ low, high }: Axis): boolean {
  return low > 0 || high < 0
}

// Floating point leaves 0,30000000000000004 where 0,3 was meant: so much of a step is no difference.
const hair = 1e-9

function extentOf(values: readonly number[], fromZero: boolean): [number, number] {
  if (values.every((value) => value === 0)) return [0, 1]
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  const isNear = least >= 0 ? least <= greatest / 2 : greatest >= least / 2
  const withZero = fromZero || isNear || least === greatest
  return withZero ? [Math.min(0, least), Math.max(0, greatest)] : [least, greatest]
}

/** 1, 2 or 5 of a power of ten, so that at most so many ticks stand on the axis; never finer than four decimals. */
function roundStep(least: number, greatest: number, most: number): number {
  const raw = Math.max((greatest - least) / Math.max(1, most - 1), 1e-4)
  const power = 10 ** Math.floor(Math.log10(raw) + hair)
  const steps = [1, 2, 5, 10, 20].map((times) => times * power)
  const fits = (step: number): boolean =>
    Math.ceil(greatest / step - hair) - Math.floor(least / step + hair) + 1 <= Math.max(2, most)
  return steps.find((step) => step >= raw * (1 - hair) && fits(step)) ?? 50 * power
}

function rounded(value: number): number {
  return Object.is(value, -0) ? 0 : Number(value.toPrecision(15))
}

function scaleOf(largest: number, step: number): { of: number; word: string } {
  if (largest >= 1e9 && step >= 1e7) return { of: 1e9, word: 'tỷ' }
  if (largest >= 1e6 && step >= 1e4) return { of: 1e6, word: 'triệu' }
  return { of: 1, word: '' }
}
