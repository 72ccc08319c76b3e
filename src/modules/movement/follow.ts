import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { add, toDecimalText, zero, type Quantity } from '#kernel/quantity.ts'
import type { CountedFact } from '#modules/figures/counted-by.ts'
import type { InitiativeId } from './initiative.ts'

export type FollowUpId = Id<'FollowUp'>

export const followKinds = ['milestone', 'note', 'output', 'money', 'labour', 'land', 'households'] as const
/** What a line of an initiative's line of time says: what is planned, what happened, what came of it, what it moved. */
export type FollowKind = (typeof followKinds)[number]

export const givers = ['people', 'business', 'organisation', 'budget'] as const
/** Who gave money, labour or land; what the budget paid is kept and not counted. */
export type Giver = (typeof givers)[number]

export const gainKinds = ['money', 'labour', 'land'] as const
export type GainKind = (typeof gainKinds)[number]

/**
 * One line (theo dõi mô hình). Money is in million đồng, labour in days, land in m²; households are a count and never a list.
 * An output is planned with a measure, and reached only with evidence that somebody else could look at.
 */
export type FollowEntry =
  | { kind: 'milestone'; onDay: LocalDate; doneOn: LocalDate | null; text: string }
  | { kind: 'note'; onDay: LocalDate; text: string }
  | { kind: 'output'; onDay: LocalDate; text: string; measure: string; planned: Quantity; reached: Reached | null }
  | { kind: GainKind; onDay: LocalDate; text: string; amount: Quantity; giver: Giver }
  | { kind: 'households'; onDay: LocalDate; text: string; amount: Quantity }

/** What an output came to, on which day, and what proves it. */
export type Reached = { amount: Quantity; on: LocalDate; evidence: string }

export type FollowUp = {
  id: FollowUpId
  initiative: InitiativeId
  province: Id<'Unit'>
  unit: Id<'Unit'>
  entry: FollowEntry
  voidReason: string | null
  version: number
  changedAt: Date
  by: string
}

/** A milestone that is planned, done, or late on a day. */
export type MilestoneState = 'planned' | 'done' | 'late'

export function milestoneState(entry: Extract<FollowEntry, { kind: 'milestone' }>, today: LocalDate): MilestoneState {
  if (entry.doneOn !== null) return 'done'
  return entry.onDay < today ? 'late' : 'planned'
}

const cellOf = { money: 'B22', labour: 'B23', land: 'B24', households: 'B21' } as const

/** B21 to B24: what people, businesses and organisations gave, without the budget (indicator_version.csv says so). */
export function followFacts(entry: FollowEntry): CountedFact[] {
  if (!('amount' in entry)) return []
  if ('giver' in entry && entry.giver === 'budget') return []
  return [{ cell: { code: cellOf[entry.kind], dimension: '' }, amount: Number(toDecimalText(entry.amount)) }]
}

/** What the lines that stand come to; what the budget paid is said beside and never added. */
export type FollowSums = Record<GainKind | 'households', Quantity> & { byBudget: Record<GainKind, Quantity> }

export function sumsOf(lines: readonly FollowUp[]): FollowSums {
  const entries = lines.filter((line) => line.voidReason === null).map((line) => line.entry)
  const of = (kind: GainKind, isBudget: boolean): Quantity =>
    add(
      zero,
      ...entries.flatMap((one) =>
        'giver' in one && one.kind === kind && (one.giver === 'budget') === isBudget ? [one.amount] : [],
      ),
    )
  return {
    ...{ money: of('money', false), labour: of('labour', false), land: of('land', false) },
    households: add(zero, ...entries.flatMap((one) => (one.kind === 'households' ? [one.amount] : []))),
    byBudget: { money: of('money', true), labour: of('labour', true), land: of('land', true) },
  }
}
