import { sql, type SqlBool } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { activityFilesOf } from './activity-file-store.server.ts'
import type { ActivityFile } from './activity-file.ts'
import { sidesOf } from './finding-commands.server.ts'
import { findFinding, findingColumns, readFinding } from './finding-store.server.ts'
import { movesFor, type Finding, type FindingId, type FindingMove } from './finding.ts'
import { unitNames } from './visit-queries.server.ts'
import { mayKeepActivities, mayReadActivity } from './visit-policy.ts'
import { findVisit } from './visit-store.server.ts'

export const findingStandings = ['late', 'open', 'answered', 'closed'] as const
/** What a board shows: past its due day, still to be mended, waiting for another look, mended. */
export type FindingStanding = (typeof findingStandings)[number]

/** Whose findings: those the unit has to mend, those it raised, or all of the province. */
export type FindingSide = 'ours' | 'raised' | 'all'

export type FindingLine = Finding & { unitName: string }

export type FindingsPage = {
  lines: FindingLine[]
  counts: Record<FindingStanding, number>
  page: number
  pages: number
  total: number
}

const pageLength = 25

/** The board of findings: past their due day first, then by due day; what has none and what is closed last. */
export async function findingsPage(
  ctx: Ctx,
  asked: { side: FindingSide; standing: FindingStanding | null },
  page: number,
): Promise<Outcome<FindingsPage>> {
  const { unit, province, duty } = ctx.actor
  if (duty === 'administrator' || (asked.side === 'all' && unit !== province)) return forbidden()
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const all = boardOf(tx, ctx, asked.side)
    const counts = await all
      .select([
        sql<number>`count(*) filter (where ${isStanding('late', today)})::int`.as('late'),
        sql<number>`count(*) filter (where ${isStanding('open', today)})::int`.as('open'),
        sql<number>`count(*) filter (where ${isStanding('answered', today)})::int`.as('answered'),
        sql<number>`count(*) filter (where ${isStanding('closed', today)})::int`.as('closed'),
        sql<number>`count(*)::int`.as('total'),
      ])
      .executeTakeFirstOrThrow()
    const { total: everything, ...byStanding } = counts
    const total = asked.standing === null ? everything : byStanding[asked.standing]
    const pages = Math.max(1, Math.ceil(total / pageLength))
    const shown = Math.min(Math.max(1, page), pages)
    const chosen = asked.standing === null ? all : all.where(isStanding(asked.standing, today))
    const rows = await chosen
      .select(findingColumns)
      .orderBy(sql`finding.state = 'closed'`)
      .orderBy(sql`finding.due_on nulls last`)
      .orderBy('finding.raised_on', 'desc')
      .orderBy('finding.id')
      .limit(pageLength)
      .offset((shown - 1) * pageLength)
      .execute()
    const findings = rows.map(readFinding)
    const names = await unitNames(tx, ctx, findings)
    const lines = findings.map((one) => ({ ...one, unitName: names.get(one.unit) ?? '' }))
    return done({ lines, counts: byStanding, page: shown, pages, total })
  })
}

function boardOf(tx: Tx, ctx: Ctx, side: FindingSide) {
  const { province, unit } = ctx.actor
  return tx
    .selectFrom('finding')
    .where('finding.province_id', '=', province)
    .where('finding.void_reason', 'is', null)
    .$if(side === 'ours', (query) => query.where('finding.owner_unit_id', '=', unit))
    .$if(side === 'raised', (query) => query.where('finding.unit_id', '=', unit))
}

function isStanding(standing: FindingStanding, today: LocalDate) {
  if (standing === 'closed') return sql<SqlBool>`finding.state = 'closed'`
  if (standing === 'answered') return sql<SqlBool>`finding.state = 'answered'`
  if (standing === 'late')
    return sql<SqlBool>`(finding.state <> 'closed' and coalesce(finding.due_on < ${today}::date, false))`
  return sql<SqlBool>`finding.state = 'open'`
}

/** One step of a finding, as both sides read it. */
export type FindingStep = { move: FindingMove | 'raise' | 'correct'; on: LocalDate; said: string; by: string; at: Date }

/** One finding, as its own page shows it. */
export type FindingPage = {
  finding: Finding
  unitName: string
  visit: { subject: string; leadingBody: string } | null
  steps: FindingStep[]
  files: ActivityFile[]
  moves: FindingMove[]
  mayCorrect: boolean
  mayAttach: boolean
}

export async function findingPage(ctx: Ctx, id: FindingId): Promise<Outcome<FindingPage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const finding = await findFinding(tx, ctx.actor.province, id)
    if (!finding) return notFound()
    if (!mayReadActivity(ctx.actor, finding, [finding.owner.unit])) return forbidden()
    const visit = await findVisit(tx, finding.province, finding.visit)
    const names = await unitNames(tx, ctx, [finding])
    const sides = sidesOf(ctx, finding)
    const isOpen = finding.voidReason === null && finding.state !== 'closed'
    return done({
      finding,
      unitName: names.get(finding.unit) ?? '',
      visit: visit && { subject: visit.subject, leadingBody: visit.leadingBody },
      steps: await stepsOf(tx, finding),
      files: await activityFilesOf(tx, finding.province, 'finding', id),
      moves: [...new Set(sides.flatMap((side) => movesFor(finding, side)))],
      mayCorrect: isOpen && mayKeepActivities(ctx.actor, finding),
      mayAttach: isOpen && sides.length > 0,
    })
  })
}

async function stepsOf(tx: Tx, finding: Finding): Promise<FindingStep[]> {
  const rows = await tx
    .selectFrom('finding_move')
    .select(['move', 'on_day', 'said', 'account_id', 'at', 'unit_id'])
    .where('province_id', '=', finding.province)
    .where('finding_id', '=', finding.id)
    .orderBy('n')
    .execute()
  const accounts = rows.map((row) => row.account_id as Id<'Account'> | null)
  const people = await displayNames(tx, finding.province, accounts)
  return rows.map((row) => ({
    // The check of finding_move holds the move to the known words.
    move: row.move as FindingStep['move'],
    on: localDate(row.on_day),
    said: row.said,
    at: row.at,
    by:
      (row.account_id === null ? 'Hệ thống' : people.get(row.account_id)) ??
      (row.unit_id === finding.owner.unit ? finding.owner.name : 'Đoàn kiểm tra'),
  }))
}
