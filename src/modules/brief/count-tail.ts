/**
 * How likely a count is as large, or as small, as one that was seen: the negative binomial distribution, which is Poisson
 * with the unrest that counts of communes have (`unrest` is what the variance is above the mean, per square of the mean).
 */
export type CountModel = { mean: number; unrest: number }

/** The chance of at least `count`. */
export function chanceOfAtLeast(count: number, { mean, unrest }: CountModel): number {
  if (count <= 0) return 1
  const shape = 1 / unrest
  return incompleteBeta(count, shape, mean / (mean + shape))
}

/** The chance of at most `count`. */
export function chanceOfAtMost(count: number, { mean, unrest }: CountModel): number {
  const shape = 1 / unrest
  return incompleteBeta(shape, count + 1, shape / (mean + shape))
}

/** The regularised incomplete beta function, by its continued fraction (Lentz), on the side where that converges fast. */
function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(a, b, x)) / a
    : 1 - (front * continuedFraction(b, a, 1 - x)) / b
}

const tiny = 1e-300
const steps = 400

function continuedFraction(a: number, b: number, x: number): number {
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let product = d
  for (let m = 1; m <= steps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    product *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    const change = d * c
    product *= change
    if (Math.abs(change - 1) < 1e-12) break
  }
  return product
}

const lanczos = [
  76.180091729471, -86.505320329416, 24.014098240831, -1.231739572450155, 0.1208650973866179e-2, -0.539523938e-5,
]

function logGamma(x: number): number {
  const base = x + 5.5
  const series = lanczos.reduce((sum, one, at) => sum + one / (x + at + 1), 1.000000000190015)
  return (x + 0.5) * Math.log(base) - base + Math.log((2.506628274631 * series) / x)
}
