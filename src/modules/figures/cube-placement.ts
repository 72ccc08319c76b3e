import type { LocalDate } from '#kernel/local-date.ts'
import { destinationOf, sourcesOf, type Destination, type MapOf } from '#modules/territory/rebase.ts'
import { unitAt, type Register } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Layout } from './cube-layout.ts'

/** Where every unit of a layout stands on the map of another day, at one level (bảng chuyển sang bản đồ khác). */
export type Placement = {
  readonly layout: Layout
  readonly on: LocalDate
  readonly to: MapOf
  readonly destinations: readonly Destination[]
  /** By unit of the map: the places of those of which something lies in it, in the order of the layout. */
  readonly landing: ReadonlyMap<UnitId, readonly number[]>
  /** The units a unit of the map was made of, at its own level or, where there was no such level, the communes. */
  topsOf(target: UnitId): readonly UnitId[]
  /** Whether a unit of then had exactly the area of a unit of the map. */
  isSame(place: number, target: UnitId): boolean
  readonly divisions: Map<number, readonly bigint[]>
}

export type PlacementsKept = WeakMap<Layout, Map<string, Placement>>

const mostMaps = 12

export function placementOf(
  kept: PlacementsKept,
  register: Register,
  layout: Layout,
  on: LocalDate,
  to: MapOf,
): Placement {
  const ofLayout = kept.get(layout) ?? new Map<string, Placement>()
  kept.set(layout, ofLayout)
  const key = `${to.day} ${to.level}`
  const known = ofLayout.get(key)
  if (known) return known
  if (ofLayout.size >= mostMaps) ofLayout.clear()
  const made = makePlacement(register, layout, on, to)
  ofLayout.set(key, made)
  return made
}

function makePlacement(register: Register, layout: Layout, on: LocalDate, to: MapOf): Placement {
  const destinations = layout.units.map((unit) => destinationOf(register, unit, to))
  const landing = new Map<UnitId, number[]>()
  destinations.forEach(({ parts }, place) => {
    for (const { unit } of parts) {
      const found = landing.get(unit)
      if (found) found.push(place)
      else landing.set(unit, [place])
    }
  })
  const tops = new Map<UnitId, readonly UnitId[]>()
  const topsOf = (target: UnitId): readonly UnitId[] => {
    const known = tops.get(target)
    if (known) return known
    const own = sourcesOf(register, target, { day: on, level: to.level })
    const found = own.length > 0 ? own : sourcesOf(register, target, { day: on, level: 'commune' })
    const units = found.map(({ unit }) => unit)
    tops.set(target, units)
    return units
  }
  const isSame = (place: number, target: UnitId): boolean => {
    const unit = layout.units[place]
    const there = destinations[place]
    if (unit === undefined || !there) return false
    if (unit === target) return true
    const then = unitAt(register, unit, on)
    if (!then || there.flag !== 'exact' || there.parts[0]?.unit !== target) return false
    if (unitAt(register, target, to.day)?.level !== then.level) return false
    const back = destinationOf(register, target, { day: on, level: then.level })
    return back.flag === 'exact' && back.parts[0]?.unit === unit
  }
  return { layout, on, to, destinations, landing, topsOf, isSame, divisions: new Map() }
}

/** What of a number falls to a unit of the map, in the shares of a divided unit. */
export function weightsAt(placement: Placement, place: number): readonly bigint[] {
  const known = placement.divisions.get(place)
  if (known) return known
  const weights = (placement.destinations[place]?.parts ?? []).map(({ weight }) => weight ?? 0n)
  placement.divisions.set(place, weights)
  return weights
}
