import { access as accessible, open, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { withAccess } from '#modules/access/access.server.ts'
import { openDataFolder } from '#platform/data-folder.ts'
import { attachEmbedded, startEmbedded } from '#platform/launcher.ts'
import { refusalFor, StartRefused } from '#platform/launcher/refusal.ts'
import { readSecret } from '#platform/launcher/secret.ts'
import { migrate, migrationNames } from '#platform/migrations.ts'
import { loadReference } from '#platform/reference.ts'
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
  const database = options.databaseUrl
    ? await externalDatabase(options.databaseUrl)
    : await startEmbedded({ dataDir: options.dataDir, onProgress: options.onProgress })
  try {
    await fill(database.url, options.dataDir, options.onProgress)
    await prepareVault(database.url, ringPlace(options.dataDir, process.env['KHEO_VAULT_KEY']))
    const secret = await readSecret(options.dataDir, process.env['KHEO_SECRET'])
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
  onProgress: Progress
}): Promise<Installation> {
  const running = options.databaseUrl ? null : await attachEmbedded(options.dataDir)
  if (running) {
    await awaitMigrations(running.url, running.pid)
    const secret = await readSecret(options.dataDir, process.env['KHEO_SECRET'])
    return { url: running.url, secret, lost: new Promise(() => undefined), stop: async () => undefined }
  }
  const database = options.databaseUrl
    ? await externalDatabase(options.databaseUrl)
    : await startEmbedded({ dataDir: options.dataDir, onProgress: options.onProgress, purpose: 'command' })
  try {
    // The first start's mark stays: whether this installation gets example data is for `npm start` to say.
    await fill(database.url, options.dataDir, options.onProgress)
    return { ...database, secret: await readSecret(options.dataDir, process.env['KHEO_SECRET']) }
  } catch (error) {
    await database.stop()
    throw refusalFor(error, options.dataDir)
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

async function fill(url: string, dataDir: string, onProgress: Progress): Promise<void> {
  if ((await appliedMigrations(url)).length === 0) await markFirstStart(dataDir)
  const { applied } = await migrate(url)
  if (applied.length > 0) onProgress(`Đã cập nhật cơ sở dữ liệu đến ${applied.at(-1)}`)
  const { loaded } = await loadReference(url)
  if (loaded.length > 0) onProgress('Đã nạp dữ liệu tham chiếu')
}

async function showExample(
  installation: { url: string; secret: string },
  dataDir: string,
  onProgress: Progress,
): Promise<void> {
  // Imported only here: an installation that serves people never reads these files.
  if (await isFirstStart(dataDir)) {
    const { loadExample } = await import('./example.ts')
    await loadExample(installation.url, onProgress)
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

async function externalDatabase(url: string): Promise<Omit<Installation, 'secret'>> {
  try {
    await withClient(url, refuseUnfit)
  } catch (error) {
    if (error instanceof StartRefused) throw error
    // Never the address itself: it may hold a password.
    const reason = error instanceof Error ? error.message || (error as { code?: string }).code : String(error)
    throw new StartRefused(`Không kết nối được cơ sở dữ liệu trong DATABASE_URL: ${reason}.`)
  }
  return { url, lost: new Promise(() => undefined), stop: async () => undefined }
}

async function refuseUnfit(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Facts>(`
    select current_setting('server_version_num')::int as version,
           current_setting('server_version') as shown,
           current_setting('server_encoding') as encoding,
           exists (select from pg_collation where collname = 'vi-x-icu') as sorts,
           array(select wanted from unnest(array['pg_trgm', 'btree_gist']) wanted
                 where wanted not in (select name from pg_available_extensions)) as missing`)
  const sentence = rows[0] && unfitness(rows[0])
  if (sentence) throw new StartRefused(sentence)
}

type Facts = { version: number; shown: string; encoding: string; sorts: boolean; missing: string[] }

function unfitness(facts: Facts): string | undefined {
  if (facts.version < 150000) {
    return `Khéo cần PostgreSQL từ bản 15; máy chủ trong DATABASE_URL là bản ${facts.shown}.`
  }
  if (facts.encoding !== 'UTF8') {
    return `Cơ sở dữ liệu trong DATABASE_URL phải dùng mã UTF8 (encoding); hiện là ${facts.encoding}.`
  }
  if (!facts.sorts) {
    return 'Máy chủ trong DATABASE_URL không có bảng sắp xếp tiếng Việt vi-x-icu (PostgreSQL được dựng không kèm ICU).'
  }
  if (facts.missing.length > 0) {
    return `Máy chủ trong DATABASE_URL thiếu phần mở rộng (extension) ${facts.missing.join(', ')}; hãy cài gói postgresql-contrib.`
  }
  return undefined
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
