import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { Contact, ContactKind, ContactState } from './contact.ts'

type Owner = { province: Id<'Unit'>; account: Id<'Account'> }

export async function contactsOf(tx: Tx, owner: Owner): Promise<Contact[]> {
  const rows = await tx
    .selectFrom('contact')
    .selectAll()
    .where('province_id', '=', owner.province)
    .where('account_id', '=', owner.account)
    .orderBy('kind')
    .execute()
  return rows.map(readContact)
}

/** FOR UPDATE: a code typed on one machine and a new address on another must see one another. */
export async function lockContact(tx: Tx, owner: Owner, kind: ContactKind): Promise<Contact | null> {
  const row = await tx
    .selectFrom('contact')
    .selectAll()
    .where('province_id', '=', owner.province)
    .where('account_id', '=', owner.account)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst()
  return row ? readContact(row) : null
}

export async function saveContact(tx: Tx, contact: Contact, now: Date): Promise<void> {
  const values = {
    vault_id: contact.item,
    state: contact.state,
    code_mail_id: contact.codeMail,
    code_tries: contact.codeTries,
    verified_at: contact.verifiedAt,
    changed_at: now,
  }
  await tx
    .insertInto('contact')
    .values({
      province_id: contact.province,
      account_id: contact.account,
      kind: contact.kind,
      unit_id: contact.unit,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'account_id', 'kind']).doUpdateSet(values))
    .execute()
}

export async function deleteContact(tx: Tx, contact: Contact): Promise<void> {
  await tx
    .deleteFrom('contact')
    .where('province_id', '=', contact.province)
    .where('account_id', '=', contact.account)
    .where('kind', '=', contact.kind)
    .execute()
}

/** When this account was last sent codes since a moment, the newest first; erased and added again they still count. */
export async function codesSince(tx: Tx, owner: Owner, since: Date): Promise<Date[]> {
  const rows = await tx
    .selectFrom('mail')
    .select('made_at')
    .where('province_id', '=', owner.province)
    .where('account_id', '=', owner.account)
    .where('purpose', '=', 'code')
    .where('made_at', '>', since)
    .orderBy('made_at', 'desc')
    .execute()
  return rows.map((row) => row.made_at)
}

type Row = {
  province_id: string
  account_id: string
  kind: string
  unit_id: string
  vault_id: string
  state: string
  code_mail_id: string | null
  code_tries: number
  verified_at: Date | null
}

// The checks of the table hold kind and state to the known words.
export function readContact(row: Row): Contact {
  return {
    province: row.province_id as Id<'Unit'>,
    account: row.account_id as Id<'Account'>,
    kind: row.kind as ContactKind,
    unit: row.unit_id as Id<'Unit'>,
    item: row.vault_id as Id<'VaultItem'>,
    state: row.state as ContactState,
    codeMail: row.code_mail_id as Id<'Mail'> | null,
    codeTries: row.code_tries,
    verifiedAt: row.verified_at,
  }
}
