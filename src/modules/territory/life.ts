import type { LocalDate } from '#kernel/local-date.ts'
import type { LegalAct, Succession, TerritorialEvent } from './event.ts'
import { predecessorsOf, successorsOf, versionsOf, type Register } from './register.ts'
import type { RegisterVersion, UnitId } from './unit.ts'

/** Which of a unit's facts a version changed. */
export type ChangedFact = 'name' | 'kind' | 'level' | 'parent' | 'province' | 'officialCode'

/** A day in the life of a unit. */
export type Moment = {
  on: LocalDate
  what:
    | { kind: 'began'; version: RegisterVersion; from: readonly Succession[] }
    | { kind: 'changed'; before: RegisterVersion; after: RegisterVersion; facts: readonly ChangedFact[] }
    | { kind: 'ended'; version: RegisterVersion; isDayKnown: boolean; into: readonly Succession[] }
  act: string | null
  article: string | null
}

/** Everything known of one unit, in order of time: its page (đời của một đơn vị). */
export type UnitLife = {
  unit: UnitId
  code: string
  versions: readonly RegisterVersion[]
  /** Where it stands otherwise in the Party's and the Front's tree. */
  otherVersions: readonly RegisterVersion[]
  moments: readonly Moment[]
  predecessors: readonly Succession[]
  successors: readonly Succession[]
  events: readonly TerritorialEvent[]
  acts: readonly LegalAct[]
}

/** The life of a unit; null when nobody knows it. */
export function lifeOf(register: Register, unit: UnitId): UnitLife | null {
  const versions = versionsOf(register, unit)
  const place = register.placeOf.get(unit)
  if (place === undefined) return null
  const predecessors = predecessorsOf(register, unit)
  const successors = successorsOf(register, unit)
  const otherVersions = register.otherVersions.get(place) ?? []
  const moments = momentsOf(versions, predecessors, successors)
  return {
    unit,
    code: (versions[0] ?? otherVersions[0])?.code ?? '',
    versions,
    otherVersions,
    moments,
    predecessors,
    successors,
    events: eventsOf(register, moments, [...predecessors, ...successors]),
    acts: actsOf(register, versions, [...predecessors, ...successors]),
  }
}

/** Every link behind a unit and before it, over all generations, nearest first. */
export function ancestryOf(register: Register, unit: UnitId): { before: Succession[]; after: Succession[] } {
  return {
    before: chain(unit, (one) => predecessorsOf(register, one), 'from'),
    after: chain(unit, (one) => successorsOf(register, one), 'to'),
  }
}

function chain(unit: UnitId, next: (unit: UnitId) => readonly Succession[], side: 'from' | 'to'): Succession[] {
  const found: Succession[] = []
  const seen = new Set([unit])
  const open = [unit]
  for (let one = open.shift(); one !== undefined; one = open.shift()) {
    for (const link of next(one)) {
      found.push(link)
      if (seen.has(link[side])) continue
      seen.add(link[side])
      open.push(link[side])
    }
  }
  return found
}

function momentsOf(
  versions: readonly RegisterVersion[],
  predecessors: readonly Succession[],
  successors: readonly Succession[],
): Moment[] {
  const moments: Moment[] = []
  versions.forEach((version, at) => {
    const before = versions[at - 1]
    const { act, article } = version
    if (version.from !== null) {
      const what: Moment['what'] = before
        ? { kind: 'changed', before, after: version, facts: changedFacts(before, version) }
        : { kind: 'began', version, from: predecessors }
      moments.push({ on: version.from, what, act, article })
    }
  })
  const last = versions.at(-1)
  if (last?.until) {
    const by = successors[0]?.by
    const what: Moment['what'] = { kind: 'ended', version: last, isDayKnown: last.untilIsKnown, into: successors }
    moments.push({ on: last.until, what, act: by?.act ?? null, article: by?.article ?? null })
  }
  return moments
}

function changedFacts(before: RegisterVersion, after: RegisterVersion): ChangedFact[] {
  const facts: readonly ChangedFact[] = ['name', 'kind', 'level', 'parent', 'province', 'officialCode']
  return facts.filter((fact) => before[fact] !== after[fact])
}

/** Events of its links, and those whose act and day are those of one of its versions: a change of name joins no two units. */
function eventsOf(register: Register, moments: readonly Moment[], links: readonly Succession[]): TerritorialEvent[] {
  const found = new Set(links.map(({ by }) => by))
  for (const event of register.events.values()) {
    if (
      moments.some(
        ({ on, act, article }) => act !== null && on === event.on && act === event.act && article === event.article,
      )
    )
      found.add(event)
  }
  return [...found].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))
}

function actsOf(register: Register, versions: readonly RegisterVersion[], links: readonly Succession[]): LegalAct[] {
  const dated = [
    ...versions.map(({ from, act }) => ({ on: from ?? '', act })),
    ...links.map(({ by }) => ({ on: by.on, act: by.act })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const numbers = new Set(dated.flatMap(({ act }) => act ?? []))
  return [...numbers].flatMap((number) => register.acts.get(number) ?? [])
}
