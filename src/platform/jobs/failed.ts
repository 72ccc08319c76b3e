import pg from 'pg'
import { asOwner } from './install.ts'

/** A job that failed: for good when nothing tries it any more. */
export type FailedJob = {
  id: string
  task: string
  fault: string
  attempts: number
  ofAttempts: number
  since: Date
  /** When it is tried again; null when it is not. */
  nextAt: Date | null
}

/** Every job that failed at least once and is not done yet, those given up first. */
export async function failedJobs(url: string): Promise<FailedJob[]> {
  const rows = await asJobOwner<FailedJob>(
    url,
    `select id::text, task_identifier as task, coalesce(last_error, 'killed') as fault, attempts,
            max_attempts as "ofAttempts", created_at as since,
            case when attempts < max_attempts then run_at end as "nextAt"
     from graphile_worker.jobs
     where locked_at is null and attempts > 0 and (last_error is not null or attempts >= max_attempts)
     order by attempts < max_attempts, id`,
  )
  return rows
}

/** Tries a failed job again from now on; false when there is no such job that waits. */
export async function retryJob(url: string, id: string): Promise<boolean> {
  if (!/^\d{1,18}$/.test(id)) return false
  const rows = await asJobOwner(
    url,
    `select id from graphile_worker.reschedule_jobs(
       array(select id from graphile_worker.jobs where id = $1 and locked_at is null), now(), null, 0, null)`,
    [id],
  )
  return rows.length > 0
}

async function asJobOwner<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, options: asOwner })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}
