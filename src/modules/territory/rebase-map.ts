import { apportionCount } from './apportion.ts'
import type { NotComparable } from './landing.ts'
import { destinationOf, type Destination, type Flag, type MapOf } from './rebase.ts'
import type { Register } from './register.ts'
import type { UnitId } from './unit.ts'

/** Numbers that may be added over units; a ratio, an average or a score is none: its numerator and denominator are. */
export type Additive = {
  readonly nature: 'flow' | 'stock' | 'change'
  /** Series after series, each one value a source in the order of the map; `missing` where none was reported. */
  readonly values: Int32Array | Float64Array
}

/** No value was reported; zero is a value. */
export const missing = { inInt32: -2_147_483_648, inFloat64: Number.NaN } as const

/** Where each of many units stands on another map, ready to re-base any number of series. */
export type RebaseMap = {
  readonly to: MapOf
  readonly sources: readonly UnitId[]
  /** Every unit that gets something, in the order of the codes. */
  readonly targets: readonly UnitId[]
  readonly destinations: readonly Destination[]
  /** By the source's place: the one target that gets all of it, -1 where it is divided or goes nowhere known. */
  readonly only: Int32Array
  readonly divided: readonly { source: number; targets: readonly number[]; weights: readonly bigint[] }[]
  /** Places of the sources that are not comparable. */
  readonly unknown: Int32Array
  /** By the target's place. A target is not comparable when anything of it is not known. */
  readonly flags: readonly Flag[]
  readonly reasons: readonly (NotComparable | null)[]
  /** How many sources make up each target. */
  readonly expected: Int32Array
}

/** Series re-based: target after target within each series. */
export type Rebased = {
  /** NaN where nothing was reported or the target is not comparable. */
  readonly values: Float64Array
  /** How many of `expected` sources had a value. */
  readonly counted: Uint16Array
  /** By series: what was reported and stands in no target that is shown. Targets and this add to the sources. */
  readonly unplaced: Float64Array
}

export function rebaseMap(register: Register, units: readonly UnitId[], to: MapOf): RebaseMap {
  const destinations = units.map((unit) => destinationOf(register, unit, to))
  const inOrder = (unit: UnitId): number => register.placeOf.get(unit) ?? -1
  const targets = [...new Set(destinations.flatMap(({ parts }) => parts.map(({ unit }) => unit)))]
  targets.sort((a, b) => inOrder(a) - inOrder(b))
  const placeOf = new Map(targets.map((unit, place) => [unit, place]))
  const targetsOf = (destination: Destination): number[] => destination.parts.map(({ unit }) => placeOf.get(unit) ?? -1)
  return {
    to,
    sources: units,
    targets,
    destinations,
    only: Int32Array.from(destinations, (one) => (one.flag === 'exact' ? (targetsOf(one)[0] ?? -1) : -1)),
    divided: destinations.flatMap((one, source) =>
      one.flag === 'apportioned'
        ? { source, targets: targetsOf(one), weights: one.parts.map(({ weight }) => weight ?? 0n) }
        : [],
    ),
    unknown: Int32Array.from(destinations.flatMap(({ flag }, source) => (flag === 'not-comparable' ? source : []))),
    ...worthOf(destinations, targets.length, targetsOf),
  }
}

/**
 * Re-bases series of additive numbers. What a target shows: the sum of the sources that have a value, with how many they are of
 * how many (`counted`, `expected`); missing where none has one or where the target is not comparable. A divided number is
 * apportioned in whole units by the largest remainder, so every series keeps its total.
 */
export function rebase(map: RebaseMap, { values }: Additive): Rebased {
  const [width, breadth] = [map.sources.length, map.targets.length]
  const series = width === 0 ? 0 : values.length / width
  if (!Number.isInteger(series)) throw new RangeError('The values are not whole series of the sources of this map.')
  const absent = values instanceof Int32Array ? missing.inInt32 : missing.inFloat64
  const rebased = {
    values: new Float64Array(series * breadth),
    counted: new Uint16Array(series * breadth),
    unplaced: new Float64Array(series),
  }
  for (let one = 0; one < series; one += 1) {
    const source = values.subarray(one * width, (one + 1) * width)
    const into = rebased.values.subarray(one * breadth, (one + 1) * breadth)
    const counts = rebased.counted.subarray(one * breadth, (one + 1) * breadth)
    addWhole(map.only, source, absent, into, counts)
    for (const part of map.divided) addDivided(part, source, absent, into, counts)
    rebased.unplaced[one] = unknownIn(map.unknown, source, absent) + hideUnknown(map.flags, into, counts)
  }
  return rebased
}

/** A ratio on another map: both sides added first, divided last; NaN where they are not of the same units or nothing divides. */
export function ratioOf(numerator: Rebased, denominator: Rebased): Float64Array {
  return numerator.values.map((value, at) => {
    const under = denominator.values[at] ?? Number.NaN
    const isSame = numerator.counted[at] === denominator.counted[at]
    return isSame && under !== 0 ? value / under : Number.NaN
  })
}

function worthOf(
  destinations: readonly Destination[],
  count: number,
  targetsOf: (destination: Destination) => number[],
): Pick<RebaseMap, 'flags' | 'reasons' | 'expected'> {
  const flags = Array.from({ length: count }, (): Flag => 'exact')
  const reasons = Array.from({ length: count }, (): NotComparable | null => null)
  const expected = new Int32Array(count)
  for (const destination of destinations) {
    for (const target of targetsOf(destination)) {
      expected[target] = (expected[target] ?? 0) + 1
      if (destination.flag === 'not-comparable') {
        flags[target] = 'not-comparable'
        reasons[target] ??= destination.reason
      } else if (destination.flag === 'apportioned' && flags[target] === 'exact') flags[target] = 'apportioned'
    }
  }
  return { flags, reasons, expected }
}

type Numbers = Int32Array | Float64Array

// The loop over every value of the country: plain indices, no closure, one branch.
function addWhole(only: Int32Array, source: Numbers, absent: number, into: Float64Array, counts: Uint16Array): void {
  for (let place = 0; place < only.length; place += 1) {
    const target = only[place] ?? -1
    const value = source[place] ?? absent
    if (target < 0 || value === absent || value !== value) continue
    into[target] = (into[target] ?? 0) + value
    counts[target] = (counts[target] ?? 0) + 1
  }
}

function addDivided(
  { source: place, targets, weights }: RebaseMap['divided'][number],
  source: Numbers,
  absent: number,
  into: Float64Array,
  counts: Uint16Array,
): void {
  const value = source[place] ?? absent
  if (value === absent || Number.isNaN(value)) return
  const parts = apportionCount(value, weights)
  targets.forEach((target, at) => {
    into[target] = (into[target] ?? 0) + (parts[at] ?? 0)
    counts[target] = (counts[target] ?? 0) + 1
  })
}

function unknownIn(unknown: Int32Array, source: Numbers, absent: number): number {
  let sum = 0
  for (const place of unknown) {
    const value = source[place] ?? absent
    if (value !== absent && !Number.isNaN(value)) sum += value
  }
  return sum
}

/** Takes out what is not comparable or was reported by nobody; answers how much that was. */
function hideUnknown(flags: readonly Flag[], into: Float64Array, counts: Uint16Array): number {
  let hidden = 0
  for (let target = 0; target < flags.length; target += 1) {
    const isUnknown = flags[target] === 'not-comparable'
    if (isUnknown) hidden += into[target] ?? 0
    if (isUnknown || counts[target] === 0) into[target] = Number.NaN
  }
  return hidden
}
