import { newId, type Id } from '#kernel/ids.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { ContactCtx } from '#modules/access/contact-commands.server.ts'
import { confirmEmail, stateEmail } from '#modules/access/contact-commands.server.ts'
import { ringPlace } from '#platform/vault/ring.ts'
import { digitsFor, openVault } from '#platform/vault/vault.ts'
import type { TestDatabase } from './database.ts'
import { doneBy } from './reports.ts'

export const testVaultKeys = ringPlace('', `k1:${Buffer.alloc(32, 5).toString('base64')}`)
export const testVault = openVault(testVaultKeys)

/** An officer of a test province at the page of their own contact. */
export function atContact(
  database: TestDatabase,
  actor: Actor,
  now: Date,
  change: Partial<ContactCtx> = {},
): ContactCtx {
  const session: ContactCtx['session'] = {
    id: newId(),
    userId: newId(),
    account: actor.account,
    province: actor.province,
    name: actor.name,
    signInName: 'thu',
    enrolled: true,
    mustChangePassword: false,
    duties: [],
    duty: null,
    follows: null,
  }
  return { db: database.db, vault: testVault, session, now, mailOffered: true, ...change }
}

/** The code of the newest mail, as its reader sees it. */
export async function codeOf(database: TestDatabase, actor: Actor): Promise<string> {
  const [row] = await database.asOwner<{ id: Id<'Mail'> }>(
    'select code_mail_id as id from contact where account_id = $1',
    [actor.account],
  )
  const [code = ''] = await digitsFor(testVault, 'contact-code', row?.id ?? '')
  return code
}

/** States an address and confirms it. */
export async function reachedAt(database: TestDatabase, actor: Actor, address: string, now: Date): Promise<void> {
  const ctx = atContact(database, actor, now)
  doneBy(await stateEmail(ctx, address))
  doneBy(await confirmEmail(ctx, await codeOf(database, actor)))
}
