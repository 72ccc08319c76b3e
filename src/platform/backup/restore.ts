import pg from 'pg'
import { StartRefused } from '../launcher/refusal.ts'
import { migrateWithin, unknownMigrations } from '../migrations.ts'
import type { BackupContents, TableCount } from './contents.ts'
import { copyIn, copyOut } from './copy.ts'
import { putFile } from './files.ts'
import { copyOutStatement } from './make.ts'
import { readBackup } from './read.ts'
import { rowsIn, RowSum } from './rows.ts'
import { serverFault } from './server-fault.ts'
import { columnList, isEmptyDatabase, nameOf, quotedName, setSequences, type BackupTable } from './tables.ts'

type RestoreWish = {
  /** A login that may create roles, schemas and trusted extensions, as for migrating. */
  url: string
  file: string
  key: string
  /** Where the files of the backup go. */
  filesFolder: string
  onProgress: (sentence: string) => void
}

/** Reads a backup whole, before there is even a database for it; throws a sentence where it cannot be restored here. */
export async function checkBackup({
  file,
  key,
  onProgress,
}: Pick<RestoreWish, 'file' | 'key' | 'onProgress'>): Promise<BackupContents> {
  const contents = await readBackup(file, key)
  await refuseNewer(contents)
  onProgress(`Đã kiểm tra xong tệp: ${contents.tables.length} bảng, ${contents.rows} dòng, ${contents.files.count} tệp`)
  return contents
}

/**
 * Brings an empty database to what a backup holds, in one transaction: whatever ends it earlier leaves the database empty.
 * The file is read twice: whole by `checkBackup`, which answers `contents`, then here into the tables. Afterwards the
 * tables are read back and counted, and only a restore that agrees with what was checked is kept.
 */
export async function restoreBackup(contents: BackupContents, wish: RestoreWish): Promise<void> {
  const client = new pg.Client({ connectionString: wish.url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(
      'begin; set local row_security = off; set local statement_timeout = 0; set local lock_timeout = 0',
    )
    if (!(await isEmptyDatabase(client))) throw notEmpty()
    await migrateWithin(client, contents.head.migrations)
    const tables = await fill(client, wish)
    wish.onProgress('Đã nạp xong dữ liệu, đang đọc lại để đối chiếu')
    await compare(client, tables, contents.tables)
    await client.query(`analyze ${tables.map(quotedName).join(', ')}`)
    await client.query('commit')
  } catch (error) {
    throw serverFault(error)
  } finally {
    // Without a commit, the end of the connection is the end of all that it did.
    await client.end()
  }
}

async function refuseNewer({ head }: BackupContents): Promise<void> {
  const unknown = await unknownMigrations(head.migrations)
  if (unknown.length === 0) return
  throw new StartRefused(
    `Bản sao lưu do Khéo ${head.program} ghi, có lược đồ mà phiên bản này không biết (newer version): ${unknown.join(', ')}. ` +
      'Hãy phục hồi bằng phiên bản đã sao lưu hoặc mới hơn.',
  )
}

function notEmpty(): StartRefused {
  return new StartRefused(
    'Cơ sở dữ liệu đích đã có dữ liệu (not empty), không phục hồi đè lên. Hãy dừng Khéo, dời thư mục dữ liệu (KHEO_DATA) sang tên khác, ' +
      'hoặc tạo một cơ sở dữ liệu trống cho DATABASE_URL, rồi gọi lại.',
  )
}

/** The second reading. The tables come in the order of their references, each constraint held while rows arrive. */
async function fill(client: pg.Client, { file, key, filesFolder }: RestoreWish): Promise<BackupTable[]> {
  const tables: BackupTable[] = []
  await readBackup(file, key, {
    async table(table, batches) {
      // What a migration put there itself is in the backup too, as it had become since.
      await client.query(`truncate ${quotedName(table)} cascade`)
      await copyIn(client, `copy ${quotedName(table)} (${columnList(table)}) from stdin (format binary)`, batches)
      tables.push(table)
    },
    sequences: (sequences) => setSequences(client, sequences),
    file: (path, pieces) => putFile(filesFolder, path, pieces),
  })
  return tables
}

async function compare(
  client: pg.Client,
  tables: readonly BackupTable[],
  written: readonly TableCount[],
): Promise<void> {
  for (const [position, table] of tables.entries()) {
    const sum = new RowSum()
    for await (const batch of copyOut(client, copyOutStatement(table))) for (const row of rowsIn(batch)) sum.add(row)
    const before = written[position]
    if (before?.name !== nameOf(table) || before.rows !== sum.rows || before.sum !== sum.sum) {
      throw new Error(`After restoring, ${nameOf(table)} is not what the backup says; nothing was kept`)
    }
  }
}
