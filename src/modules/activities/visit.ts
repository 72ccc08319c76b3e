import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import type { CountedFact } from '#modules/figures/counted-by.ts'
import type { Finding } from './finding.ts'

export type VisitId = Id<'FieldVisit'>
export type VisitPlanId = Id<'VisitPlan'>

export const visitKinds = ['inspection', 'supervision', 'survey'] as const
/** What a visit is: kiểm tra, giám sát, khảo sát. */
export type VisitKind = (typeof visitKinds)[number]

export const visitLeads = ['upper', 'bloc', 'front'] as const
/** Who goes: a body of the level above, the mobilisation bloc of a commune, or the Fatherland Front. */
export type VisitLead = (typeof visitLeads)[number]

/** One unit visited on one day; `unit` is null for an office, a school or a hamlet. */
export type VisitStop = { unit: Id<'Unit'> | null; code: string | null; name: string; on: LocalDate }

/** A place as it was typed in a field; `on` is the visit's first day where nothing else was said. */
export type TypedStop = { name: string; on: LocalDate; field: string }

/** An initiative that a visit went to see; perhaps another province's. */
export type InitiativeSeen = { province: Id<'Unit'>; id: Id<'Initiative'>; name: string; on: LocalDate }

/** What is written of a visit (cuộc kiểm tra, giám sát, khảo sát): one mission, however many units and topics it covers. */
export type VisitEntry = {
  kind: VisitKind
  ledBy: VisitLead
  /** Without notice (đột xuất); then it is in no year's plan. */
  isSurprise: boolean
  plan: VisitPlanId | null
  heldOn: LocalDate
  subject: string
  leadingBody: string
  /** By function, never by name. */
  members: string
  topics: readonly string[]
  minutes: string
  conclusion: { number: string; on: LocalDate } | null
  stops: readonly VisitStop[]
}

export type FieldVisit = VisitEntry & {
  id: VisitId
  province: Id<'Unit'>
  /** The unit that went. */
  unit: Id<'Unit'>
  lastOn: LocalDate
  visitedUnits: readonly Id<'Unit'>[]
  voidReason: string | null
  version: number
  changedAt: Date
}

/** Whether a correction or a second sending says the same; the stops in whatever order they were typed. */
export function saysTheSameVisit(one: VisitEntry, other: VisitEntry): boolean {
  return JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other))
}

function wordsOf(entry: VisitEntry): unknown[] {
  return [
    ...[entry.kind, entry.ledBy, entry.isSurprise, entry.plan, entry.heldOn, entry.subject, entry.leadingBody],
    ...[entry.members, [...entry.topics].sort(), entry.minutes, entry.conclusion],
    entry.stops.map(({ unit, name, on }) => `${on} ${unit ?? fold(name)}`).sort(),
  ]
}

/** The day of the last unit visited. */
export function lastDayOf({ heldOn, stops }: Pick<VisitEntry, 'heldOn' | 'stops'>): LocalDate {
  return stops.reduce((last, { on }) => (on > last ? on : last), heldOn)
}

/** Which cell the units of a visit count in; null where they count in none. */
export function unitsCellOf({ kind, ledBy }: Pick<VisitEntry, 'kind' | 'ledBy'>): 'C01' | 'C02' | 'C03' | null {
  if (ledBy === 'front') return null
  if (kind === 'survey') return 'C03'
  if (ledBy === 'bloc') return 'C02'
  return kind === 'inspection' ? 'C01' : null
}

/** The part of C01, C02 and C03 that counts a unit once in a period, however often it was visited. */
export const distinctUnits = 'distinct'

/**
 * What a visit counts towards: its units, each on its day, in total and distinct; a surprise inspection once (C04); a planned
 * supervision of the Front once its result was announced (C06); what it found and what was mended of it, each on its day (C05).
 * A visit of many topics is still one visit to each unit.
 */
export function factsOfVisit(
  visit: VisitEntry,
  findings: readonly Pick<Finding, 'raisedOn' | 'closedOn' | 'voidReason'>[],
): CountedFact[] {
  const facts: CountedFact[] = []
  const code = unitsCellOf(visit)
  if (code) facts.push(...visit.stops.flatMap((stop) => factsOfStop(code, stop)))
  if (visit.kind === 'inspection' && visit.isSurprise)
    facts.push({ cell: { code: 'C04', dimension: '' }, amount: 1, on: visit.heldOn })
  if (visit.kind === 'supervision' && visit.ledBy === 'front' && !visit.isSurprise && visit.conclusion)
    facts.push({ cell: { code: 'C06', dimension: '' }, amount: 1, on: visit.heldOn })
  for (const { raisedOn, closedOn, voidReason } of findings) {
    if (voidReason !== null) continue
    facts.push({ cell: { code: 'C05', dimension: 'issued' }, amount: 1, on: raisedOn })
    if (closedOn) facts.push({ cell: { code: 'C05', dimension: 'closed' }, amount: 1, on: closedOn })
  }
  return together(facts)
}

function factsOfStop(code: string, stop: VisitStop): CountedFact[] {
  return [
    { cell: { code, dimension: '' }, amount: 1, on: stop.on },
    { cell: { code, dimension: distinctUnits }, amount: 1, oncePer: placeKey(stop), on: stop.on },
  ]
}

/** By which a place is the same place in two visits: its code, else its name without marks. */
export function placeKey({ code, name }: Pick<VisitStop, 'code' | 'name'>): string {
  return code ?? `~${fold(name)}`
}

/** The ledger keeps one fact for a cell, a day and a distinct thing. */
function together(facts: readonly CountedFact[]): CountedFact[] {
  const sums = new Map<string, CountedFact>()
  for (const fact of facts) {
    const key = [fact.cell.code, fact.cell.dimension, fact.oncePer ?? '', fact.on ?? ''].join('|')
    const standing = sums.get(key)
    if (!standing) sums.set(key, fact)
    else if (fact.oncePer === undefined) sums.set(key, { ...standing, amount: standing.amount + fact.amount })
  }
  return [...sums.values()]
}
