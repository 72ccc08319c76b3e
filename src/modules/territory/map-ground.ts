import type { LocalDate } from '#kernel/local-date.ts'
import { ownName } from './naming.ts'
import { destinationOf } from './rebase.ts'
import { unitAt, type Register } from './register.ts'
import { lastDistrictDay } from './naming.ts'
import type { UnitId } from './unit.ts'

/** Where a unit stands among equal squares (ô bản đồ): a column and a row from 1. */
export type Tile = { unit: UnitId; column: number; row: number; label: string; note: string | null }

/** A unit's boundary as it is drawn (hình ranh giới), in the plane of boundary-shape.ts. */
export type Shape = { unit: UnitId; path: string; box: Box; at: readonly [x: number, y: number] }
export type Box = { lowX: number; lowY: number; highX: number; highY: number }

/**
 * What a map of units is drawn on (nền bản đồ): boundaries where all of them have one, squares that resemble the country where most of
 * them have a place, else squares in groups.
 */
export type MapGround =
  | { kind: 'shapes'; shapes: readonly Shape[]; source: string; licence: string }
  | { kind: 'tiles'; tiles: readonly Tile[] }
  | { kind: 'groups'; groups: readonly TileGroup[] }

/** Squares that stand together under a name: the communes of a district of before (nhóm ô). */
export type TileGroup = { name: string | null; units: readonly UnitId[] }

/**
 * Communes under the district most of which they were until 30 June 2025 (Luật 72/2025/QH15 ended the districts), where the register
 * knows it; the others last, without a name. In the order of the names.
 */
export function groupedByDistrict(register: Register, units: readonly UnitId[], day: LocalDate): TileGroup[] {
  const named = new Map<string, UnitId[]>()
  for (const unit of inOrder(register, units, day)) {
    const name = districtOf(register, unit, day) ?? ''
    named.set(name, [...(named.get(name) ?? []), unit])
  }
  const names = [...named.keys()].sort((a, b) => Number(a === '') - Number(b === '') || byOwnName(a, b))
  return names.map((name) => ({ name: name === '' ? null : name, units: named.get(name) ?? [] }))
}

/**
 * Squares for units that have no place on the map of squares (the invented province of the example): a row of their own under the
 * others, so that one of them does not take the map away from all.
 */
export function tilesWithAll(
  register: Register,
  placed: readonly Tile[],
  units: readonly UnitId[],
  day: LocalDate,
): Tile[] {
  const known = new Set(placed.map(({ unit }) => unit))
  const left = Math.min(...placed.map(({ column }) => column))
  const below = Math.max(...placed.map(({ row }) => row)) + 2
  const others = [...new Set(units)].filter((unit) => !known.has(unit))
  const added = others.map((unit, at): Tile => {
    const label = ownName(unitAt(register, unit, day)?.name ?? '')
    return { unit, column: left + at, row: below, label, note: null }
  })
  return [...placed, ...added]
}

/** Of a commune of today the district that gave the most of it; of one of before, its own. */
function districtOf(register: Register, unit: UnitId, day: LocalDate): string | null {
  if (unitAt(register, unit, day)?.level !== 'commune') return null
  const before = day <= lastDistrictDay ? day : lastDistrictDay
  const shares = new Map<UnitId, number>()
  for (const part of destinationOf(register, unit, { day: before, level: 'commune' }).parts) {
    const parent = unitAt(register, part.unit, before)?.parent
    const district = parent ? unitAt(register, parent, before) : null
    if (district?.level !== 'district') continue
    // Shares are asked from today's unit; one that is not known counts as one unit of several.
    shares.set(district.unit, (shares.get(district.unit) ?? 0) + (part.share ?? 1))
  }
  const [most] = [...shares].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return most ? (unitAt(register, most[0], before)?.name ?? null) : null
}

function inOrder(register: Register, units: readonly UnitId[], day: LocalDate): UnitId[] {
  const name = (unit: UnitId): string => unitAt(register, unit, day)?.name ?? ''
  return [...units].sort((a, b) => byOwnName(name(a), name(b)) || (a < b ? -1 : 1))
}

const collator = new Intl.Collator('vi', { numeric: true })

function byOwnName(a: string, b: string): number {
  return collator.compare(ownName(a), ownName(b)) || collator.compare(a, b)
}
