import { sql, type SqlBool } from 'kysely'
import { dayInVietnam, daysBetween, localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { officersOn } from '#modules/access/officers.server.ts'
import type { CellRef } from '#modules/figures/indicator.ts'
import { lastNamesIn } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { answeringDuties } from './question-commands.server.ts'
import { mayEnter, mayReview, maySeeProvince, standingsOf } from './policy.ts'
import { reportPage, type ReportPage } from './queries.server.ts'
import { assigneeOf } from './question-store.server.ts'
import type { Question, QuestionAssignee, QuestionId, ReportId } from './report.ts'

/** One question in a list: where it stands, whose it is, and how long past its day. */
export type QuestionLine = {
  id: QuestionId
  report: ReportId
  unitName: string
  period: Period
  cell: CellRef
  name: string
  status: Question['status']
  assigned: QuestionAssignee
  due: LocalDate | null
  /** Days past the day it was to be answered by; 0 while in time or answered. */
  overdue: number
  text: string
  by: string
  at: Date
  messages: number
}

export const questionFilters = ['open', 'overdue', 'answered', 'settled', 'all'] as const
export type QuestionFilter = (typeof questionFilters)[number]

export type QuestionList = {
  lines: QuestionLine[]
  counts: Record<QuestionFilter, number>
  page: number
  pages: number
  seesProvince: boolean
}

const pageLength = 25

/** The questions of a whole province, for a commune its own: overdue first, then by the day an answer is due. */
export async function questionList(
  ctx: Ctx,
  asked: { filter: QuestionFilter; words: string; page: number },
): Promise<Outcome<QuestionList>> {
  if (ctx.actor.duty === 'administrator') return forbidden()
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const all = questionsFor(tx, ctx).$if(asked.words !== '', (query) => query.where(isAbout(asked.words)))
    const counts = await all
      .select([
        sql<number>`count(*) filter (where ${isIn('open', today)})::int`.as('open'),
        sql<number>`count(*) filter (where ${isIn('overdue', today)})::int`.as('overdue'),
        sql<number>`count(*) filter (where ${isIn('answered', today)})::int`.as('answered'),
        sql<number>`count(*) filter (where ${isIn('settled', today)})::int`.as('settled'),
        sql<number>`count(*)::int`.as('all'),
      ])
      .executeTakeFirstOrThrow()
    const pages = Math.max(1, Math.ceil(counts[asked.filter] / pageLength))
    const page = Math.min(Math.max(1, asked.page), pages)
    const lines = await linesOf(tx, ctx, all.where(isIn(asked.filter, today)), { limit: pageLength, page })
    return done({ lines, counts, page, pages, seesProvince: maySeeProvince(ctx.actor) })
  })
}

const mostAtHome = 12

/**
 * What waits for this officer on their first page: questions they are to answer, for a reviewer the answers to be read. Those
 * given to somebody else of the unit are left to them.
 */
export async function openQuestionsFor(ctx: Ctx): Promise<QuestionLine[]> {
  const { actor } = ctx
  const answers = mayEnter(actor, { province: actor.province, unit: actor.unit })
  const reviews = maySeeProvince(actor) && actor.duty !== 'auditor'
  if (!answers && !reviews) return []
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const mine = sql<SqlBool>`question.unit_id = ${actor.unit} and question.status = 'open'
      and (question.assigned_account is null or question.assigned_account = ${actor.account})
      and (question.assigned_duty is null or question.assigned_duty = ${actor.duty})`
    const read = sql<SqlBool>`question.unit_id <> ${actor.unit} and question.status = 'answered'`
    const wanted = sql<SqlBool>`((${answers} and ${mine}) or (${reviews} and ${read}))`
    return linesOf(tx, ctx, questionsFor(tx, ctx).where(wanted), { limit: mostAtHome, page: 1 })
  })
}

/** How much of reviewing waits for somebody: questions and amendments, their own to answer, others' to decide on. */
export type ReviewWaiting = {
  toAnswer: number
  overdue: number
  toRead: number
  amendmentsToType: number
  amendmentsToDecide: number
}

export async function reviewWaiting(tx: Tx, ctx: Ctx): Promise<ReviewWaiting> {
  const { actor } = ctx
  const answers = mayEnter(actor, { province: actor.province, unit: actor.unit })
  const reviews = mayReview(actor)
  const nothing = { toAnswer: 0, overdue: 0, toRead: 0, amendmentsToType: 0, amendmentsToDecide: 0 }
  if (!answers && !reviews) return nothing
  const today = dayInVietnam(ctx.now)
  const mine = sql<SqlBool>`${answers} and question.unit_id = ${actor.unit} and question.status = 'open'
    and (question.assigned_account is null or question.assigned_account = ${actor.account})
    and (question.assigned_duty is null or question.assigned_duty = ${actor.duty})`
  const questions = await questionsFor(tx, ctx)
    .where('question.status', '<>', 'settled')
    .select([
      sql<number>`count(*) filter (where ${mine})::int`.as('toAnswer'),
      sql<number>`count(*) filter (where ${mine} and question.due_on < ${today}::date)::int`.as('overdue'),
      sql<number>`count(*) filter (where ${reviews} and question.unit_id <> ${actor.unit}
        and question.status = 'answered')::int`.as('toRead'),
    ])
    .executeTakeFirstOrThrow()
  const typing = sql<SqlBool>`${answers} and unit_id = ${actor.unit} and status in ('asked', 'open', 'returned')`
  const amendments = await tx
    .selectFrom('amendment')
    .where('province_id', '=', actor.province)
    .where('status', 'in', ['asked', 'open', 'returned', 'handed-in'])
    .select([
      sql<number>`count(*) filter (where ${typing})::int`.as('amendmentsToType'),
      sql<number>`count(*) filter (where ${reviews} and status = 'handed-in')::int`.as('amendmentsToDecide'),
    ])
    .executeTakeFirstOrThrow()
  return { ...questions, ...amendments }
}

function questionsFor(tx: Tx, ctx: Ctx) {
  const { province, unit } = ctx.actor
  return tx
    .selectFrom('report_question as question')
    .innerJoin('report', (join) =>
      join.onRef('report.province_id', '=', 'question.province_id').onRef('report.id', '=', 'question.report_id'),
    )
    .innerJoin('indicator_version as indicator', 'indicator.id', 'question.indicator_version')
    .where('question.province_id', '=', province)
    .$if(!maySeeProvince(ctx.actor), (query) => query.where('question.unit_id', '=', unit))
}

function isIn(filter: QuestionFilter, today: LocalDate) {
  if (filter === 'all') return sql<SqlBool>`true`
  if (filter === 'overdue') return sql<SqlBool>`(question.status = 'open' and question.due_on < ${today}::date)`
  return sql<SqlBool>`question.status = ${filter}`
}

/** A code of an indicator, or part of its name. */
function isAbout(words: string) {
  const part = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`(indicator.indicator_code ilike ${part} or indicator.name ilike ${part})`
}

async function linesOf(
  tx: Tx,
  ctx: Ctx,
  chosen: ReturnType<typeof questionsFor>,
  { limit, page }: { limit: number; page: number },
): Promise<QuestionLine[]> {
  const today = dayInVietnam(ctx.now)
  const rows = await chosen
    .select(['question.id', 'question.report_id', 'question.unit_id', 'question.status', 'question.dimension'])
    .select(['question.due_on', 'question.at', 'report.period_from', 'report.period_to'])
    .select([
      'question.assigned_duty as duty',
      'question.assigned_account as account',
      'question.assigned_name as name',
    ])
    .select(['indicator.indicator_code as code', 'indicator.name as indicator'])
    .orderBy(sql`(question.status = 'open' and question.due_on < ${today}::date) is true`, 'desc')
    .orderBy(sql`question.status = 'settled'`)
    .orderBy(sql`question.due_on nulls last`)
    .orderBy('question.at', 'desc')
    .orderBy('question.id')
    .limit(limit)
    .offset((page - 1) * limit)
    .execute()
  const messages = await messagesOf(
    tx,
    ctx,
    rows.map((row) => row.id),
  )
  const units = rows.map((row) => row.unit_id as UnitId)
  const names = await lastNamesIn(tx, units, ctx.actor.province, today)
  return rows.map((row) => {
    const own = messages.get(row.id) ?? []
    const due = row.due_on === null ? null : localDate(row.due_on)
    // The check of report_question holds the status to the known words.
    const status = row.status as Question['status']
    return {
      ...{ id: row.id as QuestionId, report: row.report_id as ReportId, status, due },
      unitName: names.get(row.unit_id as UnitId) ?? '',
      period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
      cell: { code: row.code, dimension: row.dimension },
      name: row.indicator,
      assigned: assigneeOf(row),
      overdue: status === 'open' && due !== null && due < today ? daysBetween(due, today) : 0,
      text: own.at(-1)?.text ?? '',
      by: own.at(-1)?.by ?? '',
      at: own.at(-1)?.at ?? row.at,
      messages: own.length,
    }
  })
}

async function messagesOf(tx: Tx, ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return new Map<string, { text: string; by: string; at: Date }[]>()
  const rows = await tx
    .selectFrom('report_message')
    .select(['question_id', 'text', 'person_name as by', 'at'])
    .where('province_id', '=', ctx.actor.province)
    .where('question_id', 'in', ids)
    .orderBy('n')
    .execute()
  return Map.groupBy(rows, (row) => row.question_id)
}

/** The questions of one report, with what a reviewer needs to ask another. */
export type ReportQuestions = {
  page: ReportPage
  mayAsk: boolean
  mayAnswer: boolean
  /** Who of the unit may be given a question. */
  officers: { account: string; name: string }[]
}

export async function reportQuestions(ctx: Ctx, id: ReportId): Promise<Outcome<ReportQuestions>> {
  const outcome = await reportPage(ctx, id)
  if (!outcome.ok) return outcome
  const page = outcome.value
  if (page.report.origin !== 'entered') return notFound()
  const isReviewer = standingsOf(ctx.actor, page.report).includes('reviewer')
  const isHandedIn = page.report.status !== 'draft' && page.report.status !== 'returned'
  const officers = isReviewer ? await officersOf(ctx, page.report) : []
  return done({ page, officers, mayAsk: isReviewer && isHandedIn, mayAnswer: mayEnter(ctx.actor, page.report) })
}

async function officersOf(ctx: Ctx, report: ReportPage['report']): Promise<{ account: string; name: string }[]> {
  const { province, unit } = report
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const wanted = { province, unit, kinds: answeringDuties(report), day: dayInVietnam(ctx.now) }
    const accounts = (await officersOn(tx, wanted)).map(({ account }) => account)
    const names = await displayNames(tx, province, accounts)
    return accounts.map((account) => ({ account, name: names.get(account) ?? '' }))
  })
}
