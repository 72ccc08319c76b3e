import { sql, type SqlBool } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import type { ActorNow } from './account-queries.server.ts'
import type { DutyKind } from './actor.ts'
import { mayAdminister } from './policy.ts'

/** A duty that went from one person to another. */
export type HandoverRow = {
  id: Id<'Handover'>
  kind: DutyKind
  unitName: string
  from: { id: Id<'Account'>; name: string }
  to: { id: Id<'Account'>; name: string }
  firstDay: LocalDate
  openReports: number
  openQuestions: number
}

/** A duty that can be handed over today, and everybody who could take it. */
export type HandoverPage = {
  duties: { id: Id<'Duty'>; kind: DutyKind; unit: Id<'Unit'>; unitName: string; account: Id<'Account'>; name: string }[]
  people: { id: Id<'Account'>; name: string; signInName: string }[]
  recent: HandoverRow[]
}

export async function handoverPage(access: Access, ctx: ActorNow): Promise<HandoverPage | null> {
  const { province } = ctx.actor
  if (!mayAdminister(ctx.actor, province)) return null
  return inScope(access.db, { reach: 'province', province }, async (tx) => {
    const today = dayInVietnam(ctx.now)
    const duties = await tx
      .selectFrom('duty')
      .innerJoin('account', (join) =>
        join.onRef('account.province_id', '=', 'duty.province_id').onRef('account.id', '=', 'duty.account_id'),
      )
      .select(['duty.id', 'duty.kind', 'duty.unit_id', 'duty.account_id', 'account.display_name', unitNameOn(today)])
      .where('duty.province_id', '=', province)
      .where(sql<SqlBool>`duty.valid @> ${today}::date and upper_inf(duty.valid)`)
      .orderBy(sql`account.display_name collate "vi-x-icu"`)
      .orderBy('duty.id')
      .execute()
    const people = await tx
      .selectFrom('account')
      .select(['id', 'display_name', 'sign_in_name'])
      .where('province_id', '=', province)
      .where('turned_off_at', 'is', null)
      .orderBy(sql`display_name collate "vi-x-icu"`)
      .orderBy('id')
      .execute()
    return {
      duties: duties.map((row) => ({
        id: row.id as Id<'Duty'>,
        kind: row.kind as DutyKind,
        unit: row.unit_id as Id<'Unit'>,
        unitName: row.unitName,
        account: row.account_id as Id<'Account'>,
        name: row.display_name,
      })),
      people: people.map((row) => ({
        id: row.id as Id<'Account'>,
        name: row.display_name,
        signInName: row.sign_in_name,
      })),
      recent: await handovers(tx, province, today, { account: null, since: null, limit: 20 }),
    }
  })
}

const daysShown = 30

/** What was handed to or by this person lately, for their own pages: until a month after the first day. */
export async function handoversOf(
  access: Access,
  who: { province: Id<'Unit'>; account: Id<'Account'> },
  now: Date,
): Promise<HandoverRow[]> {
  const today = dayInVietnam(now)
  return inScope(access.db, { reach: 'province', province: who.province }, (tx) =>
    handovers(tx, who.province, today, { account: who.account, since: addDays(today, -daysShown), limit: 10 }),
  )
}

async function handovers(
  tx: Tx,
  province: Id<'Unit'>,
  today: LocalDate,
  only: { account: Id<'Account'> | null; since: LocalDate | null; limit: number },
): Promise<HandoverRow[]> {
  let query = tx
    .selectFrom('handover as duty')
    .innerJoin('account as giver', (join) =>
      join.onRef('giver.province_id', '=', 'duty.province_id').onRef('giver.id', '=', 'duty.from_account_id'),
    )
    .innerJoin('account as taker', (join) =>
      join.onRef('taker.province_id', '=', 'duty.province_id').onRef('taker.id', '=', 'duty.to_account_id'),
    )
    .select(['duty.id', 'duty.kind', 'duty.first_day', 'duty.open_reports', 'duty.open_questions', unitNameOn(today)])
    .select(['giver.id as giverId', 'giver.display_name as giverName'])
    .select(['taker.id as takerId', 'taker.display_name as takerName'])
    .where('duty.province_id', '=', province)
    // Taken back before its first day: the one who gave it away keeps it.
    .where(
      sql<SqlBool>`not exists (select from duty taken
        join duty given on given.province_id = taken.province_id and given.id = duty.from_duty_id
        where taken.province_id = duty.province_id and taken.id = duty.to_duty_id and isempty(taken.valid)
          and upper(given.valid) is distinct from duty.first_day)`,
    )
  const { account, since } = only
  if (account) {
    query = query.where((is) =>
      is.or([is('duty.from_account_id', '=', account), is('duty.to_account_id', '=', account)]),
    )
  }
  if (since) query = query.where('duty.first_day', '>=', since)
  const rows = await query.orderBy('duty.made_at', 'desc').orderBy('duty.id').limit(only.limit).execute()
  return rows.map((row) => ({
    id: row.id as Id<'Handover'>,
    kind: row.kind as DutyKind,
    unitName: row.unitName,
    from: { id: row.giverId as Id<'Account'>, name: row.giverName },
    to: { id: row.takerId as Id<'Account'>, name: row.takerName },
    firstDay: row.first_day as LocalDate,
    openReports: row.open_reports,
    openQuestions: row.open_questions,
  }))
}

/** The name a unit has on a day, else its last one: for a row called `duty`. */
function unitNameOn(day: LocalDate) {
  return sql<string>`coalesce((select name from unit_version v where v.unit_id = duty.unit_id and v.tree = 'state'
    order by v.valid @> ${day}::date desc, lower(v.valid) desc limit 1), '')`.as('unitName')
}

export type ReviewRow = { completedAt: Date; by: string; lookedAt: number; kept: number; turnedOff: number }

/** The reviews of a province's accounts, newest first, and since when the next one is due; null where nothing is due. */
export async function reviewsOf(
  access: Access,
  ctx: ActorNow,
): Promise<{ done: ReviewRow[]; dueSince: Date | null } | null> {
  const { province } = ctx.actor
  if (!mayAdminister(ctx.actor, province)) return null
  return inScope(access.db, { reach: 'province', province }, async (tx) => {
    const rows = await tx
      .selectFrom('account_review as review')
      .innerJoin('account', (join) =>
        join.onRef('account.province_id', '=', 'review.province_id').onRef('account.id', '=', 'review.completed_by'),
      )
      .select(['review.completed_at', 'review.looked_at', 'review.kept', 'review.turned_off', 'account.display_name'])
      .where('review.province_id', '=', province)
      .orderBy('review.completed_at', 'desc')
      .limit(20)
      .execute()
    const done = rows.map((row) => ({
      completedAt: row.completed_at,
      by: row.display_name,
      lookedAt: row.looked_at,
      kept: row.kept,
      turnedOff: row.turned_off,
    }))
    const last = done[0]?.completedAt ?? (await firstAccountAt(tx, province))
    return { done, dueSince: last && dueAfter(last, access.guard.monthsBetweenReviews, ctx.now) }
  })
}

/** Before the first review the year runs from the first account of the province. */
async function firstAccountAt(tx: Tx, province: Id<'Unit'>): Promise<Date | null> {
  const row = await tx
    .selectFrom('account')
    .select((first) => first.fn.min('created_at').as('at'))
    .where('province_id', '=', province)
    .executeTakeFirst()
  return row?.at ?? null
}

function dueAfter(last: Date, months: number, now: Date): Date | null {
  const due = new Date(last)
  due.setUTCMonth(due.getUTCMonth() + months)
  return due <= now ? due : null
}
