import pg from 'pg'
import type { Id } from '../kernel/ids.ts'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/**
 * Says that something public changed in a province. Every transaction that changes what an anonymous reader can see calls it,
 * before the audit: the row stays locked to commit, so the order of the numbers is the order of the commits.
 */
export async function markPublicChange(tx: Tx, province: Id<'Unit'>): Promise<void> {
  await tx
    .insertInto('public_clock')
    .values({ province_id: province, n: 1 })
    .onConflict((conflict) => conflict.column('province_id').doUpdateSet({ n: sql`public_clock.n + 1` }))
    .execute()
}

/** How many public changes there have been, in all provinces together: the same number is the same data. */
export async function publicChanges(tx: Tx): Promise<number> {
  const { n } = await tx
    .selectFrom('public_clock')
    .select(sql<number>`coalesce(sum(n), 0)::bigint`.as('n'))
    .executeTakeFirstOrThrow()
  return n
}

export type PublicVersion = { read(): Promise<string>; close(): Promise<void> }

// Each number only grows, so the sum changes with every change; the reference files change with a new version of Khéo.
function questionOf(clocks: readonly string[]) {
  const others = clocks.map((clock) => ` || ' ' || (select n from ${pg.escapeIdentifier(clock)})`).join('')
  return {
    name: 'public-version',
    text: `select (select coalesce(sum(n), 0) from public_clock) || ' ' ||
    coalesce((select max(at) from reference_load)::text, '')${others} as version`,
  }
}

/**
 * Reads the version of everything public, on a connection of its own so that it never waits behind a page's queries. `clocks` are
 * tables of one row whose number `n` moves with something else that public pages show.
 */
export function openPublicVersion(url: string, clocks: readonly string[] = []): PublicVersion {
  const question = questionOf(clocks)
  const pool = new pg.Pool({ connectionString: url, max: 1, options: '-c role=kheo_app' })
  // A connection that breaks while idle: the next question opens another, or fails in the reader's hands.
  pool.on('error', () => undefined)
  return {
    async read() {
      const { rows } = await pool.query<{ version: string }>(question)
      return rows[0]?.version ?? ''
    },
    close: () => pool.end(),
  }
}
