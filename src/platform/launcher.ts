import { realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDataFolder } from './data-folder.ts'
import { chooseAccount } from './launcher/account.ts'
import { clusterFolder, createCluster, endOrphans, runServer } from './launcher/cluster.ts'
import { lockHolder, takeLock, type Holder, type Lock, type Purpose } from './launcher/lock.ts'
import { installedPrograms } from './launcher/programs.ts'
import { refusalFor, StartRefused } from './launcher/refusal.ts'
import { makeSocketFolder, socketUrl } from './launcher/socket.ts'

export type EmbeddedDatabase = {
  /** For node-postgres, over the unix socket; database and user are both `kheo`. */
  url: string
  /** Resolves with a sentence when the server ends although nobody stopped it. */
  lost: Promise<string>
  stop(): Promise<void>
}

type EmbeddedOptions = {
  dataDir: string
  onProgress?: (sentence: string) => void
  /** A command of the cli has the folder only for its own length, so others wait for it instead of giving up. */
  purpose?: Purpose
  /** The folder with bin, lib and share; by default the installed package's. */
  binaries?: string
}

/**
 * Starts the PostgreSQL that comes with the package on this folder, making it the first time.
 * It stops with us, whatever ends us, wherever the system can arrange that; if not, the next start stops it.
 * Throws StartRefused, whose message is one sentence for the operator.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const onProgress = options.onProgress ?? (() => undefined)
  const undo: (() => Promise<void>)[] = []
  const undoAll = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const native = options.binaries ?? installedPrograms()
    const dataDir = await openFolder(options.dataDir)
    const lock = await lockOrRefuse(dataDir, options.purpose ?? 'serve', onProgress)
    undo.push(() => lock.release())
    await endOrphans(dataDir, onProgress)
    const account = await chooseAccount(native, dataDir, clusterFolder(dataDir))
    if (!(await exists(clusterFolder(dataDir)))) {
      onProgress('Đang tạo cơ sở dữ liệu PostgreSQL lần đầu')
      await createCluster(account, dataDir)
    }
    const socket = await makeSocketFolder(dataDir, account)
    undo.push(() => socket.remove())
    const server = await runServer(account, dataDir, socket.path, onProgress)
    undo.push(() => server.stop())
    const url = socketUrl(socket.path)
    await lock.announce(url)
    return { url, lost: server.lost, stop: undoAll }
  } catch (error) {
    await undoAll().catch(() => undefined)
    throw refusalFor(error, resolve(options.dataDir))
  }
}

/** The server that another process runs for this folder, or null when there is none to share. */
export async function attachEmbedded(dataDir: string): Promise<{ url: string; pid: number } | null> {
  for (let waited = 0; ; waited += 100) {
    const holder = await embeddedHolder(dataDir)
    // A command takes its server away when it ends: wait for the lock instead of sharing.
    if (!holder || holder.purpose === 'command') return null
    if (holder.url) return { url: holder.url, pid: holder.pid }
    if (waited > patienceMs) throw busy(dataDir, holder)
    await wait(100)
  }
}

/** Which living process has this folder, for whatever purpose. */
export async function embeddedHolder(dataDir: string): Promise<Holder | undefined> {
  try {
    return await lockHolder(resolve(dataDir))
  } catch (error) {
    throw refusalFor(error, resolve(dataDir))
  }
}

const patienceMs = 60_000

async function openFolder(dataDir: string): Promise<string> {
  openDataFolder(dataDir)
  // Two names of one folder must find the same lock, and /proc shows real paths.
  return realpath(dataDir)
}

async function lockOrRefuse(dataDir: string, purpose: Purpose, onProgress: (sentence: string) => void): Promise<Lock> {
  for (let waited = 0; ; waited += 100) {
    const taken = await takeLock(dataDir, purpose)
    if ('release' in taken) return taken
    if (taken.purpose === 'serve' || waited > patienceMs) throw busy(dataDir, taken)
    if (waited === 0) onProgress(`Đang chờ một lệnh khác (pid ${taken.pid}) dùng xong dữ liệu`)
    await wait(100)
  }
}

function busy(dataDir: string, holder: Holder): StartRefused {
  return new StartRefused(
    `Khéo đang chạy trên thư mục ${dataDir} (already running, pid ${holder.pid}). Hãy dừng tiến trình đó trước, hoặc đặt KHEO_DATA là thư mục khác.`,
  )
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}
