import type { LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import { dayKnown, unitAt } from '#modules/territory/register.ts'
import type { UnitId, UnitLevel } from '#modules/territory/unit.ts'
import { countrySums, placesOfCountry, wholeCountry } from './cube-country.ts'
import { ageOf, layoutOn } from './cube-layout.ts'
import { sumsOnMap, type Divisible, type MapSums } from './cube-map.ts'
import { quickSumsOnMap } from './cube-map-quick.ts'
import { daysKey, frameOf, type Memory } from './cube-memory.ts'
import { placementOf } from './cube-placement.ts'
import type { PlannedGroup } from './cube-plan.ts'
import type { CubeQuestion } from './cube-question.ts'
import { never } from './cube-rights-by-place.ts'
import { none } from './cube-slab.ts'
import { stateAt, type Group, type KeptSums, type Sums } from './cube-sums.ts'
import { groupFor, keep, keptFor, sumsOf, type Asking } from './cube-views.ts'

/** Finds the sums of a unit for one period on the map of the question; null where the unit was not there. */
export function sumsFinder(
  asking: Asking,
  { map }: Pick<CubeQuestion, 'map'>,
  planned: readonly PlannedGroup[],
  period: Period,
): (unit: UnitId) => readonly Sums[] | null {
  const { placeOf } = frameOf(asking.memory, period).layout
  const groups = planned.map((one) => ({ one, group: groupFor(asking, one, period) }))
  const country = (): readonly Sums[] => {
    const places = countryPlaces(asking, { map }, period)
    return groups.map(({ one, group }) =>
      countrySums(
        group,
        places.map((place) => sumsOf(asking, one, group, period, place)),
        one.isAdded,
      ),
    )
  }
  if (map.kind === 'reported') {
    return (unit) => {
      if (unit === wholeCountry) return country()
      const place = placeOf.get(unit)
      return place === undefined ? null : groups.map(({ one, group }) => sumsOf(asking, one, group, period, place))
    }
  }
  const { day } = map
  const found = groups.map(({ one, group }) => mapFinder(asking, one, group, period, day))
  return (unit) => {
    if (unit === wholeCountry) return country()
    const level = unitAt(asking.memory.register, unit, day)?.level
    if (level === undefined) return null
    const place = placeOf.get(unit)
    return found.map((sumsFor) => sumsFor({ day, level, unit }, place))
  }
}

/** Finds the sums of one group on another day's map: those of the units as they were reported, where nothing changed for them. */
function mapFinder(asking: Asking, planned: PlannedGroup, group: Group, period: Period, day: LocalDate) {
  const isSame = isOfSameUnits(asking.memory, group, period, day)
  // What is added from every level is looked at unit by unit only where some larger unit has a number of its own.
  const isPlain = isSame && (group.from === 'communes' || !hasLargerNumbers(group))
  let kept: KeptSums | null = null
  return (onMap: OnMap, place: number | undefined): Sums => {
    if (place !== undefined && isSame && (isPlain || !isUnderNumber(group, place))) {
      return sumsOf(asking, planned, group, period, place)
    }
    kept ??= keptForClass(asking, planned, group, period, day)
    const known = kept.of.get(onMap.unit)
    return known ?? keep(asking, kept, onMap.unit, sumsAloneFor(asking, planned, group, period, onMap))
  }
}

/** For every reader with the same limits, e.g. all officers of a province. */
function keptForClass(asking: Asking, planned: PlannedGroup, group: Group, period: Period, day: LocalDate): KeptSums {
  const { distinct, rightsClass } = group.leasts
  return keptFor(asking, planned, distinct.flatMap(group.layersOf), `${daysKey(period)} class ${rightsClass} ${day}`)
}

/** All of the country is on every map of it: only who was not in force any more has to be looked for. */
export function countryPlaces(
  { memory, derived }: Asking,
  { map }: Pick<CubeQuestion, 'map'>,
  period: Period,
): readonly number[] {
  const { register, layouts } = memory
  const { layout } = frameOf(memory, period)
  const on = dayKnown(register, period.to)
  const covered = layout.provinces.reduce((all, place) => all + (layout.end[place] ?? place) - place, 0)
  if (map.kind === 'reported' || covered === layout.units.length) return layout.provinces
  const { landing } = placementOf(derived.placements, register, layout, on, { day: map.day, level: 'province' })
  const { provinces, units } = layoutOn(register, map.day, layouts)
  const named = provinces.flatMap((place) => landing.get(units[place] ?? wholeCountry) ?? [])
  return placesOfCountry(layout, new Set(named))
}

/** The groups of a measure where its units stand on the map as they were reported; null where they have to be looked for there. */
export function standingGroups(
  asking: Asking,
  { map, from }: Pick<CubeQuestion, 'map' | 'from'>,
  planned: readonly PlannedGroup[],
  period: Period,
): readonly Group[] | null {
  const groups = planned.map((one) => groupFor(asking, one, period))
  if (map.kind === 'reported') return groups
  const isStanding = groups.every(
    (group) =>
      isOfSameUnits(asking.memory, group, period, map.day) && (from === 'communes' || !hasLargerNumbers(group)),
  )
  return isStanding ? groups : null
}

/** Where a number of an answer is asked for on another map. */
export type OnMap = { day: LocalDate; level: UnitLevel; unit: UnitId }

/** What became of each unit's numbers on the map. */
export function mapSumsFor(
  asking: Asking,
  planned: PlannedGroup,
  group: Group,
  period: Period,
  { day, level, unit }: OnMap,
): MapSums {
  const { memory, derived } = asking
  const on = dayKnown(memory.register, period.to)
  const placement = placementOf(derived.placements, memory.register, group.layout, on, { day, level })
  return sumsOnMap(group, placement, divisibleOf(memory, planned), unit)
}

/** The sums alone, of which most need nothing said of each unit. */
function sumsAloneFor(asking: Asking, planned: PlannedGroup, group: Group, period: Period, onMap: OnMap): Sums {
  const { memory, derived } = asking
  const { day, level, unit } = onMap
  const on = dayKnown(memory.register, period.to)
  const placement = placementOf(derived.placements, memory.register, group.layout, on, { day, level })
  const divisible = divisibleOf(memory, planned)
  return quickSumsOnMap(group, placement, divisible, unit) ?? sumsOnMap(group, placement, divisible, unit).sums
}

/** A larger unit that has a number of its own would be looked at for its parts. */
function isUnderNumber(group: Group, place: number): boolean {
  const { parent } = group.layout
  for (let at = parent[place] ?? -1; at >= 0; at = parent[at] ?? -1) if (hasNumber(group, at)) return true
  return false
}

function hasLargerNumbers(group: Group): boolean {
  return group.layout.larger.some((at) => hasNumber(group, at))
}

function hasNumber(group: Group, at: number): boolean {
  const least = group.leasts.byPlace[at] ?? never
  return least !== never && stateAt(group, group.layersOf(least), at) !== none
}

/** Nothing changed between the two days, and nobody gave figures who was not in force. */
function isOfSameUnits({ register, layouts }: Memory, group: Group, period: Period, day: LocalDate): boolean {
  const on = dayKnown(register, period.to)
  return ageOf(register, on) === ageOf(register, day) && group.layout === layoutOn(register, on, layouts)
}

function divisibleOf(memory: Memory, planned: PlannedGroup): Divisible {
  const definitions = planned.cells.flatMap(({ code }) => memory.definitions.byCode.get(code)?.at(-1) ?? [])
  return { isAdded: planned.isAdded, isNeverNegative: definitions.every(({ numeral }) => numeral !== 'change') }
}
