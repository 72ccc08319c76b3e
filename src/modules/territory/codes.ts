import type { LocalDate } from '#kernel/local-date.ts'
import { everWithOfficialCode, holdsOn, type Register } from './register.ts'
import type { RegisterVersion } from './unit.ts'

/** The units an official code may mean: who has it today, else who had it last; more than one where that does not decide. */
export function holdersOfCode(register: Register, code: string, today: LocalDate): readonly RegisterVersion[] {
  const ever = everWithOfficialCode(register, code)
  const now = ever.filter((version) => holdsOn(version, today))
  if (now.length > 0) return oneEach(now)
  const past = ever.filter(({ until }) => until !== null && until < today)
  const last = past.reduce<string>((latest, { until }) => (until !== null && until > latest ? until : latest), '')
  return oneEach(past.length > 0 ? past.filter(({ until }) => until === last) : ever)
}

/** Other units that had a unit's present code before it: codes are used again. */
export function earlierHolders(register: Register, version: RegisterVersion): readonly RegisterVersion[] {
  if (version.officialCode === null) return []
  const others = everWithOfficialCode(register, version.officialCode).filter(({ unit }) => unit !== version.unit)
  return oneEach(others.filter(({ until }) => until !== null && (version.until === null || until < version.until)))
}

/** The last version of each unit. */
function oneEach(versions: readonly RegisterVersion[]): RegisterVersion[] {
  return [...new Map(versions.map((version) => [version.unit, version])).values()]
}
