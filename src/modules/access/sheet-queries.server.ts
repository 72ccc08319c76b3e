import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { yearOf } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { holdsWords, searchWords } from '#platform/search-text.ts'
import { lastKnownUnit, lastVersionIn } from '#modules/territory/queries.server.ts'
import { provincesRead, scopeOf } from './actor.ts'
import type { Ctx } from './context.server.ts'
import { displayNames } from './names.server.ts'
import { mayKeepSheets, mayReadSheets, type Sheet } from './sheet.ts'
import { sheetOf, type SheetRow, type SheetTable } from './sheet-rows.server.ts'

/** What a page of a register is narrowed by. `unit`: the code of one unit; null: all that the reader may read. */
export type SheetQuestion = {
  unit: string | null
  year: number | null
  words: string
  filter: { column: string; value: string } | null
  /** Null: the rows of all pages, as a file carries them. */
  page: number | null
}

export type SheetLine<Entry> = { sheet: Sheet & Entry; unitName: string }

/**
 * One page of a register, newest first, with the sums of what is asked. A commune reads its province's sheets beside its own;
 * the sums are of its own alone, for only those count in its report, and `above` says how many others stand in the list.
 */
export type SheetPage<Entry> = {
  unit: { code: string; name: string } | null
  lines: SheetLine<Entry>[]
  years: number[]
  total: number
  counting: number
  above: number
  sums: Readonly<Record<string, string>>
  page: number
  pages: number
  mayKeep: boolean
}

const pageLength = 20
const mostInFile = 5000

export async function sheetPage<Entry>(
  ctx: Ctx,
  kept: SheetTable<Entry>,
  asked: SheetQuestion,
): Promise<Outcome<SheetPage<Entry>>> {
  const { actor } = ctx
  if (actor.duty === 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const unit = asked.unit === null ? null : await lastKnownUnit(tx, asked.unit)
    if (asked.unit !== null && !unit) return notFound()
    if (unit && !mayReadSheets(actor, unit)) return forbidden()
    const whose = unit
      ? sql<boolean>`province_id = ${unit.province} and unit_id = ${unit.unit}`
      : actor.unit === actor.province
        ? sql<boolean>`province_id = ${actor.province}`
        : sql<boolean>`province_id = ${actor.province} and unit_id in (${actor.unit}, ${actor.province})`
    const narrowed = sql<boolean>`${whose} and ${conditions(kept, asked)}`
    const from = sql.table(kept.table)
    const years = await sql<{ year: number }>`select distinct extract(year from day)::int as year
      from ${from} where ${whose} order by 1 desc`.execute(tx)
    const isOwn = unit || actor.unit === actor.province ? sql<boolean>`true` : sql<boolean>`unit_id = ${actor.unit}`
    const { total, counting, above, ...sums } = await sumsOf(tx, kept, narrowed, isOwn)
    const pages = Math.max(1, Math.ceil(Number(total) / pageLength))
    const page = Math.min(Math.max(1, asked.page ?? 1), pages)
    const [limit, offset] = asked.page === null ? [mostInFile, 0] : [pageLength, (page - 1) * pageLength]
    const { rows } = await sql<SheetRow>`select * from ${from} where ${narrowed}
      order by day desc, id desc limit ${limit} offset ${offset}`.execute(tx)
    const sheets = rows.map((row) => sheetOf(kept, row))
    const names = await unitNames(tx, ctx, sheets)
    return done({
      unit: unit ? { code: unit.code, name: unit.name } : null,
      lines: sheets.map((sheet) => ({ sheet, unitName: names.get(sheet.unit) ?? '' })),
      years: years.rows.map(({ year }) => year),
      total: Number(total),
      counting: Number(counting),
      above: Number(above),
      sums,
      page,
      pages,
      mayKeep: mayKeepSheets(actor, actor) && (unit === null || unit.unit === actor.unit),
    })
  })
}

function conditions<Entry>(kept: SheetTable<Entry>, asked: SheetQuestion): RawBuilder<boolean> {
  const period = asked.year === null ? null : yearOf(asked.year)
  const all = [
    holdsWords(sql<string>`search_text`, searchWords(asked.words)),
    ...(period ? [sql<boolean>`day between ${period.from} and ${period.to}`] : []),
    ...(asked.filter && kept.filters.includes(asked.filter.column)
      ? [sql<boolean>`${sql.ref(asked.filter.column)} = ${asked.filter.value}`]
      : []),
  ]
  return sql<boolean>`${sql.join(all, sql` and `)}`
}

async function sumsOf<Entry>(
  tx: Tx,
  kept: SheetTable<Entry>,
  narrowed: RawBuilder<boolean>,
  isOwn: RawBuilder<boolean>,
): Promise<Record<string, string> & { total: string; counting: string; above: string }> {
  const sums = Object.entries(kept.sums).map(([name, sum]) => sql`(${sum})::text as ${sql.ref(name)}`)
  const standing = sql`count(*) filter (where void_reason is null)::text as counting`
  const [own, all] = [
    await sql<Record<string, string> & { counting: string; own: string }>`
      select count(*)::text as own, ${sql.join([standing, ...sums])}
      from ${sql.table(kept.table)} where ${narrowed} and ${isOwn}`.execute(tx),
    await sql<{ total: string }>`
      select count(*)::text as total from ${sql.table(kept.table)} where ${narrowed}`.execute(tx),
  ]
  if (!own.rows[0] || !all.rows[0]) throw new Error(`${kept.table}: a sum has no row`)
  const { own: ownRows, ...said } = own.rows[0]
  const { total } = all.rows[0]
  return { ...said, total, above: String(Number(total) - Number(ownRows)) }
}

async function unitNames(tx: Tx, ctx: Ctx, sheets: readonly Sheet[]): Promise<Map<Id<'Unit'>, string>> {
  const names = new Map<Id<'Unit'>, string>()
  const today = dayInVietnam(ctx.now)
  for (const { unit, province } of sheets) {
    if (names.has(unit)) continue
    names.set(unit, (await lastVersionIn(tx, unit, province, today))?.name ?? '')
  }
  return names
}

/** One thing that happened to a sheet. */
export type SheetChange = { kind: string; at: Date; by: string }

/** One sheet, as its own page shows it, with what was done to it since. */
export type SheetOpened<Entry> = {
  sheet: Sheet & Entry
  unit: { code: string; name: string }
  mayKeep: boolean
  changes: SheetChange[]
}

export async function openSheet<Entry>(
  ctx: Ctx,
  kept: SheetTable<Entry>,
  id: Id<'Sheet'>,
): Promise<Outcome<SheetOpened<Entry>>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { rows } = await sql<SheetRow>`select * from ${sql.table(kept.table)}
      where id = ${id} and province_id in (${sql.join(provincesRead(ctx.actor))})`.execute(tx)
    if (!rows[0]) return notFound()
    const sheet = sheetOf(kept, rows[0])
    if (!mayReadSheets(ctx.actor, sheet)) return forbidden()
    const unit = await lastVersionIn(tx, sheet.unit, sheet.province, dayInVietnam(ctx.now))
    if (!unit) throw new Error(`${kept.table} ${id} is of a unit that never was`)
    return done({
      sheet,
      unit: { code: unit.code, name: unit.name },
      mayKeep: mayKeepSheets(ctx.actor, sheet) && sheet.voidReason === null,
      changes: await changesOf(tx, sheet, kept.object),
    })
  })
}

const changesShown = 20

/** The newest changes, from the audit; the reader's scope has been asked with the row itself. */
async function changesOf(tx: Tx, sheet: Sheet, object: string): Promise<SheetChange[]> {
  const rows = await tx
    .selectFrom('audit')
    .select(['kind', 'at', 'account_id'])
    .where('province_id', '=', sheet.province)
    .where('object_kind', '=', object)
    .where('object_id', '=', sheet.id)
    .orderBy('n', 'desc')
    .limit(changesShown)
    .execute()
  const people = await displayNames(
    tx,
    sheet.province,
    rows.map((row) => row.account_id as Id<'Account'> | null),
  )
  return rows.map(({ kind, at, account_id: account }) => ({
    ...{ kind, at },
    by: account === null ? 'Hệ thống' : (people.get(account) ?? 'Một tài khoản'),
  }))
}
