import { createHmac, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { AuthDb } from './identity.server.ts'
import { recoveryCodeText } from './forms.ts'

// No 0, O, 1, l, I: it is copied by hand from a sheet of paper.
const written = 'abcdefghjkmnpqrstuvwxyz23456789'

const codesInASet = 10

/** Ten letters and digits in two groups, about 49 bits. */
function newCode(): string {
  const group = (): string => Array.from({ length: 5 }, () => written[randomInt(written.length)]).join('')
  return `${group()}-${group()}`
}

/** Makes a new set in place of the old one and answers it: shown once, kept only as keyed hashes. */
export async function replaceRecoveryCodes(db: AuthDb, secret: string, userId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: codesInASet }, newCode)
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
    await tx
      .insertInto('recovery_code')
      .values(codes.map((code) => ({ user_id: userId, key: keyOf(secret, userId, code), made_at: now, used_at: null })))
      .execute()
  })
  return codes
}

/** Takes a code for good; false for one that is unknown or was taken before. */
export async function takeRecoveryCode(
  db: AuthDb,
  secret: string,
  userId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const taken = await db
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('key', '=', keyOf(secret, userId, typed))
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst()
  return taken !== undefined
}

/** How many codes of the current set are unused, and when it was made; null before there was one. */
export async function recoveryCodesLeft(db: AuthDb, userId: string): Promise<{ left: number; madeAt: Date } | null> {
  const row = await db
    .selectFrom('recovery_code')
    .select([sql<number>`count(*) filter (where used_at is null)`.as('left'), sql<Date | null>`max(made_at)`.as('at')])
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  return row.at ? { left: row.left, madeAt: row.at } : null
}

export async function dropRecoveryCodes(db: AuthDb, userId: string): Promise<void> {
  await db.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
}

function keyOf(secret: string, userId: string, code: string): string {
  return createHmac('sha256', secret)
    .update(`recovery-code|${userId}|${recoveryCodeText(code)}`)
    .digest('base64url')
}
