import type { LocalDate } from '#kernel/local-date.ts'

/** The decision by which something was changed, as it is cited. */
export type CitedAct = { number: string; on: LocalDate | null }

/** What every dated version says: from which day, whether the thing still is there then, and why it never held, if so. */
export type DatedVersion = {
  n: number
  from: LocalDate
  isInForce: boolean
  /** Why this version never held (a slip of the pen); null while it stands. */
  voidReason: string | null
}

/** The versions that stand, in the order of their days. */
export function standing<Version extends DatedVersion>(versions: readonly Version[]): Version[] {
  return versions.filter(({ voidReason }) => voidReason === null).sort((one, other) => (one.from < other.from ? -1 : 1))
}

/** What holds on a day, also when it says that the thing is no more; null before it began. */
export function versionOn<Version extends DatedVersion>(versions: readonly Version[], day: LocalDate): Version | null {
  return standing(versions).findLast(({ from }) => from <= day) ?? null
}

/** The thing as it was on a day; null when it was not there. */
export function inForceOn<Version extends DatedVersion>(versions: readonly Version[], day: LocalDate): Version | null {
  const version = versionOn(versions, day)
  return version?.isInForce ? version : null
}

/** The last version that stands; null when all of it was a slip of the pen. */
export function lastOf<Version extends DatedVersion>(versions: readonly Version[]): Version | null {
  return standing(versions).at(-1) ?? null
}

/** The number that the next version takes; one that somebody else took meanwhile is noticed by its key. */
export function nextNumber(versions: readonly DatedVersion[]): number {
  return Math.max(0, ...versions.map(({ n }) => n)) + 1
}

export type OrderRefusal =
  | { code: 'not-in-force'; day: LocalDate }
  | { code: 'already-ended'; since: LocalDate }
  | { code: 'later-version'; since: LocalDate }
  | { code: 'same-day'; day: LocalDate }

/** Why nothing new can be said from a day on; null when it can: changes are written in the order of their days. */
export function orderProblem(versions: readonly DatedVersion[], day: LocalDate): OrderRefusal | null {
  const last = lastOf(versions)
  if (!last || day < (standing(versions)[0]?.from ?? day)) return { code: 'not-in-force', day }
  if (!last.isInForce) return { code: 'already-ended', since: last.from }
  if (last.from === day) return { code: 'same-day', day }
  return last.from > day ? { code: 'later-version', since: last.from } : null
}
