import { describe, expect, test } from 'vitest'
import { gamma, poisson, random } from '../../../tests/support/chance.ts'
import { modelOf, normalQuantile, probabilitiesUpTo, usualRange, type CountModel } from './tail-count.ts'

/** The probability of a count the slow way: products of whole numbers, one count at a time. */
function slowly({ mean, variance }: CountModel, count: number): number {
  if (variance === mean) {
    let probability = Math.exp(-mean)
    for (let one = 1; one <= count; one += 1) probability *= mean / one
    return probability
  }
  const size = (mean * mean) / (variance - mean)
  let probability = (mean / variance) ** size
  for (let one = 1; one <= count; one += 1) probability *= ((size + one - 1) / one) * (1 - mean / variance)
  return probability
}

const models: CountModel[] = [
  { mean: 0.06, variance: 0.06 },
  { mean: 0.5, variance: 0.9 },
  { mean: 3, variance: 3 },
  { mean: 4.5, variance: 19 },
  { mean: 60, variance: 61 },
  { mean: 180, variance: 2400 },
]

describe('the probabilities of a count', () => {
  test.each(models)('of mean $mean and variance $variance are those worked out slowly, and come to one', (model) => {
    const some = probabilitiesUpTo(model, 40)
    some.forEach((probability, count) => expect(probability).toBeCloseTo(slowly(model, count), 10))
    const all = probabilitiesUpTo(model, Math.ceil(model.mean + 55 * Math.sqrt(model.variance)))
    expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
    expect(all.reduce((sum, one, count) => sum + one * count, 0)).toBeCloseTo(model.mean, 6)
  })

  test.each(models)('leave half of the alarm outside each end of the range, mean $mean', (model) => {
    const { low, high } = usualRange(model, 0.002)
    const upTo = (last: number): number =>
      Array.from({ length: last + 1 }, (_, count) => slowly(model, count)).reduce((sum, one) => sum + one, 0)
    expect(1 - upTo(high)).toBeLessThanOrEqual(0.001 + 1e-9)
    if (high > 0) expect(1 - upTo(high - 1)).toBeGreaterThan(0.001 - 1e-9)
    expect(low === 0 ? 0 : upTo(low - 1)).toBeLessThanOrEqual(0.001 + 1e-9)
  })

  test('of a large mean follow the curve that the steps of one approach', () => {
    const just = usualRange({ mean: 1999, variance: 40_000 }, 0.002)
    const above = usualRange({ mean: 2001, variance: 40_000 }, 0.002)
    expect(Math.abs(just.low - above.low)).toBeLessThan(25)
    expect(Math.abs(just.high - above.high)).toBeLessThan(25)
  })

  test('the normal quantile is the printed one', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.96, 2)
    expect(normalQuantile(0.025)).toBeCloseTo(-1.96, 2)
  })
})

describe('what earlier counts say of the next', () => {
  const same = (counts: number[]) => counts.map((count) => ({ count, exposure: 1 }))

  test('eight zeros expect almost none, and one is still no surprise', () => {
    expect(usualRange(modelOf(same([0, 0, 0, 0, 0, 0, 0, 0]), 1), 0.002)).toEqual({ low: 0, high: 2 })
  })

  test('a mean begins with half a count more than was seen, over all that was looked at', () => {
    expect(modelOf(same([2, 2, 2, 2]), 1).mean).toBeCloseTo(8.5 / 4, 10)
    expect(
      modelOf(
        [
          { count: 10, exposure: 1000 },
          { count: 20, exposure: 2000 },
        ],
        4000,
      ).mean,
    ).toBeCloseTo(40.67, 1)
  })

  test('a count over twice the people is expected twice as large', () => {
    const earlier = same([6, 5, 7, 6, 5, 6])
    expect(modelOf(earlier, 2).mean).toBeCloseTo(2 * modelOf(earlier, 1).mean, 10)
  })
})

// Generated counts of a steady world, each held against its own eight earlier ones: what is told is told for nothing.
describe('the rate of false alarms', () => {
  const worlds: [string, (next: () => number) => number][] = [
    ['many zeros, 0,2 a period', (next) => poisson(0.2, next)],
    ['small counts, 2 a period', (next) => poisson(2, next)],
    ['counts of 30', (next) => poisson(30, next)],
    ['clustered counts of 4, spread three times chance', (next) => poisson(2 * gamma(2, next), next)],
    ['clustered counts of 40', (next) => poisson(10 * gamma(4, next), next)],
  ]
  test.each(worlds)('in %s is one in a hundred at most', (_, draw) => {
    const next = random(7)
    const rounds = 20_000
    let alarms = 0
    for (let round = 0; round < rounds; round += 1) {
      const earlier = Array.from({ length: 8 }, () => ({ count: draw(next), exposure: 1 }))
      const { low, high } = usualRange(modelOf(earlier, 1), 0.002)
      const now = draw(next)
      if (now < low || now > high) alarms += 1
    }
    expect(alarms / rounds).toBeLessThanOrEqual(0.01)
  })

  test('and ten times the usual is told nine times in ten', () => {
    const next = random(11)
    let told = 0
    for (let round = 0; round < 1000; round += 1) {
      const earlier = Array.from({ length: 8 }, () => ({ count: poisson(5, next), exposure: 1 }))
      if (poisson(50, next) > usualRange(modelOf(earlier, 1), 0.002).high) told += 1
    }
    expect(told).toBeGreaterThan(900)
  })
})
