import type { LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import { dayKnown, unitAt } from '#modules/territory/register.ts'
import type { UnitId, UnitLevel } from '#modules/territory/unit.ts'
import { countrySums, placesOfCountry, wholeCountry } from './cube-country.ts'
import { ageOf, layoutOn } from './cube-layout.ts'
import { sumsOnMap, type Divisible, type MapSums } from './cube-map.ts'
import { daysKey, frameOf, type Memory } from './cube-memory.ts'
import { placementOf } from './cube-placement.ts'
import type { PlannedGroup } from './cube-plan.ts'
import type { CubeQuestion } from './cube-question.ts'
import { never } from './cube-rights-by-place.ts'
import { stateAt, type Group, type Sums } from './cube-sums.ts'
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
  return (unit) => {
    if (unit === wholeCountry) return country()
    const level = map.kind === 'day' ? unitAt(asking.memory.register, unit, map.day)?.level : null
    if (level === undefined) return null
    const place = placeOf.get(unit)
    if (map.kind === 'reported' || level === null) {
      return place === undefined ? null : groups.map(({ one, group }) => sumsOf(asking, one, group, period, place))
    }
    return groups.map(({ one, group }) => {
      const isAsReported = place !== undefined && hasSameMap(asking.memory, group, period, map.day, place)
      if (isAsReported) return sumsOf(asking, one, group, period, place)
      return keptOnMap(asking, one, group, period, { day: map.day, level, unit })
    })
  }
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
  const isStanding =
    from === 'communes' && groups.every((group) => isOfSameUnits(asking.memory, group, period, map.day))
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

function keptOnMap(asking: Asking, planned: PlannedGroup, group: Group, period: Period, onMap: OnMap): Sums {
  const least = group.leasts.everywhere
  if (least === 0 || least === never) return mapSumsFor(asking, planned, group, period, onMap).sums
  const kept = keptFor(asking, planned, group.layersOf(least), `${daysKey(period)} ${least} ${onMap.day}`)
  const known = kept.of.get(onMap.unit)
  return known ?? keep(asking, kept, onMap.unit, mapSumsFor(asking, planned, group, period, onMap).sums)
}

/**
 * Whether a unit's number on the map is as it was reported: nothing changed between the two days, nobody gave figures who was not
 * in force, and no larger unit has one that would be looked at for its parts.
 */
function hasSameMap(memory: Memory, group: Group, period: Period, day: LocalDate, place: number): boolean {
  if (!isOfSameUnits(memory, group, period, day)) return false
  if (group.from === 'communes') return true
  for (let at = group.layout.parent[place] ?? -1; at >= 0; at = group.layout.parent[at] ?? -1) {
    const least = group.leasts.byPlace[at] ?? never
    if (least !== never && stateAt(group, group.layersOf(least), at) !== 0) return false
  }
  return true
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
