import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openDataFolder } from '../data-folder.ts'
import { StartRefused } from '../launcher/refusal.ts'

/** One key of the vault: its name stands beside what it encrypted, the key itself nowhere but with the operator. */
export type VaultKey = { id: string; key: Buffer }

/** Keys in the operator's order: the first encrypts, the others still open what they once encrypted. */
export type Ring = { keys: readonly [VaultKey, ...VaultKey[]] }

/** Where the keys are: in KHEO_VAULT_KEY, or in a file beside the secret, which `kheo vault rotate` may add to. */
export type RingPlace = { from: 'environment'; text: string } | { from: 'file'; path: string; dataDir: string }

export function ringPlace(dataDir: string, given: string | undefined): RingPlace {
  return given ? { from: 'environment', text: given } : { from: 'file', path: join(dataDir, 'vault-key'), dataDir }
}

/** Reads the keys; null where a file is expected and there is none yet. */
export async function readRing(place: RingPlace): Promise<Ring | null> {
  if (place.from === 'environment') return parseRing(place.text, 'KHEO_VAULT_KEY')
  const text = await readFile(place.path, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : parseRing(text.trim(), place.path)
}

/** Makes the file of a first start; whoever comes second reads what the first one made. */
export async function makeRing(place: Extract<RingPlace, { from: 'file' }>): Promise<Ring> {
  openDataFolder(place.dataDir)
  const draft = await writeDraft(place, shown({ keys: [newKey([])] }))
  try {
    await link(draft, place.path)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  const made = await readRing(place)
  if (!made) throw new Error('The vault key that was just made is gone')
  return made
}

/** Puts a new key in front of the others. Those stay: what another process encrypts this moment must still open. */
export async function addKey(place: Extract<RingPlace, { from: 'file' }>, ring: Ring): Promise<Ring> {
  const grown: Ring = { keys: [newKey(ring.keys), ...ring.keys] }
  await rename(await writeDraft(place, shown(grown)), place.path)
  return grown
}

/** `k1:<32 bytes in base64>`, several with commas between, the one in use first. */
export function parseRing(text: string, where: string): Ring {
  const keys = text.split(',').map((part): VaultKey => {
    const [, id = '', base64 = ''] = /^\s*([a-z0-9-]{1,20}):([A-Za-z0-9+/_-]{43}=?)\s*$/.exec(part) ?? []
    const key = Buffer.from(base64, 'base64')
    if (!id || key.length !== 32) {
      throw new StartRefused(
        `${where} phải có dạng tên:khoá, ví dụ k1:…, khoá là 32 byte viết base64 (openssl rand -base64 32); nhiều khoá cách nhau bằng dấu phẩy, khoá đang dùng đứng đầu.`,
      )
    }
    return { id, key }
  })
  const [first, ...others] = keys
  if (!first) throw new StartRefused(`${where} không có khoá nào.`)
  if (new Set(keys.map((key) => key.id)).size < keys.length) {
    throw new StartRefused(`${where} có hai khoá cùng tên. Mỗi khoá cần một tên riêng.`)
  }
  return { keys: [first, ...others] }
}

/** A key for one purpose, so that no two uses of the vault's key can be played against each other. */
export function derived(key: VaultKey, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key.key, 'kheo', purpose, 32))
}

/** What a database remembers of a key, to know it again. */
export function proofOf(key: VaultKey): Buffer {
  return createHmac('sha256', derived(key, 'proof')).update('kheo vault').digest()
}

function newKey(beside: readonly VaultKey[]): VaultKey {
  const used = beside.map((key) => Number(/^k(\d+)$/.exec(key.id)?.[1] ?? 0))
  return { id: `k${Math.max(0, ...used) + 1}`, key: randomBytes(32) }
}

function shown(ring: Ring): string {
  return ring.keys.map((key) => `${key.id}:${key.key.toString('base64')}`).join(',')
}

async function writeDraft(place: Extract<RingPlace, { from: 'file' }>, text: string): Promise<string> {
  const draft = join(place.dataDir, `.vault-key-${randomBytes(4).toString('hex')}`)
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  return draft
}
