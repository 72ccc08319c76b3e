import type { Id } from '#kernel/ids.ts'
import { addDays, type LocalDate } from '#kernel/local-date.ts'
import type { Tree, UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { CitedAct } from './dated.ts'

export type OtherTree = Exclude<Tree, 'state'>

/** Under whom a unit stands in the Party's or the Front's tree, while that is not as in the State's. */
export type TreeMembership = {
  id: Id<'TreeMembership'>
  member: UnitId
  tree: OtherTree
  parent: UnitId
  from: LocalDate
  /** The last day it is so; null while no end is known. */
  until: LocalDate | null
  act: CitedAct
  voidReason: string | null
}

/** What an administrator says: from when to when a unit stands under which, by which decision. */
export type MembershipEntry = Omit<TreeMembership, 'id' | 'voidReason'>

export type TreeRefusal =
  | { code: 'member-not-in-force'; day: LocalDate }
  | { code: 'parent-not-in-force'; day: LocalDate }
  | { code: 'top-of-province' }
  | { code: 'other-province' }
  | { code: 'same-as-state' }
  | { code: 'makes-a-circle'; day: LocalDate }
  | { code: 'overlaps'; from: LocalDate; until: LocalDate | null }
  | { code: 'ends-before-it-begins' }

/** Where every unit stood on a day in a tree: the State's parent, or what was said of this tree. */
export function parentsOn(
  versions: readonly UnitVersion[],
  memberships: readonly TreeMembership[],
  tree: Tree,
  day: LocalDate,
): Map<UnitId, { parent: UnitId | null; differs: TreeMembership | null }> {
  const own = new Map(
    memberships
      .filter((one) => one.voidReason === null && one.tree === tree && holdsOn(one, day))
      .map((one) => [one.member, one]),
  )
  return new Map(
    versions
      .filter((version) => holdsOn(version, day))
      .map(({ unit, parent }) => {
        const differs = own.get(unit) ?? null
        return [unit, { parent: differs ? differs.parent : parent, differs }]
      }),
  )
}

/** Why a unit cannot be placed so; null when it can. `versions` are the State's, of the whole province and of all times. */
export function membershipProblem(
  versions: readonly UnitVersion[],
  memberships: readonly TreeMembership[],
  province: UnitId,
  entry: MembershipEntry,
): TreeRefusal | null {
  if (entry.until !== null && entry.until < entry.from) return { code: 'ends-before-it-begins' }
  if (entry.member === province) return { code: 'top-of-province' }
  const ofProvince = new Set(versions.filter((version) => version.province === province).map(({ unit }) => unit))
  if (!ofProvince.has(entry.member) || !ofProvince.has(entry.parent)) return { code: 'other-province' }
  const memberGap = firstDayMissing(versions, entry.member, entry)
  if (memberGap) return { code: 'member-not-in-force', day: memberGap }
  const parentGap = firstDayMissing(versions, entry.parent, entry)
  if (parentGap) return { code: 'parent-not-in-force', day: parentGap }
  const other = memberships.find(
    (one) => one.voidReason === null && one.tree === entry.tree && one.member === entry.member && overlap(one, entry),
  )
  if (other) return { code: 'overlaps', from: other.from, until: other.until }
  const stated = parentsOn(versions, [], 'state', entry.from).get(entry.member)
  if (stated?.parent === entry.parent) return { code: 'same-as-state' }
  const circle = daysOfChange(versions, memberships, entry).find((day) => hasCircle(versions, memberships, entry, day))
  return circle ? { code: 'makes-a-circle', day: circle } : null
}

type Span = { from: LocalDate | null; until: LocalDate | null }

function holdsOn({ from, until }: Span, day: LocalDate): boolean {
  return (from === null || from <= day) && (until === null || until >= day)
}

function overlap(one: Span, other: Span): boolean {
  return (
    (one.from === null || other.until === null || one.from <= other.until) &&
    (other.from === null || one.until === null || other.from <= one.until)
  )
}

/** The first day of an interval on which a unit was not there; null when it was there all the time. */
function firstDayMissing(versions: readonly UnitVersion[], unit: UnitId, during: MembershipEntry): LocalDate | null {
  const own = versions.filter((version) => version.unit === unit)
  for (let day = during.from; ;) {
    const version = own.find((one) => holdsOn(one, day))
    if (!version) return day
    if (version.until === null || (during.until !== null && version.until >= during.until)) return null
    day = addDays(version.until, 1)
  }
}

/** The days within an interval on which some parent changes: between two of them nothing new can close a circle. */
function daysOfChange(
  versions: readonly UnitVersion[],
  memberships: readonly TreeMembership[],
  entry: MembershipEntry,
): LocalDate[] {
  const ends = memberships.flatMap(({ from, until }) => (until ? [from, addDays(until, 1)] : [from]))
  const starts = versions.flatMap(({ from }) => from ?? [])
  const within = [...ends, ...starts].filter((day) => holdsOn(entry, day))
  return [...new Set([entry.from, ...within])].sort()
}

function hasCircle(
  versions: readonly UnitVersion[],
  memberships: readonly TreeMembership[],
  entry: MembershipEntry,
  day: LocalDate,
): boolean {
  const parents = parentsOn(versions, memberships, entry.tree, day)
  const seen = new Set<UnitId>([entry.member])
  for (let at: UnitId | null = entry.parent; at !== null; at = parents.get(at)?.parent ?? null) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

/** A unit in a tree with how deep it stands; the province first, then each unit before those under it. */
export type TreeLine = {
  unit: UnitVersion
  depth: number
  differs: TreeMembership | null
  /** Units directly under it. */
  below: number
}

/** A tree from the top down, in the order of names; a unit whose parent was not there stands at the top. */
export function treeLines(
  versions: readonly UnitVersion[],
  memberships: readonly TreeMembership[],
  tree: Tree,
  day: LocalDate,
): TreeLine[] {
  const parents = parentsOn(versions, memberships, tree, day)
  const units = versions.filter((version) => holdsOn(version, day))
  const known = new Set(units.map(({ unit }) => unit))
  const names = new Intl.Collator('vi')
  const under = Map.groupBy(units, ({ unit }) => {
    const parent = parents.get(unit)?.parent ?? null
    return parent !== null && known.has(parent) ? parent : null
  })
  const lines: TreeLine[] = []
  const walk = (parent: UnitId | null, depth: number): void => {
    for (const unit of (under.get(parent) ?? []).toSorted((one, other) => names.compare(one.name, other.name))) {
      const differs = parents.get(unit.unit)?.differs ?? null
      lines.push({ unit, depth, differs, below: under.get(unit.unit)?.length ?? 0 })
      walk(unit.unit, depth + 1)
    }
  }
  walk(null, 0)
  return lines
}
