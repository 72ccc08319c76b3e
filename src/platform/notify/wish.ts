import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../database.ts'
import type { QuietHours } from './quiet.ts'

/** What an officer wants of mail; `quiet` null: the installation's hours. */
export type MailWish = { byMail: boolean; quiet: QuietHours | null }

export const usualWish: MailWish = { byMail: true, quiet: null }

type Whose = { province: Id<'Unit'>; account: Id<'Account'>; unit: Id<'Unit'> }

export async function wishOf(tx: Tx, whose: Omit<Whose, 'unit'>): Promise<MailWish> {
  const row = await tx
    .selectFrom('notice_setting')
    .select(['by_mail', 'quiet_from', 'quiet_until'])
    .where('province_id', '=', whose.province)
    .where('account_id', '=', whose.account)
    .executeTakeFirst()
  return row ? wishFrom(row) : usualWish
}

export function wishFrom(row: { by_mail: boolean; quiet_from: number | null; quiet_until: number | null }): MailWish {
  const { quiet_from: from, quiet_until: until } = row
  return { byMail: row.by_mail, quiet: from === null || until === null ? null : { from, until } }
}

export async function saveWish(tx: Tx, whose: Whose, wish: MailWish, now: Date): Promise<void> {
  const values = {
    by_mail: wish.byMail,
    quiet_from: wish.quiet?.from ?? null,
    quiet_until: wish.quiet?.until ?? null,
    changed_at: now,
  }
  await tx
    .insertInto('notice_setting')
    .values({ province_id: whose.province, account_id: whose.account, unit_id: whose.unit, ...values })
    .onConflict((conflict) => conflict.columns(['province_id', 'account_id']).doUpdateSet(values))
    .execute()
}
