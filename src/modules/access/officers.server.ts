import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { DutyKind } from './actor.ts'

/** Who held one of these duties for a unit on a day, without the accounts that are off: whom an event concerns. */
export async function officersOn(
  tx: Tx,
  wanted: { province: Id<'Unit'>; unit: Id<'Unit'>; kinds: readonly DutyKind[]; day: LocalDate },
): Promise<{ account: Id<'Account'>; unit: Id<'Unit'> }[]> {
  const rows = await tx
    .selectFrom('duty')
    .innerJoin('account', (join) =>
      join.onRef('account.province_id', '=', 'duty.province_id').onRef('account.id', '=', 'duty.account_id'),
    )
    .select('duty.account_id')
    .distinct()
    .where('duty.province_id', '=', wanted.province)
    .where('duty.unit_id', '=', wanted.unit)
    .where('duty.kind', 'in', [...wanted.kinds])
    .where(sql<boolean>`duty.valid @> ${wanted.day}::date`)
    .where('account.turned_off_at', 'is', null)
    .orderBy('duty.account_id')
    .execute()
  return rows.map((row) => ({ account: row.account_id as Id<'Account'>, unit: wanted.unit }))
}

/** Whether this account of the province may still sign in. */
export async function accountIsOn(tx: Tx, province: Id<'Unit'>, account: Id<'Account'>): Promise<boolean> {
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('province_id', '=', province)
    .where('id', '=', account)
    .where('turned_off_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Everybody of a province whose account is on, by name: who may be put in charge of something. */
export async function peopleThatAreOn(tx: Tx, province: Id<'Unit'>): Promise<{ id: Id<'Account'>; name: string }[]> {
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where('province_id', '=', province)
    .where('turned_off_at', 'is', null)
    .orderBy(sql`display_name collate "vi-x-icu"`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id as Id<'Account'>, name: row.display_name }))
}

/** The same for many units at once, with the duty each is held in; who holds two is there twice. */
export async function officersOfUnits(
  tx: Tx,
  wanted: { province: Id<'Unit'>; units: readonly Id<'Unit'>[]; kinds: readonly DutyKind[]; day: LocalDate },
): Promise<{ account: Id<'Account'>; unit: Id<'Unit'>; kind: DutyKind }[]> {
  const rows = await onDuty(tx, wanted).execute()
  return rows.map(readOfficer)
}

/** How many of them have said that they want mail at an address that is known to be theirs. */
export async function mailedOfficersOfUnits(
  tx: Tx,
  wanted: { province: Id<'Unit'>; units: readonly Id<'Unit'>[]; kinds: readonly DutyKind[]; day: LocalDate },
): Promise<{ account: Id<'Account'>; unit: Id<'Unit'>; kind: DutyKind }[]> {
  const rows = await onDuty(tx, wanted)
    .innerJoin('contact', (join) =>
      join.onRef('contact.province_id', '=', 'duty.province_id').onRef('contact.account_id', '=', 'duty.account_id'),
    )
    .leftJoin('notice_setting as wish', (join) =>
      join.onRef('wish.province_id', '=', 'duty.province_id').onRef('wish.account_id', '=', 'duty.account_id'),
    )
    .where('contact.kind', '=', 'work-email')
    .where('contact.state', '=', 'verified')
    .where((eb) => eb.or([eb('wish.by_mail', 'is', null), eb('wish.by_mail', '=', true)]))
    .execute()
  return rows.map(readOfficer)
}

function onDuty(
  tx: Tx,
  wanted: { province: Id<'Unit'>; units: readonly Id<'Unit'>[]; kinds: readonly DutyKind[]; day: LocalDate },
) {
  return tx
    .selectFrom('duty')
    .innerJoin('account', (join) =>
      join.onRef('account.province_id', '=', 'duty.province_id').onRef('account.id', '=', 'duty.account_id'),
    )
    .select(['duty.account_id', 'duty.unit_id', 'duty.kind'])
    .distinct()
    .where('duty.province_id', '=', wanted.province)
    .where('duty.unit_id', '=', sql<string>`any(${[...wanted.units]}::uuid[])`)
    .where('duty.kind', 'in', [...wanted.kinds])
    .where(sql<boolean>`duty.valid @> ${wanted.day}::date`)
    .where('account.turned_off_at', 'is', null)
    .orderBy('duty.account_id')
}

// The check of duty holds its kind to the known words.
function readOfficer(row: { account_id: string; unit_id: string; kind: string }) {
  return {
    account: row.account_id as Id<'Account'>,
    unit: row.unit_id as Id<'Unit'>,
    kind: row.kind as DutyKind,
  }
}
