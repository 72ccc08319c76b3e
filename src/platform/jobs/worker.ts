import { EventEmitter } from 'node:events'
import { randomBytes } from 'node:crypto'
import { parseCronItems, run, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { openDatabase } from '../database.ts'
import { faultOf, type Log } from '../log.ts'
import { asOwner, silent } from './install.ts'
import { cronItems, type Round } from './rounds.ts'
import { faultClass, type Task, type Tasks } from './task.ts'

export type RunningWorker = {
  /** Resolves when the worker ended although nobody stopped it. */
  lost: Promise<void>
  /** Takes no more jobs and waits for those that run; what is not done within its patience runs again elsewhere. */
  stop(): Promise<void>
}

export type WorkerOptions = {
  url: string
  tasks: Tasks
  rounds: readonly Round[]
  log: Log
  concurrency?: number
  /** How old a dead worker's job must be before another takes it: younger, its worker may not be registered yet. */
  graceSeconds?: number
}

const patienceMs = 8_000
const lookMs = 15_000

/** Runs the jobs of a database: takes them as the owner of the job tables, does them as `kheo_app`. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { url, tasks, rounds, log, concurrency = 2, graceSeconds = 10 } = options
  const holder = `kheo-worker-${randomBytes(6).toString('hex')}`
  const pool = new pg.Pool({
    connectionString: url,
    max: concurrency + 3,
    options: asOwner,
    application_name: holder,
  })
  // A connection that breaks must not end the process: the next query takes another, or fails and is tried again.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const db = openDatabase(url, { max: concurrency + 1 })
  let id = ''
  const events: WorkerEvents = new EventEmitter()
  // What a job is locked by is the pool's id, not one worker's.
  events.on('pool:create', ({ workerPool }) => void (id = workerPool.id))
  await freeOrphans(pool, graceSeconds)
  const runner = await run({
    pgPool: pool,
    logger: silent,
    events,
    concurrency,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: patienceMs,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, logged(name, task, { db, log })])),
    parsedCronItems: parseCronItems(cronItems(rounds)),
  })
  await pool.query('insert into jobs.worker (worker_id, holder) values ($1, $2)', [id, holder])
  const look = setInterval(() => {
    freeOrphans(pool, graceSeconds).catch((error: unknown) => log.error({ fault: faultOf(error) }, 'orphaned jobs'))
  }, lookMs)
  look.unref()
  let stopping = false
  const lost = runner.promise
    .catch((error: unknown) => log.error({ fault: faultOf(error) }, 'worker'))
    .then(() => (stopping ? new Promise<void>(() => undefined) : undefined))
  return {
    lost,
    async stop() {
      stopping = true
      clearInterval(look)
      // A job that does not end in time is freed by our going, and runs again elsewhere.
      await Promise.race([runner.stop(), new Promise((done) => setTimeout(done, patienceMs + 2_000).unref())])
      await pool.query('delete from jobs.worker where worker_id = $1', [id])
      await pool.end()
      await db.destroy()
    },
  }
}

type Described = { id: string; attempts: number; max_attempts: number }

function logged(name: string, task: Task, { db, log }: { db: ReturnType<typeof openDatabase>; log: Log }) {
  return async (payload: unknown, { job }: { job: Described }): Promise<void> => {
    const began = performance.now()
    try {
      await task((payload ?? {}) as Record<string, unknown>, { db, now: new Date() })
      log.info({ task: name, job: job.id, ms: Math.round(performance.now() - began) }, 'job')
    } catch (error) {
      const last = job.attempts >= job.max_attempts
      log.error({ task: name, job: job.id, attempt: job.attempts, last, fault: faultOf(error) }, 'job failed')
      // Kept in the database with the job: the class alone, without the message and the stack.
      const said = new Error(faultClass(error))
      said.stack = ''
      throw said
    }
  }
}

/**
 * Jobs held by a worker that has no connection any more run again. graphile-worker alone would wait four hours, because it
 * cannot know; the server knows who is connected.
 */
async function freeOrphans(pool: pg.Pool, graceSeconds: number): Promise<void> {
  const living = `select worker_id from jobs.worker where holder in (select application_name from pg_stat_activity)`
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker.jobs
       where locked_by is not null and locked_at < now() - make_interval(secs => $1) and locked_by not in (${living})))`,
    [graceSeconds],
  )
  await pool.query(
    `delete from jobs.worker where began_at < now() - interval '1 minute' and worker_id not in (${living})`,
  )
}
