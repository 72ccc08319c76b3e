import type { LocalDate } from '#kernel/local-date.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { BodyId, BodyLink, BodyPattern, BodyVersion } from './body.ts'
import { inForceOn } from './dated.ts'

/** All that is known of the bodies of some units. */
export type BodyRegister = {
  versions: readonly BodyVersion[]
  links: readonly BodyLink[]
  patterns: readonly BodyPattern[]
}

/** Who owns a work: a body that the unit wrote down, or what is usual in units of its level, with how surely that is known. */
export type FunctionOwner =
  { kind: 'recorded'; body: BodyVersion } | { kind: 'usual'; name: string; pattern: BodyPattern; others: string[] }

/** Which body owned a work for a unit on a day; what the unit wrote down goes before what is usual. */
export function ownerOf(register: BodyRegister, unit: UnitVersion, work: string, day: LocalDate): FunctionOwner | null {
  const [body] = bodiesOn(register.versions, unit.unit, day).filter(({ functions }) => functions.includes(work))
  return body ? { kind: 'recorded', body } : usualOwner(register.patterns, unit, work, day)
}

/** The bodies of a unit that were there on a day. */
export function bodiesOn(versions: readonly BodyVersion[], unit: UnitId, day: LocalDate): BodyVersion[] {
  const each = Map.groupBy(
    versions.filter((version) => version.unit === unit),
    ({ id }) => id,
  )
  return [...each.values()].flatMap((own) => inForceOn(own, day) ?? [])
}

function usualOwner(
  patterns: readonly BodyPattern[],
  unit: UnitVersion,
  work: string,
  day: LocalDate,
): FunctionOwner | null {
  const [first, ...others] = patterns
    .filter((one) => one.level === unit.level && one.function === work)
    .filter(({ from, until }) => (from === null || from <= day) && (until === null || until >= day))
    .sort((one, other) => Number(other.isOwn) - Number(one.isOwn) || one.place - other.place)
  if (!first) return null
  // What the province says of itself leaves no other possibility open.
  const beside = first.isOwn ? [] : others.map((one) => nameIn(one.name, unit))
  return { kind: 'usual', name: nameIn(first.name, unit), pattern: first, others: beside }
}

/**
 * The body that answers on a day for what a body did for a work: its successor, and the successor of that one; itself while it
 * stands. Null where nobody took it over: then the work is asked of the unit, or of the unit's successor.
 */
export function successorOf(register: BodyRegister, body: BodyId, work: string, day: LocalDate): BodyVersion | null {
  const seen = new Set<BodyId>([body])
  for (let at = body; ;) {
    const version = inForceOn(
      register.versions.filter(({ id }) => id === at),
      day,
    )
    if (version?.functions.includes(work)) return version
    const next = register.links.find(
      (link) =>
        link.from === at && link.on <= day && !seen.has(link.to) && (link.isMerger || link.functions.includes(work)),
    )
    if (!next) return null
    seen.add(next.to)
    at = next.to
  }
}

/** `Ban Dân vận {committee} {place}` of Huyện Lá Xanh is `Ban Dân vận Huyện ủy Lá Xanh`. */
export function nameIn(pattern: string, unit: Pick<UnitVersion, 'name' | 'kind'>): string {
  const words: Record<string, string> = {
    unit: unit.name.charAt(0).toLowerCase() + unit.name.slice(1),
    place: unit.name.replace(/^(Xã|Phường|Đặc khu|Thị trấn|Huyện|Quận|Thị xã|Tỉnh|Thành phố)\s+/, ''),
    committee: committeeOf(unit),
  }
  return pattern.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole)
}

/** What the Party's committee of such a unit is called; below the district it is the Đảng ủy. */
function committeeOf(unit: Pick<UnitVersion, 'name' | 'kind'>): string {
  switch (unit.kind) {
    case 'province':
      return 'Tỉnh ủy'
    case 'city':
      return 'Thành ủy'
    case 'urban-district':
      return 'Quận ủy'
    case 'rural-district':
      return 'Huyện ủy'
    case 'district-town':
      return 'Thị ủy'
    default:
      return 'Đảng ủy'
  }
}
