import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openDataFolder } from '../data-folder.ts'
import { StartRefused } from './refusal.ts'

const fewestCharacters = 32

/** What signs sessions and forms: the operator's, or 32 random bytes made once and kept in the data folder. */
export async function readSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given) {
    if (given.length >= fewestCharacters) return given
    throw new StartRefused(`KHEO_SECRET phải dài ít nhất ${fewestCharacters} ký tự.`)
  }
  const path = join(dataDir, 'secret')
  const kept = (await readIfThere(path)) ?? (await makeSecret(dataDir, path))
  if (kept.length >= fewestCharacters) return kept
  throw new StartRefused(
    `Tệp ${path} không còn nguyên vẹn. Phục hồi tệp từ bản sao lưu, hoặc xoá tệp (mọi người sẽ phải đăng nhập lại).`,
  )
}

/** The same, but only where it already is: undefined when neither the operator nor an earlier start made one. */
export async function keptSecret(dataDir: string, given: string | undefined): Promise<string | undefined> {
  return given || readIfThere(join(dataDir, 'secret'))
}

async function makeSecret(dataDir: string, path: string): Promise<string> {
  openDataFolder(dataDir)
  const draft = join(dataDir, `.secret-${randomBytes(4).toString('hex')}`)
  const made = randomBytes(32).toString('base64url')
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(made)
    await file.sync()
    await link(draft, path)
  } catch (error) {
    // Another process made it this very moment: both must sign with the same one.
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  } finally {
    await file.close()
    await rm(draft, { force: true })
  }
  return (await readIfThere(path)) ?? made
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').then(
    (text) => text.trim(),
    (error: { code?: string }) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    },
  )
}
