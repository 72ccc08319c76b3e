/** An exact part of a whole: `n / d`, in lowest terms. Shares of several events multiply in it without drift. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export const all: Fraction = { n: 1n, d: 1n }

export function fraction(n: bigint, d: bigint): Fraction {
  const divisor = greatestCommonDivisor(n, d)
  return { n: n / divisor, d: d / divisor }
}

export function times(a: Fraction, b: Fraction): Fraction {
  if (a.n === a.d) return b
  return b.n === b.d ? a : fraction(a.n * b.n, a.d * b.d)
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}

/** For showing only: sums are made with the fraction itself. */
export function asNumber({ n, d }: Fraction): number {
  return Number((n * 1_000_000_000_000n) / d) / 1_000_000_000_000
}

/** The same parts as whole weights of one common whole. */
export function inOneWhole(parts: readonly Fraction[]): bigint[] {
  const whole = parts.reduce((common, { d }) => (common / greatestCommonDivisor(common, d)) * d, 1n)
  return parts.map(({ n, d }) => n * (whole / d))
}

/**
 * Divides a total by weights so that the parts add up to it to the unit (largest remainder, the Hare–Niemeyer way). What is left
 * after rounding down goes to the largest remainders; between equal ones to the first, so parts must come in the order of the
 * unit codes. A negative total is divided as its opposite. `step` is the smallest amount that may be given: 10_000n of a
 * `Quantity` is one whole person.
 */
export function apportion(total: bigint, weights: readonly bigint[], step = 1n): bigint[] {
  if (total < 0n) return apportion(-total, weights, step).map((part) => -part)
  const whole = sumOf(weights)
  // Nothing to divide by, or more precise than the step: the total is not rounded, it is divided in smaller steps.
  if (whole <= 0n) throw new RangeError('A total cannot be divided by weights that add up to nothing.')
  if (total % step !== 0n) return apportion(total, weights)
  const steps = total / step
  const parts = weights.map((weight) => (steps * weight) / whole)
  const remainders = weights.map((weight, at) => ({ at, left: (steps * weight) % whole }))
  remainders.sort((a, b) => (a.left === b.left ? a.at - b.at : a.left > b.left ? -1 : 1))
  const missing = Number(steps - sumOf(parts))
  for (const { at } of remainders.slice(0, missing)) parts[at] = (parts[at] ?? 0n) + 1n
  return parts.map((part) => part * step)
}

/** As `apportion`, for whole numbers small enough to be exact as such. */
export function apportionCount(total: number, weights: readonly bigint[]): number[] {
  if (!Number.isSafeInteger(total)) throw new RangeError(`Not a whole number that can be divided: ${total}`)
  const whole = Number(sumOf(weights))
  if (whole <= 0 || Math.abs(total) * whole > Number.MAX_SAFE_INTEGER) {
    return apportion(BigInt(total), weights).map(Number)
  }
  return apportionSmall(Math.abs(total), weights.map(Number), whole, Math.sign(total))
}

function apportionSmall(total: number, weights: readonly number[], whole: number, sign: number): number[] {
  const parts = weights.map((weight) => Math.floor((total * weight) / whole))
  const lefts = weights.map((weight, at) => total * weight - (parts[at] ?? 0) * whole)
  let missing = total - parts.reduce((sum, part) => sum + part, 0)
  for (; missing > 0; missing -= 1) {
    const at = lefts.indexOf(Math.max(...lefts))
    parts[at] = (parts[at] ?? 0) + 1
    lefts[at] = -1
  }
  return parts.map((part) => (part === 0 ? 0 : part * sign))
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n)
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b]
  while (small !== 0n) [large, small] = [small, large % small]
  return large < 0n ? -large : large || 1n
}
