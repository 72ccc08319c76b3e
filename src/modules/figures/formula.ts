import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { UnitId } from '#modules/territory/unit.ts'

/** A province's own formula as it was written one time (một bản của công thức). */
export type FormulaVersion = {
  version: number
  name: string
  /** As `expression-text.ts` reads it. */
  text: string
  unitOfCount: string
  reason: string
  validFrom: LocalDate
  /** Null for an invented example. */
  account: Id<'Account'> | null
  at: Date
}

/** Công thức của tỉnh: `CT01`, with every version it had, oldest first. */
export type Formula = {
  province: UnitId
  code: string
  /** The number of its newest version; a form sends back the one it saw. */
  version: number
  retired: { from: LocalDate; reason: string } | null
  versions: readonly FormulaVersion[]
}

/** What somebody writes down of a formula. */
export type FormulaEntry = { name: string; text: string; reason: string; validFrom: LocalDate }

/** The version in use on a day; null before its first and from its retirement on. */
export function versionOn({ retired, versions }: Formula, day: LocalDate): FormulaVersion | null {
  if (retired && retired.from <= day) return null
  return versions.findLast(({ validFrom }) => validFrom <= day) ?? null
}

/** `CT07`: the code that follows those a province has given. */
export function codeAfter(codes: readonly string[]): string {
  const last = Math.max(0, ...codes.map((code) => Number(code.slice(2))))
  return `CT${String(last + 1).padStart(2, '0')}`
}

/** More formulas than this are no longer read by anybody; the list of a province stays one page. */
export const mostFormulas = 200
