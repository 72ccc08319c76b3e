import type { LocalDate } from '#kernel/local-date.ts'
import { isExample, isUnnamed } from '#modules/territory/naming.ts'
import { dayKnown, dayNumber, lastVersionOf, type Register } from '#modules/territory/register.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { RegisterVersion, UnitId, UnitTree } from '#modules/territory/unit.ts'

/**
 * The units of a day in one row (hàng đơn vị): each province with all that stands under it, each unit right before its own, so
 * that whatever lies in a unit is one stretch of the row. Columns of figures are in this order.
 */
export type Layout = {
  readonly units: readonly UnitId[]
  readonly versions: readonly RegisterVersion[]
  readonly placeOf: ReadonlyMap<UnitId, number>
  /** The place of the unit above, -1 for none. */
  readonly parent: Int32Array
  /** The place after the last unit that lies in it. */
  readonly end: Int32Array
  readonly isCommune: Uint8Array
  /** The places of units that have others in them, and by place which of these a unit is; -1: it has none. */
  readonly larger: Int32Array
  readonly largeAt: Int32Array
  /** Where the provinces stand that the country is made of: those that a source did not name are no place, those invented are no part. */
  readonly provinces: readonly number[]
}

/** The layout of the day, or of the register's first where the day is before it; days between two changes share one. */
export function layoutOn(register: Register, day: LocalDate, kept: Map<number, Layout>): Layout {
  const known = dayKnown(register, day)
  const age = ageOf(register, known)
  const layout = kept.get(age) ?? makeLayout(treeOn(register, known))
  kept.set(age, layout)
  return layout
}

/** Which stretch of days without a change a day lies in. */
export function ageOf(register: Register, day: LocalDate): number {
  const edges = edgesOf(register)
  const at = dayNumber(day)
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The same layout with a unit at its end that was not in force: it gave figures for the period and is part of no other. */
export function withUnit(layout: Layout, register: Register, unit: UnitId): Layout {
  const version = lastVersionOf(register, unit)
  if (!version) throw new Error(`Figures of a unit that the register does not know: ${unit}`)
  const place = layout.units.length
  return {
    units: [...layout.units, unit],
    versions: [...layout.versions, version],
    placeOf: new Map([...layout.placeOf, [unit, place]]),
    parent: Int32Array.from([...layout.parent, -1]),
    end: Int32Array.from([...layout.end, place + 1]),
    isCommune: Uint8Array.from([...layout.isCommune, version.level === 'commune' ? 1 : 0]),
    larger: layout.larger,
    largeAt: Int32Array.from([...layout.largeAt, -1]),
    provinces: layout.provinces,
  }
}

const edgesKept = new WeakMap<Register, Float64Array>()

/** Every day on which a unit began, and the moment after every day on which one ended. */
function edgesOf(register: Register): Float64Array {
  const known = edgesKept.get(register)
  if (known) return known
  const { from, until } = register.table
  const edges = new Set<number>()
  for (const day of from) edges.add(day)
  for (const day of until) edges.add(day + 0.5)
  const made = Float64Array.from(edges).sort()
  edgesKept.set(register, made)
  return made
}

function makeLayout(tree: UnitTree): Layout {
  const versions: RegisterVersion[] = []
  const parent: number[] = []
  const end: number[] = []
  const placeOf = new Map<UnitId, number>()
  const put = (version: RegisterVersion, above: number): void => {
    if (placeOf.has(version.unit)) return
    const place = versions.length
    placeOf.set(version.unit, place)
    versions.push(version)
    parent.push(above)
    for (const child of tree.childrenOf(version.unit)) put(child, place)
    end[place] = versions.length
  }
  for (const province of tree.units('province')) put(province, -1)
  for (const orphan of tree.orphans()) put(orphan, -1)
  const larger = Int32Array.from(versions.flatMap((_, place) => ((end[place] ?? 0) - place > 1 ? place : [])))
  const largeAt = new Int32Array(versions.length).fill(-1)
  larger.forEach((place, at) => (largeAt[place] = at))
  return {
    units: versions.map(({ unit }) => unit),
    versions,
    placeOf,
    parent: Int32Array.from(parent),
    end: Int32Array.from(end),
    ...{ larger, largeAt },
    isCommune: Uint8Array.from(versions, ({ level }) => (level === 'commune' ? 1 : 0)),
    provinces: versions.flatMap(({ level, code }, place) =>
      level === 'province' && !isUnnamed(code) && !isExample(code) ? place : [],
    ),
  }
}
