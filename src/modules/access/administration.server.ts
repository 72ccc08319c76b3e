import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { newId, type Id } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import type { Actor, DutyKind } from './actor.ts'
import { endSessions } from './steps.server.ts'
import type { AccessAuditKind } from './audit-labels.ts'
import { fitsLevel } from './duty.ts'
import type { AdministrationRefusal } from './labels.ts'
import { mayAdminister } from './policy.ts'
import {
  findAccount,
  findUnit,
  insertAccount,
  insertDuty,
  lockAccount,
  provinceOf,
  updateAccount,
  type Account,
} from './store.server.ts'

type Answer<Value> = Promise<Outcome<Value, AdministrationRefusal>>
export type NewAccount = { signInName: string; displayName: string; kind: DutyKind; unit: Id<'Unit'> }

/** Opens an account with its first duty; answers the one-time password, which is shown once and kept nowhere. */
export async function createAccount(
  access: Access,
  ctx: { actor: Actor; now: Date },
  opened: NewAccount,
): Answer<{ account: Id<'Account'>; oneTimePassword: string }> {
  if (!mayAdminister(ctx.actor, ctx.actor.province)) return forbidden()
  const { province } = ctx.actor
  return whileOpening(access, { province, signInName: opened.signInName }, async (tx) => {
    const unit = await findUnit(tx, province, opened.unit, ctx.now)
    if (!unit || !fitsLevel(opened.kind, unit.level)) return refused({ code: 'unit-does-not-fit-duty' })
    return openAccount(access, tx, { ...opened, province }, ctx)
  })
}

/** For the operator's cli: an administrator of a province, before anybody can sign in (or when nobody can any more). */
export async function createAdministrator(
  access: Access,
  now: Date,
  asked: { signInName: string; displayName: string; provinceCode: string },
): Answer<{ account: Id<'Account'>; oneTimePassword: string }> {
  const province = await provinceOf(access.db, asked.provinceCode)
  if (!province) return refused({ code: 'unknown-province', typed: asked.provinceCode })
  return whileOpening(access, { province, signInName: asked.signInName }, (tx) =>
    openAccount(access, tx, { ...asked, kind: 'administrator', unit: province, province }, { actor: null, now }),
  )
}

/**
 * The transaction in which an account is opened. Its identity is written on another connection and stands before the account
 * does: killed between the two, the name would be taken for ever by somebody who can never sign in.
 */
export async function whileOpening<Value>(
  access: Access,
  opened: { province: Id<'Unit'>; signInName: string },
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  await dropUnfinished(access, opened.signInName)
  return inScope(access.db, { reach: 'province', province: opened.province }, async (tx) => {
    await lockName(tx, opened.signInName)
    return work(tx)
  })
}

/** Deletes the identity of this name if its account was never written. */
export async function dropUnfinished(access: Access, signInName: string): Promise<void> {
  const identity = await access.identity.authDb
    .selectFrom('user')
    .select(['id', 'accountId', 'provinceId'])
    .where('username', '=', signInName)
    .executeTakeFirst()
  if (!identity) return
  const province = identity.provinceId as Id<'Unit'>
  // In the province it was begun in: row security shows its account nowhere else.
  await inScope(access.db, { reach: 'province', province }, async (tx) => {
    await lockName(tx, signInName)
    if (await findAccount(tx, { province, id: identity.accountId as Id<'Account'> })) return
    await access.identity.authDb.deleteFrom('user').where('id', '=', identity.id).execute()
  })
}

/** Held to commit: an identity whose account another opening is about to write is not unfinished. */
export async function lockName(tx: Tx, signInName: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in-name|${signInName}`}, 0))`.execute(tx)
}

/** Opens the identity, the account and its first duty, inside `whileOpening`; `password` is given only for example accounts. */
export async function openAccount(
  access: Access,
  tx: Tx,
  opened: NewAccount & { province: Id<'Unit'>; password?: string },
  ctx: { actor: Actor | null; now: Date },
): Answer<{ account: Id<'Account'>; oneTimePassword: string }> {
  const taken = await access.identity.authDb
    .selectFrom('user')
    .select('id')
    .where('username', '=', opened.signInName)
    .executeTakeFirst()
  if (taken) return refused({ code: 'sign-in-name-taken' })
  const id = newId<'Account'>(ctx.now)
  const oneTimePassword = opened.password ?? newOneTimePassword()
  const userId = await createIdentity(access, { ...opened, id, password: oneTimePassword })
  const passwordIsOneTime = opened.password === undefined
  try {
    const from = dayInVietnam(ctx.now)
    const account = await writeAccount(tx, { ...opened, id, userId, passwordIsOneTime, from }, ctx.now)
    await record(tx, entry(account, ctx, 'account-opened', { duty: opened.kind, unit: opened.unit }))
  } catch (error) {
    // The identity is not in our transaction: left alone it would keep the sign-in name taken for ever.
    await access.identity.authDb.deleteFrom('user').where('id', '=', userId).execute()
    throw error
  }
  return done({ account: id, oneTimePassword })
}

/** Opens who can sign in, on a connection of its own; answers the library's id. */
export async function createIdentity(
  access: Access,
  opened: { id: Id<'Account'>; province: Id<'Unit'>; signInName: string; password: string },
): Promise<string> {
  const { user } = await access.identity.library.api.signUpEmail({
    body: {
      // The library asks for an address; this one exists nowhere (RFC 2606) and is never shown.
      email: `${opened.id}@account.invalid`,
      name: opened.signInName,
      username: opened.signInName,
      password: opened.password,
      accountId: opened.id,
      provinceId: opened.province,
    },
  })
  return user.id
}

/** Writes the account of an identity with its first duty. */
export async function writeAccount(
  tx: Tx,
  opened: NewAccount & {
    id: Id<'Account'>
    province: Id<'Unit'>
    userId: string
    passwordIsOneTime: boolean
    from: LocalDate
  },
  now: Date,
): Promise<Account> {
  const account: Account = {
    province: opened.province,
    id: opened.id,
    unit: opened.unit,
    signInName: opened.signInName,
    name: opened.displayName,
    userId: opened.userId,
    passwordIsOneTime: opened.passwordIsOneTime,
    lastActiveAt: now,
    turnedOffAt: null,
  }
  await insertAccount(tx, account)
  await insertDuty(tx, { id: newId<'Duty'>(now), kind: opened.kind, unit: opened.unit, from: opened.from }, account)
  return account
}

/** Turns an account on (from today another 45 days) or off (every session of it ends). */
export async function turnAccount(
  access: Access,
  ctx: { actor: Actor; now: Date },
  account: Id<'Account'>,
  way: 'on' | 'off',
): Answer<undefined> {
  return administer(access, ctx, account, async (tx, row) => {
    if (row.id === ctx.actor.account) return refused({ code: 'own-account' })
    await updateAccount(
      tx,
      row,
      way === 'on' ? { turned_off_at: null, last_active_at: ctx.now } : { turned_off_at: ctx.now },
    )
    if (way === 'off') await endSessions(access, row.userId)
    await record(tx, entry(row, ctx, way === 'on' ? 'account-turned-on' : 'account-turned-off'))
    return done()
  })
}

/** Locks the account, then asks: an account of another province is not there at all. */
export async function administer<Value>(
  access: Access,
  ctx: { actor: Actor; now: Date },
  account: Id<'Account'>,
  work: (tx: Tx, row: Account) => Answer<Value>,
): Answer<Value> {
  if (!mayAdminister(ctx.actor, ctx.actor.province)) return forbidden()
  return inScope(access.db, { reach: 'province', province: ctx.actor.province }, async (tx) => {
    const row = await lockAccount(tx, { province: ctx.actor.province, id: account })
    return row ? work(tx, row) : notFound()
  })
}

// No 0, O, 1, l, I: it is read aloud over the telephone.
const spoken = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen letters in four groups, about 79 bits. */
export function newOneTimePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => spoken[randomInt(spoken.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

export function entry(
  account: Account,
  ctx: { actor: Actor | null; now: Date },
  kind: AccessAuditKind,
  changed: Record<string, string | number> = {},
): Parameters<typeof record>[1] {
  return {
    province: account.province,
    account: ctx.actor?.account ?? null,
    unit: ctx.actor?.unit ?? null,
    kind,
    object: { kind: 'account', id: account.id },
    changed,
    at: ctx.now,
  }
}
