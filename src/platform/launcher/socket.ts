import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from './account.ts'

/** `sun_path` of Linux holds 107 bytes and its end. */
const longestPath = 107

export type SocketFolder = { path: string; remove(): Promise<void> }

/**
 * A folder that only our account enters: that is all the authentication there is, so it comes before the socket.
 * Call only while holding the lock, with no server left in the folder.
 */
export async function makeSocketFolder(dataDir: string, account: Account): Promise<SocketFolder> {
  const near = join(dataDir, 'socket')
  if (fits(near)) {
    // A killed server leaves its socket's lock, and postgres believes it as long as that pid exists, even as a zombie.
    await rm(near, { recursive: true, force: true })
    await mkdir(near, { mode: 0o700 })
    await account.own(near)
    return { path: near, remove: async () => undefined }
  }
  const base = fits(join(tmpdir(), 'kheo-XXXXXX')) ? tmpdir() : '/tmp'
  // A fresh name each time: one that could be guessed could be made by another account before us.
  const far = await mkdtemp(join(base, 'kheo-'))
  await account.own(far)
  return { path: far, remove: () => rm(far, { recursive: true, force: true }) }
}

export function socketUrl(folder: string): string {
  return `postgresql:///kheo?host=${encodeURIComponent(folder)}&user=kheo`
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, '.s.PGSQL.5432.lock')) <= longestPath
}
