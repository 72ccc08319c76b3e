import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { AwardId, RecipientKind } from './award.ts'

/** A row of one of the two lists, as its commands know it. */
export type Listed = {
  table: 'praise' | 'ceremony'
  id: string
  province: Id<'Unit'>
  unit: Id<'Unit'>
  voidReason: string | null
  version: number
}

type Owner = { province: Id<'Unit'>; unit: Id<'Unit'>; id: string }

export async function insertPraise(
  tx: Tx,
  owner: Owner,
  entry: { day: LocalDate; recipientKind: RecipientKind; recipient: string; what: string; occasion: string },
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('praise')
    .values({
      ...keyOf(owner),
      praised_on: entry.day,
      recipient_kind: entry.recipientKind,
      recipient: entry.recipient,
      what: entry.what,
      occasion: entry.occasion,
      created_at: at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertCeremony(
  tx: Tx,
  owner: Owner,
  entry: { day: LocalDate; name: string; place: string },
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('ceremony')
    .values({
      ...keyOf(owner),
      held_on: entry.day,
      name: entry.name,
      place: entry.place,
      created_at: at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

function keyOf({ province, unit, id }: Owner) {
  return { province_id: province, unit_id: unit, id }
}

// FOR UPDATE: what is taken off a list by one must not be changed by another at the same moment.
export async function lockListed(
  tx: Tx,
  table: Listed['table'],
  province: Id<'Unit'>,
  id: string,
): Promise<Listed | null> {
  const row = await tx
    .selectFrom(table)
    .select(['unit_id', 'void_reason', 'version'])
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return { table, id, province, unit: row.unit_id as Id<'Unit'>, voidReason: row.void_reason, version: row.version }
}

export async function voidListed(tx: Tx, listed: Listed, reason: string, at: Date): Promise<void> {
  await tx
    .updateTable(listed.table)
    .set({ void_reason: reason, version: listed.version + 1, changed_at: at })
    .where('province_id', '=', listed.province)
    .where('id', '=', listed.id)
    .execute()
}

export async function awardsHandedElsewhere(tx: Tx, listed: Listed, awards: readonly AwardId[]): Promise<boolean> {
  if (awards.length === 0) return false
  const row = await tx
    .selectFrom('ceremony_award')
    .select('award_id')
    .where('province_id', '=', listed.province)
    .where('award_id', 'in', [...awards])
    .where('ceremony_id', '<>', listed.id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function replaceHandedOut(tx: Tx, listed: Listed, awards: readonly AwardId[], at: Date): Promise<void> {
  await tx
    .deleteFrom('ceremony_award')
    .where('province_id', '=', listed.province)
    .where('ceremony_id', '=', listed.id)
    .execute()
  if (awards.length > 0) {
    await tx
      .insertInto('ceremony_award')
      .values(
        [...new Set(awards)].map((award) => ({
          province_id: listed.province,
          ceremony_id: listed.id,
          award_id: award,
          unit_id: listed.unit,
        })),
      )
      .execute()
  }
  await tx
    .updateTable('ceremony')
    .set({ version: listed.version + 1, changed_at: at })
    .where('province_id', '=', listed.province)
    .where('id', '=', listed.id)
    .execute()
}

/** Praise as the list shows it. */
export type Praise = {
  id: Id<'Praise'>
  unit: Id<'Unit'>
  day: LocalDate
  recipientKind: RecipientKind
  recipient: string
  what: string
  occasion: string
  voidReason: string | null
  version: number
}

/** A ceremony as the list shows it, with how many awards were handed out. */
export type Ceremony = {
  id: Id<'Ceremony'>
  unit: Id<'Unit'>
  day: LocalDate
  name: string
  place: string
  voidReason: string | null
  version: number
  handedOut: AwardId[]
}

export async function praiseOf(tx: Tx, province: Id<'Unit'>, unit: Id<'Unit'> | null, most: number): Promise<Praise[]> {
  let all = tx.selectFrom('praise').selectAll().where('province_id', '=', province)
  if (unit) all = all.where('unit_id', '=', unit)
  const rows = await all.orderBy('praised_on', 'desc').orderBy('id', 'desc').limit(most).execute()
  return rows.map((row) => ({
    id: row.id as Id<'Praise'>,
    unit: row.unit_id as Id<'Unit'>,
    day: localDate(row.praised_on),
    // The check of the table holds it to the known words.
    recipientKind: row.recipient_kind as RecipientKind,
    recipient: row.recipient,
    what: row.what,
    occasion: row.occasion,
    voidReason: row.void_reason,
    version: row.version,
  }))
}

export async function ceremoniesOf(
  tx: Tx,
  province: Id<'Unit'>,
  unit: Id<'Unit'> | null,
  id: Id<'Ceremony'> | null,
  most: number,
): Promise<Ceremony[]> {
  let all = tx.selectFrom('ceremony').selectAll().where('province_id', '=', province)
  if (unit) all = all.where('unit_id', '=', unit)
  if (id) all = all.where('id', '=', id)
  const rows = await all.orderBy('held_on', 'desc').orderBy('id', 'desc').limit(most).execute()
  if (rows.length === 0) return []
  const handed = await tx
    .selectFrom('ceremony_award')
    .select(['ceremony_id', 'award_id'])
    .where('province_id', '=', province)
    .where(
      'ceremony_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('award_id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'Ceremony'>,
    unit: row.unit_id as Id<'Unit'>,
    day: localDate(row.held_on),
    name: row.name,
    place: row.place,
    voidReason: row.void_reason,
    version: row.version,
    handedOut: handed.filter((one) => one.ceremony_id === row.id).map((one) => one.award_id as AwardId),
  }))
}
