import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { periodContaining, periodKey, successorOf, type Period } from '#kernel/period.ts'
import type { WorkingCalendar } from '#kernel/working-days.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { owedPeriods, timingOf } from './obligation.ts'
import { mayListOpenWork } from './policy.ts'
import { currentTemplate, type Template } from './report.ts'
import { readReport, reportColumns, templateOn } from './store.server.ts'

/** A due day that another calendar moves, and how many reports of that period are still open in the province. */
export type DueMove = { period: Period; was: LocalDate; now: LocalDate; open: number }

/**
 * Which running due days move from one calendar to another: of the periods that are owed, open, running or to come until a
 * day. For the administrator who enters the calendar, so without a single figure; null for who may not ask.
 */
export async function dueMoves(
  ctx: Ctx,
  calendars: { before: WorkingCalendar; after: WorkingCalendar },
  until: LocalDate,
): Promise<DueMove[] | null> {
  if (!mayListOpenWork(ctx.actor)) return null
  const { province } = ctx.actor
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, { reach: 'province', province }, async (tx) => {
    const template = await templateOn(tx, currentTemplate, today)
    if (!template) return []
    const open = await openReports(tx, ctx)
    const periods = new Map(
      [...owedPeriods(today, template.owedFor), ...toCome(template, today, until), ...open].map((one) => [
        periodKey(one),
        one,
      ]),
    )
    const due = (period: Period, calendar: WorkingCalendar): LocalDate =>
      timingOf(period, template.daysToSubmit, today, calendar).due
    return [...periods.values()]
      .map((period) => ({
        period,
        was: due(period, calendars.before),
        now: due(period, calendars.after),
        open: open.filter((one) => periodKey(one) === periodKey(period)).length,
      }))
      .filter(({ was, now }) => was !== now && (now >= today || was >= today))
      .sort((one, other) => (one.now < other.now ? -1 : 1))
  })
}

function toCome(template: Template, today: LocalDate, until: LocalDate): Period[] {
  return template.owedFor.flatMap((regime) => {
    const periods: Period[] = []
    let period = periodContaining(regime, today)
    while (period && period.to <= until) {
      periods.push(period)
      period = successorOf(period)
    }
    return periods
  })
}

async function openReports(tx: Tx, ctx: Ctx): Promise<Period[]> {
  const rows = await tx
    .selectFrom('report')
    .select(reportColumns)
    .where('province_id', '=', ctx.actor.province)
    .where('origin', '=', 'entered')
    .where('status', 'in', ['draft', 'returned'])
    .execute()
  return rows.map((row) => readReport(row).period)
}
