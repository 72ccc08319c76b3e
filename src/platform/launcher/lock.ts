import { randomUUID } from 'node:crypto'
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, ownRun, type Run } from './living.ts'

/** `serve`: the installation runs · `command`: one command of the cli has it for its own length. */
export type Purpose = 'serve' | 'command'
export type Holder = Run & { purpose: Purpose; url?: string }
export type Lock = { announce(url: string): Promise<void>; release(): Promise<void> }

const name = /^kheo\.lock\.(\d+)$/

/**
 * Takes the folder for this run, or tells who has it.
 *
 * Locks are numbered and the highest counts. A dead holder is followed by the next number, made exclusively, and its
 * file goes away only afterwards: deleting it first would let two newcomers each delete the other's new lock.
 */
export async function takeLock(dataDir: string, purpose: Purpose): Promise<Lock | Holder> {
  const own: Holder = { ...(await ownRun()), purpose }
  for (;;) {
    const top = await topLock(dataDir)
    const holder = top > 0 ? await readHolder(dataDir, top) : undefined
    if (holder === 'vanished') continue
    if (holder && (await isAlive(holder))) return holder
    const number = top + 1
    if (!(await makeExclusively(dataDir, number, own))) continue
    if ((await topLock(dataDir)) !== number) {
      // Someone was two steps ahead of us: what we made was already history.
      await rm(lockPath(dataDir, number), { force: true })
      continue
    }
    await removeHistory(dataDir, number)
    return {
      announce: (url) => rewrite(dataDir, number, JSON.stringify({ ...own, url })),
      release: () => rewrite(dataDir, number, 'released\n'),
    }
  }
}

/** Who has this folder now, if anyone alive. */
export async function lockHolder(dataDir: string): Promise<Holder | undefined> {
  for (;;) {
    const top = await topLock(dataDir)
    if (top === 0) return undefined
    const holder = await readHolder(dataDir, top)
    if (holder !== 'vanished') return holder && (await isAlive(holder)) ? holder : undefined
  }
}

async function topLock(dataDir: string): Promise<number> {
  const names = await readdir(dataDir).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return Math.max(0, ...names.map((entry) => Number(name.exec(entry)?.[1] ?? 0)))
}

async function readHolder(dataDir: string, number: number): Promise<Holder | undefined | 'vanished'> {
  try {
    const text = await readFile(lockPath(dataDir, number), 'utf8')
    return text.startsWith('{') ? (JSON.parse(text) as Holder) : undefined
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return 'vanished'
    // Half a record cannot be written (each is made beside and moved), so this is a torn disk: nobody alive wrote it.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

async function makeExclusively(dataDir: string, number: number, holder: Holder): Promise<boolean> {
  const draft = draftPath(dataDir)
  try {
    await writeFile(draft, JSON.stringify(holder), { flag: 'wx' })
    // Like O_EXCL, and complete from its first moment.
    await link(draft, lockPath(dataDir, number))
    return true
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'EEXIST' || code === 'ENOENT') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function rewrite(dataDir: string, number: number, text: string): Promise<void> {
  const draft = draftPath(dataDir)
  await writeFile(draft, text)
  await rename(draft, lockPath(dataDir, number))
}

async function removeHistory(dataDir: string, current: number): Promise<void> {
  for (const entry of await readdir(dataDir)) {
    const number = Number(name.exec(entry)?.[1] ?? current)
    const isForgottenDraft = entry.startsWith('.kheo-lock-')
    if (number < current || isForgottenDraft) await rm(join(dataDir, entry), { force: true })
  }
}

function lockPath(dataDir: string, number: number): string {
  return join(dataDir, `kheo.lock.${number}`)
}

function draftPath(dataDir: string): string {
  return join(dataDir, `.kheo-lock-${randomUUID()}`)
}
