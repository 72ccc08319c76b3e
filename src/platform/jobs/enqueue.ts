import { sql } from 'kysely'
import type { Tx } from '../database.ts'

/** All that a job may hold: ids, and numbers too small to be a telephone's. The database refuses anything else. */
export type JobIds = Readonly<Record<string, string | number>>

/**
 * Adds a job in the caller's transaction: it runs if and only if the write stands.
 * With a key it takes the place of a job of that key that has not begun. Without one it waits for no lock of anybody.
 */
export async function enqueue(tx: Tx, task: string, ids: JobIds, key: string | null = null): Promise<void> {
  await sql`select jobs.enqueue(${task}::text, ${JSON.stringify(ids)}::json, ${key}::text)`.execute(tx)
}
