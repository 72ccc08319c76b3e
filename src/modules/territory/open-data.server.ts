import { sql, type SqlBool } from 'kysely'
import type { z } from 'zod'
import type { LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import type { unitFilters, unitAnswer, unitListing, unitWithVersions } from './open-data.ts'

type UnitQuestion = {
  filters: z.output<typeof unitFilters>
  order: string
  limit: number
  after: z.output<typeof unitListing.position> | null
  count: boolean
}

function openVersions(tx: Tx) {
  return tx
    .selectFrom('unit_version as version')
    .innerJoin('unit', 'unit.id', 'version.unit_id')
    .innerJoin('unit as province', 'province.id', 'version.province_id')
    .leftJoin('unit as parent', 'parent.id', 'version.parent_id')
    .where('version.tree', '=', 'state')
}

const openColumns = [
  'unit.code',
  'version.name',
  'version.kind',
  'version.level',
  'parent.code as parent',
  'province.code as province',
] as const
const firstDay = sql<string | null>`lower(version.valid)::text`.as('from')
const lastDay = sql<string | null>`(upper(version.valid) - 1)::text`.as('until')
// Vietnamese order; the code decides between two of the same name.
const byName = sql<string>`version.name collate "vi-x-icu"`
// Bytes, whatever collation the server was made with.
const byCode = sql<string>`unit.code collate "C"`
// As kernel/text `fold` does, in SQL: the list is cut before it is paged.
const foldedName = sql<string>`translate(lower(regexp_replace(normalize(version.name, nfd), '[\u0300-\u036f]', '', 'g')), 'đĐ', 'dd')`

type OpenRow = {
  code: string
  name: string
  kind: string
  level: string
  parent: string | null
  province: string
  from: string | null
  until: string | null
}

// The checks of unit_version hold kind and level to the known words.
function readOpenUnit(row: OpenRow): z.output<typeof unitAnswer> {
  const { kind, level } = row
  return {
    ...row,
    kind: kind as z.output<typeof unitAnswer>['kind'],
    level: level as z.output<typeof unitAnswer>['level'],
  }
}

/** One page of the units in force on a day. */
export async function openUnits(tx: Tx, question: UnitQuestion, today: LocalDate) {
  const { filters, order, limit, after } = question
  const matching = filtered(tx, filters, today)
  const total = question.count ? await countOf(matching) : null
  const backwards = order.startsWith('-')
  const isByName = order.endsWith('name')
  const direction = backwards ? 'desc' : 'asc'
  const rows = await matching
    .select([...openColumns, firstDay, lastDay])
    .$if(after !== null, (query) => query.where(isPast(after ?? ['', ''], isByName, backwards)))
    .$if(isByName, (query) => query.orderBy(byName, direction))
    .orderBy(byCode, direction)
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(readOpenUnit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? ([last.name, last.code] as [string, string]) : null, total }
}

function isPast([name, code]: [string, string], isByName: boolean, backwards: boolean) {
  const sign = sql.raw(backwards ? '<' : '>')
  return isByName
    ? sql<SqlBool>`(${byName}, ${byCode}) ${sign} (${name}, ${code})`
    : sql<SqlBool>`${byCode} ${sign} ${code}`
}

function filtered(tx: Tx, filters: UnitQuestion['filters'], today: LocalDate) {
  const { on = today, level, kind, parent, province, code, q } = filters
  return fold(q ?? '')
    .split(' ')
    .filter(Boolean)
    .reduce(
      (query, word) => query.where(foldedName, 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`),
      openVersions(tx)
        .where(sql<SqlBool>`version.valid @> ${on}::date`)
        .$if(level !== undefined, (query) => query.where('version.level', 'in', level ?? []))
        .$if(kind !== undefined, (query) => query.where('version.kind', 'in', kind ?? []))
        .$if(parent !== undefined, (query) => query.where('parent.code', 'in', parent ?? []))
        .$if(province !== undefined, (query) => query.where('province.code', 'in', province ?? []))
        .$if(code !== undefined, (query) => query.where('unit.code', 'in', code ?? [])),
    )
}

async function countOf(matching: ReturnType<typeof filtered>): Promise<number> {
  const { total } = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return total
}

/** A unit with every version, newest first; null when no unit has this code. */
export async function openUnit(tx: Tx, code: string): Promise<z.output<typeof unitWithVersions> | null> {
  const rows = await openVersions(tx)
    .select([...openColumns, firstDay, lastDay])
    .where('unit.code', '=', code)
    .orderBy(sql`upper(version.valid)`, sql`desc nulls first`)
    .execute()
  const versions = rows.map(readOpenUnit)
  const newest = versions[0]
  return newest ? { code, name: newest.name, versions } : null
}

/** The first of these codes that no unit ever had; null when each is one. */
export async function firstUnknownUnit(tx: Tx, codes: readonly string[]): Promise<string | null> {
  if (codes.length === 0) return null
  const rows = await tx
    .selectFrom('unit')
    .select('code')
    .where('code', 'in', [...codes])
    .execute()
  const known = new Set(rows.map((row) => row.code))
  return codes.find((code) => !known.has(code)) ?? null
}
