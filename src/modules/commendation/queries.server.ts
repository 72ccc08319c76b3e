import { sql } from 'kysely'
import { dayInVietnam } from '#kernel/local-date.ts'
import type { Id } from '#kernel/ids.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { lastNamesIn } from '#modules/territory/queries.server.ts'
import { awardStates, type Award, type AwardId, type AwardState } from './award.ts'
import { readBook } from './book-store.server.ts'
import type { EligibilityFinding } from './eligibility.ts'
import { filesOfAward, type AwardFile } from './file-store.server.ts'
import { lawOfDossier, type CommendationBook, type LawOfDossier } from './law.ts'
import { allowedAwardMoves, isOpenForWriting, type AwardMove } from './lifecycle.ts'
import { findingsOf } from './move-commands.server.ts'
import { mayOpenName, mayPropose, mayReadAward, maySetRules, standingsOf } from './policy.ts'
import { findAward, readAward } from './store.server.ts'

/** One line of a list of proposals. */
export type AwardLine = { award: Award; unitName: string }

/** The proposals that a reader follows, one page of them, newest first, with how many stand in each state. */
export type AwardList = {
  lines: AwardLine[]
  states: { state: AwardState; count: number }[]
  page: number
  pages: number
  total: number
  book: CommendationBook
  mayPropose: boolean
}

const pageLength = 20

export async function awardList(
  ctx: Ctx,
  asked: { state: AwardState | null; page: number },
): Promise<Outcome<AwardList>> {
  const { province, unit, duty } = ctx.actor
  if (duty === 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    let all = tx.selectFrom('award').where('province_id', '=', province)
    if (unit !== province) all = all.where('unit_id', '=', unit)
    // What a commune is still writing is its own affair, as a report is.
    else all = all.where((either) => either.or([either('state', '<>', 'draft'), either('by_province', '=', true)]))
    const counts = await all
      .select(['state', sql<number>`count(*)`.as('count')])
      .groupBy('state')
      .execute()
    const shown = asked.state === null ? all : all.where('state', '=', asked.state)
    const total = counts.filter((one) => asked.state === null || one.state === asked.state).reduce(sum, 0)
    const pages = Math.max(1, Math.ceil(total / pageLength))
    const page = Math.min(Math.max(1, asked.page), pages)
    const rows = await shown
      .selectAll()
      .orderBy('changed_at', 'desc')
      .orderBy('id')
      .limit(pageLength)
      .offset((page - 1) * pageLength)
      .execute()
    return done({
      lines: await namedLines(tx, ctx, rows.map(readAward)),
      states: awardStates.flatMap((state) => {
        const count = counts.find((one) => one.state === state)?.count ?? 0
        return count > 0 ? [{ state, count: Number(count) }] : []
      }),
      page,
      pages,
      total,
      book: await readBook(tx, province),
      mayPropose: mayPropose(ctx.actor, { province, unit }),
    })
  })
}

function sum(so: number, { count }: { count: number }): number {
  return so + Number(count)
}

/** Proposals with the names of their units as they are today. */
export async function namedLines(tx: Tx, ctx: Ctx, awards: readonly Award[]): Promise<AwardLine[]> {
  const units = awards.map((award) => award.unit)
  const names = await lastNamesIn(tx, units, ctx.actor.province, dayInVietnam(ctx.now))
  return awards.map((award) => ({ award, unitName: names.get(award.unit) ?? '' }))
}

/** One step that was made, as the page of a proposal tells it. */
export type AwardStep = { move: AwardMove; at: Date; by: string; reason: string }

/** One proposal with everything its page says: what may be done now, what the rules say, which law it follows and why. */
export type AwardPage = {
  award: Award
  unitName: string
  book: CommendationBook
  moves: AwardMove[]
  mayWrite: boolean
  mayOpenName: boolean
  findings: EligibilityFinding[]
  law: LawOfDossier | null
  steps: AwardStep[]
  files: AwardFile[]
  ceremony: Id<'Ceremony'> | null
}

export async function awardPage(ctx: Ctx, id: AwardId): Promise<Outcome<AwardPage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const award = await findAward(tx, ctx.actor.province, id)
    if (!award) return notFound()
    if (!mayReadAward(ctx.actor, award)) return forbidden()
    const standings = standingsOf(ctx.actor, award)
    const today = dayInVietnam(ctx.now)
    const book = await readBook(tx, award.province)
    const [line] = await namedLines(tx, ctx, [award])
    const proposes = standings.some((one) => one !== 'decider')
    return done({
      award,
      unitName: line?.unitName ?? '',
      book,
      moves: allowedAwardMoves(award.state, standings),
      mayWrite: proposes && isOpenForWriting(award.state),
      mayOpenName: award.item !== null && mayOpenName(ctx.actor, award),
      findings: ['decided', 'revoked', 'dropped', 'rejected'].includes(award.state)
        ? []
        : await findingsOf(tx, award, today),
      law: award.receivedOn ? lawOfDossier(book.acts, award.receivedOn, today, award.newerLawReason) : null,
      steps: await stepsOf(tx, award),
      files: await filesOfAward(tx, award),
      ceremony: await ceremonyOf(tx, award),
    })
  })
}

async function stepsOf(tx: Tx, award: Award): Promise<AwardStep[]> {
  const rows = await tx
    .selectFrom('award_move')
    .select(['move', 'at', 'account_id', 'reason'])
    .where('province_id', '=', award.province)
    .where('award_id', '=', award.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const accounts = rows.map((row) => row.account_id as Id<'Account'> | null)
  const people = await displayNames(tx, award.province, accounts)
  return rows.map((row) => ({
    // Only the commands of this module write steps.
    move: row.move as AwardMove,
    at: row.at,
    by: row.account_id === null ? 'Hệ thống' : (people.get(row.account_id) ?? 'Một tài khoản'),
    reason: row.reason,
  }))
}

async function ceremonyOf(tx: Tx, award: Award): Promise<Id<'Ceremony'> | null> {
  const row = await tx
    .selectFrom('ceremony_award')
    .select('ceremony_id')
    .where('province_id', '=', award.province)
    .where('award_id', '=', award.id)
    .executeTakeFirst()
  return (row?.ceremony_id as Id<'Ceremony'> | undefined) ?? null
}

/** The rules as they hold in a province, and whether this reader may set their numbers. */
export async function rulesPage(ctx: Ctx): Promise<Outcome<{ book: CommendationBook; maySet: boolean }>> {
  if (ctx.actor.duty === 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) =>
    done({ book: await readBook(tx, ctx.actor.province), maySet: maySetRules(ctx.actor) }),
  )
}
