import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { GuardSettings } from './guard-settings.ts'
import type { AuthDb } from './identity.server.ts'

/** One attempt being made. */
export type Attempt = {
  lockedMinutes: number | null
  /** It was wrong: the address pays too. */
  wrong(): Promise<void>
  /** It was right so far. */
  release(): Promise<void>
  /** The sign-in is complete: all of the account's wrong attempts are forgotten. */
  clear(): Promise<void>
}

/**
 * An account's attempt counts as wrong before it is checked and until it is known to be right, so that of a hundred sent at
 * once five are checked. An address counts only what was wrong: its attempts belong to many people.
 */
export async function beginAttempt(
  db: AuthDb,
  secret: string,
  settings: GuardSettings,
  who: { signInName: string; address: string; now: Date },
): Promise<Attempt> {
  const account = attemptKey(secret, 'account', who.signInName)
  const address = attemptKey(secret, 'address', who.address)
  const lock = settings.lockMinutes * 60_000
  const wait =
    // A locked address is not let near the account, or it could lock everybody's.
    (await addressWait(db, address, settings.failuresByAddress, lock, who.now)) ||
    (await count(db, account, settings.failuresByAccount, lock, who.now))
  return {
    lockedMinutes: wait > 0 ? Math.ceil(wait / 60_000) : null,
    wrong: () => countAddress(db, address, settings.failuresByAddress, lock, who.now),
    release: () => takeBack(db, account),
    clear: () => forgetKey(db, account),
  }
}

/** Forgets the wrong attempts on one account: an administrator helped. */
export async function forgetAttempts(db: AuthDb, secret: string, signInName: string): Promise<void> {
  await forgetKey(db, attemptKey(secret, 'account', signInName))
}

async function forgetKey(db: AuthDb, key: string): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('key', '=', key).execute()
}

/** Adds one and answers how many milliseconds the key is still locked for; 0 when the attempt may be made. */
async function count(db: AuthDb, key: string, limit: number, lock: number, now: Date): Promise<number> {
  const stale = new Date(now.getTime() - lock)
  const row = await db
    .insertInto('sign_in_attempt')
    .values({ key, failures: 1, last_at: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        failures: sql`case when sign_in_attempt.last_at <= ${stale} then 1
          else least(sign_in_attempt.failures, ${limit}::integer) + 1 end`,
        // A locked key keeps its time: trying on must not prolong the lock for the person it belongs to.
        last_at: sql`case when sign_in_attempt.last_at > ${stale} and sign_in_attempt.failures >= ${limit}::integer
          then sign_in_attempt.last_at else ${now} end`,
      }),
    )
    .returning(['failures', 'last_at'])
    .executeTakeFirstOrThrow()
  return row.failures > limit ? Math.max(1, row.last_at.getTime() + lock - now.getTime()) : 0
}

async function takeBack(db: AuthDb, key: string): Promise<void> {
  await db
    .updateTable('sign_in_attempt')
    .set({ failures: sql`greatest(failures - 1, 0)` })
    .where('key', '=', key)
    .execute()
}

/** How many milliseconds an address is still locked for; 0 when it is not. */
async function addressWait(db: AuthDb, key: string, limit: number, lock: number, now: Date): Promise<number> {
  const row = await db
    .selectFrom('sign_in_attempt')
    .select('last_at')
    .where('key', '=', key)
    .where('failures', '>=', limit)
    .executeTakeFirst()
  return row ? Math.max(0, row.last_at.getTime() + lock - now.getTime()) : 0
}

/**
 * Adds one to an address. Its `last_at` is the first wrong attempt of this quarter of an hour, then the one that locked it:
 * a busy office with a slip every ten minutes never adds up to a lock.
 */
async function countAddress(db: AuthDb, key: string, limit: number, lock: number, now: Date): Promise<void> {
  const stale = new Date(now.getTime() - lock)
  await db
    .insertInto('sign_in_attempt')
    .values({ key, failures: 1, last_at: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        failures: sql`case when sign_in_attempt.last_at <= ${stale} then 1
          else least(sign_in_attempt.failures, ${limit}::integer) + 1 end`,
        last_at: sql`case when sign_in_attempt.last_at <= ${stale} or sign_in_attempt.failures + 1 = ${limit}::integer
          then ${now} else sign_in_attempt.last_at end`,
      }),
    )
    .execute()
}

function attemptKey(secret: string, kind: string, value: string): string {
  return createHmac('sha256', secret).update(`sign-in-attempt|${kind}|${value}`).digest('base64url')
}

/** Takes a step of a user's second factor; false when it was taken before. */
export async function takeStep(db: AuthDb, userId: string, step: number): Promise<boolean> {
  // An hour is far more than the three steps in which a code is valid.
  await db
    .deleteFrom('totp_step_used')
    .where('user_id', '=', userId)
    .where('step', '<', step - 120)
    .execute()
  const taken = await db
    .insertInto('totp_step_used')
    .values({ user_id: userId, step })
    .onConflict((conflict) => conflict.doNothing())
    .returning('step')
    .executeTakeFirst()
  return taken !== undefined
}

export type SessionState = { ended: boolean; duty: string | null }

/** Looks whether a session is still awake and, if it is and somebody did something, notes that it was seen now. */
export async function touchSession(
  db: AuthDb,
  session: { id: string; createdAt: Date },
  settings: GuardSettings,
  { now, isQuiet = false }: { now: Date; isQuiet?: boolean },
): Promise<SessionState> {
  const row = await db
    .selectFrom('session_state')
    .select(['last_seen_at', 'ended_at', 'duty_id'])
    .where('session_id', '=', session.id)
    .executeTakeFirst()
  const duty = row?.duty_id ?? null
  if (row?.ended_at) return { ended: true, duty }
  const seen = row?.last_seen_at ?? session.createdAt
  const ended = now.getTime() - seen.getTime() > settings.idleMinutes * 60_000
  // Twice a minute is exact enough for minutes, and spares a write for every page.
  // A page that looks for news by itself must not keep a session awake on a desk that nobody sits at.
  if (!row || ended || (!isQuiet && now.getTime() - seen.getTime() > 30_000)) {
    const change = ended ? { ended_at: now } : { last_seen_at: now }
    await db
      .insertInto('session_state')
      .values({ session_id: session.id, last_seen_at: seen, ended_at: null, duty_id: null, ...change })
      .onConflict((conflict) => conflict.column('session_id').doUpdateSet(change))
      .execute()
  }
  return { ended, duty }
}

/** Remembers the duty that an officer acts in for the rest of a session. */
export async function rememberDuty(db: AuthDb, sessionId: string, duty: string, now: Date): Promise<void> {
  await db
    .insertInto('session_state')
    .values({ session_id: sessionId, last_seen_at: now, ended_at: null, duty_id: duty })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ duty_id: duty }))
    .execute()
}

/** A form's address and what was typed into it, in the order of its fields. */
export type KeptPost = { action: string; fields: (readonly [name: string, value: string])[] }

const minutesKept = 10

/** Keeps a form for ten minutes; only the token that is returned can open it again. */
export async function keepPost(db: AuthDb, userId: string, post: KeptPost, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db.deleteFrom('kept_post').where('expires_at', '<', now).execute()
  await db
    .insertInto('kept_post')
    .values({
      key: keptKey(token),
      user_id: userId,
      action: post.action,
      body: seal(token, JSON.stringify(post.fields)),
      expires_at: new Date(now.getTime() + minutesKept * 60_000),
    })
    .execute()
  return token
}

/** A kept form, for the person whose it is and nobody else. */
export async function findKeptPost(db: AuthDb, token: string, userId: string, now: Date): Promise<KeptPost | null> {
  const row = await db
    .selectFrom('kept_post')
    .select(['action', 'body'])
    .where('key', '=', keptKey(token))
    .where('user_id', '=', userId)
    .where('expires_at', '>=', now)
    .executeTakeFirst()
  return row ? { action: row.action, fields: JSON.parse(unseal(token, row.body)) as KeptPost['fields'] } : null
}

/** Names a kept form without opening it: for the address of the form that sends it again. */
export function keptPostId(token: string): string {
  return keptKey(token)
}

/** Forgets a kept form, once its person sent it again or let it go. */
export async function dropKeptPost(db: AuthDb, id: string, userId: string): Promise<void> {
  await db.deleteFrom('kept_post').where('key', '=', id).where('user_id', '=', userId).execute()
}

function keptKey(token: string): string {
  return createHash('sha256').update(`kept-post-key|${token}`).digest('base64url')
}

function sealKey(token: string): Buffer {
  return createHash('sha256').update(`kept-post-body|${token}`).digest()
}

function seal(token: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealKey(token), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function unseal(token: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', sealKey(token), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}

/** Removes what is over: old attempts, ended sessions, sign-ins that never came to their code, forms nobody fetched. */
export async function sweepSignIns(db: AuthDb, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - 86_400_000)
  await db.deleteFrom('sign_in_attempt').where('last_at', '<', yesterday).execute()
  await db.deleteFrom('session').where('expiresAt', '<', now).execute()
  await db.deleteFrom('verification').where('expiresAt', '<', now).execute()
  await db.deleteFrom('kept_post').where('expires_at', '<', now).execute()
}
