import { access as accessible, open, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { withAccess } from '#modules/access/access.server.ts'
import { openDataFolder } from '#platform/data-folder.ts'
import { externalDatabase, withClient } from '#platform/external-database.ts'
import { openFileStore } from '#platform/files/open-store.ts'
import { attachEmbedded, startEmbedded } from '#platform/launcher.ts'
import { refusalFor, StartRefused } from '#platform/launcher/refusal.ts'
import { keptSecret, readSecret } from '#platform/launcher/secret.ts'
import { migrate, migrationNames } from '#platform/migrations.ts'
import { loadReference } from '#platform/reference.ts'
import { backUpBeforeMigrating } from './backup.ts'
import { prepareVault } from '#platform/vault/keys.ts'
import { ringPlace } from '#platform/vault/ring.ts'

/** What stands once an installation is ready to serve. */
export type Installation = {
  url: string
  /** Signs sessions and forms. */
  secret: string
  /** Resolves with a sentence when the embedded server ends although nobody stopped it. */
  lost: Promise<string>
  stop(): Promise<void>
}

type Progress = (sentence: string) => void

/** How the operator steers an installation; the defaults make one that a newcomer can look around in. */
export function installationSettings(env: Record<string, string | undefined>): {
  dataDir: string
  databaseUrl?: string
  exampleData: boolean
} {
  const example = env['KHEO_EXAMPLE'] ?? (env['NODE_ENV'] === 'production' ? '0' : '1')
  return {
    dataDir: resolve(env['KHEO_DATA'] || 'data'),
    ...(env['DATABASE_URL'] ? { databaseUrl: env['DATABASE_URL'] } : {}),
    exampleData: example === '1',
  }
}

/** Brings up a migrated database with its reference data and, the first time and when asked for, the example data. */
export async function prepareInstallation(options: {
  dataDir: string
  databaseUrl?: string
  exampleData: boolean
  onProgress: Progress
}): Promise<Installation> {
  const database = await openDatabase(options, 'serve')
  try {
    await fill(database.url, options)
    await prepareVault(database.url, ringPlace(options.dataDir, process.env['KHEO_VAULT_KEY']))
    const secret = await secretFor(database.url, options.dataDir)
    if (options.exampleData) await showExample({ url: database.url, secret }, options.dataDir, options.onProgress)
    await rm(firstStart(options.dataDir), { force: true })
    return { ...database, secret }
  } catch (error) {
    await database.stop()
    throw refusalFor(error, options.dataDir)
  }
}

/** For one command of the cli: shares the running server, or starts one for the length of the command. */
export async function borrowInstallation(options: {
  dataDir: string
  databaseUrl?: string
  exampleData: boolean
  onProgress: Progress
}): Promise<Installation> {
  const running = options.databaseUrl ? null : await attachEmbedded(options.dataDir)
  if (running) {
    await awaitMigrations(running.url, running.pid)
    const secret = await secretFor(running.url, options.dataDir)
    return { url: running.url, secret, lost: new Promise(() => undefined), stop: async () => undefined }
  }
  const database = await openDatabase(options, 'command')
  try {
    // The first start's mark stays: whether this installation gets example data is for `npm start` to say.
    await fill(database.url, options)
    return { ...database, secret: await secretFor(database.url, options.dataDir) }
  } catch (error) {
    await database.stop()
    throw refusalFor(error, options.dataDir)
  }
}

/** Runs `work` on the database as it stands, neither migrated nor filled: what is backed up must not be changed first. */
export async function borrowDatabase<T>(options: Wanted, work: (url: string) => Promise<T>): Promise<T> {
  const running = options.databaseUrl ? null : await attachEmbedded(options.dataDir)
  const stop = async (): Promise<void> => undefined
  return whileHeld(running ? { url: running.url, stop } : await openDatabase(options, 'command'), work)
}

/** Runs `work`, a restore, on a database that nobody else uses, and brings what it left up to this version. */
export async function restoreInto<T>(options: Wanted, work: (url: string) => Promise<T>): Promise<T> {
  return whileHeld(await openDatabase(options, 'command'), async (url) => {
    try {
      const restored = await work(url)
      // A first start that was interrupted here would otherwise add its example to what has just come back.
      await rm(firstStart(options.dataDir), { force: true })
      await bringUp(url, options.onProgress)
      return restored
    } catch (error) {
      throw refusalFor(error, options.dataDir)
    }
  })
}

/** Whoever stops the command stops the database with it, and `exit` lets half-made files go. */
async function whileHeld<T>(
  database: Pick<Installation, 'url' | 'stop'>,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const stopOnSignal = (): void => void database.stop().finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopOnSignal)
  try {
    return await work(database.url)
  } finally {
    await database.stop()
  }
}

/** The migrations a database has seen, oldest first; none in an empty one. */
export async function appliedMigrations(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows: known } = await client.query<{ made: boolean }>(
      `select to_regclass('schema_migration') is not null as made`,
    )
    if (!known[0]?.made) return []
    const { rows } = await client.query<{ name: string }>('select name from schema_migration order by name')
    return rows.map((row) => row.name)
  })
}

type Wanted = { dataDir: string; databaseUrl?: string; onProgress: Progress }

async function openDatabase(
  { dataDir, databaseUrl, onProgress }: Wanted,
  purpose: 'serve' | 'command',
): Promise<Omit<Installation, 'secret'>> {
  return databaseUrl ? externalDatabase(databaseUrl) : startEmbedded({ dataDir, onProgress, purpose })
}

async function fill(
  url: string,
  { dataDir, exampleData, onProgress }: { dataDir: string; exampleData: boolean; onProgress: Progress },
): Promise<void> {
  const applied = await appliedMigrations(url)
  if (applied.length === 0) await markFirstStart(dataDir)
  const [first] = (await migrationNames()).filter((name) => !applied.includes(name))
  // A command is called from any shell, so the setting alone proves nothing about what the database holds.
  if (first && !(exampleData && (await holdsExample(url))) && (await holdsWork(url))) {
    await backUpBeforeMigrating({ url, dataDir, env: process.env }, first, onProgress)
  }
  await bringUp(url, onProgress)
}

async function bringUp(url: string, onProgress: Progress): Promise<void> {
  const { applied } = await migrate(url)
  if (applied.length > 0) onProgress(`Đã cập nhật cơ sở dữ liệu đến ${applied.at(-1)}`)
  const { loaded } = await loadReference(url)
  if (loaded.length > 0) onProgress('Đã nạp dữ liệu tham chiếu')
}

/** Whether anybody has done anything here: all that people do leaves a row in the audit. */
async function holdsWork(url: string): Promise<boolean> {
  return holdsRow(url, 'audit', 'select from audit limit 1')
}

/** Whether the example province was loaded here: its files leave their rows as those of db/reference do. */
async function holdsExample(url: string): Promise<boolean> {
  return holdsRow(url, 'reference_load', `select from reference_load where file like 'example/%' limit 1`)
}

/** The secret of this installation. None is made where second factors wait for the one that encrypted them. */
async function secretFor(url: string, dataDir: string): Promise<string> {
  const given = process.env['KHEO_SECRET']
  if ((await keptSecret(dataDir, given)) === undefined) {
    if (await holdsRow(url, 'auth."twoFactor"', 'select from auth."twoFactor" limit 1')) {
      throw new StartRefused(
        `Thiếu KHEO_SECRET đã mã hoá mã đăng nhập hai bước ở đây: hãy đặt lại KHEO_SECRET cũ, hoặc chép tệp secret cũ thành tệp ${join(dataDir, 'secret')}. ` +
          'Nếu đã mất hẳn, hãy đặt một KHEO_SECRET mới: những ai đã đăng ký mã hai bước phải được quản trị cấp lại.',
      )
    }
  }
  return readSecret(dataDir, given)
}

/** False, too, where a database is so old or so new that it has no such table. */
async function holdsRow(url: string, table: string, question: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ made: boolean }>('select to_regclass($1) is not null as made', [table])
    return rows[0]?.made === true && ((await client.query(question)).rowCount ?? 0) > 0
  })
}

async function showExample(
  installation: { url: string; secret: string },
  dataDir: string,
  onProgress: Progress,
): Promise<void> {
  // Imported only here: an installation that serves people never reads these files.
  if (await isFirstStart(dataDir)) {
    const { loadExample } = await import('./example.ts')
    const store = openFileStore({ ...process.env, KHEO_DATA: dataDir })
    await loadExample(installation.url, onProgress, new Date(), store)
  }
  const { createExampleAccounts } = await import('#modules/access/example.server.ts')
  await withAccess(installation, (access) => createExampleAccounts(access, new Date()))
}

/** On disk from before the first table until the example data is complete, so that an interrupted first start goes on. */
function firstStart(dataDir: string): string {
  return join(dataDir, 'first-start')
}

async function markFirstStart(dataDir: string): Promise<void> {
  openDataFolder(dataDir)
  const mark = await open(firstStart(dataDir), 'w', 0o644)
  await mark.sync().finally(() => mark.close())
}

async function isFirstStart(dataDir: string): Promise<boolean> {
  return accessible(firstStart(dataDir)).then(
    () => true,
    () => false,
  )
}

const migrationPatienceMs = 60_000

/** A server that has just been started is still migrating; one that was started before an upgrade never will. */
async function awaitMigrations(url: string, pid: number): Promise<void> {
  const newest = (await migrationNames()).at(-1) ?? ''
  for (let waited = 0; ; waited += 200) {
    if ((await appliedMigrations(url)).includes(newest)) return
    if (waited > migrationPatienceMs) {
      throw new StartRefused(
        `Máy chủ đang chạy (pid ${pid}) thuộc phiên bản cũ hơn lệnh này. Hãy dừng rồi chạy lại npm start, sau đó gọi lại lệnh.`,
      )
    }
    await new Promise((done) => setTimeout(done, 200))
  }
}
