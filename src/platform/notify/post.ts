import type { Id } from '../../kernel/ids.ts'
import { inScope, type Db, type Tx } from '../database.ts'
import { unseal, type Vault, type VaultRef } from '../vault/vault.ts'
import type { MailSettings } from './mail-settings.ts'
import { lockWaiting, planMail, setMail, settleLost, waitingMails, type MailRow } from './mail-store.ts'
import { digestText, type MailText } from './mail-text.ts'
import { isQuiet } from './quiet.ts'
import type { Delivery, MailSender } from './sender.ts'
import { usualWish, wishFrom, wishOf } from './wish.ts'

/** Whom mail may reach: the module that keeps the addresses answers. */
export type Postbox = {
  /** The persons of a province with an address that is known to be theirs, and since when. */
  reachable(tx: Tx, province: Id<'Unit'>): Promise<{ account: Id<'Account'>; unit: Id<'Unit'>; since: Date }[]>
  /** For which units somebody works on the day of `now`: news of any other is not theirs any more. */
  unitsOf(tx: Tx, whose: { province: Id<'Unit'>; account: Id<'Account'> }, now: Date): Promise<Id<'Unit'>[]>
  /** Where a mail goes now; null when its person no longer wants it or may no longer have it. */
  addressFor(tx: Tx, mail: MailRow): Promise<VaultRef | null>
  /** The text of a code, or null when it is not asked for any more. */
  codeFor(tx: Tx, mail: MailRow): Promise<MailText | null>
  /** The address takes no mail. */
  bounced(tx: Tx, mail: MailRow, now: Date): Promise<void>
}

export type PostOffice = { db: Db; vault: Vault; settings: MailSettings; sender: MailSender; postbox: Postbox }

/** One round in a province: plans a mail for everybody with unread news, then sends what waits. */
export async function postRound(office: PostOffice, province: Id<'Unit'>, now: Date): Promise<void> {
  const scope = { reach: 'province', province } as const
  await inScope(office.db, scope, (tx) => settleLost(tx, province, now))
  await inScope(office.db, scope, (tx) => planDigests(office, tx, province, now))
  const waiting = await inScope(office.db, scope, (tx) => waitingMails(tx, province, now))
  const faults: unknown[] = []
  // One mail that cannot be opened must not keep the others waiting.
  for (const id of waiting) await sendMail(office, province, id, now).catch((error: unknown) => faults.push(error))
  if (faults.length > 0) throw faults[0]
}

const oldestNewsMs = 3 * 86_400_000

/** What came before an address was verified, or days ago, is read in the application only. */
async function planDigests({ settings, postbox }: PostOffice, tx: Tx, province: Id<'Unit'>, now: Date): Promise<void> {
  const wishes = await wishesOf(tx, province)
  const lately = await mailedSince(tx, province, new Date(now.getTime() - settings.gapMinutes * 60_000))
  for (const person of await postbox.reachable(tx, province)) {
    const wish = wishes.get(person.account) ?? usualWish
    if (!wish.byMail || lately.has(person.account) || isQuiet(wish.quiet ?? settings.quiet, now)) continue
    const oldest = new Date(Math.max(person.since.getTime(), now.getTime() - oldestNewsMs))
    const units = await postbox.unitsOf(tx, { province, account: person.account }, now)
    if (units.length === 0) continue
    // FOR UPDATE: another round that plans for the same person waits here, and then finds nothing left.
    const news = await tx
      .selectFrom('notice')
      .select('id')
      .where('province_id', '=', province)
      .where('account_id', '=', person.account)
      .where('unit_id', 'in', units)
      .where('read_at', 'is', null)
      .where('mail_id', 'is', null)
      .where('at', '>=', oldest)
      .orderBy('id')
      .forUpdate()
      .execute()
    if (news.length === 0) continue
    const mail = await planMail(tx, { province, ...person }, 'digest', now)
    await tx
      .updateTable('notice')
      .set({ mail_id: mail })
      .where('province_id', '=', province)
      .where(
        'id',
        'in',
        news.map((one) => one.id),
      )
      .execute()
  }
}

async function wishesOf(tx: Tx, province: Id<'Unit'>) {
  const rows = await tx
    .selectFrom('notice_setting')
    .select(['account_id', 'by_mail', 'quiet_from', 'quiet_until'])
    .where('province_id', '=', province)
    .execute()
  return new Map(rows.map((row) => [row.account_id, wishFrom(row)]))
}

async function mailedSince(tx: Tx, province: Id<'Unit'>, since: Date): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('mail')
    .select('account_id')
    .where('province_id', '=', province)
    .where('purpose', '=', 'digest')
    .where('made_at', '>', since)
    .execute()
  return new Set(rows.map((row) => row.account_id))
}

/**
 * Sends one mail that waits. Before the server hears of it, it is written down that it is being sent: whatever dies
 * between the two, nobody gets it twice.
 */
export async function sendMail(office: PostOffice, province: Id<'Unit'>, id: Id<'Mail'>, now: Date): Promise<void> {
  const scope = { reach: 'province', province } as const
  const taken = await inScope(office.db, scope, (tx) => take(office, tx, province, id, now))
  if (!taken) return
  const delivery = await office.sender.send({ to: taken.to, id, text: taken.text })
  await inScope(office.db, scope, (tx) => settle(office, tx, taken.mail, delivery, now))
}

async function take(
  { vault, settings, postbox }: PostOffice,
  tx: Tx,
  province: Id<'Unit'>,
  id: Id<'Mail'>,
  now: Date,
): Promise<{ mail: MailRow; to: string; text: MailText } | null> {
  const mail = await lockWaiting(tx, province, id)
  if (!mail) return null
  // A digest that is tried again waits for the morning; a code is wanted now.
  if (mail.purpose === 'digest' && isQuiet((await wishOf(tx, mail)).quiet ?? settings.quiet, now)) return null
  const text =
    mail.purpose === 'code' ? await postbox.codeFor(tx, mail) : await digestOf({ settings, postbox }, tx, mail, now)
  const address = text && (await postbox.addressFor(tx, mail))
  if (!text || !address) {
    await setMail(tx, mail, { state: 'dropped', now })
    return null
  }
  await setMail(tx, mail, { state: 'sending', attempts: mail.attempts + 1, now })
  const opening = { reason: `mail-${mail.purpose}`, account: null, unit: mail.unit, at: now }
  const to = await unseal(tx, vault, address, opening)
  if (to === null) throw new Error(`Mail ${id} has an address that is not in the vault`)
  return { mail: { ...mail, attempts: mail.attempts + 1 }, to, text }
}

const mostLines = 30

/** Asked anew when it is sent: what was planned may concern a unit that its reader has left since. */
async function digestOf(
  { settings, postbox }: Pick<PostOffice, 'settings' | 'postbox'>,
  tx: Tx,
  mail: MailRow,
  now: Date,
): Promise<MailText | null> {
  const units = await postbox.unitsOf(tx, mail, now)
  if (units.length === 0) return null
  const lines = await tx
    .selectFrom('notice')
    .select(['title', 'path'])
    .where('province_id', '=', mail.province)
    .where('mail_id', '=', mail.id)
    .where('unit_id', 'in', units)
    .where('read_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(mostLines)
    .execute()
  return lines.length === 0 ? null : digestText(lines, settings.origin)
}

const mostAttempts = 8

async function settle({ postbox }: PostOffice, tx: Tx, mail: MailRow, delivery: Delivery, now: Date): Promise<void> {
  switch (delivery.state) {
    case 'sent':
      return setMail(tx, mail, { state: 'sent', now })
    case 'unknown':
      return setMail(tx, mail, { state: 'unknown', fault: delivery.fault, now })
    case 'refused':
      await setMail(tx, mail, { state: 'refused', fault: delivery.fault, now })
      if (delivery.fault === 'recipient') await postbox.bounced(tx, mail, now)
      return
    case 'later': {
      if (mail.attempts >= mostAttempts) return setMail(tx, mail, { state: 'failed', fault: delivery.fault, now })
      // 5, 10, 20 … minutes: eight tries last about ten hours.
      const nextAt = new Date(now.getTime() + 5 * 60_000 * 2 ** (mail.attempts - 1))
      return setMail(tx, mail, { state: 'waiting', fault: delivery.fault, nextAt, now })
    }
  }
}
