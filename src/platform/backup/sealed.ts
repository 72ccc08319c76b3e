import {
  createDecipheriv,
  createCipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { StartRefused } from '../launcher/refusal.ts'
import { refusalForFile } from './part-file.ts'

// Every byte of what stands here is written down in README.md of this folder.
const magic = Buffer.from('KHEOBKP\n', 'latin1')
const version = 1
const headerLength = 64
const chunkLength = 1 << 16
const tagLength = 16
// As strong as OWASP's first choice (N = 2^17, r = 8, p = 1), in a quarter of its memory: 32 MiB.
const usualCost = { log2N: 15, r: 8, p: 3 }

/** Encrypts a stream with the operator's key, in chunks that are each authenticated, in their order, to the last. */
export async function* sealed(plain: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const start = newStart()
  const { contentKey, check } = await keysFor(passphrase, start)
  const header = Buffer.concat([start, check])
  yield header
  let held: Buffer[] = []
  let length = 0
  let n = 0
  for await (const piece of plain) {
    held.push(piece)
    length += piece.length
    // One byte more than a chunk must be there: whether a chunk is the last one is part of what it proves.
    if (length <= chunkLength) continue
    let all = Buffer.concat(held)
    for (; all.length > chunkLength; all = all.subarray(chunkLength)) {
      yield sealedChunk(all.subarray(0, chunkLength), contentKey, header, n, false)
      n += 1
    }
    held = [all]
    length = all.length
  }
  yield sealedChunk(Buffer.concat(held), contentKey, header, n, true)
}

/** The stream that was sealed; throws a sentence at the first chunk that is not what was written. */
export async function* unsealed(path: string, passphrase: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw refusalForFile(error, path)
  })
  try {
    // A folder opens like a file and only refuses to be read.
    const header = await read(file, headerLength).catch((error: unknown) => {
      throw refusalForFile(error, path)
    })
    refuseUnknown(header, path)
    const { contentKey, check } = await keysFor(passphrase, header.subarray(0, 48))
    if (!timingSafeEqual(check, header.subarray(48))) {
      throw new StartRefused(
        `Khóa sao lưu đang dùng không phải khóa của tệp ${path} (wrong key). Hãy đặt KHEO_BACKUP_KEY hoặc --key-file là khóa lúc sao lưu.`,
      )
    }
    const whole = chunkLength + tagLength
    let chunk = await read(file, whole)
    for (let n = 0; ; n += 1) {
      const next = chunk.length === whole ? await read(file, whole) : Buffer.alloc(0)
      const isLast = next.length === 0
      yield openedChunk(chunk, contentKey, header, n, isLast, path)
      if (isLast) return
      chunk = next
    }
  } finally {
    await file.close()
  }
}

function newStart(): Buffer {
  const start = Buffer.alloc(48)
  magic.copy(start)
  start.set([version, usualCost.log2N, usualCost.r, usualCost.p], 8)
  start.writeUInt32BE(chunkLength, 12)
  randomBytes(32).copy(start, 16)
  return start
}

function refuseUnknown(header: Buffer, path: string): void {
  if (header.length < headerLength || !header.subarray(0, magic.length).equals(magic)) {
    throw new StartRefused(`${path} không phải là bản sao lưu của Khéo (not a backup).`)
  }
  const [format = 0, log2N = 0, r = 0, p = 0] = header.subarray(8, 12)
  if (format > version) {
    throw new StartRefused(
      `Tệp ${path} do một bản Khéo mới hơn ghi (newer format). Hãy phục hồi bằng phiên bản đã sao lưu hoặc mới hơn.`,
    )
  }
  // The key is worked out before anything is proven: a forged cost must not take the machine's memory.
  const isBearable = log2N >= 10 && log2N <= 18 && r >= 1 && r <= 16 && p >= 1 && p <= 16
  if (format !== version || !isBearable || header.readUInt32BE(12) !== chunkLength) throw damaged(path)
}

export function damaged(path: string): StartRefused {
  return new StartRefused(
    `Tệp ${path} bị cắt cụt hoặc đã bị sửa (truncated or altered), không dùng được. Hãy lấy một bản sao khác của tệp.`,
  )
}

type Keys = { contentKey: Buffer; check: Buffer }

async function keysFor(passphrase: string, start: Buffer): Promise<Keys> {
  const [log2N = 0, r = 0, p = 0] = start.subarray(9, 12)
  const cost = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r }
  const master = await new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), start.subarray(16, 48), 32, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
  const derived = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', master, '', `kheo backup: ${purpose}`, 32))
  const check = createHmac('sha256', derived('key check')).update(start).digest().subarray(0, 16)
  return { contentKey: derived('content'), check }
}

function nonceOf(n: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(n, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

function sealedChunk(plain: Buffer, key: Buffer, header: Buffer, n: number, isLast: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(n, isLast)).setAAD(header)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openedChunk(chunk: Buffer, key: Buffer, header: Buffer, n: number, isLast: boolean, path: string): Buffer {
  if (chunk.length < tagLength) throw damaged(path)
  const cipher = createDecipheriv('aes-256-gcm', key, nonceOf(n, isLast), { authTagLength: tagLength }).setAAD(header)
  cipher.setAuthTag(chunk.subarray(-tagLength))
  const plain = cipher.update(chunk.subarray(0, -tagLength))
  try {
    cipher.final()
  } catch {
    // Node says only that it could not authenticate: altered, reordered, or the true end is missing.
    throw damaged(path)
  }
  return plain
}

/** Up to `length` bytes from where the file stands; fewer only at its end. */
async function read(file: FileHandle, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, null)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
