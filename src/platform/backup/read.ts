import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import type { BackupContents, CloseFacts, FileEnd, TableEnd } from './contents.ts'
import { FileSum } from './files.ts'
import { recordsOf, type BackupRecord } from './records.ts'
import { rowsIn, RowSum } from './rows.ts'
import { damaged, unsealed } from './sealed.ts'
import { nameOf, type BackupTable, type SequenceState } from './tables.ts'

/** What is done with each part of a backup as it passes by. A visitor reads what it is given to the end, or throws. */
export type BackupVisitor = {
  table(table: BackupTable, batches: AsyncIterable<Buffer>): Promise<void>
  sequences(sequences: readonly SequenceState[]): Promise<void>
  file(path: string, pieces: AsyncIterable<Buffer>): Promise<void>
}

const onlyLook: BackupVisitor = {
  table: async (_, batches) => readOver(batches),
  sequences: async () => undefined,
  file: async (_, pieces) => readOver(pieces),
}

/** Reads a backup from its first byte to its last: each chunk proven by the seal, each part counted again. */
export async function readBackup(
  path: string,
  key: string,
  visitor: BackupVisitor = onlyLook,
): Promise<BackupContents> {
  let contents: BackupContents | undefined
  await pipeline(unsealed(path, key), createZstdDecompress(), async (plain: AsyncIterable<Buffer>) => {
    contents = await visitRecords({ path, records: recordsOf(plain) }, visitor)
  })
  if (!contents) throw damaged(path)
  return contents
}

type Reading = { path: string; records: AsyncGenerator<BackupRecord> }

async function visitRecords(reading: Reading, visitor: BackupVisitor): Promise<BackupContents> {
  const first = await next(reading)
  if (first.kind !== 'head') throw damaged(reading.path)
  const contents: BackupContents = { head: factsIn(first), tables: [], rows: 0, files: { count: 0, bytes: 0 } }
  for (;;) {
    const part = await next(reading)
    switch (part.kind) {
      case 'table':
        await visitTable(reading, factsIn(part), contents, visitor)
        break
      case 'sequences':
        await visitor.sequences(factsIn<{ sequences: SequenceState[] }>(part).sequences)
        break
      case 'file':
        await visitFile(reading, factsIn<{ path: string }>(part).path, contents, visitor)
        break
      case 'close':
        refuseUnlike(reading, factsIn<CloseFacts>(part), closeOf(contents))
        return contents
      case 'head':
      case 'body':
      case 'end':
        throw damaged(reading.path)
    }
  }
}

export function closeOf(contents: BackupContents): CloseFacts {
  const { tables, rows, files } = contents
  return { tables: tables.length, rows, files: files.count, fileBytes: files.bytes }
}

async function visitTable(reading: Reading, table: BackupTable, contents: BackupContents, visitor: BackupVisitor) {
  const sum = new RowSum()
  const body = bodyOf(reading, (batch) => {
    for (const row of rowsIn(batch)) sum.add(row)
  })
  await visitor.table(table, body.pieces)
  const counted: TableEnd = { rows: sum.rows, sum: sum.sum }
  refuseUnlike(reading, body.end(), counted)
  contents.tables.push({ name: nameOf(table), ...counted })
  contents.rows += counted.rows
}

async function visitFile(reading: Reading, path: string, contents: BackupContents, visitor: BackupVisitor) {
  const sum = new FileSum()
  const body = bodyOf(reading, (piece) => sum.add(piece))
  await visitor.file(path, body.pieces)
  const counted: FileEnd = { bytes: sum.bytes, sha256: sum.sha256 }
  refuseUnlike(reading, body.end(), counted)
  contents.files.count += 1
  contents.files.bytes += counted.bytes
}

/** The pieces of one part, each counted as it passes, and afterwards what the writer had counted. */
function bodyOf(reading: Reading, count: (piece: Buffer) => void) {
  let end: BackupRecord | undefined
  async function* pieces(): AsyncGenerator<Buffer> {
    for (;;) {
      const part = await next(reading)
      if (part.kind === 'end') {
        end = part
        return
      }
      if (part.kind !== 'body') throw damaged(reading.path)
      count(part.payload)
      yield part.payload
    }
  }
  return {
    pieces: pieces(),
    end: (): object => {
      if (!end) throw new Error('A part of a backup was not read to its end')
      return factsIn<object>(end)
    },
  }
}

async function next({ path, records }: Reading): Promise<BackupRecord> {
  const { value, done } = await records.next()
  if (done) throw damaged(path)
  return value
}

function refuseUnlike({ path }: Reading, written: object, counted: object): void {
  if (JSON.stringify(written) !== JSON.stringify(counted)) throw damaged(path)
}

/** Our own words: only whoever has the key could have sealed others. */
function factsIn<Facts extends object>(part: BackupRecord): Facts {
  return JSON.parse(part.payload.toString('utf8')) as Facts
}

async function readOver(pieces: AsyncIterable<Buffer>): Promise<void> {
  const all = pieces[Symbol.asyncIterator]()
  while (!(await all.next()).done);
}
