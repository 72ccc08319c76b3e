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
  /** By the target's place: the places of the sources that go there undivided, from `starts` of it to `starts` of the next. */
  readonly undivided: { readonly starts: Int32Array; readonly sources: Int32Array }
  readonly divided: readonly DividedSource[]
  /** Places of the sources that are not comparable. */
  readonly unknown: Int32Array
  /** By the target's place. A target is not comparable when anything of it is not known. */
  readonly flags: readonly Flag[]
  readonly reasons: readonly (NotComparable | null)[]
  /** How many sources make up each target. */
  readonly expected: Int32Array
}

/** A source whose numbers are apportioned among targets, in the order of the codes. */
export type DividedSource = {
  readonly source: number
  readonly targets: readonly number[]
  readonly weights: readonly bigint[]
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
    undivided: undividedOf(destinations, targets.length, targetsOf),
    divided: destinations.flatMap((one, source) =>
      one.flag === 'apportioned'
        ? { source, targets: targetsOf(one), weights: one.parts.map(({ weight }) => weight ?? 0n) }
        : [],
    ),
    unknown: Int32Array.from(destinations.flatMap(({ flag }, source) => (flag === 'not-comparable' ? source : []))),
    ...worthOf(destinations, targets.length, targetsOf),
  }
}

/** A ratio on another map: both sides added first, divided last; NaN where they are not of the same units or nothing divides. */
export function quotientOf(numerator: Rebased, denominator: Rebased): Float64Array {
  return numerator.values.map((value, at) => {
    const under = denominator.values[at] ?? Number.NaN
    const isSame = numerator.counted[at] === denominator.counted[at]
    return isSame && under !== 0 ? value / under : Number.NaN
  })
}

function undividedOf(
  destinations: readonly Destination[],
  count: number,
  targetsOf: (destination: Destination) => number[],
): RebaseMap['undivided'] {
  const byTarget = Array.from({ length: count }, (): number[] => [])
  destinations.forEach((one, source) => {
    if (one.flag === 'exact') byTarget[targetsOf(one)[0] ?? -1]?.push(source)
  })
  const starts = new Int32Array(count + 1)
  byTarget.forEach((sources, target) => (starts[target + 1] = (starts[target] ?? 0) + sources.length))
  return { starts, sources: Int32Array.from(byTarget.flat()) }
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
