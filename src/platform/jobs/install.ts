import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

/** graphile-worker's tables and our wrapper's owner are one: `security definer` then passes their row security. */
export const asOwner = '-c role=kheo_owner'

/** Brings the job tables to the version of the package. Costs one query when nothing is to be done. */
export async function installJobs(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1, options: asOwner })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool: pool, logger: silent })
  } finally {
    await pool.end()
  }
}

/** graphile-worker tells of every job at length; what matters is logged where a task ends. */
export const silent = new Logger(() => () => undefined)
