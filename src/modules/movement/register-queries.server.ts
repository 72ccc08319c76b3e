import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { exactWords, holdsWords, searchWords } from '#platform/search-text.ts'
import { provincesRead, scopeOf, type Actor } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { communesInForce, lastVersionIn } from '#modules/territory/queries.server.ts'
import type { YearState } from './cycle.ts'
import type { HolderKind, InitiativeId, RegistrationScope } from './initiative.ts'
import { mayKeepInitiatives } from './policy.ts'
import { movementWords } from './word-store.server.ts'
import type { MovementWord } from './words.ts'

/** What narrows the register, and in which order it is shown. */
export type RegisterAsked = {
  year: number
  field: string | null
  scope: RegistrationScope | null
  state: YearState | null
  unit: Id<'Unit'> | null
  isNew: boolean | null
  words: string
  sort: 'name' | 'newest' | 'unit'
}

/** One year of an initiative as a line of the register. */
export type RegisterRow = {
  id: InitiativeId
  province: Id<'Unit'>
  unit: Id<'Unit'>
  unitName: string
  name: string
  holderKind: HolderKind
  holder: string
  mainField: string
  year: number
  scope: RegistrationScope
  isNew: boolean
  state: YearState
  registeredOn: LocalDate | null
  recognisedOn: LocalDate | null
  decision: string
  version: number
}

/** How many of one level; the sums of two levels are never added, so there is no sum of sums. */
export type ScopeSums = {
  scope: RegistrationScope
  registeredNew: number
  kept: number
  recognised: number
  outstanding: number
}

/** One page of the register. */
export type InitiativeRegister = {
  rows: RegisterRow[]
  total: number
  page: number
  pages: number
  sums: ScopeSums[]
  years: number[]
  words: MovementWord[]
  units: { unit: Id<'Unit'>; name: string }[]
  mayKeep: boolean
}

const pageLength = 20
const mostInFile = 10_000

/** The register of whom the actor reads: a commune its own and those that went into it, the province all of its communes. */
export async function initiativeRegister(
  ctx: Ctx,
  asked: RegisterAsked,
  wanted: number,
): Promise<Outcome<InitiativeRegister>> {
  if (ctx.actor.duty === 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const found = narrowed(tx, ctx.actor, asked)
    const { total } = await found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const pages = Math.max(1, Math.ceil(total / pageLength))
    const page = Math.min(Math.max(1, wanted), pages)
    const rows = await rowsOf(tx, ctx, asked, { limit: pageLength, offset: (page - 1) * pageLength })
    return done({
      ...{ rows, total, page, pages },
      sums: await sumsOf(tx, ctx.actor, asked),
      years: await yearsIn(tx, ctx.actor),
      words: await movementWords(tx, ctx.actor.province),
      units: await unitsToChoose(tx, ctx),
      mayKeep: mayKeepInitiatives(ctx.actor, ctx.actor),
    })
  })
}

/** Everything that the register shows under a narrowing, for a file. */
export async function wholeRegister(
  ctx: Ctx,
  asked: RegisterAsked,
): Promise<Outcome<{ rows: RegisterRow[]; words: MovementWord[] }>> {
  if (ctx.actor.duty === 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const rows = await rowsOf(tx, ctx, asked, { limit: mostInFile, offset: 0 })
    return done({ rows, words: await movementWords(tx, ctx.actor.province) })
  })
}

function readable(tx: Tx, actor: Actor) {
  const rows = tx
    .selectFrom('initiative as one')
    .innerJoin('initiative_year as year', (join) =>
      join.onRef('year.province_id', '=', 'one.province_id').onRef('year.initiative_id', '=', 'one.id'),
    )
    .where('one.province_id', 'in', provincesRead(actor))
    .where('one.discarded_at', 'is', null)
  const units = [actor.unit, ...(actor.follows?.units ?? [])]
  return actor.unit === actor.province ? rows : rows.where('one.unit_id', 'in', units)
}

function narrowed(tx: Tx, actor: Actor, asked: RegisterAsked) {
  let rows = readable(tx, actor).where('year.year', '=', asked.year)
  if (asked.field !== null) rows = rows.where('one.main_field', '=', asked.field)
  if (asked.scope !== null) rows = rows.where('year.scope', '=', asked.scope)
  if (asked.state !== null) rows = rows.where('year.state', '=', asked.state)
  if (asked.unit !== null) rows = rows.where('one.unit_id', '=', asked.unit)
  if (asked.isNew !== null) rows = rows.where('year.is_new', '=', asked.isNew)
  return rows.where(holdsWords(sql.ref('one.search_text'), searchWords(asked.words)))
}

async function rowsOf(
  tx: Tx,
  ctx: Ctx,
  asked: RegisterAsked,
  part: { limit: number; offset: number },
): Promise<RegisterRow[]> {
  const found = narrowed(tx, ctx.actor, asked)
    .select(['one.id', 'one.province_id', 'one.unit_id', 'one.name', 'one.holder_kind', 'one.holder'])
    .select(['one.main_field', 'year.year', 'year.scope', 'year.is_new', 'year.state', 'year.registered_on'])
    .select(['year.recognised_on', 'year.decision', 'year.version'])
    .orderBy(exactWords(sql.ref('one.search_text'), searchWords(asked.words)), 'desc')
  const ordered =
    asked.sort === 'newest'
      ? found.orderBy(sql`year.changed_at`, 'desc')
      : asked.sort === 'unit'
        ? found.orderBy('one.unit_id').orderBy(sql`one.name collate "vi-x-icu"`)
        : found.orderBy(sql`one.name collate "vi-x-icu"`)
  const rows = await ordered.orderBy('one.id').limit(part.limit).offset(part.offset).execute()
  const names = await unitNames(tx, ctx, rows)
  const day = (text: string | null): LocalDate | null => (text === null ? null : localDate(text))
  return rows.map((row) => ({
    id: row.id as InitiativeId,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    unitName: names.get(row.unit_id) ?? '',
    ...{ name: row.name, holderKind: row.holder_kind as HolderKind, holder: row.holder, mainField: row.main_field },
    ...{ year: row.year, scope: row.scope as RegistrationScope, isNew: row.is_new, state: row.state as YearState },
    ...{ registeredOn: day(row.registered_on), recognisedOn: day(row.recognised_on) },
    ...{ decision: row.decision, version: row.version },
  }))
}

/** Each unit by the name it has, or had last, in the province it recorded in. */
export async function unitNames(
  tx: Tx,
  ctx: Ctx,
  rows: readonly { province_id: string; unit_id: string }[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { unit_id: unit, province_id: province } of rows) {
    if (names.has(unit)) continue
    const version = await lastVersionIn(tx, unit as Id<'Unit'>, province as Id<'Unit'>, dayInVietnam(ctx.now))
    names.set(unit, version?.name ?? '')
  }
  return names
}

async function sumsOf(tx: Tx, actor: Actor, asked: RegisterAsked): Promise<ScopeSums[]> {
  // A draft is not registered, and what came back waits to be.
  const standing = sql`year.registered_on is not null and year.state not in ('draft', 'returned')`
  const rows = await narrowed(tx, actor, asked)
    .select('year.scope')
    .select(sql<number>`count(*) filter (where ${standing} and year.is_new)`.as('registeredNew'))
    .select(sql<number>`count(*) filter (where ${standing} and not year.is_new and year.ended_on is null)`.as('kept'))
    .select(sql<number>`count(*) filter (where year.recognised_on is not null)`.as('recognised'))
    .select(sql<number>`count(*) filter (where year.outstanding_on is not null)`.as('outstanding'))
    .groupBy('year.scope')
    .execute()
  const order: readonly string[] = ['commune', 'district', 'province', 'central']
  return rows
    .map((row) => ({ ...row, scope: row.scope as RegistrationScope }))
    .toSorted((one, other) => order.indexOf(one.scope) - order.indexOf(other.scope))
}

async function yearsIn(tx: Tx, actor: Actor): Promise<number[]> {
  const rows = await readable(tx, actor).select('year.year').distinct().orderBy('year.year', 'desc').execute()
  return rows.map(({ year }) => year)
}

async function unitsToChoose(tx: Tx, ctx: Ctx): Promise<{ unit: Id<'Unit'>; name: string }[]> {
  const { actor } = ctx
  if (actor.unit !== actor.province) return []
  const communes = await communesInForce(tx, actor.province, dayInVietnam(ctx.now))
  return communes.map(({ unit, name }) => ({ unit, name }))
}
