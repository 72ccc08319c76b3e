import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { StartRefused } from '../launcher/refusal.ts'
import type { BackupContents, BackupHead } from './contents.ts'
import { copyOut } from './copy.ts'
import { bytesUnder, filesUnder, FileSum, openPieces, type FilesPlace } from './files.ts'
import { markOf } from './key.ts'
import { refuseWithoutRoom, writeWhole } from './part-file.ts'
import { closeOf } from './read.ts'
import { factRecord, record } from './records.ts'
import { rowsIn, RowSum } from './rows.ts'
import { sealed } from './sealed.ts'
import { serverFault } from './server-fault.ts'
import {
  columnList,
  nameOf,
  quotedName,
  sequencesOf,
  sizeOf,
  tablesOf,
  type BackupTable,
  type LeftOut,
} from './tables.ts'

export type BackupWish = {
  /** A login that may read every table: their owner, or a member of it. */
  url: string
  file: string
  key: string
  program: string
  leftOut: LeftOut
  files: FilesPlace | { kept: 'left-in-place' }
  /** Secrets that the backup does not hold, each only marked. */
  secrets: Readonly<Record<string, string>>
}

/** Writes one moment of the database, and the files, into one sealed file; people go on working meanwhile. */
export async function makeBackup(wish: BackupWish): Promise<BackupContents & { bytes: number }> {
  const client = new pg.Client({ connectionString: wish.url })
  // A connection that breaks is told by the query that was running.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const tables = await beginMoment(client, wish)
    await refuseWithoutRoom(wish.file, await leastRoom(client, tables, wish))
    const contents = { tables: [], rows: 0, files: { count: 0, bytes: 0 }, head: await headOf(client, wish) }
    await writeWhole(wish.file, (write) =>
      pipeline(
        recordsOfMoment(client, tables, wish, contents),
        createZstdCompress(),
        (plain: AsyncIterable<Buffer>) => sealed(plain, wish.key),
        async (chunks: AsyncIterable<Buffer>) => {
          for await (const chunk of chunks) await write(chunk)
        },
      ),
    )
    return { ...contents, bytes: (await stat(wish.file)).size }
  } catch (error) {
    throw serverFault(error)
  } finally {
    await client.end()
  }
}

/** From here on the session sees one moment, and nobody changes the tables' shape. */
async function beginMoment(client: pg.Client, { leftOut }: BackupWish): Promise<BackupTable[]> {
  // Row security off: a table that would show only some of its rows is an error, never a smaller backup.
  await client.query(`begin isolation level repeatable read read only; set local row_security = off;
    set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
  const { rows } = await client.query<{ made: boolean }>(
    `select to_regclass('public.schema_migration') is not null as made`,
  )
  if (!rows[0]?.made)
    throw new StartRefused('Cơ sở dữ liệu chưa có bảng nào, không có gì để sao lưu (nothing to back up).')
  const tables = await tablesOf(client, leftOut)
  await client.query(`lock table ${tables.map(quotedName).join(', ')} in access share mode`)
  return tables
}

/** Compression is not known beforehand: a quarter of the tables is less than any backup came to, files hardly shrink. */
async function leastRoom(client: pg.Client, tables: BackupTable[], { files }: BackupWish): Promise<number> {
  return (await sizeOf(client, tables)) / 4 + (files.kept === 'folder' ? await bytesUnder(files.path) : 0)
}

async function headOf(client: pg.Client, wish: BackupWish): Promise<BackupHead> {
  const { rows: migrations } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from public.schema_migration order by name',
  )
  const { rows: facts } = await client.query<{ server: string; at: Date }>(
    `select current_setting('server_version') as server, now() as at`,
  )
  return {
    program: wish.program,
    madeAt: facts[0]?.at.toISOString() ?? '',
    server: facts[0]?.server ?? '',
    migrations,
    files: wish.files.kept === 'folder' ? 'inside' : wish.files.kept,
    marks: Object.entries(wish.secrets).map(([name, secret]) => markOf(name, secret)),
  }
}

async function* recordsOfMoment(
  client: pg.Client,
  tables: readonly BackupTable[],
  wish: BackupWish,
  contents: BackupContents,
): AsyncGenerator<Buffer> {
  yield factRecord('head', contents.head)
  for (const table of tables) yield* tableRecords(client, table, contents)
  // After the rows: a number that was handed out meanwhile is then skipped, never given twice.
  yield factRecord('sequences', { sequences: await sequencesOf(client, wish.leftOut) })
  // After the rows too: a file is there before the row that names it.
  if (wish.files.kept === 'folder') {
    for await (const path of filesUnder(wish.files.path)) yield* fileRecords(wish.files.path, path, contents)
  }
  yield factRecord('close', closeOf(contents))
}

async function* tableRecords(client: pg.Client, table: BackupTable, contents: BackupContents): AsyncGenerator<Buffer> {
  yield factRecord('table', table)
  const sum = new RowSum()
  for await (const batch of copyOut(client, copyOutStatement(table))) {
    for (const row of rowsIn(batch)) sum.add(row)
    yield record('body', batch)
  }
  const end = { rows: sum.rows, sum: sum.sum }
  contents.tables.push({ name: nameOf(table), ...end })
  contents.rows += end.rows
  yield factRecord('end', end)
}

export function copyOutStatement(table: BackupTable): string {
  return `copy ${quotedName(table)} (${columnList(table)}) to stdout (format binary)`
}

async function* fileRecords(folder: string, path: string, contents: BackupContents): AsyncGenerator<Buffer> {
  const pieces = await openPieces(join(folder, path))
  if (!pieces) return
  yield factRecord('file', { path })
  const sum = new FileSum()
  for await (const piece of pieces) {
    sum.add(piece)
    yield record('body', piece)
  }
  const end = { bytes: sum.bytes, sha256: sum.sha256 }
  contents.files.count += 1
  contents.files.bytes += end.bytes
  yield factRecord('end', end)
}
