import pg from 'pg'
import { format, resolveConfig } from 'prettier'

const types = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  daterange: 'string',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'unknown',
  _text: 'string[]',
  _uuid: 'string[]',
  tsvector: 'string',
}

/** db/schema.ts as it is committed. @param {string} url */
export async function formattedTypes(url) {
  return format(await schemaTypes(url), { ...(await resolveConfig('db/schema.ts')), filepath: 'db/schema.ts' })
}

/** Reads the tables of a migrated database and writes db/schema.ts, the types that Kysely checks queries against. */
async function schemaTypes(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(`
      select n.nspname as schema, c.relname as table_name, a.attname as column_name, t.typname as type_name,
             a.attnotnull as required, a.atthasdef as has_default
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      where n.nspname = 'public' and c.relkind in ('r', 'v')
      order by c.relname, a.attnum`)
    const tables = Map.groupBy(rows, (row) => row.table_name)
    const interfaces = [...tables].map(
      ([table, columns]) => `export interface ${typeName(table)} {\n${columns.map(column).join('\n')}\n}\n`,
    )
    const database = [...tables.keys()].map((table) => `  ${table}: ${typeName(table)}`).join('\n')
    return `// Written by \`npm run db -- types\` from the migrated database; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** numeric(20,4): read as text, so that no digit is lost; src/kernel/quantity.ts reads it. */
type Decimal = ColumnType<string, string, string>
type DecimalOrNull = ColumnType<string | null, string | null, string | null>
/** jsonb: written as JSON text. */
type Json = ColumnType<unknown, string, string>

${interfaces.join('\n')}
export interface Database {
${database}
}
`
  } finally {
    await client.end()
  }
}

function column(row) {
  let type = row.type_name === 'numeric' ? 'Decimal' : row.type_name === 'jsonb' ? 'Json' : types[row.type_name]
  if (!type) throw new Error(`No TypeScript type for ${row.table_name}.${row.column_name}: ${row.type_name}`)
  if (!row.required) type = type === 'Decimal' ? 'DecimalOrNull' : `${type} | null`
  if (row.has_default) type = row.type_name === 'jsonb' ? 'Json' : `Generated<${type}>`
  return `  ${row.column_name}: ${type}`
}

function typeName(table) {
  return table.replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase()) + 'Table'
}
