import { estimateYear } from '#kernel/holidays.ts'
import { dayInVietnam, formatDay, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { calendarOf, type CalendarDay, type WorkingCalendar, type YearStanding } from '#kernel/working-days.ts'
import { calendarOfYears } from '#platform/calendar.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayKeepCalendar, mayReadCalendar } from './policy.ts'
import { daysOfVersion, standingConfirmation, versionsOfYear } from './store.server.ts'
import {
  calendarDaysOf,
  changesBetween,
  enteredFrom,
  type Confirmation,
  type DayChange,
  type EnteredDay,
  type NoticeEntry,
  type NoticeVersion,
} from './year.ts'

/** A year as the province counts by it: `not-known` where nobody has announced or estimated it. */
export type CalendarYear = { year: number; standing: YearStanding | 'not-known'; isEntered: boolean }

/** The page of a year: its days, where they come from, and what was written about it. */
export type CalendarPage = {
  years: CalendarYear[]
  year: CalendarYear
  days: (EnteredDay & { basis: string })[]
  confirmation: Confirmation | null
  history: NoticeVersion[]
  /** What the program's own calendar, by now official, says otherwise than what was entered here. */
  shippedDiffers: DayChange[]
  mayKeep: boolean
}

export async function calendarPage(ctx: Ctx, asked: number | null): Promise<Outcome<CalendarPage>> {
  if (!mayReadCalendar(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const thisYear = partsOf(today).year
    const year = asked ?? thisYear
    const reader = { province, today }
    const known = await calendarOfYears(tx, { from: 2019, to: thisYear + 2 }, reader)
    const entered = await enteredYears(tx, ctx)
    const shown = [...new Set([...known.years.keys(), thisYear + 1, year])].toSorted()
    const history = await versionsOfYear(tx, province, year)
    const [last] = history
    const days = await daysOf(tx, ctx, year, last)
    const confirmation = await standingConfirmation(tx, province, year, today, 'read')
    const standing = (one: number): CalendarYear => ({
      ...{ year: one, standing: known.years.get(one) ?? ('not-known' as const), isEntered: entered.has(one) },
    })
    return done({
      years: shown.map(standing),
      year: standing(year),
      days,
      confirmation,
      history,
      shippedDiffers: last?.state === 'in-force' ? await differing(tx, year, days, today) : [],
      mayKeep: mayKeepCalendar(ctx.actor),
    })
  })
}

async function enteredYears(tx: Tx, ctx: Ctx): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom('calendar_notice')
    .select(['year', 'state'])
    .where('province_id', '=', ctx.actor.province)
    .orderBy('version')
    .execute()
  const last = new Map(rows.map(({ year, state }) => [year, state]))
  return new Set([...last].filter(([, state]) => state === 'in-force').map(([year]) => year))
}

async function daysOf(tx: Tx, ctx: Ctx, year: number, last: NoticeVersion | undefined): Promise<CalendarPage['days']> {
  if (last?.state === 'in-force') {
    const days = await daysOfVersion(tx, ctx.actor.province, year, last.version)
    const basis = last.issuedOn ? `${last.number} ngày ${formatDay(last.issuedOn)}` : last.number
    return days.map((one) => ({ ...one, basis }))
  }
  const shipped = await shippedDays(tx, year, dayInVietnam(ctx.now))
  const basis = new Map(shipped.map((one) => [one.day, one.basis]))
  return enteredFrom(shipped).map((one) => ({ ...one, basis: basis.get(one.day) ?? '' }))
}

async function shippedDays(tx: Tx, year: number, today: LocalDate): Promise<CalendarDay[]> {
  const shipped = await calendarOfYears(tx, { from: year, to: year }, { province: null, today })
  return [...shipped.days.values()]
}

async function differing(tx: Tx, year: number, days: readonly EnteredDay[], today: LocalDate): Promise<DayChange[]> {
  const shipped = await shippedDays(tx, year, today)
  const isOfficial = shipped.length > 0 && shipped.every(({ official }) => official)
  return isOfficial ? changesBetween(days, shipped).filter(({ was, now }) => was?.kind !== now?.kind) : []
}

/** What a form for a year begins with: what holds now, else the estimate by law. */
export type NoticeDraft = {
  year: number
  days: EnteredDay[]
  from: 'entered' | 'shipped' | 'estimate'
  standing: CalendarYear['standing']
  last: NoticeVersion | null
}

export async function noticeDraft(ctx: Ctx, year: number): Promise<Outcome<NoticeDraft>> {
  if (!mayKeepCalendar(ctx.actor)) return forbidden()
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const [last] = await versionsOfYear(tx, ctx.actor.province, year)
    const days = await daysOf(tx, ctx, year, last)
    const reader = { province: ctx.actor.province, today }
    const standing = (await calendarOfYears(tx, { from: year, to: year }, reader)).years.get(year) ?? 'not-known'
    const isEstimate = days.length === 0
    return done({
      year,
      days: (isEstimate ? enteredFrom(estimateYear(year)) : days).map(({ day, kind, name, pair }) => ({
        ...{ day, kind, name, pair },
      })),
      from: isEstimate ? 'estimate' : last?.state === 'in-force' ? 'entered' : 'shipped',
      standing,
      last: last ?? null,
    })
  })
}

/** What an entry would change: the days of its year, and the calendars before and after it, to count deadlines by. */
export type NoticePreview = { changes: DayChange[]; before: WorkingCalendar; after: WorkingCalendar }

export async function noticePreview(ctx: Ctx, entry: NoticeEntry): Promise<Outcome<NoticePreview>> {
  if (!mayKeepCalendar(ctx.actor)) return forbidden()
  const reader = { province: ctx.actor.province, today: dayInVietnam(ctx.now) }
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const before = await calendarOfYears(tx, { from: entry.year - 2, to: entry.year + 2 }, reader)
    const isOfYear = ({ day }: { day: LocalDate }): boolean => partsOf(day).year === entry.year
    const days = [...before.days.values()]
    const confirmed = new Set(
      [...before.years].filter(([, standing]) => standing === 'confirmed-estimate').map(([one]) => one),
    )
    const after = calendarOf([...days.filter((one) => !isOfYear(one)), ...calendarDaysOf(entry)], confirmed)
    return done({ changes: changesBetween(days.filter(isOfYear), entry.days), before, after })
  })
}
