import type { LocalDate } from '#kernel/local-date.ts'
import { dayNumber, treeNumber, type Register } from './register.ts'
import type { RegisterVersion, Tree, UnitId, UnitLevel, UnitTree } from './unit.ts'

const mostKept = 24
const none: readonly RegisterVersion[] = []

/**
 * The tree of any day. A tree other than the State's is written only where it differs: a unit without a version of its own
 * there stands as it stands in the State's.
 */
export function treeOn(register: Register, day: LocalDate, tree: Tree = 'state'): UnitTree {
  const key = `${day} ${tree}`
  const kept = register.treesKept.get(key)
  // Asked for again: it moves to the end, so that the oldest is the first to go.
  if (kept) register.treesKept.delete(key)
  const made = kept ?? makeTree(register, day, tree)
  register.treesKept.set(key, made)
  const oldest = register.treesKept.size > mostKept ? register.treesKept.keys().next().value : undefined
  if (oldest !== undefined) register.treesKept.delete(oldest)
  return made
}

/** As `treeOn`, made anew: for measuring. */
export function makeTree(register: Register, day: LocalDate, tree: Tree): UnitTree {
  const { rows, parent } = register.table
  const rowOf = rowsInForce(register, dayNumber(day), treeNumber[tree])
  const inForce = byName(register, rowOf)
  const children = childrenByParent(register, rowOf, inForce)
  const versionAt = (place: number): RegisterVersion | null => rows[rowOf[place] ?? -1] ?? null
  const placeOf = (unit: UnitId): number => register.placeOf.get(unit) ?? -1
  const parentOf = (place: number): number => parent[rowOf[place] ?? -1] ?? -1
  const list = (start: number, end: number): RegisterVersion[] =>
    Array.from(children.places.subarray(start, end), versionAt).filter((one) => one !== null)
  const childrenAt = (place: number): RegisterVersion[] =>
    place < 0 ? [] : list(children.starts[place] ?? 0, children.starts[place + 1] ?? 0)
  const levels = new Map<UnitLevel | undefined, readonly RegisterVersion[]>()

  function units(level?: UnitLevel): readonly RegisterVersion[] {
    const known = levels.get(level)
    if (known) return known
    const all = Array.from(inForce, (row) => rows[row]).filter((one) => one !== undefined)
    const found = level === undefined ? all : all.filter((version) => version.level === level)
    levels.set(level, found)
    return found
  }
  function ancestors(unit: UnitId): readonly RegisterVersion[] {
    const found: RegisterVersion[] = []
    for (let place = parentOf(placeOf(unit)); place >= 0; place = parentOf(place)) {
      const version = versionAt(place)
      // A circle is refused when it is written; were one there, the climb still ends.
      if (!version || found.includes(version)) break
      found.push(version)
    }
    return found
  }
  function descendants(unit: UnitId, level?: UnitLevel): readonly RegisterVersion[] {
    const found: RegisterVersion[] = []
    const open = [...childrenAt(placeOf(unit))]
    const seen = new Set<UnitId>([unit])
    for (let next = open.shift(); next; next = open.shift()) {
      if (seen.has(next.unit)) continue
      seen.add(next.unit)
      if (level === undefined || next.level === level) found.push(next)
      open.push(...childrenAt(placeOf(next.unit)))
    }
    return found
  }
  return {
    day,
    tree,
    units,
    unit: (unit) => versionAt(placeOf(unit)),
    childrenOf: (unit) => childrenAt(placeOf(unit)),
    ancestors,
    ancestorAt: (unit, level) =>
      [versionAt(placeOf(unit)), ...ancestors(unit)].find((version) => version?.level === level) ?? null,
    descendants,
    orphans: () => {
      const found = units().filter(
        (version) => version.level !== 'province' && !versionAt(parentOf(placeOf(version.unit))),
      )
      return found.length === 0 ? none : found
    },
  }
}

/** By the unit's place: the row of the table that held on a day, -1 where none did. */
function rowsInForce(register: Register, day: number, tree: number): Int32Array {
  const { table } = register
  const rowOf = new Int32Array(register.units.length).fill(-1)
  for (const asked of tree === 0 ? [0] : [0, tree]) {
    for (let row = 0; row < table.unit.length; row += 1) {
      if (table.tree[row] !== asked || (table.from[row] ?? 0) > day || (table.until[row] ?? 0) < day) continue
      rowOf[table.unit[row] ?? 0] = row
    }
  }
  return rowOf
}

/** The rows in force, in the order of the table, which is that of the names. */
function byName(register: Register, rowOf: Int32Array): Int32Array {
  const { unit } = register.table
  const rows = new Int32Array(rowOf.length)
  let length = 0
  for (let row = 0; row < unit.length; row += 1) {
    if (rowOf[unit[row] ?? 0] !== row) continue
    rows[length] = row
    length += 1
  }
  return rows.subarray(0, length)
}

/** The places of the children of each place, one after another, found by where each place's begin. */
function childrenByParent(
  register: Register,
  rowOf: Int32Array,
  inForce: Int32Array,
): { starts: Int32Array; places: Int32Array } {
  const { unit, parent } = register.table
  const starts = new Int32Array(rowOf.length + 1)
  for (const row of inForce) {
    const over = parent[row] ?? -1
    if (over >= 0) starts[over + 1] = (starts[over + 1] ?? 0) + 1
  }
  for (let place = 1; place < starts.length; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  const next = starts.slice()
  const places = new Int32Array(starts.at(-1) ?? 0)
  for (const row of inForce) {
    const over = parent[row] ?? -1
    if (over < 0) continue
    const at = next[over] ?? 0
    places[at] = unit[row] ?? 0
    next[over] = at + 1
  }
  return { starts, places }
}
