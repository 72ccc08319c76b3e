import { sql } from 'kysely'
import type { UnitId } from '#modules/territory/unit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { sweepFiles, type FileStore } from '#platform/files/store.ts'

/**
 * Removes content that no row names any more; answers how much. Every table with a `sha256` is asked, in the scope of every province:
 * a module that begins to keep files need not be remembered here, and nothing it keeps is swept away under it.
 */
export async function sweepKeptFiles(db: Db, store: FileStore, now: Date): Promise<number> {
  const [tables, provinces] = await inScope(db, { reach: 'public' }, async (tx) => [
    await tablesWithContent(tx),
    await tx.selectFrom('unit_version').select('province_id').distinct().execute(),
  ])
  const keptOf = async (names: readonly string[]): Promise<Set<string>> => {
    const kept = new Set<string>()
    if (names.length === 0) return kept
    for (const { province_id: province } of provinces) {
      const scope = { reach: 'province', province: province as UnitId } as const
      const found = await inScope(db, scope, (tx) => namedIn(tx, tables, names))
      for (const name of found) kept.add(name)
    }
    return kept
  }
  return sweepFiles(store, keptOf, now)
}

/** A table that names contents; a row that was taken away (`removed_at`) names nothing any more. */
type ContentTable = { name: string; hasRemoved: boolean }

async function tablesWithContent(tx: Tx): Promise<ContentTable[]> {
  const { rows } = await sql<ContentTable>`
    select class.relname as name,
           exists (select from pg_attribute where attrelid = class.oid and attname = 'removed_at' and not attisdropped) as "hasRemoved"
    from pg_class as class
    join pg_namespace as space on space.oid = class.relnamespace
    join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attname = 'sha256'
    where space.nspname = 'public' and class.relkind = 'r' and not attribute.attisdropped
      and format_type(attribute.atttypid, null) = 'text' and has_column_privilege(class.oid, attribute.attnum, 'select')
    order by class.relname`.execute(tx)
  return rows
}

async function namedIn(tx: Tx, tables: readonly ContentTable[], names: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const { name, hasRemoved } of tables) {
    const stands = hasRemoved ? sql`and removed_at is null` : sql``
    const { rows } = await sql<{ sha256: string }>`
      select sha256 from ${sql.table(name)} where sha256 = any(${[...names]}::text[]) ${stands}`.execute(tx)
    found.push(...rows.map(({ sha256 }) => sha256))
  }
  return found
}
