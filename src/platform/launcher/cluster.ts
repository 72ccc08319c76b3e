import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Account } from './account.ts'
import { isAlive, postgresIn } from './living.ts'
import { noPrograms, sentenceFor, StartRefused } from './refusal.ts'

const major = 18

export function clusterFolder(dataDir: string): string {
  return join(dataDir, `postgres-${major}`)
}

/** A folder of that name is complete: it is built under another name, with its database, and then renamed. */
export async function createCluster(account: Account, dataDir: string): Promise<void> {
  const folder = clusterFolder(dataDir)
  await removeUnfinished(dataDir)
  await refuseOtherVersions(dataDir)
  const draft = `${folder}.unfinished-${randomBytes(4).toString('hex')}`
  try {
    await fillCluster(account, draft, dataDir)
    await rename(draft, folder)
    await syncFolder(dirname(folder))
  } catch (error) {
    // On a full disk, half a cluster would hold the very space that is missing.
    await rm(draft, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
    throw error
  }
}

async function fillCluster(account: Account, draft: string, dataDir: string): Promise<void> {
  await mkdir(draft, { mode: 0o700 })
  await account.own(draft)
  await finished(
    account.start('initdb', [...initdbArguments, '-D', draft], { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] }),
    '',
    dataDir,
  )
  // Single-user mode leaves a checkpoint behind it, so the database is on disk before the folder gets its name.
  await finished(
    account.start('postgres', ['--single', '-D', draft, 'postgres'], { cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] }),
    'create database kheo\n',
    dataDir,
  )
}

/** As every installation's cluster is made. */
export const initdbArguments = [
  '--username=kheo',
  '--encoding=UTF8',
  '--locale-provider=icu',
  '--icu-locale=vi-VN',
  // Under plain C, trigrams and upper case would know no letter outside ASCII.
  '--locale=C.UTF-8',
  // Who may connect is decided by the folder of the socket, which only one account enters.
  '--auth-local=trust',
  '--auth-host=reject',
]

async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (/^postgres-\d+\.unfinished-|^\.programs-/.test(name)) {
      // Another program of an interrupted start may still be ending there; the next start sweeps again.
      await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
    }
  }
}

async function refuseOtherVersions(dataDir: string): Promise<void> {
  const other = (await readdir(dataDir)).find((name) => /^postgres-\d+$/.test(name))
  if (other) {
    throw new StartRefused(
      `Thư mục ${dataDir} chứa dữ liệu ${other}, mà bản này chạy PostgreSQL ${major}. Hãy sao lưu (backup) bằng phiên bản cũ rồi phục hồi (restore) bằng phiên bản này.`,
    )
  }
}

async function finished(child: ChildProcess, input: string, dataDir: string): Promise<void> {
  let printed = ''
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  // The program may be gone before it has read its input; its exit tells the story.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(input)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // Single-user mode ends with 0 even when its one statement failed.
  if (code !== 0 || /^.*(ERROR|FATAL|PANIC):/m.test(printed)) throw refusalFromPrinted(printed, dataDir)
}

function refusalFromPrinted(printed: string, dataDir: string): StartRefused {
  const known = sentenceFor(printed, dataDir)
  if (known) return new StartRefused(known)
  const line = printed.split('\n').find((candidate) => /error|FATAL|PANIC/i.test(candidate)) ?? printed.trim()
  return noPrograms(line.trim() || 'không rõ lý do')
}

async function syncFolder(folder: string): Promise<void> {
  const entry = await open(folder, 'r')
  await entry.sync().finally(() => entry.close())
}

/** Ends what an earlier run left behind in this folder. Call only while holding the lock. */
export async function endOrphans(dataDir: string, onProgress: (sentence: string) => void): Promise<void> {
  const folder = clusterFolder(dataDir)
  const recorded = await recordedServer(folder)
  const left = await postgresIn(folder)
  if (left.length > 0) {
    onProgress('Đang dừng PostgreSQL còn lại từ lần chạy trước')
    // INT: disconnect everyone, write a checkpoint. The others follow their postmaster, alive or dead.
    if (recorded && left.includes(recorded.pid)) signal(recorded.pid, 'SIGINT')
    if (!(await emptied(folder, 30_000))) {
      for (const pid of await postgresIn(folder)) signal(pid, 'SIGQUIT')
      if (!(await emptied(folder, 10_000))) {
        throw new StartRefused(
          `PostgreSQL của lần chạy trước (pid ${left.join(', ')}) còn giữ ${folder} và không dừng. Hãy dừng tiến trình đó rồi chạy lại.`,
        )
      }
    }
  }
  // After a reboot the recorded pid may be another program's, and postgres would wait for that one to end, for ever.
  // Nobody works in the folder (just proven), so the record is history.
  if (recorded && (await isAlive({ pid: recorded.pid, startedAt: '' }))) {
    await rm(join(folder, 'postmaster.pid'), { force: true })
  }
}

async function emptied(folder: string, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs
  while ((await postgresIn(folder)).length > 0) {
    if (Date.now() > deadline) return false
    await wait(50)
  }
  return true
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already, which is what was asked of it.
  }
}

/** What the postmaster tells about itself: its pid, the folder of its socket, and whether it takes connections. */
export async function recordedServer(folder: string): Promise<{ pid: number; ready: boolean } | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined
}

export type Server = { lost: Promise<string>; stop(): Promise<void> }

/** Runs the postmaster until it takes connections. */
export async function runServer(
  account: Account,
  dataDir: string,
  socketFolder: string,
  onProgress: (sentence: string) => void,
): Promise<Server> {
  const folder = clusterFolder(dataDir)
  const logPath = join(dataDir, 'postgres.log')
  const logStart = await beginLog(logPath)
  const log = openSync(logPath, 'a', 0o600)
  const child = account.start('postgres', serverArguments(folder, socketFolder), {
    cwd: '/',
    stdio: ['ignore', log, log],
    // A session of its own: Ctrl-C in the terminal reaches us alone, and we stop the server after our last query.
    detached: true,
  })
  closeSync(log)
  child.unref()
  let stopping = false
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const began = Date.now()
  let told = false
  const end = { yet: false }
  void ended.then(() => (end.yet = true))
  for (;;) {
    const server = await recordedServer(folder)
    if (server?.ready && server.pid === child.pid) break
    if (end.yet) throw refusalFromPrinted((await readFile(logPath, 'utf8')).slice(logStart), dataDir)
    if (!told && Date.now() - began > 5000) {
      told = true
      onProgress('PostgreSQL đang phục hồi (recovery) sau lần tắt đột ngột; việc này có thể mất vài phút')
    }
    await wait(20)
  }
  return {
    lost: new Promise((resolve) => {
      void ended.then(() => {
        if (!stopping) resolve(`PostgreSQL đã dừng ngoài ý muốn; xem ${logPath}.`)
      })
    }),
    async stop() {
      stopping = true
      // Now the process waits for the child, and for nothing else: a timer that lives on would hold it for half a minute.
      child.ref()
      for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
        if (!end.yet) child.kill(name)
        await Promise.race([ended, wait(30_000, undefined, { ref: false })])
        if (end.yet) return
      }
    },
  }
}

function serverArguments(folder: string, socketFolder: string): string[] {
  const settings = [
    'listen_addresses=',
    // A list: quoted, so that a comma in a folder's name does not make two of it.
    `unix_socket_directories="${socketFolder.replaceAll('"', '""')}"`,
    'unix_socket_permissions=0700',
    'port=5432',
    'logging_collector=off',
  ]
  return ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])]
}

/** The log of one earlier run is kept once the file has grown past 5 MB. Answers where this run's part begins. */
async function beginLog(path: string): Promise<number> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  if (size < 5_000_000) return size
  await rename(path, `${path}.1`)
  return 0
}
