import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { continuesIn, type DatedSuccession } from './continuing.ts'
import { inForceOn, type CitedAct, type DatedVersion } from './dated.ts'

export type SubCommuneUnitId = Id<'SubCommuneUnit'>

export const subCommuneChanges = [
  'created',
  'renamed',
  'kind-changed',
  'assigned',
  'merged',
  'split',
  'ended',
  'corrected',
] as const

/** What a version of a hamlet came from. */
export type SubCommuneChange = (typeof subCommuneChanges)[number]

/** A hamlet or residential group as it was from a day on (thôn, tổ dân phố như lúc đó). */
export type SubCommuneVersion = DatedVersion & {
  id: SubCommuneUnitId
  /** The commune when this was written; the one that answers for it later is asked of the succession. */
  unit: UnitId
  change: SubCommuneChange
  name: string
  kind: string
  act: CitedAct
}

/** Which hamlet went into which, from a day on. */
export type SubCommuneLink = { from: SubCommuneUnitId; to: SubCommuneUnitId; on: LocalDate }

/** How many households on a day, and where the count comes from: a count, never a list. */
export type HouseholdCount = { on: LocalDate; households: number; source: string }

/** A hamlet on a day with the commune it then belongs to; among several communes where nobody has said which. */
export type SubCommuneStanding = {
  version: SubCommuneVersion
  commune: UnitId | null
  among: readonly UnitId[]
}

/** Every hamlet that was there on a day, and where it then stood. */
export function standingOn(
  versions: readonly SubCommuneVersion[],
  successions: readonly DatedSuccession[],
  day: LocalDate,
): SubCommuneStanding[] {
  const each = Map.groupBy(versions, ({ id }) => id)
  return [...each.values()].flatMap((own): SubCommuneStanding[] => {
    const version = inForceOn(own, day)
    if (!version) return []
    const { unit, among } = continuesIn(successions, version.unit, day)
    return [{ version, commune: unit, among: among ?? [] }]
  })
}

/** Two names that an officer would take for one: case, blanks and marks apart, but not diacritics. */
export function sameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other)
}

function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Whether what somebody looks for stands in a name, with or without diacritics. */
export function nameHolds(name: string, words: string): boolean {
  return fold(name).includes(fold(words))
}

/** `Thôn Đồi Ngang`: the kind before the name, unless the name already begins with it. */
export function fullName(kindLabel: string, name: string): string {
  const [kind = kindLabel] = kindLabel.split(',')
  return fold(name).startsWith(`${fold(kind)} `) ? name : `${kind} ${name}`
}
