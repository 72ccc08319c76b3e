import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { quantity, type Quantity } from '#kernel/quantity.ts'
import type { Tx } from '#platform/database.ts'
import type { Counted, CountedFact, RecordKind } from './counted-by.ts'
import { cellKey, type CellRef } from './indicator.ts'
import type { FigureSet } from './figure-set.ts'

/** A record as the ledger of counts knows it. `label` is what a reader who opens the figure sees, and never a person. */
export type CountedRecord = {
  province: Id<'Unit'>
  unit: Id<'Unit'>
  kind: RecordKind
  id: string
  day: LocalDate
  label: string
}

/**
 * Replaces what a record counts towards, in the transaction that writes the record; no facts for one that was voided.
 * Reports that are still open count them at their next reading; what was submitted stands in its copy (docs/adr/0013).
 */
export async function stateFacts(tx: Tx, record: CountedRecord, facts: readonly CountedFact[]): Promise<void> {
  await tx
    .deleteFrom('counted_fact')
    .where('province_id', '=', record.province)
    .where('record_kind', '=', record.kind)
    .where('record_id', '=', record.id)
    .execute()
  if (facts.length === 0) return
  await tx
    .insertInto('counted_fact')
    .values(
      facts.map((fact) => ({
        province_id: record.province,
        unit_id: record.unit,
        record_kind: record.kind,
        record_id: record.id,
        indicator_code: fact.cell.code,
        dimension: fact.cell.dimension,
        day: fact.on ?? record.day,
        amount: String(fact.amount),
        label: record.label,
        once_per: fact.oncePer ?? '',
        holds: fact.holds !== undefined,
        until_day: fact.holds?.until ?? null,
      })),
    )
    .execute()
}

/** By cell key, what was counted in a period: flows of its days, stocks of its last day, and each distinct thing once. */
export async function countsOf(tx: Tx, set: FigureSet): Promise<Map<string, Counted>> {
  const rows = await factsIn(tx, set)
    .select([
      'fact.indicator_code as code',
      'fact.dimension',
      'fact.record_kind as kind',
      sql<string>`(coalesce(sum(fact.amount) filter (where fact.once_per = ''), 0)
        + count(distinct fact.once_per) filter (where fact.once_per <> ''))::text`.as('amount'),
      sql<number>`count(distinct fact.record_id)`.as('records'),
    ])
    .groupBy(['fact.indicator_code', 'fact.dimension', 'fact.record_kind'])
    .execute()
  return new Map(
    rows.map((row) => [
      cellKey(row),
      { amount: quantity(row.amount), records: Number(row.records), kind: row.kind as RecordKind },
    ]),
  )
}

/** One record behind a counted figure, as the page that opens the figure lists it. */
export type FactBehind = { kind: RecordKind; record: string; day: LocalDate; amount: Quantity; label: string }

/** Where a cell counts distinct things: how often its records name one, and how many there are. Null where every record counts. */
export type Distinct = { named: number; things: number }

export async function distinctBehind(tx: Tx, set: FigureSet, cell: CellRef): Promise<Distinct | null> {
  const { named, things } = await factsIn(tx, set)
    .select([sql<number>`count(*)`.as('named'), sql<number>`count(distinct fact.once_per)`.as('things')])
    .where('fact.indicator_code', '=', cell.code)
    .where('fact.dimension', '=', cell.dimension)
    .where('fact.once_per', '<>', '')
    .executeTakeFirstOrThrow()
  return named === 0 ? null : { named, things }
}

const factsShown = 200

/** The records behind one counted cell, in the order of their days; the first two hundred. */
export async function factsBehind(tx: Tx, set: FigureSet, cell: CellRef): Promise<FactBehind[]> {
  const rows = await factsIn(tx, set)
    .select(['fact.record_kind as kind', 'fact.record_id as record', 'fact.day', 'fact.label'])
    .select(sql<string>`sum(fact.amount)::text`.as('amount'))
    .where('fact.indicator_code', '=', cell.code)
    .where('fact.dimension', '=', cell.dimension)
    .groupBy(['fact.record_kind', 'fact.record_id', 'fact.day', 'fact.label'])
    .orderBy('fact.day')
    .orderBy('fact.record_id')
    .limit(factsShown)
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as RecordKind,
    day: localDate(row.day),
    amount: quantity(row.amount),
  }))
}

function factsIn(tx: Tx, set: FigureSet) {
  return tx
    .selectFrom('counted_fact as fact')
    .where('fact.province_id', '=', set.province)
    .where('fact.unit_id', '=', set.unit)
    .where('fact.day', '<=', set.to)
    .where((eb) =>
      // Bracketed by the builder: an `or` that stands bare would let the stocks of other units in.
      eb.or([
        eb.and([eb('fact.holds', '=', false), eb('fact.day', '>=', set.from)]),
        eb.and([eb('fact.holds', '=', true), sql<boolean>`coalesce(fact.until_day > ${set.to}, true)`]),
      ]),
    )
}
