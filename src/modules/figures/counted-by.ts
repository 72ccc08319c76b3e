import type { LocalDate } from '#kernel/local-date.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { CellRef } from './indicator.ts'

/** The registers whose records are counted into figures. */
export const recordKinds = [
  'dialogue',
  'initiative',
  'follow-up',
  'work-item',
  'pledge',
  'contest',
  'review',
  'visit',
  'meeting',
  'award',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** By this a module of records states towards which cells one of its records counts, and with how much. */
export type CountedBy<Rec> = {
  kind: RecordKind
  counts: readonly { cell: CellRef; amount: (record: Rec) => number }[]
}

/**
 * One record's part in one cell, which is counted by one register only.
 * - `oncePer`: what is counted once in a period however many records name it (a unit visited twice is one unit).
 * - `holds`: a stock; it counts in every period whose last day falls on the record's day or later, and before `until`.
 * - `on`: the day of this fact where a record's facts have days of their own (registered in March, recognised in
 *   December; the units of one visit), also several of one cell.
 */
export type CountedFact = {
  cell: CellRef
  amount: number
  on?: LocalDate
  oncePer?: string
  holds?: { until: LocalDate | null }
}

/** How much the records of a unit come to in one cell, and from how many records of which register. */
export type Counted = { amount: Quantity; records: number; kind: RecordKind }

/** What a record counts towards; a part of nothing is left out. */
export function factsOf<Rec>(countedBy: CountedBy<Rec>, record: Rec): CountedFact[] {
  return countedBy.counts
    .map(({ cell, amount }) => ({ cell, amount: amount(record) }))
    .filter((fact) => fact.amount > 0)
}
