import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Altered, NoRoom, sha256Shape, type FileStore } from './store.ts'

const halfDoneFor = 24 * 3_600_000

/** A folder outside everything that is served: `ab/abcdef…`, written beside and renamed, so that a name means whole bytes. */
export function localStore(folder: string): FileStore {
  const placeOf = (sha256: string): string => {
    if (!sha256Shape.test(sha256)) throw new Error('Not the name of a file')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    put: (sha256, content) => put(placeOf(sha256), content),
    get: (sha256) => get(placeOf(sha256), sha256),
    list: () => list(folder),
    remove: (sha256, before) => remove(placeOf(sha256), before),
  }
}

async function put(place: string, content: Buffer): Promise<void> {
  const folder = join(place, '..')
  const half = `${place}.${randomUUID()}.half`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (await isThere(place)) return await utimes(place, new Date(), new Date())
    const file = await open(half, 'wx', 0o600)
    try {
      await file.writeFile(content)
      // A row is committed next, and must not outlive the bytes in a power cut.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(half, place)
    const directory = await open(folder, 'r')
    await directory.sync().finally(() => directory.close())
  } catch (error) {
    await rm(half, { force: true })
    throw isFull(error) ? new NoRoom(error) : error
  }
}

async function get(place: string, sha256: string): Promise<Buffer | null> {
  const content = await readFile(place).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (content && createHash('sha256').update(content).digest('hex') !== sha256) throw new Altered(sha256)
  return content
}

/** Beside the names it removes what a process that died left half written. */
async function* list(folder: string): AsyncGenerator<{ sha256: string; at: Date }> {
  for (const shelf of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, shelf))) {
      const place = join(folder, shelf, name)
      const found = await stat(place).catch(() => null)
      if (found === null) continue
      if (sha256Shape.test(name)) yield { sha256: name, at: found.mtime }
      else if (name.endsWith('.half') && Date.now() - found.mtimeMs > halfDoneFor) await rm(place, { force: true })
    }
  }
}

async function remove(place: string, before: Date): Promise<boolean> {
  const found = await stat(place).catch(() => null)
  if (found === null || found.mtime >= before) return false
  await rm(place, { force: true })
  return true
}

async function isThere(place: string): Promise<boolean> {
  return (await stat(place).catch(() => null)) !== null
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return []
    throw error
  })
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS'].includes(String(codeOf(error)))
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code
}
