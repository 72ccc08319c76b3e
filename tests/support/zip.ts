import { crc32, deflateRawSync } from 'node:zlib'

/**
 * One entry of an archive made by hand; `states` is the size it claims where that is a lie, `flags` 1 says encrypted, and one
 * that is stored is not packed.
 */
export type ZipEntry = { name: string; content: string | Buffer; states?: number; flags?: number; isStored?: boolean }

/** An archive with exactly these entries, for files that no office program would write. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, states, flags = 0, isStored = false } of entries) {
    const raw = Buffer.from(content)
    const packed = isStored ? raw : deflateRawSync(raw)
    const title = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(isStored ? 0 : 8, 4)
    shared.writeUInt32LE(crc32(raw), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(states ?? raw.length, 18)
    shared.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared, title, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), shared, tail, title]))
    bodies.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, listed, end])
}

const types = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`

/** The least that is a Word document. */
export function wordOf(more: readonly ZipEntry[] = [], main = 'wordprocessingml.document.main+xml'): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', content: types(`application/vnd.openxmlformats-officedocument.${main}`) },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ])
}
