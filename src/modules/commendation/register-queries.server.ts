import { sql } from 'kysely'
import { dayInVietnam } from '#kernel/local-date.ts'
import type { Id } from '#kernel/ids.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { yearOf } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Vault } from '#platform/vault/vault.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastKnownUnit, lastVersionIn } from '#modules/territory/queries.server.ts'
import type { RecipientKind } from './award.ts'
import { readBook } from './book-store.server.ts'
import type { CommendationBook } from './law.ts'
import { nameOf } from './name-commands.server.ts'
import { mayOpenName } from './policy.ts'
import { namedLines, type AwardLine } from './queries.server.ts'
import { readAward } from './store.server.ts'
import { sumsOf, type AwardSums } from './sums.ts'

/** What a reader of the register asks for; null is everything. The year is that of the decision. */
export type RegisterFilter = {
  year: number
  form: string | null
  line: string | null
  kind: RecipientKind | null
  unitCode: string | null
}

/** One page of the register with the sums of everything that was asked for. */
export type RegisterPage = {
  lines: AwardLine[]
  sums: AwardSums
  years: number[]
  book: CommendationBook
  page: number
  pages: number
  total: number
  mayListNames: boolean
}

const pageLength = 30

export async function registerPage(ctx: Ctx, filter: RegisterFilter, page: number): Promise<Outcome<RegisterPage>> {
  if (ctx.actor.duty === 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const granted = await grantedIn(tx, ctx, filter)
    const rows = await granted
      .select(['form_code as form', 'line_code as line', 'is_leader as isLeader'])
      .select(sql<RecipientKind>`recipient_kind`.as('recipientKind'))
      .execute()
    const pages = Math.max(1, Math.ceil(rows.length / pageLength))
    const at = Math.min(Math.max(1, page), pages)
    const shown = await ordered(granted)
      .limit(pageLength)
      .offset((at - 1) * pageLength)
      .execute()
    const years = await tx
      .selectFrom('award')
      .select(sql<number>`extract(year from decided_on)::int`.as('year'))
      .distinct()
      .where('province_id', '=', ctx.actor.province)
      .where('state', '=', 'decided')
      .orderBy('year', 'desc')
      .execute()
    return done({
      lines: await namedLines(tx, ctx, shown.map(readAward)),
      sums: sumsOf(rows),
      years: years.map((row) => row.year),
      book: await readBook(tx, ctx.actor.province),
      page: at,
      pages,
      total: rows.length,
      mayListNames: mayOpenName(ctx.actor, ctx.actor),
    })
  })
}

/** A line of the register as it is taken home; `name` is opened only for the list of those entitled. */
export type RegisterLine = AwardLine & { name: string | null }

/** The whole register that was asked for, by number. With names every opening is recorded, and only who may open them gets them. */
export async function wholeRegister(
  ctx: Ctx,
  filter: RegisterFilter,
  vault: Vault | null,
): Promise<Outcome<{ lines: RegisterLine[]; book: CommendationBook; unitName: string }>> {
  const { actor } = ctx
  if (actor.duty === 'administrator' || (vault !== null && !mayOpenName(actor, actor))) return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const rows = await ordered(await grantedIn(tx, ctx, filter)).execute()
    const named = await namedLines(tx, ctx, rows.map(readAward))
    const book = await readBook(tx, actor.province)
    const unit = await lastVersionIn(tx, actor.unit, actor.province, dayInVietnam(ctx.now))
    const lines: RegisterLine[] = []
    for (const line of named) {
      const name = vault && (await nameOf(tx, ctx, vault, line.award, 'list-of-entitled'))
      lines.push({ ...line, name })
    }
    return done({ lines, book, unitName: unit?.name ?? '' })
  })
}

async function grantedIn(tx: Tx, ctx: Ctx, { year, form, line, kind, unitCode }: RegisterFilter) {
  const { province, unit } = ctx.actor
  const { from, to } = yearOf(year)
  let granted = tx
    .selectFrom('award')
    .where('province_id', '=', province)
    .where('state', '=', 'decided')
    .where('decided_on', '>=', from)
    .where('decided_on', '<=', to)
  if (form) granted = granted.where('form_code', '=', form)
  if (line) granted = granted.where('line_code', '=', line)
  if (kind) granted = granted.where('recipient_kind', '=', kind)
  const asked: Id<'Unit'> | null =
    unit !== province ? unit : unitCode === null ? null : ((await lastKnownUnit(tx, unitCode))?.unit ?? unit)
  return asked ? granted.where('unit_id', '=', asked) : granted
}

function ordered(granted: Awaited<ReturnType<typeof grantedIn>>) {
  return granted.selectAll().orderBy('decided_on', 'desc').orderBy('book_number', 'desc').orderBy('id')
}

/** Awards that were granted by the actor's own body in a year and may be printed or handed out here. */
export async function grantedHere(
  ctx: Ctx,
  year: number,
): Promise<Outcome<{ lines: AwardLine[]; book: CommendationBook }>> {
  const { actor } = ctx
  if (!mayOpenName(actor, actor)) return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const filter = { year, form: null, line: null, kind: null, unitCode: null }
    const rows = await ordered(await grantedIn(tx, ctx, filter))
      .limit(500)
      .execute()
    const own = rows.map(readAward).filter((award) => (award.level === 'commune') === (actor.unit !== actor.province))
    return done({ lines: await namedLines(tx, ctx, own), book: await readBook(tx, actor.province) })
  })
}
