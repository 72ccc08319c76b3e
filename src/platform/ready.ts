import pg from 'pg'
import { migrationNames } from './migrations.ts'

/** Whether the database answers and has this version's newest migration. */
export async function isReady(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string }>(
      'select name from schema_migration order by name desc limit 1',
    )
    return rows[0]?.name === (await migrationNames()).at(-1)
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
