import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { searchText } from '#platform/search-text.ts'
import type { Sheet, SheetOwner } from './sheet.ts'

/** A row as the database gives it; only `read` of its register knows the columns. */
export type SheetRow = Readonly<Record<string, unknown>>

/**
 * Where the sheets of one register are kept. Every such table has the same frame (whose, day, title, words, void, version);
 * the rest are the columns of the entry.
 */
export type SheetTable<Entry> = {
  table: string
  /** What the audit calls one of them. */
  object: string
  day(entry: Entry): LocalDate
  title(entry: Entry): string
  /** Everything an officer typed: searched, and looked through for numbers of persons. */
  words(entry: Entry): string
  columns(entry: Entry): Readonly<Record<string, unknown>>
  read(row: SheetRow): Entry
  /** What a page adds up of the rows that count. */
  sums: Readonly<Record<string, RawBuilder<string>>>
  /** The columns by which a page may be narrowed. */
  filters: readonly string[]
}

export function sheetOf<Entry>(kept: SheetTable<Entry>, row: SheetRow): Sheet & Entry {
  // The frame is the same in every table of sheets: see the migrations that make them.
  return {
    ...kept.read(row),
    id: row.id as Id<'Sheet'>,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    voidReason: row.void_reason as string | null,
    version: row.version as number,
    changedAt: row.changed_at as Date,
  }
}

function written<Entry>(kept: SheetTable<Entry>, entry: Entry): Record<string, unknown> {
  return {
    ...kept.columns(entry),
    day: kept.day(entry),
    title: kept.title(entry),
    search_text: searchText(kept.words(entry)),
  }
}

/** Answers whether the row is new; one with this id, or one that says what may stand once, is left as it is. */
export async function insertSheet<Entry>(
  tx: Tx,
  kept: SheetTable<Entry>,
  owner: SheetOwner & { id: Id<'Sheet'> },
  entry: Entry,
  at: Date,
): Promise<boolean> {
  const row = {
    ...{ province_id: owner.province, id: owner.id, unit_id: owner.unit },
    ...written(kept, entry),
    ...{ created_at: at, changed_at: at },
  }
  const { numAffectedRows } = await sql`insert into ${sql.table(kept.table)}
      (${sql.join(Object.keys(row).map((name) => sql.ref(name)))}) values (${sql.join(Object.values(row))})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

// FOR UPDATE: two officers writing on the same sheet must not both believe that theirs stands.
export async function lockSheet<Entry>(
  tx: Tx,
  kept: SheetTable<Entry>,
  province: Id<'Unit'>,
  id: Id<'Sheet'>,
): Promise<(Sheet & Entry) | null> {
  const { rows } = await sql<SheetRow>`select * from ${sql.table(kept.table)}
    where province_id = ${province} and id = ${id} for update`.execute(tx)
  return rows[0] ? sheetOf(kept, rows[0]) : null
}

/** Writes a correction, or why a sheet no longer counts, as the next version. */
export async function saveSheet<Entry>(
  tx: Tx,
  kept: SheetTable<Entry>,
  sheet: Sheet,
  change: { entry: Entry } | { voidReason: string },
  at: Date,
): Promise<void> {
  const row = {
    ...('entry' in change ? written(kept, change.entry) : { void_reason: change.voidReason }),
    ...{ version: sheet.version + 1, changed_at: at },
  }
  const sets = Object.entries(row).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  await sql`update ${sql.table(kept.table)} set ${sql.join(sets)}
    where province_id = ${sheet.province} and id = ${sheet.id}`.execute(tx)
}

/** What is written in both says the same: one form sent twice, and not a second sheet. */
export function saysTheSame<Entry>(kept: SheetTable<Entry>, one: Entry, other: Entry): boolean {
  return JSON.stringify(written(kept, one)) === JSON.stringify(written(kept, other))
}
