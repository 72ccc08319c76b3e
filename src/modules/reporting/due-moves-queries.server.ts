import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { periodContaining, periodKey, successorOf, type Period } from '#kernel/period.ts'
import type { WorkingCalendar } from '#kernel/working-days.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { keepObligations } from './obligation-arising.server.ts'
import { dueAfter, isOwedBy, owedBy, type ObligationRule } from './obligation-rule.ts'
import { rulesOf } from './obligation-store.server.ts'
import { mayListOpenWork } from './policy.ts'
import { readReport, reportColumns } from './store.server.ts'

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
  await keepObligations(ctx.db, province, ctx.now)
  return inScope(ctx.db, { reach: 'province', province }, async (tx) => {
    const rules = await rulesOf(tx, province)
    const open = await openReports(tx, ctx)
    const looked = rules.flatMap((rule) => [
      ...[...owedBy(rule, today).slice(0, mostPast), ...toCome(rule, today, until)].map((period) => ({ rule, period })),
      ...open.flatMap((period) => (period.regime === rule.regime ? [{ rule, period }] : [])),
    ])
    const due = (one: (typeof looked)[number], calendar: WorkingCalendar): LocalDate =>
      dueAfter(one.period, one.rule.due, calendar).due
    const moves = looked.map((one) => ({
      period: one.period,
      was: due(one, calendars.before),
      now: due(one, calendars.after),
      open: open.filter((other) => periodKey(other) === periodKey(one.period)).length,
    }))
    // Two rules of one period that are due on the same day are one line.
    const once = new Map(moves.map((one) => [`${periodKey(one.period)} ${one.was} ${one.now}`, one]))
    return [...once.values()]
      .filter(({ was, now }) => was !== now && (now >= today || was >= today))
      .sort((one, other) => (one.now < other.now ? -1 : 1))
  })
}

/** A due day more periods back than this is over whatever the calendar says. */
const mostPast = 2

function toCome(rule: ObligationRule, today: LocalDate, until: LocalDate): Period[] {
  const periods: Period[] = []
  let period = periodContaining(rule.regime, today)
  while (period && period.to <= until) {
    if (isOwedBy(rule, period)) periods.push(period)
    period = successorOf(period)
  }
  return periods
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
