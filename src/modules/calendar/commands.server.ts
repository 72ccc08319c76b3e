import { dayInVietnam, formatDay, localDate, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { calendarOfYears } from '#platform/calendar.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { CalendarAuditKind } from './audit-labels.ts'
import type { CalendarRefusal } from './labels.ts'
import { mayKeepCalendar } from './policy.ts'
import {
  daysOfVersion,
  endConfirmationRow,
  insertConfirmation,
  insertVersion,
  lockLastVersion,
  standingConfirmation,
} from './store.server.ts'
import { changesBetween, type NoticeEntry, type NoticeVersion } from './year.ts'

type Done = Promise<Outcome<undefined, CalendarRefusal>>

/** The version the administrator had before him (0: none), and why an announced year is written again. */
export type Seen = { version: number; reason: string }

/** Điều 112 gives eleven days; fewer were never announced. */
const fewestDays = 11

/**
 * Writes a year as its notice announces it, for the administrator's province. A year that is official already is corrected:
 * with a reason, as a new version; the one before stays in the history.
 */
export async function enterNotice(ctx: Ctx, entry: NoticeEntry, seen: Seen): Done {
  if (!mayKeepCalendar(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  const { year, number, issuedOn, days } = entry
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const last = await lockLastVersion(tx, province, year)
    if ((last?.version ?? 0) !== seen.version) return refused({ code: 'changed-meanwhile' })
    const no = (await refusalOf(tx, ctx, entry, { seen, last })) ?? (await sameAs(tx, ctx, entry, last))
    if (no) return refused(no)
    const version = (last?.version ?? 0) + 1
    const notice = { province, year, version, state: 'in-force', number, issuedOn, reason: seen.reason, days } as const
    if (!(await insertVersion(tx, notice, writerOf(ctx)))) return refused({ code: 'changed-meanwhile' })
    const kind = version === 1 && seen.reason === '' ? 'calendar-notice-entered' : 'calendar-notice-corrected'
    await recordChange(tx, ctx, year, kind, { number, daysOff: daysOffOf(entry) })
    await tellOfficers(tx, ctx)
    return done()
  })
}

/** Takes back what was entered for a year: the calendar that comes with the program holds again. */
export async function withdrawNotice(ctx: Ctx, year: number, seen: Seen): Done {
  if (!mayKeepCalendar(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const last = await lockLastVersion(tx, province, year)
    if (last?.state !== 'in-force') return refused({ code: 'nothing-entered' })
    if (last.version !== seen.version) return refused({ code: 'changed-meanwhile' })
    const no = reasonProblem(seen.reason)
    if (no) return refused(no)
    const notice = {
      province,
      year,
      version: last.version + 1,
      state: 'withdrawn',
      number: '',
      issuedOn: null,
    } as const
    if (!(await insertVersion(tx, { ...notice, reason: seen.reason, days: [] }, writerOf(ctx))))
      return refused({ code: 'changed-meanwhile' })
    await recordChange(tx, ctx, year, 'calendar-notice-withdrawn', {})
    await tellOfficers(tx, ctx)
    return done()
  })
}

/** Lets an estimate be used for legal deadlines until a day; without it they are refused. */
export async function confirmEstimate(ctx: Ctx, year: number, asked: { reason: string; until: LocalDate }): Done {
  if (!mayKeepCalendar(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    await lockLastVersion(tx, province, year)
    const standing = await standingOf(tx, ctx, year)
    if (!standing) return refused({ code: 'year-unknown', year })
    if (standing === 'official') return refused({ code: 'not-an-estimate', year })
    if (await standingConfirmation(tx, province, year, today, 'lock')) return refused({ code: 'already-confirmed' })
    const no = reasonProblem(asked.reason)
    if (no) return refused(no)
    // A confirmation is for the time until the notice comes, never for good.
    const last = localDate(`${year}-12-31`)
    if (asked.until < today || asked.until > last) return refused({ code: 'until-out-of-reach', last: formatDay(last) })
    await insertConfirmation(tx, province, { year, ...asked }, writerOf(ctx))
    await recordChange(tx, ctx, year, 'calendar-estimate-confirmed', { until: asked.until })
    return done()
  })
}

/** Takes a confirmation back before its day. */
export async function endConfirmation(ctx: Ctx, year: number): Done {
  if (!mayKeepCalendar(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const standing = await standingConfirmation(tx, province, year, dayInVietnam(ctx.now), 'lock')
    if (!standing) return refused({ code: 'not-confirmed' })
    await endConfirmationRow(tx, province, standing.id, ctx.now)
    await recordChange(tx, ctx, year, 'calendar-confirmation-ended', {})
    return done()
  })
}

async function refusalOf(
  tx: Tx,
  ctx: Ctx,
  entry: NoticeEntry,
  { seen, last }: { seen: Seen; last: NoticeVersion | null },
): Promise<CalendarRefusal | null> {
  const today = dayInVietnam(ctx.now)
  const { year: thisYear } = partsOf(today)
  // A notice comes a year before; what is older than the figures kept here nobody counts by.
  const [from, to] = [2019, thisYear + 2]
  if (entry.year < from || entry.year > to) return { code: 'year-out-of-reach', from, to }
  if (entry.issuedOn > today) return { code: 'issued-in-the-future' }
  if (daysOffOf(entry) < fewestDays) return { code: 'too-few-days', count: daysOffOf(entry) }
  const said = [entry.number, seen.reason, ...entry.days.map(({ name }) => name)].join('\n')
  if (holdsPersonalNumber(said)) return { code: 'personal-number' }
  if (seen.reason !== '') return null
  if (last !== null) return { code: 'reason-needed' }
  // Asked of the program's calendar: what a colleague entered this very moment is met at the insert, as a change meanwhile.
  const shipped = await calendarOfYears(tx, { from: entry.year, to: entry.year }, { province: null, today })
  return shipped.years.get(entry.year) === 'official' ? { code: 'reason-needed' } : null
}

async function sameAs(
  tx: Tx,
  ctx: Ctx,
  entry: NoticeEntry,
  last: NoticeVersion | null,
): Promise<CalendarRefusal | null> {
  if (last?.state !== 'in-force' || last.number !== entry.number || last.issuedOn !== entry.issuedOn) return null
  const before = await daysOfVersion(tx, ctx.actor.province, entry.year, last.version)
  const pairs = (days: NoticeEntry['days']): string =>
    days
      .map(({ day, pair }) => `${day} ${pair ?? ''}`)
      .toSorted()
      .join()
  const isSame = changesBetween(before, entry.days).length === 0 && pairs(before) === pairs(entry.days)
  return isSame ? { code: 'nothing-changes' } : null
}

async function standingOf(tx: Tx, ctx: Ctx, year: number) {
  const reader = { province: ctx.actor.province, today: dayInVietnam(ctx.now) }
  return (await calendarOfYears(tx, { from: year, to: year }, reader)).years.get(year)
}

function reasonProblem(reason: string): CalendarRefusal | null {
  if (reason === '') return { code: 'reason-needed' }
  return holdsPersonalNumber(reason) ? { code: 'personal-number' } : null
}

function daysOffOf({ days }: NoticeEntry): number {
  return days.filter(({ kind }) => kind !== 'worked-saturday').length
}

function writerOf({ actor, now }: Ctx) {
  return { account: actor.account, name: actor.name, at: now }
}

async function recordChange(
  tx: Tx,
  ctx: Ctx,
  year: number,
  kind: CalendarAuditKind,
  changed: Record<string, string | number>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  const object = { kind: 'calendar-year', id: String(year) }
  await record(tx, { province, account, unit, kind, object, changed: { year, ...changed }, at: ctx.now })
}

/** Due days may move: those who review the province's reports are told, by the worker. */
async function tellOfficers(tx: Tx, { actor, now }: Ctx): Promise<void> {
  await tell(tx, 'calendar-changed', { province: actor.province, object: actor.province, by: actor.account, at: now })
}
