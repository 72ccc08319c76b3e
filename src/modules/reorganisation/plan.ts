import { newId, type Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { wholeShare, type EventKind, type LawfulAggregation, type SuccessionLink } from '#modules/territory/event.ts'
import { sharesByAmount } from '#modules/territory/stated.ts'
import type { UnitId, UnitKind, UnitLevel } from '#modules/territory/unit.ts'
import { unitsBorn, unitsTouched, type Draft, type Measure, type NewUnit, type Step } from './draft.ts'
import { sharesOf, type Measured } from './shares.ts'
import { slugFor } from './names.ts'
import type { StandingUnit, World } from './world.ts'

/** A version that begins on the day (phiên bản mới). */
export type VersionToOpen = {
  unit: UnitId
  name: string
  kind: UnitKind
  level: UnitLevel
  parent: UnitId | null
  officialCode: string | null
  /** The address of a unit that is born with it; null for a new version of a unit that goes on. */
  slug: string | null
}

/** An event as it would be written. */
export type PlannedEvent = {
  id: Id<'TerritorialEvent'>
  step: Id<'Step'>
  kind: EventKind
  aggregation: LawfulAggregation
  links: readonly SuccessionLink[]
}

/** Everything a draft would write into the register, computed and not written (kế hoạch thực hiện). */
export type Plan = {
  day: LocalDate
  /** Units whose version in force ends the day before: some go on in a new version, `ended` do not. */
  closed: readonly UnitId[]
  ended: readonly UnitId[]
  opened: readonly VersionToOpen[]
  events: readonly PlannedEvent[]
}

/**
 * What the steps of a draft come to. Faults are found elsewhere (`faults.ts`); of a draft that has some, this is what can be
 * shown of it. Units that the steps name and the day does not know are left out.
 */
export function planOf(draft: Draft, day: LocalDate, world: World): Plan {
  const shares = sharesBySource(draft)
  const slugs = takenSlugs(world)
  const events: PlannedEvent[] = []
  const opened: VersionToOpen[] = []
  const ended = new Set<UnitId>()
  const changed = new Set<UnitId>()
  const said = new Set(draft.steps.flatMap(unitsTouched))
  const abolished = new Set(draft.steps.flatMap((step) => (step.kind === 'level-abolished' ? [step.unit] : [])))
  for (const step of draft.steps) {
    const id = newId<'TerritorialEvent'>()
    const links = linksOf(step, id, shares)
    events.push({
      id,
      step: step.id,
      kind: step.kind,
      aggregation: step.aggregation,
      links: withBackShares(step, links),
    })
    for (const link of links) ended.add(link.from)
    const born = unitsBorn(step).length
    for (const version of versionsOf(step, world)) {
      // What another step says of a commune of this district is all that happens to it.
      if (step.kind === 'level-abolished' && said.has(version.unit)) continue
      if (version.parent !== null && born === 0 && abolished.has(version.parent)) version.parent = world.province
      if (version.slug !== null) slugs.codes.add((version.slug = slugFor({ ...version, day }, slugs)))
      else changed.add(version.unit)
      opened.push(version)
    }
    if (step.kind === 'level-abolished') ended.add(step.unit)
  }
  const known = (unit: UnitId): boolean => world.units.has(unit)
  return {
    day,
    closed: [...new Set([...ended, ...changed])].filter(known),
    ended: [...ended].filter(known),
    opened,
    events,
  }
}

/** The parts of every unit that is taken apart, in the order of the steps: a key of step and newer unit for each share. */
export function partsByUnit(draft: Draft): Map<UnitId, { key: string; step: Id<'Step'>; measured: Measured }[]> {
  const parts = new Map<UnitId, { key: string; step: Id<'Step'>; measured: Measured }[]>()
  const add = (from: UnitId, to: UnitId, step: Id<'Step'>, measure: Measure, source: string): void => {
    parts.set(from, [...(parts.get(from) ?? []), { key: keyOf(from, to), step, measured: { measure, source } }])
  }
  for (const step of draft.steps) {
    if (step.kind === 'merge') {
      for (const part of step.parts) {
        if (part.extent === 'part') add(part.from, step.into.unit, step.id, part.measure, part.source)
      }
    } else if (step.kind === 'split') {
      for (const part of step.parts) add(step.from, part.into.unit, step.id, part.measure, step.source)
    } else if (step.kind === 'partial-transfer') {
      add(step.from, step.toAfter, step.id, step.measure, step.source)
      add(step.from, step.fromAfter, step.id, restOf(step.measure), step.source)
    }
  }
  return parts
}

/** What stays when a measured part goes: only a share says what is left; a count of people does not. */
function restOf(measure: Measure): Measure {
  return measure.by === 'share' ? { by: 'share', share: wholeShare - measure.share } : { by: 'unknown' }
}

const keyOf = (from: UnitId, to: UnitId): string => `${from} ${to}`

function sharesBySource(draft: Draft): Map<string, number | null> {
  const found = new Map<string, number | null>()
  for (const parts of partsByUnit(draft).values()) {
    const read = sharesOf(parts.map(({ measured }) => measured))
    parts.forEach(({ key }, at) => found.set(key, read.ok ? (read.shares[at] ?? null) : null))
  }
  return found
}

function linksOf(step: Step, event: Id<'TerritorialEvent'>, shares: Map<string, number | null>): SuccessionLink[] {
  const part = (from: UnitId, to: UnitId, source: string): SuccessionLink => {
    const share = shares.get(keyOf(from, to)) ?? null
    return { event, from, to, extent: 'part', share, backShare: null, shareSource: share === null ? '' : source }
  }
  const whole = (from: UnitId, to: UnitId, source = ''): SuccessionLink => {
    return { event, from, to, extent: 'whole', share: wholeShare, backShare: null, shareSource: source }
  }
  switch (step.kind) {
    case 'merge':
      return step.parts.map(({ from, extent, source }) =>
        extent === 'whole' ? whole(from, step.into.unit, source) : part(from, step.into.unit, source),
      )
    case 'split':
      return step.parts.map(({ into }) => ({ ...part(step.from, into.unit, step.source), backShare: wholeShare }))
    case 'partial-transfer':
      return [
        { ...part(step.from, step.fromAfter, step.source), backShare: wholeShare },
        part(step.from, step.toAfter, step.source),
        whole(step.to, step.toAfter),
      ]
    case 'rename':
    case 'kind-change':
    case 'parent-change':
    case 'created':
    case 'level-abolished':
      return []
  }
}

/** Where the people of every part of a new unit were counted, it is known too how much of it came from where. */
function withBackShares(step: Step, links: readonly SuccessionLink[]): SuccessionLink[] {
  if (step.kind !== 'merge') return [...links]
  if (links.length === 1) return links.map((link) => ({ ...link, backShare: wholeShare }))
  const people = step.parts.map(({ measure }) => (measure.by === 'people' ? measure.people : null))
  const counted = people.filter((count) => count !== null)
  if (counted.length < people.length || counted.every((count) => count === 0)) return [...links]
  const back = sharesByAmount(counted.map(BigInt))
  return links.map((link, at) => ({ ...link, backShare: back[at] ?? null }))
}

function versionsOf(step: Step, world: World): VersionToOpen[] {
  switch (step.kind) {
    case 'merge':
    case 'created':
      return [born(step.into)]
    case 'split':
      return step.parts.map(({ into }) => born(into))
    case 'partial-transfer':
      return [again(step.from, step.fromAfter, world), again(step.to, step.toAfter, world)].flat()
    case 'rename':
      return goingOn(step.unit, world, { name: step.name })
    case 'kind-change':
      return goingOn(step.unit, world, {
        name: step.name,
        kind: step.unitKind,
        ...(step.officialCode ? { officialCode: step.officialCode } : {}),
      })
    case 'parent-change':
      return goingOn(step.unit, world, { parent: step.parent })
    case 'level-abolished':
      return [...world.units.values()]
        .filter((unit) => unit.parent === step.unit)
        .flatMap(({ unit }) => goingOn(unit, world, { parent: world.province }))
  }
}

function born({ unit, name, kind, officialCode, parent }: NewUnit): VersionToOpen {
  return { unit, name, kind, level: 'commune', parent, officialCode, slug: '' }
}

function again(older: UnitId, unit: UnitId, world: World): VersionToOpen[] {
  return goingOn(older, world, {}).map((version) => ({ ...version, unit, slug: '' }))
}

function goingOn(unit: UnitId, world: World, change: Partial<VersionToOpen>): VersionToOpen[] {
  const now = world.units.get(unit)
  return now ? [{ ...asVersion(now), ...change }] : []
}

function asVersion({ unit, name, kind, level, parent, officialCode }: StandingUnit): VersionToOpen {
  return { unit, name, kind, level, parent, officialCode, slug: null }
}

function takenSlugs(world: World): { codes: Set<string>; officialCodes: ReadonlySet<string> } {
  return { codes: new Set(world.codesTaken), officialCodes: world.officialCodesUsed }
}
