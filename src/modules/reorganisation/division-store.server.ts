import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { quantity, toDecimalText } from '#kernel/quantity.ts'
import type { Tx } from '#platform/database.ts'
import type { DivisionBasis, StatedPart } from '#modules/territory/stated.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { DivisionEntry, DivisionId, DivisionRow } from './division.ts'

/** Units of the national register with a part whose share it does not have. */
export async function unitsWithOpenShares(tx: Tx): Promise<UnitId[]> {
  const rows = await tx
    .selectFrom('territorial_link')
    .select('from_unit_id')
    .distinct()
    .where('extent', '=', 'part')
    .where('share_ppm', 'is', null)
    .where('local_province_id', 'is', null)
    .execute()
  return rows.map((row) => row.from_unit_id as UnitId)
}

/** Everything a province ever stated, of one unit or of all, the newest first. */
export async function divisionRows(tx: Tx, province: UnitId, of: UnitId | 'standing'): Promise<DivisionRow[]> {
  const all = tx
    .selectFrom('stated_division as division')
    .innerJoin('account as teller', (join) =>
      join.onRef('teller.province_id', '=', 'division.province_id').onRef('teller.id', '=', 'division.stated_by'),
    )
    .leftJoin('account as ender', (join) =>
      join.onRef('ender.province_id', '=', 'division.province_id').onRef('ender.id', '=', 'division.ended_by'),
    )
    .select(['division.id', 'division.from_unit_id', 'division.basis', 'division.measure', 'division.source'])
    .select(['division.stated_at', 'division.ended_at', 'division.void_reason'])
    .select(['teller.display_name as teller', 'ender.display_name as ender'])
    .where('division.province_id', '=', province)
    .orderBy('division.stated_at', 'desc')
    .orderBy('division.id', 'desc')
  const rows = await (
    of === 'standing' ? all.where('division.ended_at', 'is', null) : all.where('division.from_unit_id', '=', of)
  ).execute()
  const parts = await partsByDivision(
    tx,
    province,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id as DivisionId,
    from: row.from_unit_id as UnitId,
    // The checks of stated_division hold basis and measure to the known words.
    basis: row.basis as DivisionBasis,
    by: row.measure as DivisionRow['by'],
    source: row.source,
    at: row.stated_at,
    person: row.teller,
    ended: row.ended_at && { at: row.ended_at, person: row.ender ?? '', reason: row.void_reason },
    parts: parts.get(row.id) ?? new Map(),
  }))
}

async function partsByDivision(
  tx: Tx,
  province: UnitId,
  divisions: readonly string[],
): Promise<Map<string, DivisionRow['parts']>> {
  if (divisions.length === 0) return new Map()
  const rows = await tx
    .selectFrom('stated_share')
    .select(['division_id', 'event_id', 'to_unit_id', 'share_ppm', sql<string | null>`amount::text`.as('amount')])
    .where('province_id', '=', province)
    .where('division_id', 'in', [...divisions])
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.division_id)].map(([division, own]) => [
      division,
      new Map(
        own.map((row) => [
          row.to_unit_id as UnitId,
          {
            event: row.event_id as StatedPart['event'],
            amount: row.amount === null ? null : quantity(row.amount),
            share: row.share_ppm,
          },
        ]),
      ),
    ]),
  )
}

export async function hasDivision(tx: Tx, province: UnitId, id: DivisionId): Promise<boolean> {
  const row = await tx
    .selectFrom('stated_division')
    .select('id')
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

type Teller = { province: UnitId; account: Id<'Account'>; at: Date }

export async function insertDivision(
  tx: Tx,
  { province, account, at }: Teller,
  id: DivisionId,
  from: UnitId,
  entry: Pick<DivisionEntry, 'basis' | 'source'> & { by: DivisionRow['by']; parts: readonly StatedPart[] },
): Promise<void> {
  await tx
    .insertInto('stated_division')
    .values({
      ...{ province_id: province, id, from_unit_id: from, basis: entry.basis, measure: entry.by },
      ...{ source: entry.source, stated_at: at, stated_by: account },
    })
    .execute()
  await tx
    .insertInto('stated_share')
    .values(
      entry.parts.map(({ event, to, amount, share }) => ({
        ...{ province_id: province, division_id: id, event_id: event, to_unit_id: to, share_ppm: share },
        amount: amount === null ? null : toDecimalText(amount),
      })),
    )
    .execute()
}

/** Ends the one statement that stands: another takes its place, or it is withdrawn with a reason. */
export async function endDivision(
  tx: Tx,
  { province, account, at }: Teller,
  id: DivisionId,
  why: { replacedBy: DivisionId } | { reason: string },
): Promise<void> {
  await tx
    .updateTable('stated_division')
    .set({
      ...{ ended_at: at, ended_by: account },
      ...('reason' in why ? { void_reason: why.reason } : { replaced_by_id: why.replacedBy }),
    })
    .where('province_id', '=', province)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}
