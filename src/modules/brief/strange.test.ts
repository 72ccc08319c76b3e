import { describe, expect, test } from 'vitest'
import { chanceOfAtLeast, chanceOfAtMost } from './count-tail.ts'
import { strangeNumbers, type CountSeries } from './strange.ts'

/** Chance with a memory: the same numbers at every run. */
function diceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function normalOf(dice: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice())
}

/** Marsaglia and Tsang; `shape` may be below 1. */
function gammaOf(dice: () => number, shape: number): number {
  if (shape < 1) return gammaOf(dice, shape + 1) * (1 - dice()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normalOf(dice)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - dice()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

function poissonOf(dice: () => number, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalOf(dice)))
  let count = 0
  for (let product = dice(); product > Math.exp(-mean); product *= dice()) count += 1
  return count
}

/** A count of a commune: over-dispersed by `unrest`, and nothing at all in a share of the periods. */
function countOf(dice: () => number, mean: number, unrest: number, zeros: number): number {
  if (dice() < zeros) return 0
  return poissonOf(dice, unrest === 0 ? mean : mean * unrest * gammaOf(dice, 1 / unrest))
}

type World = { units: number; measures: number; periods: number }

/** A province where nothing happens: units of every size, calm and restless measures, quarters of zeros, a season for all. */
function quietProvince(seed: number, { units, measures, periods }: World): CountSeries[][] {
  const dice = diceOf(seed)
  const sizes = Array.from({ length: units }, () => Math.exp(0.7 * normalOf(dice)))
  return Array.from({ length: measures }, () => {
    const level = Math.exp(dice() * 7 - 1)
    const unrest = [0, 0.05, 0.2, 0.5][Math.floor(dice() * 4)] ?? 0
    const zeros = dice() < 0.3 ? dice() * 0.6 : 0
    const season = 0.6 + dice()
    return sizes.map((size, unit) => {
      const mean = level * size
      const one = (factor: number): number => countOf(dice, mean * factor, unrest, zeros)
      return { unit, history: Array.from({ length: periods }, () => one(1)), now: one(season) }
    })
  })
}

describe('the count model', () => {
  test('it agrees with sums of its own probabilities', () => {
    const [mean, unrest] = [6, 0.25]
    const shape = 1 / unrest
    const q = mean / (mean + shape)
    let [chance, below] = [(1 - q) ** shape, 0]
    for (let count = 0; count < 30; count += 1) {
      expect(chanceOfAtLeast(count, { mean, unrest })).toBeCloseTo(1 - below, 9)
      below += chance
      expect(chanceOfAtMost(count, { mean, unrest })).toBeCloseTo(below, 9)
      chance *= ((count + shape) / (count + 1)) * q
    }
  })

  test('far out and with large numbers it stays a chance', () => {
    const far = chanceOfAtLeast(41, { mean: 6, unrest: 0.1 })
    expect(far).toBeGreaterThan(0)
    expect(far).toBeLessThan(1e-6)
    const large = chanceOfAtLeast(120_000, { mean: 100_000, unrest: 0.05 })
    expect(large).toBeGreaterThan(0.1)
    expect(large).toBeLessThan(0.3)
  })
})

/** What README.md promises: of briefs about nothing, fewer than three in ten show a number. */
const falseAlarmsPerBrief = 0.35

describe('what is strange', () => {
  const nation = { units: 100, measures: 40, periods: 8 }

  test('where nothing happened hardly a brief shows a strange number', () => {
    const briefs = 60
    let shown = 0
    for (let seed = 1; seed <= briefs; seed += 1) shown += strangeNumbers(quietProvince(seed, nation), 99).length
    expect(shown / briefs).toBeLessThan(falseAlarmsPerBrief)
  })

  test('in a province of few units, and for one commune alone, neither', () => {
    const briefs = 200
    const shown = { few: 0, alone: 0 }
    for (let seed = 1; seed <= briefs; seed += 1) {
      shown.few += strangeNumbers(quietProvince(seed, { ...nation, units: 9 }), 99).length
      shown.alone += strangeNumbers(quietProvince(seed, { ...nation, units: 1 }), 99).length
    }
    expect(shown.few / briefs).toBeLessThan(falseAlarmsPerBrief)
    expect(shown.alone / briefs).toBeLessThan(falseAlarmsPerBrief)
  })

  test('a number that is tenfold is found among four thousand others', () => {
    let [found, placed] = [0, 0]
    for (let seed = 100; seed < 130; seed += 1) {
      const province = quietProvince(seed, nation)
      const measure = province.findIndex(
        ([first]) => first && Math.max(...first.history) >= 8 && Math.max(...first.history) < 60,
      )
      const [first, ...others] = province[measure] ?? []
      if (!first) continue
      placed += 1
      const spiked = { ...first, now: Math.max(...first.history) * 10 }
      const strange = strangeNumbers(province.with(measure, [spiked, ...others]), 5)
      if (strange.some((one) => one.measure === measure && one.unit === 0 && one.side === 'above')) found += 1
    }
    expect(placed).toBeGreaterThan(20)
    expect(found / placed).toBeGreaterThan(0.85)
  })

  test('41 after quarters of 3 to 9 is strange, and is told with its numbers', () => {
    const calm = (unit: number): CountSeries => ({ unit, history: [3, 9, 6, 5, 7, 4, 8, 6], now: 6 })
    const series = Array.from({ length: 12 }, (_, unit) => calm(unit)).with(3, { ...calm(3), now: 41 })
    expect(strangeNumbers([series], 5)).toMatchObject([
      { unit: 3, now: 41, side: 'above', history: { least: 3, most: 9, periods: 8 }, peers: { least: 6, most: 6 } },
    ])
  })

  test('a unit that gave hundreds and gives none is strange below', () => {
    const usual = (unit: number): CountSeries => ({
      unit,
      history: [210, 190, 220, 205, 180, 215, 200, 195],
      now: 203,
    })
    const series = Array.from({ length: 12 }, (_, unit) => usual(unit)).with(5, { ...usual(5), now: 0 })
    expect(strangeNumbers([series], 5)).toMatchObject([{ unit: 5, now: 0, side: 'below' }])
  })

  test.each([
    ['within what the unit gave before', [0, 0, 45, 0, 1, 0], 41],
    ['small, however quiet the unit was', [0, 0, 0, 0, 0, 0, 0, 0], 7],
    ['with too short a history', [3, 4, 5], 41],
    ['none, where none is usual', [0, 12, 0, 30, 0, 0, 9, 0], 0],
  ])('a number %s is not strange', (_, history, now) => {
    expect(strangeNumbers([[{ unit: 0, history, now }]], 5)).toEqual([])
  })

  test('when everybody’s number doubles nobody is strange; who stayed as before is not either', () => {
    const dice = diceOf(7)
    const series = Array.from({ length: 40 }, (_, unit) => ({
      unit,
      history: Array.from({ length: 8 }, () => poissonOf(dice, 30)),
      now: unit === 0 ? 30 : poissonOf(dice, 90),
    }))
    expect(strangeNumbers([series], 5)).toEqual([])
  })

  test('only the strangest few are told, the least likely first', () => {
    const calm = (unit: number): CountSeries => ({ unit, history: [3, 9, 6, 5, 7, 4, 8, 6], now: 6 })
    const series = Array.from({ length: 30 }, (_, unit) => calm(unit))
    const spiked = series.map((one) => (one.unit < 7 ? { ...one, now: 60 + one.unit } : one))
    expect(strangeNumbers([spiked], 3).map(({ unit }) => unit)).toEqual([6, 5, 4])
  })
})
