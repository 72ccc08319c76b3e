import { apportionCount } from './apportion.ts'
import { missing, type Additive, type DividedSource, type RebaseMap, type Rebased } from './rebase-map.ts'

/**
 * Re-bases series of additive numbers. What a target shows: the sum of the sources that have a value, with how many they are of
 * how many (`counted`, `expected`); missing where none has one or where the target is not comparable. A divided number is
 * apportioned in whole units by the largest remainder, so every series keeps its total.
 */
export function rebase(map: RebaseMap, { values }: Additive): Rebased {
  const [width, breadth] = [map.sources.length, map.targets.length]
  const series = width === 0 ? 0 : values.length / width
  if (!Number.isInteger(series)) throw new RangeError('The values are not whole series of the sources of this map.')
  const rebased = {
    values: new Float64Array(series * breadth),
    counted: new Uint16Array(series * breadth),
    unplaced: new Float64Array(series),
  }
  const isInts = values instanceof Int32Array
  const absent = isInts ? missing.inInt32 : missing.inFloat64
  const { pairs, others } = dividersOf(map.divided)
  const hidden = Int32Array.from(map.flags.flatMap((flag, target) => (flag === 'not-comparable' ? target : [])))
  // Series by series, so that the row just written is still at hand for what is divided and what is missing.
  for (let one = 0; one < series; one += 1) {
    const [from, to] = [one * width, one * breadth]
    if (isInts) addInts(map.undivided, values, from, rebased, to)
    else addFloats(map.undivided, values, from, rebased, to)
    addPairs(pairs, values, from, absent, rebased, to)
    for (const other of others) addParts(other, values[from + other.source] ?? absent, absent, rebased, to)
    rebased.unplaced[one] = unknownIn(map.unknown, values, from, absent) + hide(hidden, rebased, to)
    markMissing(rebased, to, breadth)
  }
  return rebased
}

type Numbers = Int32Array | Float64Array
type Undivided = RebaseMap['undivided']

// The loop over every value of the country, once for each kind of array so that the engine compiles it for that kind: it reads
// the sources of a target together and writes each sum once.
function addInts({ starts, sources }: Undivided, values: Int32Array, from: number, into: Rebased, to: number): void {
  const breadth = starts.length - 1
  const { values: sums, counted } = into
  for (let target = 0, place = 0; target < breadth; target += 1) {
    const end = starts[target + 1] ?? 0
    let sum = 0
    let count = 0
    for (; place < end; place += 1) {
      const value = values[from + (sources[place] ?? 0)] ?? 0
      if (value === missing.inInt32) continue
      sum += value
      count += 1
    }
    sums[to + target] = sum
    counted[to + target] = count
  }
}

function addFloats(
  { starts, sources }: Undivided,
  values: Float64Array,
  from: number,
  into: Rebased,
  to: number,
): void {
  const breadth = starts.length - 1
  const { values: sums, counted } = into
  for (let target = 0, place = 0; target < breadth; target += 1) {
    const end = starts[target + 1] ?? 0
    let sum = 0
    let count = 0
    for (; place < end; place += 1) {
      const value = values[from + (sources[place] ?? 0)] ?? 0
      if (Number.isNaN(value)) continue
      sum += value
      count += 1
    }
    sums[to + target] = sum
    counted[to + target] = count
  }
}

/** Sources that are divided in two, in columns: nearly all are, and a national year asks for a million of them. */
type Pairs = {
  sources: Int32Array
  first: Int32Array
  second: Int32Array
  weight: Float64Array
  whole: Float64Array
}

function dividersOf(divided: readonly DividedSource[]): { pairs: Pairs; others: readonly DividedSource[] } {
  const wholeOf = ({ weights }: DividedSource): number => Number(weights.reduce((sum, weight) => sum + weight, 0n))
  // Numbers of 32 bits times shares of one event stay exact as plain numbers; chains of events may not.
  const isPair = (one: DividedSource): boolean => one.targets.length === 2 && wholeOf(one) <= 2 ** 21
  const inTwo = divided.filter(isPair)
  return {
    pairs: {
      sources: Int32Array.from(inTwo, ({ source }) => source),
      first: Int32Array.from(inTwo, ({ targets }) => targets[0] ?? 0),
      second: Int32Array.from(inTwo, ({ targets }) => targets[1] ?? 0),
      weight: Float64Array.from(inTwo, ({ weights }) => Number(weights[0] ?? 0n)),
      whole: Float64Array.from(inTwo, wholeOf),
    },
    others: divided.filter((one) => !isPair(one)),
  }
}

function addPairs(pairs: Pairs, values: Numbers, from: number, absent: number, into: Rebased, to: number): void {
  for (let at = 0; at < pairs.sources.length; at += 1) {
    const value = values[from + (pairs.sources[at] ?? 0)] ?? 0
    if (value === absent || Number.isNaN(value)) continue
    const part = firstOfTwo(value, pairs.weight[at] ?? 0, pairs.whole[at] ?? 1)
    addTo(into, to + (pairs.first[at] ?? 0), part)
    addTo(into, to + (pairs.second[at] ?? 0), value - part)
  }
}

/** The largest remainder among two is the larger half of what is left; of equal halves the first gets it. */
function firstOfTwo(value: number, weight: number, whole: number): number {
  const size = Math.abs(value)
  if (!(size <= 2 ** 32) || size % 1 !== 0)
    return Number(apportionCount(value, [BigInt(weight), BigInt(whole - weight)])[0])
  const part = Math.floor((size * weight) / whole)
  const left = size * weight - part * whole
  const rounded = left > 0 && left * 2 >= whole ? part + 1 : part
  return value < 0 ? -rounded : rounded
}

function addParts({ targets, weights }: DividedSource, value: number, absent: number, into: Rebased, to: number): void {
  if (value === absent || Number.isNaN(value)) return
  const parts = apportionCount(value, weights)
  targets.forEach((target, at) => addTo(into, to + target, parts[at] ?? 0))
}

function addTo(into: Rebased, at: number, part: number): void {
  into.values[at] = (into.values[at] ?? 0) + part
  into.counted[at] = (into.counted[at] ?? 0) + 1
}

function unknownIn(unknown: Int32Array, values: Numbers, from: number, absent: number): number {
  let sum = 0
  for (const place of unknown) {
    const value = values[from + place] ?? absent
    if (value !== absent && !Number.isNaN(value)) sum += value
  }
  return sum
}

/** Takes out what is not comparable; answers how much of it was added. */
function hide(places: Int32Array, into: Rebased, to: number): number {
  let sum = 0
  for (const target of places) {
    sum += into.values[to + target] ?? 0
    into.values[to + target] = Number.NaN
  }
  return sum
}

function markMissing({ values, counted }: Rebased, to: number, breadth: number): void {
  for (let at = to; at < to + breadth; at += 1) if (counted[at] === 0) values[at] = Number.NaN
}
