import { crc32, createInflateRaw, deflateRawSync } from 'node:zlib'

/** A Word or Excel file is a zip. What these limits refuse is no office document of a commune. */
const most = { entries: 4000, unpacked: 120 * 1024 * 1024, contentTypes: 1024 * 1024 }

export type ArchiveAnswer =
  | { kind: 'entries'; names: string[]; contentTypes: string }
  | { kind: 'swollen' }
  | { kind: 'encrypted' }
  | { kind: 'broken' }

type Entry = { name: string; flags: number; method: number; crc: number; packed: number; unpacked: number; at: number }

/**
 * Looks through a zip without trusting what it says of itself: every entry is unpacked once, never further than the size it
 * states, and never more than the limit together. Nothing of it is held.
 */
export async function lookThrough(file: Buffer): Promise<ArchiveAnswer> {
  const entries = entriesWithin(file)
  if (typeof entries === 'string') return { kind: entries }
  const types: Buffer[] = []
  let kept = 0
  try {
    for (const entry of entries) {
      const isTypes = entry.name === '[Content_Types].xml'
      for await (const piece of piecesOf(file, entry)) {
        if (!isTypes || kept >= most.contentTypes) continue
        types.push(piece)
        kept += piece.length
      }
    }
  } catch (error) {
    if (error instanceof BadEntry) return { kind: error.problem }
    throw error
  }
  const contentTypes = Buffer.concat(types).subarray(0, most.contentTypes).toString('utf8')
  return { kind: 'entries', names: entries.map((entry) => entry.name), contentTypes }
}

/** What is wrong with an entry, found while it was unpacked. */
export class BadEntry extends Error {
  readonly problem: 'swollen' | 'broken'

  constructor(problem: 'swollen' | 'broken') {
    super(`A zip whose entry is ${problem}`)
    this.problem = problem
  }
}

/**
 * The entries of a zip by name, each unpacked piece by piece and anew as often as it is asked for; null for one that passes the
 * limits or has a password. What is wrong inside an entry is thrown while it is read (`BadEntry`).
 */
export function entriesByPiece(file: Buffer): ReadonlyMap<string, AsyncIterable<Buffer>> | null {
  const entries = entriesWithin(file)
  if (typeof entries === 'string') return null
  return new Map(entries.map((entry) => [entry.name, { [Symbol.asyncIterator]: () => piecesOf(file, entry) }]))
}

/** One entry of a zip that was looked through, unpacked; null when it has none of that name. */
export async function entryNamed(file: Buffer, name: string): Promise<Buffer | null> {
  const entries = entriesOf(file)
  const entry = Array.isArray(entries) ? entries.find((one) => one.name === name) : undefined
  if (!entry || entry.unpacked > most.unpacked) return null
  const pieces: Buffer[] = []
  try {
    for await (const piece of piecesOf(file, entry)) pieces.push(piece)
  } catch (error) {
    if (error instanceof BadEntry) return null
    throw error
  }
  return Buffer.concat(pieces)
}

function entriesWithin(file: Buffer): Entry[] | 'broken' | 'swollen' | 'encrypted' {
  const entries = entriesOf(file)
  if (entries === null) return 'broken'
  if (entries === 'too-many') return 'swollen'
  if (entries.some((entry) => (entry.flags & 1) !== 0)) return 'encrypted'
  const stated = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  return stated > most.unpacked ? 'swollen' : entries
}

/** The central directory, found from the end (APPNOTE 6.3.10, 4.3.12 and 4.3.16). Zip64 is for files above our limits. */
function entriesOf(file: Buffer): Entry[] | 'too-many' | null {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length) return null
  const count = file.readUInt16LE(end + 10)
  if (count > most.entries) return 'too-many'
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== 0x02014b50) return null
    const lengths = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/** How much of an entry is unpacked at a time. */
const pieceSize = 64 * 1024

async function* piecesOf(file: Buffer, entry: Entry): AsyncGenerator<Buffer> {
  let [length, sum] = [0, 0]
  for await (const piece of unpacking(file, entry)) {
    length += piece.length
    // It holds more than it says: the way of a zip bomb.
    if (length > entry.unpacked) throw new BadEntry('swollen')
    sum = crc32(piece, sum)
    yield piece
  }
  if (length !== entry.unpacked || sum !== entry.crc) throw new BadEntry('broken')
}

async function* unpacking(file: Buffer, { at, packed, method }: Entry): AsyncGenerator<Buffer> {
  if (at + 30 > file.length || file.readUInt32LE(at) !== 0x04034b50) throw new BadEntry('broken')
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  const content = file.subarray(from, from + packed)
  if (content.length !== packed || (method !== 0 && method !== 8)) throw new BadEntry('broken')
  if (method === 0) {
    // Not packed at all: whoever reads it piece by piece holds no more of it than of what is.
    for (let begin = 0; begin < content.length; begin += pieceSize) yield content.subarray(begin, begin + pieceSize)
    return
  }
  const inflating = createInflateRaw({ chunkSize: pieceSize })
  inflating.end(content)
  try {
    for await (const piece of inflating) yield piece as Buffer
  } catch {
    // Not what deflate writes, or cut off in the middle: whoever sent it is told that it is broken.
    throw new BadEntry('broken')
  }
}

/**
 * The same zip with some entries written anew; the others are carried over as they are packed. Only for one that was looked
 * through: of entries without a local head there is nothing to carry.
 */
export function entriesReplaced(file: Buffer, replaced: ReadonlyMap<string, Buffer>): Buffer {
  const entries = entriesOf(file)
  if (!Array.isArray(entries)) throw new Error('A zip that was not looked through')
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const anew = replaced.get(entry.name)
    const packed = anew ? deflateRawSync(anew) : packedOf(file, entry)
    const method = anew ? 8 : entry.method
    const sizes = {
      crc: anew ? crc32(anew) : entry.crc,
      packed: packed.length,
      unpacked: anew?.length ?? entry.unpacked,
    }
    const name = Buffer.from(entry.name, 'utf8')
    bodies.push(localHead(name, method, sizes), packed)
    directory.push(centralHead(name, method, sizes, at))
    at += 30 + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, central, end])
}

type Sizes = { crc: number; packed: number; unpacked: number }

function packedOf(file: Buffer, { at, packed }: Entry): Buffer {
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  return file.subarray(from, from + packed)
}

function localHead(name: Buffer, method: number, sizes: Sizes): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  writeCommon(head.subarray(4), name, method, sizes)
  return Buffer.concat([head, name])
}

function centralHead(name: Buffer, method: number, sizes: Sizes, at: number): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  writeCommon(head.subarray(6), name, method, sizes)
  head.writeUInt32LE(at, 42)
  return Buffer.concat([head, name])
}

/** Version, flags (names are UTF-8), method, 1 January 1980, sums and lengths: alike in both heads. */
function writeCommon(head: Buffer, name: Buffer, method: number, { crc, packed, unpacked }: Sizes): void {
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(0x800, 2)
  head.writeUInt16LE(method, 4)
  head.writeUInt16LE(0x21, 8)
  head.writeUInt32LE(crc, 10)
  head.writeUInt32LE(packed, 14)
  head.writeUInt32LE(unpacked, 18)
  head.writeUInt16LE(name.length, 22)
}

/** The names of a zip that was looked through. */
export function entryNames(file: Buffer): string[] {
  const entries = entriesOf(file)
  return Array.isArray(entries) ? entries.map((entry) => entry.name) : []
}
