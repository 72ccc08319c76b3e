import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'

/** Where the files that people gave are kept: in a folder of ours, or in a store that keeps copies of its own. */
export type FilesPlace = { kept: 'folder'; path: string } | { kept: 'elsewhere'; where: string }

/** Every regular file under a folder, by its path inside; none where there is no folder. */
export async function* filesUnder(folder: string, inside = ''): AsyncGenerator<string> {
  const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch((error: { code?: string }) => {
    // Erased since we saw its name: what is erased is in no backup.
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(inside, entry.name)
    if (entry.isDirectory()) yield* filesUnder(folder, path)
    else if (entry.isFile()) yield path.replaceAll(sep, '/')
  }
}

export async function bytesUnder(folder: string): Promise<number> {
  let bytes = 0
  for await (const path of filesUnder(folder)) {
    bytes += (await stat(join(folder, path)).catch(() => undefined))?.size ?? 0
  }
  return bytes
}

/** The bytes of a file in pieces; undefined when it was erased since it was listed. */
export async function openPieces(path: string): Promise<AsyncIterable<Buffer> | undefined> {
  const file = await open(path, 'r').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return file && createReadStream('', { fd: file, highWaterMark: 1 << 16 })
}

/** Counts and checks the bytes of one file on their way. */
export class FileSum {
  bytes = 0
  readonly #hash: Hash = createHash('sha256')

  add(piece: Buffer): void {
    this.#hash.update(piece)
    this.bytes += piece.length
  }

  /** Once, at the end. */
  get sha256(): string {
    return this.#hash.digest('hex')
  }
}

/** Puts a file in its place, whole; one of the same name is replaced, for an interrupted restore may have left it. */
export async function putFile(folder: string, path: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  const target = join(folder, ...insideOnly(path))
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const file = await open(`${target}.part`, 'w', 0o600)
  try {
    for await (const piece of pieces) await file.writeFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${target}.part`, target)
}

/** The seal says that we wrote the path; that it stays inside the folder is not left to that. */
function insideOnly(path: string): string[] {
  const parts = path.split('/')
  if (
    parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0') || part.includes('\\'))
  ) {
    throw new Error(`A backup holds a file whose path leaves the folder: ${JSON.stringify(path)}`)
  }
  return parts
}
