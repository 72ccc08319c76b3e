import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealed, unsealed } from './sealed.ts'

const key = 'correct horse battery staple, 32 characters at least'
const chunk = 1 << 16
const wholeChunk = chunk + 16
const start = 64
let folder = ''
let file = ''
let three: Buffer = Buffer.alloc(0)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-sealed-'))
  file = join(folder, 'file')
  three = await joined(sealed(pieces(text(3 * chunk), 1000), key))
})
afterAll(() => rm(folder, { recursive: true }))

/** Bytes that differ from place to place, so that a chunk in another's place would be seen. */
function text(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) % 251))
}

async function* pieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function joined(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const one of chunks) all.push(one)
  return Buffer.concat(all)
}

async function opened(bytes: Buffer, passphrase = key): Promise<Buffer> {
  await writeFile(file, bytes)
  return joined(unsealed(file, passphrase))
}

test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])('%i bytes come back as they went in', async (length) => {
  const plain = text(length)
  const once = await joined(sealed(pieces(plain, 10_007), key))
  expect((await opened(once)).equals(plain)).toBe(true)
  expect(once.length).toBe(start + length + 16 * Math.max(1, Math.ceil(length / chunk)))
})

test('the same bytes sealed twice have nothing in common after the first 16', async () => {
  const [one, other] = [
    await joined(sealed(pieces(text(64), 64), key)),
    await joined(sealed(pieces(text(64), 64), key)),
  ]
  expect(one.subarray(0, 16).equals(other.subarray(0, 16))).toBe(true)
  expect(one.subarray(16, 48).equals(other.subarray(16, 48))).toBe(false)
  expect(one.subarray(64).equals(other.subarray(64))).toBe(false)
})

test('another key is refused as another key, before a byte is given', async () => {
  await expect(opened(three, `${key}?`)).rejects.toThrow(/wrong key/)
})

test('a key typed with composed or decomposed letters is the same key', async () => {
  const vietnamese = 'một câu tiếng Việt đủ dài để làm khóa sao lưu'
  const once = await joined(sealed(pieces(text(5), 5), vietnamese.normalize('NFC')))
  expect((await opened(once, vietnamese.normalize('NFD'))).equals(text(5))).toBe(true)
})

test.each([
  ['the magic', 3],
  ['the version', 8],
  ['the cost', 9],
  ['the length of a chunk', 14],
  ['the salt', 20],
  ['the check', 50],
  ['the first chunk', start],
  ['the tag of the first chunk', start + chunk + 3],
  ['the second chunk', start + wholeChunk + 9],
  ['the last byte', start + 3 * wholeChunk - 1],
])('one altered bit in %s is refused in words', async (_, at) => {
  const bytes = Buffer.from(three)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await expect(opened(bytes)).rejects.toThrow(/altered|wrong key|not a backup|newer format/)
})

test.each([
  ['nothing is left', 0],
  ['half the head is left', 30],
  ['only the head is left', start],
  ['one chunk is left, whole', start + wholeChunk],
  ['two chunks are left, whole', start + 2 * wholeChunk],
  ['a byte is missing', start + 3 * wholeChunk - 1],
])('a file that was cut short so that %s is refused', async (_, length) => {
  await expect(opened(three.subarray(0, length))).rejects.toThrow(/truncated|not a backup/)
})

test('chunks in another order, chunks of another file, and bytes after the end are refused', async () => {
  const head = three.subarray(0, start)
  const part = (n: number): Buffer => three.subarray(start + n * wholeChunk, start + (n + 1) * wholeChunk)
  const other = await joined(sealed(pieces(text(3 * chunk), 1000), key))
  const foreign = other.subarray(start + wholeChunk, start + 2 * wholeChunk)
  for (const bytes of [
    Buffer.concat([head, part(1), part(0), part(2)]),
    Buffer.concat([head, part(0), foreign, part(2)]),
    Buffer.concat([head, part(0), part(2)]),
    Buffer.concat([three, Buffer.from('x')]),
    Buffer.concat([three, part(2)]),
  ]) {
    await expect(opened(bytes)).rejects.toThrow(/altered/)
  }
})

test('a file that is not ours, or not there, is said to be that', async () => {
  await expect(opened(Buffer.from('PGDMP'.repeat(40)))).rejects.toThrow(/not a backup/)
  await expect(joined(unsealed(join(folder, 'absent'), key))).rejects.toThrow(/not found/)
  expect((await readFile(file)).length).toBe(200)
})

test('a folder is refused as a folder, in a sentence', async () => {
  await expect(joined(unsealed(folder, key))).rejects.toMatchObject({
    name: 'StartRefused',
    message: `${folder} là một thư mục (is a directory), không phải một tệp sao lưu. Hãy ghi đúng tên tệp.`,
  })
})
