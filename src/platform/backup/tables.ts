import pg from 'pg'

/** A table with its columns in their order; `copy` of exactly these. */
export type BackupTable = { schema: string; name: string; columns: string[] }
export type SequenceState = { schema: string; name: string; last: string }

/** Tables whose rows no backup holds, each with the reason: `schema.table`, or `schema.*` for a whole schema. */
export type LeftOut = Readonly<Record<string, string>>

/** The list of migrations stands at the head of the file, and restoring writes the table by migrating. */
const ledger = 'public.schema_migration'

type Found = BackupTable & { references: string[] }

/**
 * Every table of every schema but PostgreSQL's own and what belongs to an extension, the referenced before those that
 * reference them. Asked of the catalogue, so a table that is added tomorrow is in tomorrow's backup.
 */
export async function tablesOf(client: pg.Client, leftOut: LeftOut): Promise<BackupTable[]> {
  const { rows } = await client.query<Found>(`
    select space.nspname as schema, class.relname as name,
      array(select attname::text from pg_attribute
            where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum) as columns,
      array(select distinct to_space.nspname || '.' || to_class.relname
            from pg_constraint
            join pg_class to_class on to_class.oid = confrelid
            join pg_namespace to_space on to_space.oid = to_class.relnamespace
            where conrelid = class.oid and contype = 'f' and confrelid <> class.oid) as references
    from pg_class class join pg_namespace space on space.oid = class.relnamespace
    where class.relkind = 'r' and ${isOurs('class')}
    order by 1, 2`)
  const kept = rows.filter((table) => nameOf(table) !== ledger && !isLeftOut(nameOf(table), leftOut))
  return inOrder(kept).map(({ schema, name, columns }) => ({ schema, name, columns }))
}

/** Where the sequences stand, if there are any. */
export async function sequencesOf(client: pg.Client, leftOut: LeftOut): Promise<SequenceState[]> {
  const { rows } = await client.query<SequenceState>(`
    select schemaname as schema, sequencename as name, last_value::text as last
    from pg_sequences
    join pg_class class on class.oid = format('%I.%I', schemaname, sequencename)::regclass
    join pg_namespace space on space.oid = class.relnamespace
    where last_value is not null and ${isOurs('class')}
    order by 1, 2`)
  return rows.filter((sequence) => !isLeftOut(nameOf(sequence), leftOut))
}

/** Puts sequences where they stood, so that no number is given twice. */
export async function setSequences(client: pg.Client, sequences: readonly SequenceState[]): Promise<void> {
  for (const sequence of sequences) {
    await client.query('select setval($1::regclass, $2::bigint)', [quotedName(sequence), sequence.last])
  }
}

/** Whether anything but an extension has made a table here: a database with tables is somebody's. */
export async function isEmptyDatabase(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(`
    select from pg_class class join pg_namespace space on space.oid = class.relnamespace
    where class.relkind in ('r', 'p') and ${isOurs('class')} limit 1`)
  return rows.length === 0
}

/** The bytes that tables take on the server's disk, without their indexes. */
export async function sizeOf(client: pg.Client, tables: readonly BackupTable[]): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    'select coalesce(sum(pg_table_size(name::regclass)), 0)::text as bytes from unnest($1::text[]) name',
    [tables.map(quotedName)],
  )
  return Number(rows[0]?.bytes ?? 0)
}

export function nameOf(table: { schema: string; name: string }): string {
  return `${table.schema}.${table.name}`
}

export function quotedName(table: { schema: string; name: string }): string {
  return `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`
}

export function columnList(table: BackupTable): string {
  return table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}

function isOurs(alias: string): string {
  return `space.nspname <> 'information_schema' and space.nspname !~ '^pg_'
    and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = ${alias}.oid and deptype = 'e')`
}

function isLeftOut(name: string, leftOut: LeftOut): boolean {
  return name in leftOut || `${name.slice(0, name.indexOf('.'))}.*` in leftOut
}

/** Throws where no order serves: then the backup of that schema could not be restored, and a test must say so today. */
function inOrder(tables: readonly Found[]): Found[] {
  const waiting = new Map(tables.map((table) => [nameOf(table), table]))
  const placed = new Set<string>()
  const ordered: Found[] = []
  while (waiting.size > 0) {
    const next = [...waiting.values()].filter((table) => table.references.every((name) => placed.has(name)))
    if (next.length === 0) {
      throw new Error(
        `These tables reference each other, or one that no backup holds: ${[...waiting.keys()].join(', ')}`,
      )
    }
    for (const table of next) {
      placed.add(nameOf(table))
      waiting.delete(nameOf(table))
      ordered.push(table)
    }
  }
  return ordered
}
