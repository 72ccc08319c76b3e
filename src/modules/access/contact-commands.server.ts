import { madeAt } from '#kernel/ids.ts'
import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { parseAddress } from '#platform/notify/address.ts'
import { planMail } from '#platform/notify/mail-store.ts'
import { saveWish, type MailWish } from '#platform/notify/wish.ts'
import { digitsFor, dropSealed, findSealed, seal, unseal, type Vault } from '#platform/vault/vault.ts'
import {
  minutesOfCode,
  mostCodesADay,
  mostCodeTries,
  secondsBetweenCodes,
  type Contact,
  type ContactKind,
} from './contact.ts'
import type { ContactRefusal } from './contact-labels.ts'
import { codesSince, deleteContact, lockContact, saveContact } from './contact-store.server.ts'
import type { Session } from './session.server.ts'
import { lockAccount, type Account } from './store.server.ts'

/** Whose contact it is: one's own and nobody else's, so there is no other policy. */
export type ContactCtx = { db: Db; vault: Vault; session: Session; now: Date; mailOffered: boolean }

type Done<Value = undefined> = Promise<Outcome<Value, ContactRefusal>>

/** States or changes one's work e-mail, and sends a code to it. Until the code comes back nothing else is sent there. */
export async function stateEmail(ctx: ContactCtx, typed: string): Done {
  if (!ctx.mailOffered) return refused({ code: 'mail-not-offered' })
  const email = parseAddress(typed)
  if (!email) return refused({ code: 'not-an-address' })
  return onOwn(ctx, 'work-email', async (tx, account, before) => {
    const same = await findSealed(tx, ctx.vault, { province: account.province, kind: 'work-email', text: email })
    if (before && same.includes(before.item)) return refused({ code: 'same-contact' })
    const tooSoon = await tooManyCodes(tx, account, ctx.now)
    if (tooSoon) return refused(tooSoon)
    await keep(tx, ctx, account, before, { kind: 'work-email', text: email, state: 'unverified' })
    await sendCode(tx, ctx, account)
    await recordOn(tx, ctx, account, before ? 'contact-changed' : 'contact-added', 'work-email')
    return done()
  })
}

/** Another code to the same address; the one before is no longer taken. */
export async function sendCodeAgain(ctx: ContactCtx): Done {
  if (!ctx.mailOffered) return refused({ code: 'mail-not-offered' })
  return onOwn(ctx, 'work-email', async (tx, account, before) => {
    if (!before || before.state === 'verified') return refused({ code: 'nothing-to-confirm' })
    const tooSoon = await tooManyCodes(tx, account, ctx.now)
    if (tooSoon) return refused(tooSoon)
    await saveContact(tx, { ...before, state: 'unverified' }, ctx.now)
    await sendCode(tx, ctx, account)
    await recordOn(tx, ctx, account, 'contact-code-asked', 'work-email')
    return done()
  })
}

/** The code from the mail: from now on the address is known to be read by this officer. */
export async function confirmEmail(ctx: ContactCtx, code: string): Done {
  return onOwn(ctx, 'work-email', async (tx, account, contact) => {
    if (contact?.state !== 'unverified' || !contact.codeMail) return refused({ code: 'nothing-to-confirm' })
    const age = ctx.now.getTime() - madeAt(contact.codeMail).getTime()
    if (age > minutesOfCode * 60_000 || contact.codeTries >= mostCodeTries) return refused({ code: 'code-expired' })
    if (!(await digitsFor(ctx.vault, 'contact-code', contact.codeMail)).includes(code)) {
      await saveContact(tx, { ...contact, codeTries: contact.codeTries + 1 }, ctx.now)
      await recordOn(tx, ctx, account, 'contact-code-refused', 'work-email')
      return refused({ code: 'code-wrong', left: mostCodeTries - contact.codeTries - 1 })
    }
    const verified = { ...contact, state: 'verified', codeMail: null, codeTries: 0, verifiedAt: ctx.now } as const
    await saveContact(tx, verified, ctx.now)
    await recordOn(tx, ctx, account, 'contact-verified', 'work-email')
    return done()
  })
}

/** States or changes the telephone of one's office. */
export async function statePhone(ctx: ContactCtx, phone: string): Done {
  return onOwn(ctx, 'office-phone', async (tx, account, before) => {
    const same = await findSealed(tx, ctx.vault, { province: account.province, kind: 'office-phone', text: phone })
    if (before && same.includes(before.item)) return refused({ code: 'same-contact' })
    await keep(tx, ctx, account, before, { kind: 'office-phone', text: phone, state: 'stated' })
    await recordOn(tx, ctx, account, before ? 'contact-changed' : 'contact-added', 'office-phone')
    return done()
  })
}

/** Erases a contact; the audit keeps that there was one. */
export async function removeContact(ctx: ContactCtx, kind: ContactKind): Done {
  return onOwn(ctx, kind, async (tx, account, contact) => {
    if (!contact) return refused({ code: 'nothing-kept' })
    await deleteContact(tx, contact)
    await dropSealed(tx, { province: contact.province, id: contact.item })
    await recordOn(tx, ctx, account, 'contact-removed', kind)
    return done()
  })
}

/** Opens one's own contact: the audit keeps that it was opened. */
export async function showContact(ctx: ContactCtx, kind: ContactKind): Done<string> {
  return onOwn(ctx, kind, async (tx, account, contact) => {
    if (!contact) return refused({ code: 'nothing-kept' })
    const ref = { province: contact.province, id: contact.item, kind }
    const opening = { reason: 'shown-to-owner', account: account.id, unit: account.unit, at: ctx.now }
    const text = await unseal(tx, ctx.vault, ref, opening)
    return text === null ? refused({ code: 'nothing-kept' }) : done(text)
  })
}

/** Whether and when one wants mail. */
export async function wishMail(ctx: ContactCtx, wish: MailWish): Done {
  return onOwn(ctx, 'work-email', async (tx, account) => {
    await saveWish(tx, { province: account.province, account: account.id, unit: account.unit }, wish, ctx.now)
    await recordOn(tx, ctx, account, 'mail-wish-changed', 'mail-wish')
    return done()
  })
}

/** Lock, ask: one's account, awake and with a second factor, and one's contact of this kind. */
async function onOwn<Value>(
  ctx: ContactCtx,
  kind: ContactKind,
  work: (tx: Tx, account: Account, contact: Contact | null) => Done<Value>,
): Done<Value> {
  const { session } = ctx
  if (!session.enrolled || session.mustChangePassword) return forbidden()
  return inScope(ctx.db, { reach: 'province', province: session.province }, async (tx) => {
    const account = await lockAccount(tx, { province: session.province, id: session.account })
    if (!account || account.turnedOffAt) return forbidden()
    return work(tx, account, await lockContact(tx, { province: account.province, account: account.id }, kind))
  })
}

async function keep(
  tx: Tx,
  ctx: ContactCtx,
  account: Account,
  before: Contact | null,
  kept: { kind: ContactKind; text: string; state: Contact['state'] },
): Promise<void> {
  const { province, unit, id } = account
  const item = await seal(tx, ctx.vault, { province, unit, kind: kept.kind, text: kept.text, at: ctx.now })
  const fresh = { codeMail: null, codeTries: 0, verifiedAt: null }
  await saveContact(tx, { province, account: id, kind: kept.kind, unit, item, state: kept.state, ...fresh }, ctx.now)
  if (before) await dropSealed(tx, { province, id: before.item })
}

async function sendCode(tx: Tx, ctx: ContactCtx, account: Account): Promise<void> {
  const owner = { province: account.province, account: account.id, unit: account.unit }
  const contact = await lockContact(tx, owner, 'work-email')
  if (!contact) throw new Error('The contact that was just kept is gone')
  const codeMail = await planMail(tx, owner, 'code', ctx.now)
  await saveContact(tx, { ...contact, codeMail, codeTries: 0 }, ctx.now)
  await enqueue(tx, 'mail-send', { province: account.province, mail: codeMail })
}

async function tooManyCodes(tx: Tx, account: Account, now: Date): Promise<ContactRefusal | null> {
  const owner = { province: account.province, account: account.id }
  const sent = await codesSince(tx, owner, new Date(now.getTime() - 86_400_000))
  if (sent.length >= mostCodesADay) return { code: 'too-many-codes' }
  const last = sent[0]
  return last && now.getTime() - last.getTime() < secondsBetweenCodes * 1_000 ? { code: 'code-sent-just-now' } : null
}

function recordOn(tx: Tx, ctx: ContactCtx, account: Account, kind: string, field: string): Promise<void> {
  return record(tx, {
    province: account.province,
    account: account.id,
    unit: account.unit,
    kind,
    object: { kind: 'account', id: account.id },
    changed: { field },
    at: ctx.now,
  })
}
