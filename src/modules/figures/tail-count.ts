/**
 * What a count usually is (số thường gặp), from how often the thing was counted before: a negative binomial whose mean and
 * spread come from the earlier counts by the method of moments, and whose spread also carries how little a few of them tell.
 * With no more spread than chance gives, and a mean known exactly, it would be Poisson. It holds for many zeros.
 */
export type CountModel = { mean: number; variance: number }

/** A count that others are held against, with what it was counted over: people; the same number everywhere where nothing is known. */
export type Counted = { count: number; exposure: number }

/**
 * The counts expected over an exposure, out of the counts of others: the unit's own earlier ones, or its peers'. The mean begins
 * with half a count nobody saw (Jeffreys), so that eight zeros do not make a single one impossible. `least`: the spread that
 * there is at least, known from elsewhere.
 */
export function modelOf(others: readonly Counted[], exposure: number, least = 1): CountModel {
  const over = others.reduce((sum, one) => sum + one.exposure, 0)
  const total = others.reduce((sum, one) => sum + one.count, 0)
  const mean = ((total + 0.5) / over) * exposure
  // Units differ from one another by a share of what they count: over more people the spread beyond chance is larger.
  const larger = Math.max(1, (exposure * others.length) / over)
  const dispersion = Math.max(least, 1 + (dispersionOf(others) - 1) * larger)
  return { mean, variance: mean * dispersion * (1 + exposure / over) }
}

/**
 * How far counts spread, 1 where they do as chance alone spreads them (Pearson). Few of them often show less spread than there
 * is; how much is allowed for it was measured: see the rates of false alarms in the tests. One count shows none.
 */
export function dispersionOf(counts: readonly Counted[]): number {
  const n = counts.length
  if (n < 2) return 1
  const over = counts.reduce((sum, one) => sum + one.exposure, 0)
  const rate = (counts.reduce((sum, one) => sum + one.count, 0) + 0.5) / over
  const pearson = counts.reduce((sum, one) => sum + (one.count - rate * one.exposure) ** 2 / (rate * one.exposure), 0)
  return Math.max(1, (pearson / (n - 1)) * (1 + 6 / (n - 1)))
}

/** The range outside which a count falls less than `alarm` of the time, half of it on either side. Both ends belong to it. */
export function usualRange(model: CountModel, alarm: number): { low: number; high: number } {
  if (model.mean > exactUpTo) return usualByGamma(model, alarm)
  const side = alarm / 2
  let below = 0
  let low: number | null = null
  for (const [count, probability] of probabilities(model)) {
    below += probability
    if (low === null && below > side) low = count
    if (1 - below <= side) return { low: low ?? count, high: count }
  }
  throw new Error('A count has no end')
}

/** Above this the steps of one are too many, and a count is as good as a quantity. */
const exactUpTo = 2000

/** P(0), P(1), P(2)…, each out of the one before; from the logarithm, because P(0) of a large mean is too small for a number. */
function* probabilities({ mean, variance }: CountModel): Generator<[number, number]> {
  const excess = variance - mean
  const isPoisson = excess <= mean * 1e-9
  const size = isPoisson ? Number.POSITIVE_INFINITY : (mean * mean) / excess
  const share = mean / variance
  let log = isPoisson ? -mean : size * Math.log(share)
  const last = Math.ceil(mean + 60 * Math.sqrt(variance) + 60)
  for (let count = 0; count <= last; count += 1) {
    // So far out that nothing is left: whoever adds up stops here at the latest.
    yield [count, count === last ? 1 : Math.exp(log)]
    log += isPoisson ? Math.log(mean / (count + 1)) : Math.log(((size + count) / (count + 1)) * (1 - share))
  }
}

/** Wilson and Hilferty (1931): the cube root of a gamma quantity is almost normal. */
function usualByGamma({ mean, variance }: CountModel, alarm: number): { low: number; high: number } {
  const shape = (mean * mean) / variance
  const at = (z: number): number => mean * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3
  const z = normalQuantile(1 - alarm / 2)
  return { low: Math.floor(at(-z)), high: Math.ceil(at(z)) }
}

/** Abramowitz and Stegun 26.2.23: right to 4.5 ten-thousandths. */
export function normalQuantile(probability: number): number {
  if (probability < 0.5) return -normalQuantile(1 - probability)
  const t = Math.sqrt(-2 * Math.log(1 - probability))
  const above = 2.515517 + 0.802853 * t + 0.010328 * t * t
  return t - above / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3)
}

/** The probability of each count up to a last one, for whoever wants to add them up (tests). */
export function probabilitiesUpTo(model: CountModel, last: number): number[] {
  const some: number[] = []
  for (const [count, probability] of probabilities(model)) {
    if (count > last) break
    some.push(probability)
  }
  return some
}
