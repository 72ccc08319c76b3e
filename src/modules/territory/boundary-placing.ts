import { addDays, type LocalDate } from '#kernel/local-date.ts'
import type { BoundaryFile, BoundaryProblem, GivenBoundary } from './boundary-file.ts'
import { drawnBoundary, type DrawnBoundary } from './boundary-shape.ts'
import { everWithOfficialCode, holdsOn, unitAt, versionsOf, type Register } from './register.ts'
import type { UnitId } from './unit.ts'

/** A boundary of a known unit, ready to be kept (ranh giới đã đặt). Days as the database keeps them: `before` is the day after the last. */
export type PlacedBoundary = {
  unit: UnitId
  code: string
  from: LocalDate | null
  before: LocalDate | null
  drawn: DrawnBoundary
}

/** Finds whose boundary each is and draws it; all problems at once. */
export function placedBoundaries(
  file: BoundaryFile,
  register: Register,
  today: LocalDate,
): { boundaries: readonly PlacedBoundary[]; problems: readonly BoundaryProblem[] } {
  const boundaries: PlacedBoundary[] = []
  const problems: BoundaryProblem[] = []
  const taken = new Map<UnitId, PlacedBoundary[]>()
  for (const given of file.boundaries) {
    const found = place(given, register, today)
    if (!('unit' in found)) {
      problems.push({ at: given.at, why: found.why, given: given.unit })
      continue
    }
    const own = taken.get(found.unit) ?? []
    if (own.some((other) => overlap(other, found))) {
      problems.push({ at: given.at, why: 'given-twice', given: given.unit })
    }
    taken.set(found.unit, [...own, found])
    boundaries.push(found)
  }
  return { boundaries, problems }
}

function place(
  given: GivenBoundary,
  register: Register,
  today: LocalDate,
): PlacedBoundary | { why: 'unknown-unit' | 'not-in-force' | 'nothing-to-draw' } {
  const unit = unitOf(given, register, today)
  if (!unit) return { why: 'unknown-unit' }
  const versions = versionsOf(register, unit)
  const from = given.from ?? versions[0]?.from ?? null
  const until = given.until ?? versions.at(-1)?.until ?? null
  const days = [given.from, given.until].filter((day) => day !== null)
  if (days.some((day) => !unitAt(register, unit, day)) || (from && until && until < from))
    return { why: 'not-in-force' }
  const drawn = drawnBoundary(given.polygons)
  if (!drawn) return { why: 'nothing-to-draw' }
  const code = versions[0]?.code ?? given.unit
  return { unit, code, from, before: until === null ? null : addDays(until, 1), drawn }
}

/** Our code, else the official code as it was on the first day: official codes are used again for other units. */
function unitOf({ unit, from, until }: GivenBoundary, register: Register, today: LocalDate): UnitId | null {
  const byCode = register.byCode.get(unit)
  if (byCode) return byCode
  const day = from ?? until ?? today
  return everWithOfficialCode(register, unit).find((version) => holdsOn(version, day))?.unit ?? null
}

function overlap(a: PlacedBoundary, b: PlacedBoundary): boolean {
  const startsBefore = (one: PlacedBoundary, other: PlacedBoundary): boolean =>
    one.from === null || other.before === null || one.from < other.before
  return startsBefore(a, b) && startsBefore(b, a)
}
