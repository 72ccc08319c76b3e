import { betterAuth } from 'better-auth'
import { parseSetCookieHeader } from 'better-auth/cookies'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { twoFactor, username } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { truncatedAddress } from './address.ts'
import { shortestPassword } from './forms.ts'
import { fromBase32 } from './totp.server.ts'

/** The tables of schema `auth` that our own queries read or write; the library writes the rest. */
export interface AuthTables {
  user: { id: string; username: string; accountId: string; provinceId: string; twoFactorEnabled: boolean | null }
  session: { id: string; token: string; userId: string; createdAt: Date; expiresAt: Date }
  verification: { identifier: string; value: string; expiresAt: Date }
  twoFactor: { id: string; userId: string; secret: string; backupCodes: string; verified: boolean | null }
  account: { userId: string; providerId: string; password: string | null }
  recovery_code: { user_id: string; key: string; made_at: Date; used_at: Date | null }
  sign_in_attempt: { key: string; failures: number; last_at: Date }
  totp_step_used: { user_id: string; step: number }
  session_state: { session_id: string; last_seen_at: Date; ended_at: Date | null; duty_id: string | null }
  kept_post: { key: string; user_id: string; action: string; body: Buffer; expires_at: Date }
}

export type AuthDb = Kysely<AuthTables>

/** A visit to the door: when, from where, with which cookies; `isQuiet` when a page asks by itself and nobody pressed anything. */
export type Visit = { now: Date; address: string; cookies: string; isQuiet?: boolean }

/** A cookie the answer has to set, or to take away when `value` is empty. */
export type CookieChange = { name: string; value: string }

/** After twelve hours a session ends even when it was never idle. */
const longestSessionSeconds = 12 * 3600

export const sessionCookie = 'kheo.session_token'
export const pendingCookie = 'kheo.two_factor'

export type Identity = ReturnType<typeof openIdentity>

/** Passwords, sessions and second factors: better-auth on its own connections, as `kheo_auth`, never mounted as a handler. */
export function openIdentity(options: { url: string; secret: string; max?: number }) {
  const authDb = openAuthDb(options.url, options.max ?? 5)
  const library = betterAuth({
    secret: options.secret,
    // Never used: nothing is mounted and no e-mail is sent, but the library wants to know where it lives.
    baseURL: 'http://localhost',
    database: { db: authDb, type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: shortestPassword,
      maxPasswordLength: 128,
    },
    session: { expiresIn: longestSessionSeconds, disableSessionRefresh: true },
    user: {
      additionalFields: {
        accountId: { type: 'string', required: true },
        provinceId: { type: 'string', required: true },
      },
    },
    plugins: [username({ displayUsername: false }), twoFactor({ issuer: 'Khéo' })],
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'kheo',
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: ['x-kheo-address'] },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its warnings name accounts; what matters is in the audit.
    logger: { disabled: true },
  })
  return { library, authDb, close: () => authDb.destroy() }
}

/** Connects as `kheo_auth`, which sees schema `auth` and nothing else. */
export function openAuthDb(url: string, max: number): AuthDb {
  const pool = new pg.Pool({ connectionString: url, max, options: '-c role=kheo_auth -c search_path=auth' })
  pool.on('error', () => undefined)
  return new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool }) })
}

/** What the library may know of a request: its cookies, and an address that is already truncated. */
export function headersOf(visit: Visit): Headers {
  return new Headers({ cookie: visit.cookies, 'x-kheo-address': truncatedAddress(visit.address) })
}

/** The cookies that an answer of the library sets. */
export function cookieChanges(headers: Headers): CookieChange[] {
  return headers.getSetCookie().flatMap((line) =>
    Array.from(parseSetCookieHeader(line), ([name, cookie]) => ({
      name,
      value: cookie['max-age'] === 0 ? '' : cookie.value,
    })),
  )
}

/** The visit as it will be once the browser has taken the cookies: for a second call in the same step. */
export function withCookies(visit: Visit, changes: readonly CookieChange[]): Visit {
  const kept = changes
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
  return { ...visit, cookies: kept.join('; ') }
}

/** The value of one cookie in a Cookie header. */
export function cookieValue(header: string, name: string): string | null {
  const pair = cookiePair(header, name)
  if (!pair) return null
  try {
    return decodeURIComponent(pair.slice(name.length + 1))
  } catch {
    return null
  }
}

/** One cookie of a Cookie header as it stands there; empty when it is absent. */
export function cookiePair(header: string, name: string): string {
  return header.split(/;\s*/).find((part) => part.startsWith(`${name}=`)) ?? ''
}

/** The secret of a user's second factor, whether enrolled or only begun. */
export async function secondFactorSecret(identity: Identity, userId: string): Promise<Uint8Array | null> {
  const row = await identity.authDb
    .selectFrom('twoFactor')
    .select('secret')
    .where('userId', '=', userId)
    .executeTakeFirst()
  if (!row) return null
  const { secretConfig } = await identity.library.$context
  const secret = await symmetricDecrypt({ key: secretConfig, data: row.secret })
  // The library keeps its own secrets as they are and imported ones behind this word.
  return secret.startsWith(importedSecret)
    ? fromBase32(secret.slice(importedSecret.length))
    : new TextEncoder().encode(secret)
}

const importedSecret = 'base32:'

/** Gives a user a second factor whose secret is known beforehand: the printed one of an example account. */
export async function setSecondFactor(identity: Identity, userId: string, base32Secret: string): Promise<void> {
  const { secretConfig, adapter, internalAdapter } = await identity.library.$context
  const encrypt = (text: string): Promise<string> => symmetricEncrypt({ key: secretConfig, data: text })
  await identity.authDb.deleteFrom('twoFactor').where('userId', '=', userId).execute()
  await adapter.create({
    model: 'twoFactor',
    data: {
      userId,
      secret: await encrypt(importedSecret + base32Secret),
      backupCodes: await encrypt('[]'),
      verified: true,
    },
  })
  await internalAdapter.updateUser(userId, { twoFactorEnabled: true })
}
