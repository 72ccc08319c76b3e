import { chanceOfAtLeast, chanceOfAtMost, type CountModel } from './count-tail.ts'

/** One unit's counts of one thing: period by period before, and now. */
export type CountSeries = { unit: number; history: readonly number[]; now: number }

/** A number unlike those before it (số lạ). It may well be right: it is asked about, never called wrong. */
export type Strange = {
  measure: number
  unit: number
  now: number
  history: { least: number; most: number; periods: number }
  /** Between what most other units stand now; null where there are too few of them. */
  peers: { least: number; most: number } | null
  side: 'above' | 'below'
  /** How likely a number this far out is where nothing happened. */
  chance: number
}

/** What all numbers of a brief share as the chance that one of them is this far out where nothing happened. */
const chanceShared = 0.2

/** Fewer periods than this are no history. */
const leastHistory = 4
/** A unit that gave something less often than this is measured by the others. */
const leastPositive = 3
/** Of fewer numbers than this nobody knows whether a zero can happen. */
const leastForZeros = 80
/** A count this near to what was expected is never strange, however quiet the unit was: 0, 0, 0, 3 is life in a commune. */
const leastDistance = 8
/** Fewer units than this tell nothing about what is usual now. */
const leastPeers = 8
/** Counts of people's work are never as calm as Poisson's: eight periods that look so are chance. */
const calmest = 0.08
/** What a unit without others beside it is taken to have. */
const unrestAlone = 0.3
/** How much of a usual unit is in the expectation of each, in periods. */
const weightOfPeers = 0.5

/**
 * The numbers furthest from what their unit gave before and what happens everywhere this period. Counts are small and often
 * zero, so the measure is a chance under a count model, not a distance in standard deviations: the mean from the unit's own
 * history times what moved everybody, the unrest from all histories, the uncertainty of a short history added. So many
 * numbers are looked at that some are far out by chance: the bar rises with how many there are.
 */
export function strangeNumbers(measures: readonly (readonly CountSeries[])[], most: number): Strange[] {
  const judged = measures.flatMap((series, measure) => judgedOf(series, measure))
  const bar = chanceShared / Math.max(1, judged.length)
  return judged
    .filter((one): one is Strange => one !== null && one.chance <= bar)
    .sort((one, other) => one.chance - other.chance || one.measure - other.measure || one.unit - other.unit)
    .slice(0, most)
}

/** Each series with its chance; null for one that was looked at and is ordinary. */
function judgedOf(all: readonly CountSeries[], measure: number): (Strange | null)[] {
  const series = all.filter(({ history }) => history.length >= leastHistory)
  const level = levelOf(series)
  const now = all.map((one) => one.now)
  const peers = now.length > leastPeers ? { least: quantileOf(now, 0.1), most: quantileOf(now, 0.9) } : null
  return series.map((one) => {
    const model = modelFor(one, level)
    return model && judged({ ...one, measure }, model, level, peers)
  })
}

/** What all units together tell of a measure. A quarter without anything is no small quarter: zeros are counted apart. */
type Level = {
  /** Half of the units give more than this where they give anything. */
  usual: number
  /** What moved everybody this period. */
  shift: number
  /** Of a unit from its own mean, and of the units' means from each other. */
  unrest: number
  between: number | null
  /** Whether a quarter without anything is unheard of; null where there is too little to say so. */
  neverNone: boolean | null
}

function levelOf(series: readonly CountSeries[]): Level {
  const known = series.filter(({ history }) => positive(history).length >= leastPositive)
  const means = known.map(({ history }) => meanOf(positive(history)))
  const all = series.flatMap(({ history }) => history)
  return {
    usual: means.length > 0 ? quantileOf(means, 0.5) : 0,
    shift: shiftOf(known, means),
    unrest: sharedUnrest(known, means),
    between: means.length >= leastPeers ? varianceOf(means) / meanOf(means) ** 2 : null,
    neverNone: all.length < leastForZeros ? null : !all.includes(0),
  }
}

/** The count model of a unit; `spread` is how far its mean may be from the true one, as a share of it. */
type Expected = CountModel & { spread: number }

/** What is expected of a unit; null where neither it nor the others tell. */
function modelFor({ history }: CountSeries, { usual, shift, unrest, between }: Level): Expected | null {
  const given = positive(history)
  const periods = given.length
  if (periods < leastPositive) {
    const spread = Math.sqrt(between ?? 0)
    return between === null ? null : { mean: usual * shift, spread, unrest: unrest + between + unrest * between }
  }
  const mean = ((sumOf(given) + weightOfPeers * usual) / (periods + weightOfPeers)) * shift
  const own = Math.max(unrest, unrestOf(given))
  // The mean itself is known from a few periods only: its own variance stands beside that of the number.
  const ofMean = own / periods + 1 / (periods * mean)
  return { mean, spread: Math.sqrt(ofMean), unrest: own + ofMean }
}

function judged(
  { unit, history, now, measure }: CountSeries & { measure: number },
  expected: Expected,
  { neverNone }: Level,
  peers: Strange['peers'],
): Strange | null {
  const [least, most] = [Math.min(...history), Math.max(...history)]
  const side = now > most ? 'above' : now < least ? 'below' : null
  if (side === null || Math.abs(now - expected.mean) < leastDistance) return null
  if (now === 0 && neverNone !== true) return null
  // The unit gets the benefit of the doubt: its mean may have been too low, or too high, by chance.
  const { mean, spread, unrest } = expected
  const model = { unrest, mean: side === 'above' ? mean * (1 + spread) : mean / (1 + spread) }
  const tail = side === 'above' ? chanceOfAtLeast(now, model) : chanceOfAtMost(now, model)
  const periods = history.length
  return { measure, unit, now, history: { least, most, periods }, peers, side, chance: Math.min(1, 2 * tail) }
}

/** What happened everywhere this period: half of the units that gave anything moved by more than this, half by less. */
function shiftOf(series: readonly CountSeries[], means: readonly number[]): number {
  const moves = series.flatMap(({ now }, at) => (now > 0 ? [now / (means[at] ?? now)] : []))
  return moves.length >= leastPeers ? quantileOf(moves, 0.5) : 1
}

/** The unrest of a measure over all units that have a history; its wildest twentieth does not decide it. */
function sharedUnrest(series: readonly CountSeries[], means: readonly number[]): number {
  if (series.length < leastPeers) return unrestAlone
  const parts = series
    .map(({ history }, at) => ({ mean: means[at] ?? 1, variance: varianceOf(positive(history)) }))
    .sort((one, other) => one.variance / one.mean ** 2 - other.variance / other.mean ** 2)
  const kept = parts.slice(0, Math.ceil(parts.length * 0.95))
  // Each unit speaks with the same weight: the unrest of the large ones is not that of the small ones.
  const ratios = kept.map(({ mean, variance }) => (variance - mean) / mean ** 2)
  return Math.max(calmest, meanOf(ratios))
}

function unrestOf(given: readonly number[]): number {
  const mean = meanOf(given)
  return (varianceOf(given) - mean) / mean ** 2
}

function positive(values: readonly number[]): number[] {
  return values.filter((value) => value > 0)
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return sumOf(values.map((value) => (value - mean) ** 2)) / Math.max(1, values.length - 1)
}

function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** The value that a share of the others stand below; always one of them. */
function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))] ?? 0
}
