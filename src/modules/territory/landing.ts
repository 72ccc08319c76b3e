import type { LocalDate } from '#kernel/local-date.ts'
import { all, fraction, times, type Fraction } from './apportion.ts'
import { wholeShare, type Succession, type TerritorialEvent } from './event.ts'
import { lastVersionOf, predecessorsOf, successorsOf, unitAt, versionsOf, type Register } from './register.ts'
import { treeOn } from './tree.ts'
import type { RegisterVersion, UnitId } from './unit.ts'

/** Why a figure cannot be read on another map (vì sao không so sánh được). */
export type NotComparable =
  | { why: 'share-unknown'; unit: UnitId; event: TerritorialEvent['id']; act: string | null; article: string | null }
  | {
      why: 'shares-incomplete'
      unit: UnitId
      event: TerritorialEvent['id']
      act: string | null
      article: string | null
    }
  | { why: 'event-forbids'; unit: UnitId; event: TerritorialEvent['id']; act: string | null; article: string | null }
  /** A district's figure asked for its communes: nobody knows how much fell to each. */
  | { why: 'not-divided'; unit: UnitId }
  | { why: 'no-successor' | 'no-predecessor'; unit: UnitId }
  | { why: 'before-register'; begins: LocalDate }
  | { why: 'unknown-unit'; unit: UnitId }
  /** Only some of the units that make up this one are among those asked for, or reported. */
  | { why: 'incomplete'; counted: number; expected: number }

/** A unit in force on the asked day that holds some of the area; `share` null where it is not known. */
export type Leaf = { version: RegisterVersion; share: Fraction | null }

/** Where an area lies on a day. */
export type Landing = {
  leaves: readonly Leaf[]
  /** Why some shares are not known, or may not be added; the first is the one to tell. */
  obstacles: readonly NotComparable[]
  /** False where a part of the area is lost from sight. */
  isComplete: boolean
  /** True where an event forbids every reading across it, even of a unit that holds both sides. */
  isForbidden: boolean
  /** True where a unit went over undivided, and its event still forbids adding it there. */
  isNotAddable: boolean
}

type Walk = {
  leaves: Leaf[]
  obstacles: NotComparable[]
  isComplete: boolean
  isForbidden: boolean
  isNotAddable: boolean
}

/** Follows a unit over every event to a day, forward or backward, with exact shares. */
export function landingOf(register: Register, unit: UnitId, day: LocalDate): Landing {
  const walk = newWalk([])
  follow(register, unit, day, all, null, walk)
  return { ...walk, leaves: together(register, walk.leaves) }
}

/** Where the area of a district or province lies by way of the communes it held: for units whose own way is not recorded. */
export function landingByCommunes(register: Register, unit: UnitId, day: LocalDate): Landing | null {
  const edge = edgeDay(register, unit, day)
  if (edge === null) return null
  const walk = newWalk([{ why: 'not-divided', unit }])
  const communes = treeOn(register, edge).descendants(unit, 'commune')
  if (communes.length === 0) return null
  for (const commune of communes) follow(register, commune.unit, day, null, null, walk)
  return { ...walk, leaves: together(register, walk.leaves) }
}

/** The day of a unit's life nearest to a day: its last one for what came later, its first for what was before. */
export function edgeDay(register: Register, unit: UnitId, day: LocalDate): LocalDate | null {
  const first = versionsOf(register, unit)[0]
  const last = lastVersionOf(register, unit)
  if (!first || !last) return null
  if (unitAt(register, unit, day)) return day
  return last.until !== null && last.until < day ? last.until : first.from
}

function newWalk(obstacles: NotComparable[]): Walk {
  return { leaves: [], obstacles, isComplete: true, isForbidden: false, isNotAddable: false }
}

function follow(
  register: Register,
  unit: UnitId,
  day: LocalDate,
  share: Fraction | null,
  since: LocalDate | null,
  walk: Walk,
): void {
  const version = unitAt(register, unit, day)
  if (version) {
    walk.leaves.push({ version, share })
    return
  }
  const last = lastVersionOf(register, unit)
  const isForward = last?.until !== undefined && last.until !== null && last.until < day
  // Each step must go further the same way: a circle in wrong data ends instead of turning for ever.
  const links = isForward
    ? successorsOf(register, unit).filter(({ by }) => by.on <= day && (since === null || by.on > since))
    : predecessorsOf(register, unit).filter(({ by }) => by.on > day && (since === null || by.on < since))
  if (links.length === 0) {
    walk.isComplete = false
    walk.obstacles.push({ why: isForward ? 'no-successor' : 'no-predecessor', unit })
    return
  }
  note(unit, links, isForward, walk)
  const shares = sharesOf(links, isForward)
  links.forEach((link, at) => {
    const part = shares?.[at]
    const onward = share && part ? times(share, part) : null
    follow(register, isForward ? link.to : link.from, day, onward, link.by.on, walk)
  })
}

/** Known shares of all links, or null where one is missing or they do not add up to the whole. */
function sharesOf(links: readonly Succession[], isForward: boolean): Fraction[] | null {
  // What came from one unit alone came from it wholly, whatever part of that unit it was.
  if (!isForward && links.length === 1) return [all]
  const shares = links.map((link) => (isForward ? link.share : link.backShare))
  if (shares.some((share) => share === null)) return null
  const known = shares.map((share) => share ?? 0)
  if (known.reduce((sum, share) => sum + share, 0) !== wholeShare) return null
  return known.map((share) => fraction(BigInt(share), BigInt(wholeShare)))
}

function note(unit: UnitId, links: readonly Succession[], isForward: boolean, walk: Walk): void {
  const first = links[0]
  if (!first) return
  const forbidding = links.find(({ by }) => by.aggregation === 'neither')
  if (forbidding) {
    walk.isForbidden = true
    // Entering shares would not help: this is the reason to tell.
    walk.obstacles.unshift(reason('event-forbids', unit, forbidding))
  }
  if (sharesOf(links, isForward) === null) {
    const areKnown = links.every((link) => (isForward ? link.share : link.backShare) !== null)
    const isIncomplete = areKnown || links.length === 1
    if (isIncomplete) walk.isComplete = false
    walk.obstacles.push(reason(isIncomplete ? 'shares-incomplete' : 'share-unknown', unit, first))
    return
  }
  const against = links.find(({ by }) => by.aggregation === (isForward ? 'backward' : 'forward'))
  if (!against) return
  if (links.length === 1) walk.isNotAddable = true
  walk.obstacles.push(reason('event-forbids', unit, against))
}

function reason(
  why: 'share-unknown' | 'shares-incomplete' | 'event-forbids',
  unit: UnitId,
  { by }: Succession,
): NotComparable {
  return { why, unit, event: by.id, act: by.act, article: by.article }
}

/** One leaf a unit, in the order of the codes: parts that come back together are one part. */
function together(register: Register, leaves: readonly Leaf[]): Leaf[] {
  const byPlace = new Map<number, Leaf>()
  for (const leaf of leaves) {
    const place = register.placeOf.get(leaf.version.unit) ?? -1
    const before = byPlace.get(place)
    byPlace.set(place, before ? { ...leaf, share: added(before.share, leaf.share) } : leaf)
  }
  return [...byPlace.entries()].sort(([a], [b]) => a - b).map(([, leaf]) => leaf)
}

function added(a: Fraction | null, b: Fraction | null): Fraction | null {
  return a && b ? fraction(a.n * b.d + b.n * a.d, a.d * b.d) : null
}
