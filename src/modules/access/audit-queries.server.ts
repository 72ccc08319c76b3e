import { sql, type SqlBool } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { verifyChain } from '#platform/audit.ts'
import { scopeOf } from './actor.ts'
import type { Ctx } from './context.server.ts'
import { displayNames } from './names.server.ts'
import { mayReadAudit } from './policy.ts'

/** What the audit is narrowed to; every part may be absent. `before` is where the page above ended. */
export type AuditFilter = {
  account: Id<'Account'> | null
  unit: Id<'Unit'> | null
  kind: string | null
  objectKind: string | null
  object: string | null
  from: LocalDate | null
  to: LocalDate | null
  before: number | null
}

export const wholeAudit: AuditFilter = {
  ...{ account: null, unit: null, kind: null, objectKind: null },
  ...{ object: null, from: null, to: null, before: null },
}

/** One thing that was done, with the names of today for the ids it holds. */
export type AuditRow = {
  n: number
  at: Date
  by: string | null
  unitName: string | null
  kind: string
  object: { kind: string; id: string; name: string | null }
  changed: Record<string, unknown>
}
export type AuditPage = {
  rows: AuditRow[]
  /** The number to go on from, when there is more. */
  next: number | null
  people: { id: Id<'Account'>; name: string; signInName: string }[]
  units: { id: Id<'Unit'>; name: string; level: string }[]
  /** Names of people and units that stand in `changed` only as ids. */
  names: ReadonlyMap<string, string>
}

const rowsOnAPage = 50

/** The audit newest first, as far as the reader's scope goes; null for who may not read it. */
export async function auditPage(ctx: Ctx, filter: AuditFilter, rows = rowsOnAPage): Promise<AuditPage | null> {
  if (!mayReadAudit(ctx.actor, ctx.actor.province)) return null
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const found = await auditRows(tx, ctx, filter, rows + 1)
    const shown = found.slice(0, rows)
    const names = await namesIn(tx, ctx, shown)
    return {
      rows: shown.map((row) => ({
        n: row.n,
        at: row.at,
        by: row.account_id ? (names.get(row.account_id) ?? 'một tài khoản') : null,
        unitName: row.unit_id ? (names.get(row.unit_id) ?? null) : null,
        kind: row.kind,
        object: { kind: row.object_kind, id: row.object_id, name: names.get(row.object_id) ?? null },
        changed: changedOf(row.changed),
      })),
      next: found.length > rows ? (shown.at(-1)?.n ?? null) : null,
      people: await peopleOf(tx, ctx),
      units: await unitsOf(tx, ctx),
      names,
    }
  })
}

function auditRows(tx: Tx, ctx: Ctx, filter: AuditFilter, limit: number) {
  let query = tx
    .selectFrom('audit')
    .select(['n', 'at', 'account_id', 'unit_id', 'kind', 'object_kind', 'object_id', 'changed'])
    .where('province_id', '=', ctx.actor.province)
  // A commune's auditor: row security says the same, and the query says it first.
  if (ctx.actor.unit !== ctx.actor.province) query = query.where('unit_id', '=', ctx.actor.unit)
  if (filter.account) query = query.where('account_id', '=', filter.account)
  if (filter.unit) query = query.where('unit_id', '=', filter.unit)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.objectKind) query = query.where('object_kind', '=', filter.objectKind)
  if (filter.object) query = query.where('object_id', '=', filter.object)
  if (filter.from) query = query.where('at', '>=', midnight(filter.from))
  if (filter.to) query = query.where('at', '<', midnight(addDays(filter.to, 1)))
  if (filter.before !== null) query = query.where('n', '<', filter.before)
  return query.orderBy('n', 'desc').limit(limit).execute()
}

/** The instant a day of Vietnam begins (UTC+7). */
function midnight(day: LocalDate): Date {
  return new Date(`${day}T00:00:00+07:00`)
}

function changedOf(stored: unknown): Record<string, unknown> {
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
}

type StoredRow = Awaited<ReturnType<typeof auditRows>>[number]

/** The names of every person and unit that a page of rows holds by its id. */
async function namesIn(tx: Tx, ctx: Ctx, rows: readonly StoredRow[]): Promise<Map<string, string>> {
  const held = rows.flatMap((row) => [
    ...[row.account_id, row.unit_id, row.object_kind === 'account' ? row.object_id : null],
    ...Object.values(changedOf(row.changed)).filter((value) => typeof value === 'string' && uuid.test(value)),
  ]) as (string | null)[]
  const ids = [...new Set(held.filter((id) => id !== null))]
  const people = await displayNames(tx, ctx.actor.province, ids as Id<'Account'>[])
  const units = await tx
    .selectFrom('unit_version')
    .select(['unit_id', 'name'])
    .where('unit_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('tree', '=', 'state')
    .orderBy(sql`upper(valid)`, (order) => order.asc().nullsLast())
    .execute()
  return new Map([...units.map((row): [string, string] => [row.unit_id, row.name]), ...people])
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

async function peopleOf(tx: Tx, ctx: Ctx): Promise<AuditPage['people']> {
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'display_name', 'sign_in_name'])
    .where('province_id', '=', ctx.actor.province)
    .orderBy(sql`display_name collate "vi-x-icu"`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id as Id<'Account'>, name: row.display_name, signInName: row.sign_in_name }))
}

async function unitsOf(tx: Tx, ctx: Ctx): Promise<AuditPage['units']> {
  let query = tx
    .selectFrom('unit_version')
    .select(['unit_id', 'name', 'level'])
    .where('province_id', '=', ctx.actor.province)
    .where('tree', '=', 'state')
    .where('level', 'in', ['province', 'commune'])
    .where(sql<SqlBool>`valid @> ${dayInVietnam(ctx.now)}::date`)
  if (ctx.actor.unit !== ctx.actor.province) query = query.where('unit_id', '=', ctx.actor.unit)
  const rows = await query
    .orderBy(sql`level = 'commune'`)
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute()
  return rows.map((row) => ({ id: row.unit_id as Id<'Unit'>, name: row.name, level: row.level }))
}

/** Whether the province's chain is whole at this moment; null for who does not read all of it. */
export async function auditChain(ctx: Ctx): Promise<{ rows: number } | { brokenAt: number } | null> {
  const { actor } = ctx
  if (!mayReadAudit(actor, actor.province) || actor.unit !== actor.province) return null
  return verifyChain(ctx.db, actor.province)
}
