import type { Id } from '#kernel/ids.ts'
import { inScope, type Db } from '#platform/database.ts'
import { wishOf, type MailWish } from '#platform/notify/wish.ts'
import type { ContactKind, ContactState } from './contact.ts'
import { contactsOf } from './contact-store.server.ts'
import type { Session } from './session.server.ts'

/** One's own contact as its page shows it before anything is opened. */
export type ContactLine = {
  state: ContactState
  verifiedAt: Date | null
  mail: { state: string; fault: string | null } | null
}
export type ContactPage = { contacts: Partial<Record<ContactKind, ContactLine>>; wish: MailWish }

export async function contactPage(db: Db, session: Session): Promise<ContactPage> {
  const { province, account } = session
  return inScope(db, { reach: 'province', province }, async (tx) => {
    const contacts: ContactPage['contacts'] = {}
    for (const contact of await contactsOf(tx, { province, account })) {
      const { kind, state, verifiedAt, codeMail } = contact
      contacts[kind] = { state, verifiedAt, mail: codeMail ? await mailOf(codeMail) : null }
    }
    return { contacts, wish: await wishOf(tx, { province, account }) }

    async function mailOf(id: Id<'Mail'>): Promise<ContactLine['mail']> {
      const row = await tx
        .selectFrom('mail')
        .select(['state', 'fault'])
        .where('province_id', '=', province)
        .where('id', '=', id)
        .executeTakeFirst()
      return row ?? null
    }
  })
}
