import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import type { Tx } from '#platform/database.ts'
import { codeText } from '#platform/notify/mail-text.ts'
import type { MailRow } from '#platform/notify/mail-store.ts'
import type { Postbox } from '#platform/notify/post.ts'
import { digitsFor, type Vault } from '#platform/vault/vault.ts'
import { minutesOfCode, type Contact } from './contact.ts'
import { lockContact, readContact, saveContact } from './contact-store.server.ts'

/** The addresses of officers, for whoever sends mail: asked anew for each mail, because a duty or a wish may have ended. */
export function officersPostbox(vault: Vault, origin: string): Postbox {
  return {
    reachable,
    unitsOf,
    async addressFor(tx, mail) {
      const contact = await lockContact(tx, mail, 'work-email')
      if (!contact || !wants(contact, mail) || !(await isOn(tx, mail))) return null
      return { province: contact.province, id: contact.item, kind: contact.kind }
    },
    async codeFor(tx, mail) {
      const contact = await lockContact(tx, mail, 'work-email')
      if (!contact || !wants(contact, mail)) return null
      const [code = ''] = await digitsFor(vault, 'contact-code', mail.id)
      return codeText(code, minutesOfCode, origin)
    },
    bounced,
  }
}

function wants(contact: Contact, mail: MailRow): boolean {
  return mail.purpose === 'code' ? contact.codeMail === mail.id : contact.state === 'verified'
}

async function reachable(tx: Tx, province: Id<'Unit'>) {
  const rows = await tx
    .selectFrom('contact')
    .innerJoin('account', (join) =>
      join.onRef('account.province_id', '=', 'contact.province_id').onRef('account.id', '=', 'contact.account_id'),
    )
    .select(['contact.account_id', 'contact.unit_id', 'contact.verified_at'])
    .where('contact.province_id', '=', province)
    .where('contact.kind', '=', 'work-email')
    .where('contact.state', '=', 'verified')
    .where('account.turned_off_at', 'is', null)
    .orderBy('contact.account_id')
    .execute()
  return rows.flatMap((row) =>
    row.verified_at
      ? [{ account: row.account_id as Id<'Account'>, unit: row.unit_id as Id<'Unit'>, since: row.verified_at }]
      : [],
  )
}

async function unitsOf(tx: Tx, whose: { province: Id<'Unit'>; account: Id<'Account'> }, now: Date) {
  const rows = await tx
    .selectFrom('duty')
    .select('unit_id')
    .distinct()
    .where('province_id', '=', whose.province)
    .where('account_id', '=', whose.account)
    .where(sql<boolean>`valid @> ${dayInVietnam(now)}::date`)
    .execute()
  return rows.map((row) => row.unit_id as Id<'Unit'>)
}

async function isOn(tx: Tx, mail: MailRow): Promise<boolean> {
  const row = await tx
    .selectFrom('account')
    .select('turned_off_at')
    .where('province_id', '=', mail.province)
    .where('id', '=', mail.account)
    .executeTakeFirst()
  return row?.turned_off_at === null
}

/** The address takes nothing: whoever in the province stated the same one is told so, and mailed no more. */
async function bounced(tx: Tx, mail: MailRow, now: Date): Promise<void> {
  const contact = await lockContact(tx, mail, 'work-email')
  if (!contact) return
  const alike = await tx
    .selectFrom('contact')
    .innerJoin('vault_item', (join) =>
      join.onRef('vault_item.province_id', '=', 'contact.province_id').onRef('vault_item.id', '=', 'contact.vault_id'),
    )
    .selectAll('contact')
    .where('contact.province_id', '=', mail.province)
    .where('contact.kind', '=', 'work-email')
    .where('vault_item.kind', '=', 'work-email')
    .where('vault_item.lookup', 'in', (sub) =>
      sub
        .selectFrom('vault_item as mine')
        .select('mine.lookup')
        .where('mine.province_id', '=', mail.province)
        .where('mine.id', '=', contact.item),
    )
    .orderBy('contact.account_id')
    .execute()
  for (const one of alike.map(readContact)) await saveContact(tx, { ...one, state: 'bounced', verifiedAt: null }, now)
  await record(tx, {
    province: mail.province,
    account: null,
    unit: mail.unit,
    kind: 'contact-bounced',
    object: { kind: 'account', id: mail.account },
    changed: { field: 'work-email', accounts: alike.length },
    at: now,
  })
}
