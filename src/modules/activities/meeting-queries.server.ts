import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { yearOf } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { holdsWords, searchWords } from '#platform/search-text.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { changesOf, type ActivityChange } from './activity-changes.server.ts'
import { activityFilesOf } from './activity-file-store.server.ts'
import type { ActivityFile } from './activity-file.ts'
import { findMeeting, meetingRows, readMeeting } from './meeting-store.server.ts'
import { readTask, taskColumns, tasksOf } from './meeting-task-store.server.ts'
import type { Meeting, MeetingId, MeetingKind, MeetingTask } from './meeting.ts'
import { unitNames } from './visit-queries.server.ts'
import { unitsOn } from './visit-places.server.ts'
import { mayKeepActivities, mayReadActivity } from './visit-policy.ts'

/** What narrows the register of meetings; `unit` null shows all of the province. */
export type MeetingFilter = { unit: Id<'Unit'> | null; kind: MeetingKind | null; year: number | null; words: string }

/** What the rows that still count come to. */
export type MeetingSums = {
  meetings: number
  attendances: number
  opinions: number
  answered: number
  uncounted: number
}

export type MeetingLine = Meeting & { unitName: string }

export type MeetingsPage = {
  lines: MeetingLine[]
  sums: MeetingSums
  byKind: Partial<Record<MeetingKind, number>>
  years: number[]
  page: number
  pages: number
  total: number
  mayKeep: boolean
}

const pageLength = 20

/** The register of meetings, newest first. */
export async function meetingsPage(
  ctx: Ctx,
  filter: MeetingFilter,
  page: number,
  length = pageLength,
): Promise<Outcome<MeetingsPage>> {
  const { province, unit } = ctx.actor
  const owner = { province, unit: filter.unit ?? province }
  if (!mayReadActivity(ctx.actor, owner) || (filter.unit === null && unit !== province)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { total, ...sums } = await chosenMeetings(tx, ctx, filter)
      .select([
        sql<number>`count(*)::int`.as('total'),
        sql<number>`count(*) filter (where void_reason is null)::int`.as('meetings'),
        sql<number>`coalesce(sum(attendances) filter (where void_reason is null), 0)::int`.as('attendances'),
        sql<number>`coalesce(sum(opinions) filter (where void_reason is null), 0)::int`.as('opinions'),
        sql<number>`coalesce(sum(answered) filter (where void_reason is null), 0)::int`.as('answered'),
        sql<number>`count(*) filter (where void_reason is null and attendances is null
          and kind not in ('feedback', 'support'))::int`.as('uncounted'),
      ])
      .executeTakeFirstOrThrow()
    const pages = Math.max(1, Math.ceil(total / length))
    const shown = Math.min(Math.max(1, page), pages)
    const ids = await chosenMeetings(tx, ctx, filter)
      .select('id')
      .orderBy('held_on', 'desc')
      .orderBy('id', 'desc')
      .limit(length)
      .offset((shown - 1) * length)
      .execute()
    const lines = await linesOf(
      tx,
      ctx,
      ids.map(({ id }) => id),
    )
    return done({
      lines,
      sums,
      byKind: await kindsOf(tx, ctx, filter),
      years: await yearsOf(tx, ctx, filter),
      ...{ page: shown, pages, total },
      mayKeep: filter.unit === unit && mayKeepActivities(ctx.actor, owner),
    })
  })
}

function chosenMeetings(tx: Tx, ctx: Ctx, { unit, kind, year, words }: MeetingFilter) {
  const looked = searchWords(words)
  const within = year === null ? null : yearOf(year)
  return tx
    .selectFrom('meeting')
    .where('province_id', '=', ctx.actor.province)
    .$if(unit !== null, (query) => query.where('unit_id', '=', unit ?? ''))
    .$if(kind !== null, (query) => query.where('kind', '=', kind ?? ''))
    .$if(within !== null, (query) =>
      query.where('held_on', '>=', within?.from ?? '').where('held_on', '<=', within?.to ?? ''),
    )
    .$if(looked.length > 0, (query) => query.where(holdsWords(sql.ref('search_text'), looked)))
}

async function linesOf(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<MeetingLine[]> {
  if (ids.length === 0) return []
  const rows = await meetingRows(tx)
    .where('meeting.province_id', '=', ctx.actor.province)
    .where('meeting.id', 'in', [...ids])
    .orderBy('meeting.held_on', 'desc')
    .orderBy('meeting.id', 'desc')
    .execute()
  const meetings = rows.map((row) => readMeeting(row, []))
  const names = await unitNames(tx, ctx, meetings)
  return meetings.map((meeting) => ({ ...meeting, unitName: names.get(meeting.unit) ?? '' }))
}

async function kindsOf(tx: Tx, ctx: Ctx, filter: MeetingFilter): Promise<Partial<Record<MeetingKind, number>>> {
  const rows = await chosenMeetings(tx, ctx, { ...filter, kind: null })
    .select(['kind', sql<number>`count(*)::int`.as('n')])
    .groupBy('kind')
    .execute()
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))
}

async function yearsOf(tx: Tx, ctx: Ctx, filter: MeetingFilter): Promise<number[]> {
  const rows = await chosenMeetings(tx, ctx, { ...filter, kind: null, year: null, words: '' })
    .select(sql<number>`extract(year from held_on)::int`.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

/** One meeting, as its own page shows it. */
export type MeetingPage = {
  meeting: Meeting
  unitName: string
  tasks: MeetingTask[]
  files: ActivityFile[]
  mayKeep: boolean
  changes: ActivityChange[]
}

export async function meetingPage(ctx: Ctx, id: MeetingId): Promise<Outcome<MeetingPage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const meeting = await findMeeting(tx, ctx.actor.province, id)
    if (!meeting) return notFound()
    if (!mayReadActivity(ctx.actor, meeting)) return forbidden()
    const names = await unitNames(tx, ctx, [meeting])
    return done({
      meeting,
      unitName: names.get(meeting.unit) ?? '',
      tasks: await tasksOf(tx, meeting),
      files: await activityFilesOf(tx, meeting.province, 'meeting', id),
      mayKeep: mayKeepActivities(ctx.actor, meeting) && meeting.voidReason === null,
      changes: await changesOf(tx, meeting.province, { kind: 'meeting', id }),
    })
  })
}

/** One task on the board, with the meeting it comes of. */
export type TaskLine = MeetingTask & {
  subject: string | null
  unitName: string
  daysLate: number
  /** The reader's unit owes it or set it, the reader writes for it, and it is not done. */
  mayReport: boolean
}

export type TasksPage = { lines: TaskLine[]; late: number; open: number; page: number; pages: number; total: number }

const tasksShown = 25

/** The tasks a unit set and those it owes: what is late first, what is done last. */
export async function tasksPage(ctx: Ctx, asked: { isOpen: boolean }, page: number): Promise<Outcome<TasksPage>> {
  const { province, unit, duty } = ctx.actor
  if (duty === 'administrator') return forbidden()
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const all = tx
      .selectFrom('meeting_task as task')
      .where('task.province_id', '=', province)
      .where('task.void_reason', 'is', null)
      .where((eb) => eb.or([eb('task.unit_id', '=', unit), eb('task.owner_unit_id', '=', unit)]))
    const sums = await all
      .select([
        sql<number>`count(*)::int`.as('all'),
        sql<number>`count(*) filter (where task.done_on is null)::int`.as('open'),
        sql<number>`count(*) filter (where task.done_on is null and task.due_on < ${today}::date)::int`.as('late'),
      ])
      .executeTakeFirstOrThrow()
    const total = asked.isOpen ? sums.open : sums.all
    const pages = Math.max(1, Math.ceil(total / tasksShown))
    const shown = Math.min(Math.max(1, page), pages)
    const rows = await all
      .$if(asked.isOpen, (query) => query.where('task.done_on', 'is', null))
      .leftJoin('meeting', (join) =>
        join.onRef('meeting.province_id', '=', 'task.province_id').onRef('meeting.id', '=', 'task.meeting_id'),
      )
      .select([...taskColumns, 'meeting.subject'])
      .orderBy(sql`task.done_on is not null`)
      .orderBy('task.due_on')
      .orderBy('task.id')
      .limit(tasksShown)
      .offset((shown - 1) * tasksShown)
      .execute()
    const names = await unitNames(tx, ctx, rows.map(readTask))
    const lines = rows.map((row) => {
      const task = readTask(row)
      const daysLate = task.done ? 0 : Math.max(0, (Date.parse(today) - Date.parse(task.dueOn)) / 86_400_000)
      const mayReport = !task.done && mayKeepActivities(ctx.actor, { province, unit })
      return { ...task, subject: row.subject, unitName: names.get(task.unit) ?? '', daysLate, mayReport }
    })
    return done({ lines, late: sums.late, open: sums.open, ...{ page: shown, pages, total } })
  })
}

/** The names that a form offers for a commune of a day. */
export async function placeNames(ctx: Ctx, day: LocalDate): Promise<string[]> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) =>
    (await unitsOn(tx, ctx.actor.province, day)).map(({ name }) => name),
  )
}
