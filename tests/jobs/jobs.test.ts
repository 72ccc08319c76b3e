import { spawn } from 'node:child_process'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { inScope, openDatabase } from '#platform/database.ts'
import { enqueue, type JobIds } from '#platform/jobs/enqueue.ts'
import { failedJobs, retryJob } from '#platform/jobs/failed.ts'
import { cronItems, nightFromEnvironment } from '#platform/jobs/rounds.ts'
import { faultClass, idOf, TaskFault, type Task } from '#platform/jobs/task.ts'
import { startWorker, type RunningWorker } from '#platform/jobs/worker.ts'
import { openLog } from '#platform/log.ts'
import { migrate } from '#platform/migrations.ts'
import { onServer, useDatabase } from '../support/database.ts'

const database = useDatabase()
const nowhere = { file: '/dev/null' }
const province = newId<'Unit'>()

beforeAll(async () => {
  await database.asOwner('create table public.tried (what text)')
  await database.asOwner('grant select, insert on public.tried to kheo_app')
})
beforeEach(async () => {
  await database.asOwner('delete from graphile_worker._private_jobs')
  await database.asOwner('delete from public.tried')
})

async function add(ids: JobIds, task = 'count-up', key: string | null = null): Promise<void> {
  await inScope(database.db, { reach: 'province', province }, (tx) => enqueue(tx, task, ids, key))
}

async function working(task: Task): Promise<RunningWorker> {
  const worker = await startWorker({
    url: database.url,
    tasks: { 'count-up': task },
    rounds: [],
    log: openLog(nowhere),
    graceSeconds: 0,
  })
  onTestFinished(() => worker.stop())
  return worker
}

async function until<Value>(look: () => Promise<Value>, wanted: (value: Value) => boolean): Promise<Value> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    const value = await look()
    if (wanted(value)) return value
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('It did not come about in fifteen seconds')
}

const tried = async (): Promise<number> => (await database.asOwner('select from public.tried')).length
const waiting = () => database.asOwner<{ attempts: number }>('select attempts from graphile_worker.jobs')

describe('a job', () => {
  test('is there when its write stands, and not when it was taken back', async () => {
    const failing = inScope(database.db, { reach: 'public' }, async (tx) => {
      await enqueue(tx, 'count-up', {})
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    expect(await waiting()).toHaveLength(0)
    await add({})
    expect(await waiting()).toHaveLength(1)
  })

  test('runs with its ids, as kheo_app, outside every scope', async () => {
    const report = newId<'Report'>()
    const seen: unknown[] = []
    await add({ report, n: 3 })
    await working(async (ids, { db }) => {
      const { rows } = await sql<{ who: string; scope: string | null }>`
        select current_user as who, nullif(current_setting('app.province_id', true), '') as scope`.execute(db)
      seen.push(idOf(ids, 'report'), ids['n'], rows[0])
    })
    await until(async () => seen.length, Boolean)
    expect(seen).toEqual([report, 3, { who: 'kheo_app', scope: null }])
    await until(waiting, (rows) => rows.length === 0)
  })

  test.each<[string, JobIds]>([
    ['a name', { who: 'Nguyễn Thị Mẫu' }],
    ['an address', { to: 'ai.do@example.vn' }],
    ['text behind an id', { report: `${newId()} và tên` }],
    ['a number as long as a telephone’s', { phone: 912345678 }],
    ['a decimal', { share: 0.5 }],
    ['a name of a field that says something', { 'Nguyễn Thị Mẫu': 1 }],
  ])('is refused when it holds %s, and the refusal does not repeat it', async (_, ids) => {
    const refusal = await add(ids).then(
      () => 'taken',
      (error: unknown) => String(error),
    )
    expect(refusal).toMatch(/ids and small numbers only/)
    for (const held of Object.values(ids)) expect(refusal).not.toContain(String(held))
    expect(await waiting()).toHaveLength(0)
  })

  test('is refused when its key or its task says more than a word and ids', async () => {
    await expect(add({}, 'count-up', 'nguyễn thị mẫu')).rejects.toThrow(/a word and ids/)
    await expect(add({}, 'Đếm lên')).rejects.toThrow(/small letters/)
  })

  test('with a key takes the place of one that has not begun', async () => {
    const id = newId()
    await add({ id }, 'count-up', `count:${id}`)
    await add({ id, n: 2 }, 'count-up', `count:${id}`)
    expect(await waiting()).toHaveLength(1)
  })

  test('can be added by the application only through the wrapper', async () => {
    for (const statement of [
      `select graphile_worker.add_job('count-up')`,
      'select * from graphile_worker.jobs',
      'select * from jobs.worker',
    ]) {
      await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(/permission denied/)
    }
  })
})

describe('a job that fails', () => {
  test('is tried again later, and stands in the list with the class of its fault and none of its words', async () => {
    await add({})
    await working(async () => {
      throw Object.assign(new Error('ai.do@example.vn từ chối'), { code: 'EENVELOPE' })
    })
    const [failed] = await until(
      () => failedJobs(database.url),
      (rows) => rows.length > 0,
    )
    expect(failed).toMatchObject({ task: 'count-up', fault: 'Error EENVELOPE', attempts: 1, ofAttempts: 12 })
    expect(failed?.nextAt?.getTime()).toBeGreaterThan(Date.now() - 1_000)
    const kept = JSON.stringify(await database.asOwner('select * from graphile_worker._private_jobs'))
    expect(kept).not.toContain('example.vn')
  })

  test('for the last time is given up, and runs when the operator asks for it', async () => {
    await add({})
    await database.asOwner('update graphile_worker._private_jobs set attempts = 11')
    let broken = true
    await working(async (_, { db }) => {
      if (broken) throw new TaskFault('mail-server')
      await sql`insert into public.tried values ('done')`.execute(db)
    })
    const [failed] = await until(
      () => failedJobs(database.url),
      (rows) => rows.length > 0,
    )
    expect(failed).toMatchObject({ fault: 'mail-server', attempts: 12, nextAt: null })
    broken = false
    expect(await retryJob(database.url, failed?.id ?? '')).toBe(true)
    await until(tried, (count) => count === 1)
    expect(await failedJobs(database.url)).toEqual([])
    expect(await retryJob(database.url, failed?.id ?? '')).toBe(false)
    expect(await retryJob(database.url, "1'; --")).toBe(false)
  })

  test('names a fault of the database by its code, never by its message', () => {
    const error = Object.assign(new Error('Key (name)=(Nguyễn Thị Mẫu) already exists'), { code: '23505' })
    expect(faultClass(error)).toBe('Error 23505')
    expect(faultClass(Object.assign(new Error('x'), { code: 'một câu dài' }))).toBe('Error')
    expect(faultClass('a text')).toBe('string')
    expect(() => idOf({ report: 'không phải id' } as Record<string, unknown>, 'report')).toThrow('no-report')
  })
})

test('killed in the middle, a job runs again as soon as another worker looks', async () => {
  await add({})
  const child = spawn(process.execPath, ['tests/jobs/dies.ts', database.url], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve) => child.stdout.on('data', (chunk: Buffer) => chunk.includes('begun') && resolve()))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  expect(await tried()).toBe(1)
  // The server notices a broken connection by itself, a moment after the process is gone.
  await until(
    () =>
      database.asOwner(
        `select from pg_stat_activity where application_name like 'kheo-worker-%' and datname = current_database()`,
      ),
    (rows) => rows.length === 0,
  )
  await working(async (_, { db }) => {
    await sql`insert into public.tried values ('done')`.execute(db)
  })
  await until(tried, (count) => count === 2)
  await until(waiting, (rows) => rows.length === 0)
})

test('a living worker keeps its long job, whoever else looks for orphans', async () => {
  await add({})
  let ended = false
  let times = 0
  await working(async () => {
    times += 1
    await until(async () => ended, Boolean)
  })
  await until(async () => times, Boolean)
  await new Promise((done) => setTimeout(done, 200))
  await working(async () => {
    times += 1
  })
  await new Promise((done) => setTimeout(done, 500))
  ended = true
  await until(waiting, (rows) => rows.length === 0)
  expect(times).toBe(1)
})

test('stopping waits for the job that runs', async () => {
  const before = await database.asOwner<{ count: string }>('select count(*) from jobs.worker')
  await add({})
  let begun = false
  const worker = await startWorker({
    url: database.url,
    tasks: {
      'count-up': async (_, { db }) => {
        begun = true
        await new Promise((done) => setTimeout(done, 400))
        await sql`insert into public.tried values ('done')`.execute(db)
      },
    },
    rounds: [],
    log: openLog(nowhere),
  })
  await until(async () => begun, Boolean)
  await worker.stop()
  expect(await tried()).toBe(1)
  expect(await waiting()).toHaveLength(0)
  const registered = await database.asOwner<{ count: string }>('select count(*) from jobs.worker')
  expect(registered).toEqual(before)
})

describe('the night', () => {
  test.each([
    [{ hour: 1, minute: 30 }, 0, '30 18 * * *'],
    [{ hour: 1, minute: 30 }, 45, '15 19 * * *'],
    [{ hour: 7, minute: 0 }, 0, '0 0 * * *'],
    [{ hour: 23, minute: 50 }, 20, '10 17 * * *'],
  ])('%j in Vietnam, %i minutes in, is %s in UTC', (night, minutesIntoNight, match) => {
    expect(cronItems([{ task: 'sweep', minutesIntoNight }], night)[0]?.match).toBe(match)
  })

  test('is the operator’s, or refused in words', () => {
    expect(nightFromEnvironment({})).toEqual({ hour: 1, minute: 30 })
    expect(nightFromEnvironment({ KHEO_NIGHT: '2:05' })).toEqual({ hour: 2, minute: 5 })
    expect(() => nightFromEnvironment({ KHEO_NIGHT: '25:00' })).toThrow(/KHEO_NIGHT/)
  })
})

test('on a server of the operator’s own, with a login that is no superuser, jobs are installed, added, run and listed', async () => {
  const server = inject('clusterUrl')
  const name = `kheo_plain_${Date.now()}`
  await onServer(server, `create role ${name} login createrole`)
  await onServer(server, `grant kheo_owner, kheo_app, kheo_auth, kheo_reader to ${name} with admin option`)
  await onServer(server, `create database ${name} owner ${name} template template0`)
  onTestFinished(async () => {
    await onServer(server, `drop database ${name} with (force)`)
    await onServer(server, `drop role ${name}`)
  })
  const url = server.replace('kheo@', `${name}@`).replace('/postgres?', `/${name}?`)
  await migrate(url)
  const db = openDatabase(url, { max: 1 })
  onTestFinished(() => db.destroy())
  await inScope(db, { reach: 'province', province }, (tx) => enqueue(tx, 'count-up', { n: 1 }))
  const seen: unknown[] = []
  const worker = await startWorker({
    url,
    tasks: { 'count-up': async (ids) => void seen.push(ids['n']) },
    rounds: [],
    log: openLog(nowhere),
  })
  await until(
    async () => seen.length,
    (length) => length === 1,
  )
  await worker.stop()
  expect(await failedJobs(url)).toEqual([])
})
