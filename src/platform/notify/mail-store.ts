import { newId, type Id } from '../../kernel/ids.ts'
import type { Tx } from '../database.ts'

export type MailPurpose = 'digest' | 'code'
export type MailState = 'waiting' | 'sending' | 'sent' | 'refused' | 'failed' | 'unknown' | 'dropped'

export type MailRow = {
  province: Id<'Unit'>
  id: Id<'Mail'>
  account: Id<'Account'>
  unit: Id<'Unit'>
  purpose: MailPurpose
  attempts: number
}

/** Writes down that a mail is to be sent; what it says is put together when its turn comes. */
export async function planMail(
  tx: Tx,
  to: { province: Id<'Unit'>; account: Id<'Account'>; unit: Id<'Unit'> },
  purpose: MailPurpose,
  now: Date,
): Promise<Id<'Mail'>> {
  const id = newId<'Mail'>(now)
  await tx
    .insertInto('mail')
    .values({
      province_id: to.province,
      id,
      unit_id: to.unit,
      account_id: to.account,
      purpose,
      state: 'waiting',
      made_at: now,
      next_at: now,
    })
    .execute()
  return id
}

/** FOR UPDATE SKIP LOCKED: of two workers one takes it, the other goes on to the next. */
export async function lockWaiting(tx: Tx, province: Id<'Unit'>, id: Id<'Mail'>): Promise<MailRow | null> {
  const row = await tx
    .selectFrom('mail')
    .select(['province_id', 'id', 'account_id', 'unit_id', 'purpose', 'attempts'])
    .where('province_id', '=', province)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return null
  return {
    province,
    id,
    account: row.account_id as Id<'Account'>,
    unit: row.unit_id as Id<'Unit'>,
    // The check of the table holds it to the known words.
    purpose: row.purpose as MailPurpose,
    attempts: row.attempts,
  }
}

export async function waitingMails(tx: Tx, province: Id<'Unit'>, now: Date): Promise<Id<'Mail'>[]> {
  const rows = await tx
    .selectFrom('mail')
    .select('id')
    .where('province_id', '=', province)
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => row.id as Id<'Mail'>)
}

export async function setMail(
  tx: Tx,
  mail: Pick<MailRow, 'province' | 'id'>,
  change: { state: MailState; fault?: string | null; attempts?: number; nextAt?: Date; now: Date },
): Promise<void> {
  const open = change.state === 'waiting' || change.state === 'sending'
  await tx
    .updateTable('mail')
    .set({
      state: change.state,
      fault: change.fault ?? null,
      settled_at: open ? null : change.now,
      ...(change.attempts === undefined ? {} : { attempts: change.attempts }),
      ...(open ? { next_at: change.nextAt ?? change.now } : {}),
    })
    .where('province_id', '=', mail.province)
    .where('id', '=', mail.id)
    .execute()
}

const lostAfterMs = 10 * 60_000

/** A mail that was being handed over when its worker died: perhaps it arrived, so it is not sent again. */
export async function settleLost(tx: Tx, province: Id<'Unit'>, now: Date): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ state: 'unknown', fault: 'cut-off', settled_at: now })
    .where('province_id', '=', province)
    .where('state', '=', 'sending')
    .where('next_at', '<', new Date(now.getTime() - lostAfterMs))
    .execute()
}
