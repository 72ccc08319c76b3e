/** A generator of numbers between 0 and 1, the same at every run. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** How often something happens that happens so often on average. Above a hundred as good as normal. */
export function poisson(mean: number, next: () => number): number {
  if (mean > 100) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(next)))
  let count = 0
  for (let product = next(); product > Math.exp(-mean); product *= next()) count += 1
  return count
}

/** A sum of `whole` exponential numbers, a gamma of whole shape: negative binomial counts come of a Poisson with such a mean. */
export function gamma(whole: number, next: () => number): number {
  let sum = 0
  for (let one = 0; one < whole; one += 1) sum -= Math.log(1 - next())
  return sum
}

/** Box and Muller. */
export function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}
