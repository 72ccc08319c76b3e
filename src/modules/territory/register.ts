import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { LegalAct, Succession, SuccessionLink, TerritorialEvent } from './event.ts'
import type { RegisterVersion, Tree, UnitId, UnitTree } from './unit.ts'

/** What the register is made of, as rows. */
export type RegisterRows = {
  /** The first day for which it can answer. */
  begins: LocalDate
  versions: readonly RegisterVersion[]
  events: readonly TerritorialEvent[]
  links: readonly SuccessionLink[]
  acts: readonly LegalAct[]
}

/** Every unit of the country through every reorganisation, in memory (sổ đăng ký đơn vị). Made by `registerOf`, never changed. */
export type Register = {
  readonly begins: LocalDate
  /** Every unit, in the order of the codes. */
  readonly units: readonly UnitId[]
  readonly placeOf: ReadonlyMap<UnitId, number>
  /** Versions in the State's tree by the unit's place, oldest first. */
  readonly versions: readonly (readonly RegisterVersion[])[]
  /** Versions in another tree, where a unit stands there differently, by the unit's place. */
  readonly otherVersions: ReadonlyMap<number, readonly RegisterVersion[]>
  readonly byCode: ReadonlyMap<string, UnitId>
  readonly byOfficialCode: ReadonlyMap<string, readonly RegisterVersion[]>
  readonly events: ReadonlyMap<string, TerritorialEvent>
  readonly successions: { readonly from: readonly Succession[][]; readonly to: readonly Succession[][] }
  readonly acts: ReadonlyMap<string, LegalAct>
  readonly table: VersionTable
  /** Trees that were asked for lately; they are only kept, never changed. */
  readonly treesKept: Map<string, UnitTree>
}

/** All versions in columns, in the order of their names: a day's tree is one pass over numbers. */
export type VersionTable = {
  readonly rows: readonly RegisterVersion[]
  readonly unit: Int32Array
  readonly parent: Int32Array
  readonly tree: Uint8Array
  readonly from: Int32Array
  readonly until: Int32Array
}

const farAway = localDate('2100-12-31')
const mostLevels = 4

export const treeNumber: Record<Tree, number> = { state: 0, party: 1, front: 2 }

/** Builds the register once from its rows; an event or unit that a link names and nobody knows is a broken file and throws. */
export function registerOf(rows: RegisterRows): Register {
  const codes = new Map(rows.versions.map((version) => [version.unit, version.code]))
  const units = [...codes.keys()].sort((a, b) => compareText(codes.get(a) ?? '', codes.get(b) ?? ''))
  const placeOf = new Map(units.map((unit, place) => [unit, place]))
  const versions = units.map((): RegisterVersion[] => [])
  const otherVersions = new Map<number, RegisterVersion[]>()
  for (const version of [...rows.versions].sort(compareBegin)) {
    const place = placeIn(placeOf, version.unit)
    if (version.tree === 'state') versions[place]?.push(version)
    else otherVersions.set(place, [...(otherVersions.get(place) ?? []), version])
  }
  const events = new Map<string, TerritorialEvent>(rows.events.map((event) => [event.id, event]))
  return {
    begins: rows.begins,
    units,
    placeOf,
    versions,
    otherVersions,
    byCode: new Map([...codes].map(([unit, code]) => [code, unit])),
    byOfficialCode: groupedByOfficialCode(versions.flat()),
    events,
    successions: successionsOf(rows.links, events, placeOf),
    acts: new Map(rows.acts.map((act) => [act.number, act])),
    table: tableOf(rows.versions, placeOf),
    treesKept: new Map(),
  }
}

/** The unit as it was on a day; null when it was not in force then. In a tree that says nothing of its own of it, it stands as in the State's. */
export function unitAt(register: Register, unit: UnitId, day: LocalDate, tree: Tree = 'state'): RegisterVersion | null {
  const place = register.placeOf.get(unit)
  if (place === undefined) return null
  const own = tree === 'state' ? [] : (register.otherVersions.get(place) ?? []).filter((one) => one.tree === tree)
  return [...own, ...(register.versions[place] ?? [])].find((version) => holdsOn(version, day)) ?? null
}

/** Everything a unit was called in the State's tree, oldest first. */
export function versionsOf(register: Register, unit: UnitId): readonly RegisterVersion[] {
  return register.versions[register.placeOf.get(unit) ?? -1] ?? []
}

/** From whom a unit came, directly. */
export function predecessorsOf(register: Register, unit: UnitId): readonly Succession[] {
  return register.successions.to[register.placeOf.get(unit) ?? -1] ?? []
}

/** Into whom a unit went, directly. */
export function successorsOf(register: Register, unit: UnitId): readonly Succession[] {
  return register.successions.from[register.placeOf.get(unit) ?? -1] ?? []
}

export function unitByCode(register: Register, code: string): UnitId | null {
  return register.byCode.get(code) ?? null
}

/** Which unit had an official code on a day: codes are used again for other units. */
export function unitByOfficialCode(register: Register, code: string, day: LocalDate): RegisterVersion | null {
  return register.byOfficialCode.get(code)?.find((version) => holdsOn(version, day)) ?? null
}

/** Every version that ever had an official code, oldest first. */
export function everWithOfficialCode(register: Register, code: string): readonly RegisterVersion[] {
  return register.byOfficialCode.get(code) ?? []
}

export function holdsOn(version: Pick<RegisterVersion, 'from' | 'until'>, day: LocalDate): boolean {
  return (version.from === null || version.from <= day) && (version.until === null || version.until >= day)
}

/** The unit as it was last known, in force or not. */
export function lastVersionOf(register: Register, unit: UnitId): RegisterVersion | null {
  return versionsOf(register, unit).at(-1) ?? null
}

/** The units over a version while it held, on its last day, nearest first. */
export function unitsOver(register: Register, version: RegisterVersion): RegisterVersion[] {
  const found: RegisterVersion[] = []
  for (let parent = version.parent; parent !== null && found.length < mostLevels;) {
    const above = unitAt(register, parent, version.until ?? farAway) ?? lastVersionOf(register, parent)
    if (!above) break
    found.push(above)
    parent = above.parent
  }
  return found
}

/** The day itself, or the first one the register knows: of what was before it says what stood there on that day. */
export function dayKnown({ begins }: Pick<Register, 'begins'>, day: LocalDate): LocalDate {
  return day < begins ? begins : day
}

/** A day as a number that sorts as the day does. */
export function dayNumber(day: LocalDate): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function compareBegin(a: RegisterVersion, b: RegisterVersion): number {
  return compareText(a.from ?? '', b.from ?? '')
}

function placeIn(placeOf: ReadonlyMap<UnitId, number>, unit: UnitId): number {
  const place = placeOf.get(unit)
  if (place === undefined) throw new Error(`The register names a unit without versions: ${unit}`)
  return place
}

function groupedByOfficialCode(versions: readonly RegisterVersion[]): Map<string, RegisterVersion[]> {
  const groups = new Map<string, RegisterVersion[]>()
  for (const version of versions) {
    if (version.officialCode === null) continue
    const group = groups.get(version.officialCode)
    if (group) group.push(version)
    else groups.set(version.officialCode, [version])
  }
  for (const group of groups.values()) group.sort(compareBegin)
  return groups
}

function successionsOf(
  links: readonly SuccessionLink[],
  events: ReadonlyMap<string, TerritorialEvent>,
  placeOf: ReadonlyMap<UnitId, number>,
): Register['successions'] {
  const from = [...placeOf.keys()].map((): Succession[] => [])
  const to = [...placeOf.keys()].map((): Succession[] => [])
  for (const link of links) {
    const by = events.get(link.event)
    if (!by) throw new Error(`A link names an event that is not there: ${link.event}`)
    from[placeIn(placeOf, link.from)]?.push({ ...link, by })
    to[placeIn(placeOf, link.to)]?.push({ ...link, by })
  }
  // A fixed order whatever the order of the rows: parts, pages and tests never shuffle.
  const inOrder = (other: 'from' | 'to') => (a: Succession, b: Succession) =>
    compareText(a.by.on, b.by.on) || placeIn(placeOf, a[other]) - placeIn(placeOf, b[other])
  for (const list of from) list.sort(inOrder('to'))
  for (const list of to) list.sort(inOrder('from'))
  return { from, to }
}

function tableOf(versions: readonly RegisterVersion[], placeOf: ReadonlyMap<UnitId, number>): VersionTable {
  // A third of all names are the same as others: each is put into the order of the alphabet once.
  const names = [...new Set(versions.map(({ name }) => name))].sort(new Intl.Collator('vi').compare)
  const rank = new Map(names.map((name, at) => [name, at]))
  const rankOf = (version: RegisterVersion): number => rank.get(version.name) ?? 0
  const rows = [...versions].sort((a, b) => rankOf(a) - rankOf(b) || compareText(a.code, b.code))
  const column = (read: (version: RegisterVersion) => number): Int32Array => Int32Array.from(rows, read)
  return {
    rows,
    unit: column((version) => placeIn(placeOf, version.unit)),
    parent: column((version) => (version.parent === null ? -1 : (placeOf.get(version.parent) ?? -1))),
    tree: Uint8Array.from(rows, (version) => treeNumber[version.tree]),
    from: column((version) => (version.from === null ? 0 : dayNumber(version.from))),
    until: column((version) => (version.until === null ? 99_999_999 : dayNumber(version.until))),
  }
}
