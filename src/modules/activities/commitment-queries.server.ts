import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { lastNamesIn, lastVersionIn } from '#modules/territory/queries.server.ts'
import { dueOf, nearDays, type Commitment, type CommitmentDue, type CommitmentId } from './commitment.ts'
import { allowedCommitmentMoves, type CommitmentMove } from './commitment-life.ts'
import {
  commitmentColumns,
  eventsOf,
  findCommitment,
  readCommitment,
  type CommitmentEvent,
} from './commitment-store.server.ts'
import type { Dialogue, DialogueId } from './dialogue.ts'
import { evidenceOf, type Evidence } from './evidence-queries.server.ts'
import { findQuestion } from './asked-store.server.ts'
import { mayKeepRegister, mayReadRegister } from './policy.ts'
import { findDialogue } from './store.server.ts'

export const boardFilters = ['open', 'overdue', 'soon', 'done', 'closed', 'all'] as const
export type BoardFilter = (typeof boardFilters)[number]

/** What a board is asked for: one unit or, from above, all of the province; one dialogue or one owner if wished. */
export type BoardAsked = {
  unit: Id<'Unit'> | null
  filter: BoardFilter
  dialogue: DialogueId | null
  owner: string | null
  page: number
}

export type BoardLine = {
  commitment: Commitment
  question: string
  unit: Id<'Unit'>
  unitName: string
  subject: string
  heldOn: LocalDate
  due: CommitmentDue | null
}

/** The promises made in dialogues: what is overdue first, then by day. */
export type CommitmentBoard = {
  lines: BoardLine[]
  counts: Record<BoardFilter, number>
  owners: { owner: string; open: number; overdue: number }[]
  page: number
  pages: number
  total: number
}

const pageLength = 25

export async function commitmentBoard(ctx: Ctx, asked: BoardAsked): Promise<Outcome<CommitmentBoard>> {
  const { province } = ctx.actor
  if (!mayReadRegister(ctx.actor, { province, unit: asked.unit ?? province })) return forbidden()
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const within = boardRows(tx, province, asked)
    const is = conditions(today)
    const counted = await within
      .select([...boardFilters.map((filter) => sql<number>`count(*) filter (where ${is[filter]})`.as(filter))])
      .executeTakeFirstOrThrow()
    const owners = await boardRows(tx, province, { ...asked, owner: null })
      .select(['commitment.owner'])
      .select([
        sql<number>`count(*) filter (where ${is.open})`.as('open'),
        sql<number>`count(*) filter (where ${is.overdue})`.as('overdue'),
      ])
      .where('commitment.owner', '<>', '')
      .groupBy('commitment.owner')
      .orderBy('overdue', 'desc')
      .orderBy('open', 'desc')
      .orderBy(sql`commitment.owner collate "vi-x-icu"`)
      .limit(30)
      .execute()
    const counts = counted as Record<BoardFilter, number>
    const total = counts[asked.filter]
    const pages = Math.max(1, Math.ceil(total / pageLength))
    const page = Math.min(Math.max(1, asked.page), pages)
    const rows = await within
      .innerJoin('dialogue_question as question', (join) =>
        join
          .onRef('question.province_id', '=', 'commitment.province_id')
          .onRef('question.id', '=', 'commitment.question_id'),
      )
      .select(commitmentColumns)
      .select(['question.content', 'dialogue.subject', 'dialogue.held_on', 'commitment.unit_id'])
      .where(is[asked.filter])
      // Open ones by their day, so that the longest overdue stands first; the others newest first.
      .orderBy(sql`(commitment.state <> 'open')`)
      .orderBy(sql`case when commitment.state = 'open' then commitment.due_on end`)
      .orderBy('dialogue.held_on', 'desc')
      .orderBy('commitment.id')
      .limit(pageLength)
      .offset((page - 1) * pageLength)
      .execute()
    const units = rows.map((row) => row.unit_id as Id<'Unit'>)
    const names = await lastNamesIn(tx, units, ctx.actor.province, dayInVietnam(ctx.now))
    const lines = rows.map((row): BoardLine => {
      const commitment = readCommitment(row)
      const unit = row.unit_id as Id<'Unit'>
      return {
        commitment,
        question: row.content,
        unit,
        unitName: names.get(unit) ?? '',
        subject: row.subject,
        heldOn: localDate(row.held_on),
        due: dueOf(commitment, today),
      }
    })
    return done({ lines, counts, owners, page, pages, total })
  })
}

function conditions(today: LocalDate): Record<BoardFilter, ReturnType<typeof sql<boolean>>> {
  return {
    open: sql<boolean>`commitment.state = 'open'`,
    overdue: sql<boolean>`commitment.state = 'open' and commitment.due_on < ${today}`,
    soon: sql<boolean>`commitment.state = 'open' and commitment.due_on between ${today} and ${addDays(today, nearDays)}`,
    done: sql<boolean>`commitment.state = 'done'`,
    closed: sql<boolean>`commitment.state = 'closed'`,
    all: sql<boolean>`true`,
  }
}

function boardRows(tx: Tx, province: Id<'Unit'>, { unit, dialogue, owner }: BoardAsked) {
  let rows = tx
    .selectFrom('commitment')
    .innerJoin('dialogue', (join) =>
      join
        .onRef('dialogue.province_id', '=', 'commitment.province_id')
        .onRef('dialogue.id', '=', 'commitment.dialogue_id'),
    )
    .where('commitment.province_id', '=', province)
    .where('dialogue.void_reason', 'is', null)
  if (unit) rows = rows.where('commitment.unit_id', '=', unit)
  if (dialogue) rows = rows.where('commitment.dialogue_id', '=', dialogue)
  if (owner !== null) rows = rows.where('commitment.owner', '=', owner)
  return rows
}

/** One promise, as its own page shows it. */
export type CommitmentPage = {
  commitment: Commitment
  question: string
  dialogue: Dialogue
  unitName: string
  due: CommitmentDue | null
  moves: CommitmentMove[]
  mayKeep: boolean
  events: (CommitmentEvent & { at: Date; by: string })[]
  evidence: Evidence[]
}

export async function commitmentPage(ctx: Ctx, id: CommitmentId): Promise<Outcome<CommitmentPage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { province } = ctx.actor
    const commitment = await findCommitment(tx, province, id)
    const dialogue = commitment && (await findDialogue(tx, province, commitment.dialogue))
    if (!commitment || !dialogue) return notFound()
    if (!mayReadRegister(ctx.actor, dialogue)) return forbidden()
    const mayKeep = mayKeepRegister(ctx.actor, dialogue) && dialogue.voidReason === null
    const events = await eventsOf(tx, province, id)
    const people = await displayNames(
      tx,
      province,
      events.map((event) => event.account),
    )
    const unit = await lastVersionIn(tx, dialogue.unit, province, dayInVietnam(ctx.now))
    return done({
      commitment,
      question: (await findQuestion(tx, province, commitment.question))?.content ?? '',
      dialogue,
      unitName: unit?.name ?? '',
      due: dueOf(commitment, dayInVietnam(ctx.now)),
      moves: mayKeep ? allowedCommitmentMoves(commitment.state) : [],
      mayKeep,
      events: events.map(({ account, ...event }) => ({ ...event, by: people.get(account ?? '') ?? 'Một tài khoản' })),
      evidence: await evidenceOf(tx, province, id),
    })
  })
}
