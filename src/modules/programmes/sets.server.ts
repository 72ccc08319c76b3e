import { sql } from 'kysely'
import { addDays, localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Indicator } from '#modules/figures/indicator.ts'
import { readIndicator } from '#modules/figures/indicators.server.ts'
import { readRows, type ProgrammeSet, type WrittenRow } from './programme-set.ts'

/** A set without its rows, as lists name it. */
export type NamedSet = Omit<ProgrammeSet, 'rows'>

/** The sets that hold on a day, in the order of their names. */
export async function setsOn(tx: Tx, day: LocalDate): Promise<NamedSet[]> {
  const rows = await versions(tx)
    .where(sql<boolean>`valid @> ${day}::date`)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
    .execute()
  return rows.map(named)
}

/** A set as it is read on the last day of a period; null where it holds on no such day. */
export async function setOn(tx: Tx, code: string, day: LocalDate): Promise<ProgrammeSet | null> {
  const found = await versions(tx)
    .where('set_code', '=', code)
    .where(sql<boolean>`valid @> ${day}::date`)
    .executeTakeFirst()
  if (!found) return null
  const rows = await tx
    .selectFrom('programme_row')
    .selectAll()
    .where('set_version', '=', found.id)
    .orderBy('position')
    .execute()
  const written = rows.map((row): WrittenRow => ({
    key: row.key,
    kind: row.kind,
    ofRow: row.of_row,
    relation: row.relation,
    name: row.name,
    unitOfCount: row.unit_of_count,
    cell: row.indicator_code === null ? null : { code: row.indicator_code, dimension: row.dimension },
    changeCode: row.change_code,
    unitKind: row.unit_kind,
    note: row.note,
  }))
  const definitions = await definitionsOf(tx, written, day)
  return { ...named(found), rows: readRows(found.id, written, (name) => definitions.get(name) ?? null) }
}

/** What the indicators of a set are called and counted by on a day; of one no longer counted, what it was last. */
async function definitionsOf(tx: Tx, rows: readonly WrittenRow[], day: LocalDate): Promise<Map<string, Indicator>> {
  const codes = ['', ...rows.flatMap(({ cell, changeCode }) => [cell?.code ?? '', changeCode ?? ''])]
  const found = await tx
    .selectFrom('indicator_version')
    .selectAll()
    .distinctOn('indicator_code')
    .where('indicator_code', 'in', codes)
    .orderBy('indicator_code')
    .orderBy(sql`valid @> ${day}::date`, 'desc')
    .orderBy('version', 'desc')
    .execute()
  return new Map(found.map((row) => [row.indicator_code, readIndicator(row)]))
}

function versions(tx: Tx) {
  return tx
    .selectFrom('programme_set_version')
    .select([
      ...(['id', 'set_code', 'version', 'name', 'about', 'source'] as const),
      sql<string | null>`lower(valid)`.as('from'),
      sql<string | null>`upper(valid)`.as('before'),
    ])
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number]

function named(row: VersionRow): NamedSet {
  return {
    id: row.id,
    code: row.set_code,
    version: row.version,
    from: row.from === null ? null : localDate(row.from),
    until: row.before === null ? null : addDays(localDate(row.before), -1),
    name: row.name,
    about: row.about,
    source: row.source,
  }
}
