import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'
import { readCsv, type CsvRow, type CsvTable } from '#kernel/csv.ts'

/**
 * A line of ORDER: a table and, where its rows are replaced as a group, the column that names the group; `bundle` names files
 * that only mean something together.
 */
type Step = {
  table: string
  groupedBy: string | null
  bundle: string | null
  file: string
  text: string
  sha256: string
}
const batchSize = 1000

type Column = { name: string; type: string; required: boolean; key: boolean }

/** Loads `db/reference`: units of published sources, indicators, templates. */
export async function loadReference(
  url: string,
  onProgress?: (sentence: string) => void,
): Promise<{ loaded: string[] }> {
  return loadReferenceFolder(url, join(process.cwd(), 'db', 'reference'), onProgress)
}

/**
 * Brings tables to what the `.csv` files of a folder say, all in one transaction; files that were loaded before and have not
 * changed since are left alone. A row that leaves a file stays in its table, because facts may already point to it.
 * @param url a login role that is a member of `kheo_owner`
 */
export async function loadReferenceFolder(
  url: string,
  folder: string,
  onProgress?: (sentence: string) => void,
): Promise<{ loaded: string[] }> {
  const steps = await readSteps(folder)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if ((await changedSteps(client, steps)).length === 0) return { loaded: [] }
    await client.query('begin; set local role kheo_owner')
    // Two servers starting together: the second waits here, then finds nothing left to do.
    await client.query('lock table reference_load in exclusive mode')
    const loaded: Step[] = []
    for (const together of bundlesOf(await changedSteps(client, steps))) {
      const told = await loadTogether(client, together)
      for (const sentence of told.sentences) onProgress?.(sentence)
      if (told.isLoaded) loaded.push(...together)
    }
    // Thousands of new rows are asked for at once, long before the server counts them of its own accord.
    for (const { table } of loaded) await client.query(`analyze ${pg.escapeIdentifier(table)}`)
    await client.query('commit')
    return { loaded: loaded.map((step) => step.file) }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    await client.end()
  }
}

/** Steps in their order; neighbours of one bundle stay together. */
function bundlesOf(steps: readonly Step[]): Step[][] {
  const bundles: Step[][] = []
  for (const step of steps) {
    const last = bundles.at(-1)
    if (step.bundle !== null && last?.[0]?.bundle === step.bundle) last.push(step)
    else bundles.push([step])
  }
  return bundles
}

/**
 * All files of a bundle or none. One that cannot stand beside what was decided on this installation (the same code, the same
 * days) is left for another time: the server starts with what it has, and says so, instead of not starting.
 */
async function loadTogether(client: pg.Client, steps: Step[]): Promise<{ isLoaded: boolean; sentences: string[] }> {
  await client.query('savepoint bundle')
  try {
    const sentences: string[] = []
    for (const step of steps) {
      const left = await loadTable(client, step)
      sentences.push(`Đã nạp dữ liệu tham chiếu: ${step.file}${leftSentence(left)}`)
    }
    await client.query('release savepoint bundle')
    return { isLoaded: true, sentences }
  } catch (error) {
    await client.query('rollback to savepoint bundle')
    const isBundle = steps.some(({ bundle }) => bundle !== null)
    if (!isBundle || !isIntegrityFault(error) || !(await hasHolds(client))) throw error
    const files = steps.map(({ file }) => file).join(', ')
    const why = error instanceof Error ? error.message : String(error)
    const sentence = `Chưa nạp được ${files}: không khớp với thay đổi đã chốt tại chỗ (${why}). Dữ liệu cũ vẫn dùng như trước; xem docs/how-to/upgrade.md.`
    return { isLoaded: false, sentences: [sentence] }
  }
}

/** Class 23 of PostgreSQL: a key taken twice, days that overlap, a row that is missing. */
function isIntegrityFault(error: unknown): boolean {
  const from = error instanceof Error && error.cause instanceof pg.DatabaseError ? error.cause : error
  return from instanceof pg.DatabaseError && from.code?.startsWith('23') === true
}

async function hasHolds(client: pg.Client): Promise<boolean> {
  return ((await client.query('select from reference_hold limit 1')).rowCount ?? 0) > 0
}

async function readSteps(folder: string): Promise<Step[]> {
  const order = (await readFile(join(folder, 'ORDER'), 'utf8')).split('\n').map((line) => line.trim())
  return Promise.all(
    order
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map(async (line) => {
        const match = /^([a-z_]+)(?: by ([a-z_]+))?(?: in ([a-z_]+))?$/.exec(line)
        if (!match?.[1])
          throw new Error(`${join(folder, 'ORDER')}: not “table”, “table by column” or either “in bundle”: ${line}`)
        const text = await readFile(join(folder, `${match[1]}.csv`), 'utf8')
        const sha256 = createHash('sha256').update(`${line}\n${text}`).digest('hex')
        return {
          table: match[1],
          groupedBy: match[2] ?? null,
          bundle: match[3] ?? null,
          file: `${basename(folder)}/${match[1]}.csv`,
          text,
          sha256,
        }
      }),
  )
}

async function changedSteps(client: pg.Client, steps: Step[]): Promise<Step[]> {
  const known = await client.query<{ file: string; sha256: string }>('select file, sha256 from reference_load')
  const before = new Map(known.rows.map((row) => [row.file, row.sha256]))
  return steps.filter((step) => before.get(step.file) !== step.sha256)
}

/** Answers how many groups of the file were left as they stand here. */
async function loadTable(client: pg.Client, step: Step): Promise<number> {
  const { csv, left } = await withoutHeld(client, step, readCsv(step.file, step.text))
  const columns = await columnsOf(client, step.table, csv)
  if (step.groupedBy) await clearGroups(client, step.table, step.groupedBy, csv, columns)
  for (let start = 0; start < csv.rows.length; start += batchSize) {
    await loadBatch(client, step, columns, csv.rows.slice(start, start + batchSize))
  }
  await client.query(
    `insert into reference_load (file, sha256) values ($1, $2)
     on conflict (file) do update set sha256 = excluded.sha256, at = now()`,
    [step.file, step.sha256],
  )
  return left
}

/** The file without the groups that were changed here: what was decided on the spot stands until it is taken back. */
async function withoutHeld(client: pg.Client, step: Step, csv: CsvTable): Promise<{ csv: CsvTable; left: number }> {
  const position = step.groupedBy === null ? -1 : csv.header.indexOf(step.groupedBy)
  if (position < 0) return { csv, left: 0 }
  const { rows } = await client.query<{ key: string }>(
    'select group_key as key from reference_hold where table_name = $1',
    [step.table],
  )
  const held = new Set(rows.map(({ key }) => key))
  const keyOf = (row: CsvTable['rows'][number]): string => row.cells[position] ?? ''
  const left = new Set(csv.rows.map(keyOf).filter((key) => held.has(key)))
  return { csv: { ...csv, rows: csv.rows.filter((row) => !held.has(keyOf(row))) }, left: left.size }
}

function leftSentence(left: number): string {
  return left === 0 ? '' : `; giữ nguyên ${left} mục đã thay đổi tại chỗ`
}

/** Many rows in one statement: the national register has tens of thousands. One by one again only to say which is wrong. */
async function loadBatch(client: pg.Client, step: Step, columns: Column[], rows: CsvRow[]): Promise<void> {
  const insert = insertStatement(step, columns)
  const load = (some: CsvRow[]) =>
    client.query({
      name: step.file,
      text: insert,
      values: columns.map((column, at) => some.map((row) => valueOf(row, column, at))),
    })
  await client.query('savepoint batch')
  try {
    await load(rows)
  } catch {
    await client.query('rollback to savepoint batch')
    for (const row of rows) {
      await load([row]).catch((error: unknown) => {
        throw new Error(`${step.file}:${row.line}: ${reasonOf(error)}`, { cause: error })
      })
    }
  }
  await client.query('release savepoint batch')
}

function valueOf(row: CsvRow, column: Column, position: number): string | null {
  const cell = row.cells[position] ?? ''
  return cell === '' && !column.required ? null : cell
}

async function columnsOf(client: pg.Client, table: string, csv: CsvTable): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
       coalesce(a.attnum = any (i.indkey), false) as key
     from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
     where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped`,
    [table],
  )
  return csv.header.map((name) => {
    const column = rows.find((one) => one.name === name)
    if (!column) throw new Error(`${csv.file}:1: the table ${table} has no column ${name}`)
    return column
  })
}

async function clearGroups(
  client: pg.Client,
  table: string,
  by: string,
  csv: CsvTable,
  columns: Column[],
): Promise<void> {
  const position = csv.header.indexOf(by)
  const groups = [...new Set(csv.rows.map((row) => row.cells[position]))]
  const type = columns[position]?.type
  if (!type) throw new Error(`${csv.file}:1: there is no column ${by}`)
  await client.query(`delete from ${quoted(table)} where ${quoted(by)} = any ($1::text[]::${type}[])`, [groups])
}

function insertStatement(step: Step, columns: Column[]): string {
  const names = columns.map((column) => quoted(column.name)).join(', ')
  const cells = columns.map((_, position) => `$${position + 1}::text[]`).join(', ')
  const values = columns.map((column, position) => `cell.c${position}::${column.type}`).join(', ')
  const aliases = columns.map((_, position) => `c${position}`).join(', ')
  const insert = `insert into ${quoted(step.table)} (${names}) select ${values} from unnest(${cells}) as cell (${aliases})`
  const keys = columns.filter((column) => column.key).map((column) => quoted(column.name))
  if (step.groupedBy || keys.length === 0) return insert
  const others = columns.filter((column) => !column.key).map((column) => quoted(column.name))
  if (others.length === 0) return `${insert} on conflict (${keys.join(', ')}) do nothing`
  return `${insert} on conflict (${keys.join(', ')}) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`
}

function reasonOf(error: unknown): string {
  if (!(error instanceof pg.DatabaseError)) return String(error)
  return error.detail ? `${error.message} (${error.detail})` : error.message
}

const quoted = pg.escapeIdentifier
