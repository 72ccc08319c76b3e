import type { LocalDate } from '#kernel/local-date.ts'
import { asNumber, inOneWhole, plus, type Fraction } from './apportion.ts'
import { edgeDay, landingByCommunes, landingOf, type Landing, type Leaf, type NotComparable } from './landing.ts'
import { unitAt, type Register } from './register.ts'
import { treeOn } from './tree.ts'
import type { RegisterVersion, UnitId, UnitLevel } from './unit.ts'

/** What a re-based number is worth: added up whole, divided by shares, or not to be had. */
export type Flag = 'exact' | 'apportioned' | 'not-comparable'

/** The map a figure is read on (bản đồ đơn vị): the units of a level on a day. */
export type MapOf = { day: LocalDate; level: UnitLevel }

/** One unit a figure goes to; `share` is for showing (1 is all of it), sums are made with `weight` of `Destination.whole`. */
export type Part = { unit: UnitId; share: number | null; weight: bigint | null }

/** Where a unit's figure stands on another map, with its flag (nơi đến của một số liệu). */
export type Destination = {
  flag: Flag
  /** In the order of the unit codes. Of a figure that is not comparable: every unit that holds some of it, without shares. */
  parts: readonly Part[]
  whole: bigint
  reason: NotComparable | null
}

/** Where an additive figure of a unit stands on the map of a day: forward or backward over every event between. */
export function destinationOf(register: Register, unit: UnitId, to: MapOf): Destination {
  if (!register.placeOf.has(unit)) return nowhere({ why: 'unknown-unit', unit })
  if (to.day < register.begins) return nowhere({ why: 'before-register', begins: register.begins })
  const landing = landingOf(register, unit, to.day)
  if (landing.isComplete) {
    const own = settled(register, landing, to)
    if (own.parts.length > 0) return own
  }
  return byCommunes(register, unit, to) ?? byUnitAbove(register, unit, to) ?? settled(register, landing, to)
}

/** The units of a day of which something stands in a unit now: the sources to ask for when reading it back in time. */
export function sourcesOf(register: Register, unit: UnitId, from: MapOf): readonly RegisterVersion[] {
  return destinationOf(register, unit, from).parts.flatMap((part) => unitAt(register, part.unit, from.day) ?? [])
}

/** A figure on some map, as far as comparing goes. */
export type Standing = {
  flag: Flag
  reason: NotComparable | null
  /** How many of the units it is added from had a value, and how many there were. */
  counted: number
  expected: number
}

/** Whether a growth may be worked out between two figures: only where both are known in full on the same map. */
export function comparable(
  a: Standing,
  b: Standing,
): { isComparable: true; flag: 'exact' | 'apportioned' } | { isComparable: false; reason: NotComparable | null } {
  for (const { flag, reason, counted, expected } of [a, b]) {
    if (flag === 'not-comparable') return { isComparable: false, reason }
    if (counted < expected) return { isComparable: false, reason: { why: 'incomplete', counted, expected } }
  }
  return { isComparable: true, flag: a.flag === 'exact' && b.flag === 'exact' ? 'exact' : 'apportioned' }
}

/** Lifts what was found to the asked level and says what it is worth there. */
function settled(register: Register, landing: Landing, to: MapOf): Destination {
  const lifted = landing.leaves.map((leaf) => ({ leaf, over: liftedTo(register, leaf.version, to) }))
  const parts = addedByUnit(register, lifted)
  const isTooCoarse = lifted.some(({ over }) => over === null)
  const [first] = lifted
  const coarse: NotComparable | null =
    isTooCoarse && first ? { why: 'not-divided', unit: first.leaf.version.unit } : null
  const isLifted = lifted.every(({ leaf }) => leaf.version.level !== to.level)
  const refuse = (): Destination => notComparable(parts, landing.obstacles[0] ?? coarse)
  if (!landing.isComplete || landing.isForbidden || isTooCoarse || parts.length === 0) return refuse()
  // All under one unit: nothing is divided, so unknown inner shares do not matter (a district's figure and its province).
  if (parts.length === 1) return landing.isNotAddable && !isLifted ? refuse() : exact(parts)
  if (parts.some(({ share }) => share === null) || landing.obstacles.length > 0) return refuse()
  return apportioned(parts)
}

type Lifted = { unit: UnitId; share: Fraction | null }

function liftedTo(register: Register, version: RegisterVersion, to: MapOf): RegisterVersion | null {
  return treeOn(register, to.day).ancestorAt(version.unit, to.level)
}

function addedByUnit(
  register: Register,
  lifted: readonly { leaf: Leaf; over: RegisterVersion | null }[],
): readonly Lifted[] {
  const byUnit = new Map<UnitId, Fraction | null>()
  for (const { leaf, over } of lifted) {
    if (!over) continue
    const before = byUnit.get(over.unit)
    byUnit.set(over.unit, before === undefined ? leaf.share : before && leaf.share && plus(before, leaf.share))
  }
  return [...byUnit]
    .map(([unit, share]) => ({ unit, share }))
    .sort((a, b) => (register.placeOf.get(a.unit) ?? 0) - (register.placeOf.get(b.unit) ?? 0))
}

/** A district of the past has no way of its own down to communes; where all of them went to one unit, so did it. */
function byCommunes(register: Register, unit: UnitId, to: MapOf): Destination | null {
  const landing = landingByCommunes(register, unit, to.day)
  if (!landing?.isComplete) return null
  const found = settled(register, landing, to)
  return found.parts.length > 0 ? found : null
}

/** Nobody knows where it went, but its province went whole to another: then its figure counts towards that one. */
function byUnitAbove(register: Register, unit: UnitId, to: MapOf): Destination | null {
  const edge = edgeDay(register, unit, to.day)
  const above = edge === null ? null : treeOn(register, edge).ancestorAt(unit, to.level)
  if (!above || above.unit === unit) return null
  const found = settled(register, landingOf(register, above.unit, to.day), to)
  return found.flag === 'exact' ? found : null
}

function exact(parts: readonly Lifted[]): Destination {
  return {
    flag: 'exact',
    parts: parts.map(({ unit }) => ({ unit, share: 1, weight: 1n })),
    whole: 1n,
    reason: null,
  }
}

function apportioned(parts: readonly Lifted[]): Destination {
  const shares = parts.flatMap(({ share }) => share ?? [])
  const weights = inOneWhole(shares)
  return {
    flag: 'apportioned',
    parts: parts.map(({ unit, share }, at) => ({
      unit,
      share: share ? asNumber(share) : null,
      weight: weights[at] ?? null,
    })),
    whole: weights.reduce((sum, weight) => sum + weight, 0n),
    reason: null,
  }
}

function notComparable(parts: readonly Lifted[], reason: NotComparable | null): Destination {
  return {
    flag: 'not-comparable',
    parts: parts.map(({ unit }) => ({ unit, share: null, weight: null })),
    whole: 0n,
    reason,
  }
}

function nowhere(reason: NotComparable): Destination {
  return notComparable([], reason)
}
