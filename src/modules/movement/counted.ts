import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { CountedFact } from '#modules/figures/counted-by.ts'
import type { HolderKind } from './initiative.ts'
import type { YearState } from './cycle.ts'
import type { InitiativeYear } from './year.ts'

/** What is counted of a year besides itself. */
export type CountedInitiative = { holderKind: HolderKind; mainField: string; isReplicated: boolean }

/** The country's four fields have a row each; a field that only a province uses is in no row. */
const rowOfField: Readonly<Record<string, string>> = {
  economy: 'B09',
  'culture-society': 'B10',
  'defence-security': 'B11',
  'political-system': 'B12',
}

const notRegistered: readonly YearState[] = ['draft', 'returned']

/**
 * What one year of an initiative counts towards, each fact on the day of its move (docs/adr/0050).
 * B01 and what divides it (B07 to B13, B15, B16) count what is registered at the unit's own level only: what a commune registers
 * with the province is B02, so that the numbers of two levels never meet in one sum (Kim Sơn 2023: 3, 6 and 62).
 */
export function factsOfYear(year: InitiativeYear, of: CountedInitiative): CountedFact[] {
  const { registeredOn } = year.days
  if (registeredOn === null || notRegistered.includes(year.state)) return []
  return [
    ...(year.isNew ? registered(year, of, registeredOn) : kept(year, registeredOn)),
    ...(isOfOwnScope(year) ? recognised(year, of) : []),
    ...judged(year),
  ]
}

function registered(year: InitiativeYear, of: CountedInitiative, on: LocalDate): CountedFact[] {
  const own = isOfOwnScope(year)
  return [
    ...facts(year.scope === 'province', 'B02', on),
    // The district level ended on 1 July 2025: from then on its row exists no more.
    ...facts(year.scope === 'district' && on < '2025-07-01', 'B03', on),
    ...facts(year.scope === 'commune', 'B04', on),
    ...facts(own, 'B01', on),
    ...facts(own, of.holderKind === 'collective' ? 'B07' : 'B08', on),
    ...facts(own, rowOfField[of.mainField], on),
    ...(year.days.startedOn === null ? [] : facts(own, 'B05', year.days.startedOn)),
  ]
}

/** A stock: it holds to the end of its year, or until it ended; who does not keep it on next year has one fewer. */
function kept(year: InitiativeYear, registeredOn: LocalDate): CountedFact[] {
  const first = localDate(`${year.year}-01-01`)
  const from = registeredOn > first ? registeredOn : first
  const last = localDate(`${year.year + 1}-01-01`)
  const until = year.days.endedOn !== null && year.days.endedOn < last ? year.days.endedOn : last
  return until > from ? [{ cell: cellOf('B06'), amount: 1, on: from, holds: { until } }] : []
}

function recognised(year: InitiativeYear, of: CountedInitiative): CountedFact[] {
  const { recognisedOn, outstandingOn } = year.days
  return [
    ...(recognisedOn === null ? [] : facts(true, 'B13', recognisedOn)),
    ...(recognisedOn === null ? [] : facts(of.isReplicated, 'B16', recognisedOn)),
    ...(outstandingOn === null ? [] : facts(true, 'B15', outstandingOn)),
  ]
}

function judged(year: InitiativeYear): CountedFact[] {
  const { endedOn, effectiveOn, isCompleted } = year.days
  return [
    ...(effectiveOn === null ? [] : facts(true, 'B25', effectiveOn)),
    // Merged and handed over go on elsewhere, and what was completed did not fail.
    ...(endedOn === null ? [] : facts(year.state === 'stopped' && !isCompleted, 'B17', endedOn)),
  ]
}

/** A commune's own level is the commune; what the province's own bodies do is registered with the province or above. */
export function isOfOwnScope(year: Pick<InitiativeYear, 'unit' | 'province' | 'scope'>): boolean {
  if (year.unit === year.province) return year.scope === 'province' || year.scope === 'central'
  return year.scope === 'commune'
}

function facts(holds: boolean, code: string | undefined, on: LocalDate): CountedFact[] {
  return holds && code !== undefined ? [{ cell: cellOf(code), amount: 1, on }] : []
}

function cellOf(code: string): CountedFact['cell'] {
  return { code, dimension: '' }
}
