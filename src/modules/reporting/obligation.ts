import { addDays, daysBetween, formatDay, partsOf, type LocalDate } from '#kernel/local-date.ts'
import {
  halfYearOf,
  nineMonthsOf,
  periodKey,
  previousPeriod,
  quarterContaining,
  yearOf,
  type Period,
  type Regime,
} from '#kernel/period.ts'

/** How a report stands to its last day in time. */
export type Timing = { due: LocalDate; daysLeft: number }

/** The last day in time, counted in calendar days from the end of the period (the template says how many). */
export function timingOf(period: Period, daysToSubmit: number, today: LocalDate): Timing {
  const due = addDays(period.to, daysToSubmit)
  return { due, daysLeft: daysBetween(today, due) }
}

/** The last quarters that have ended by a day, newest first. */
export function endedQuarters(today: LocalDate, count: number): Period[] {
  const ended: Period[] = []
  let quarter = previousPeriod(quarterContaining(today))
  while (quarter && ended.length < count) {
    ended.push(quarter)
    quarter = previousPeriod(quarter)
  }
  return ended
}

/** The last six months, nine months and year that have ended by a day, newest first. */
export function endedCumulative(today: LocalDate): Period[] {
  const { year } = partsOf(today)
  const latest = [yearOf, nineMonthsOf, halfYearOf].map((of) => (of(year).to < today ? of(year) : of(year - 1)))
  return latest.sort((one, other) => (one.to < other.to ? 1 : -1))
}

/** The periods that a unit is reminded of, newest first: the last two quarters and the last of each other kind its template asks for. */
export function owedPeriods(today: LocalDate, owedFor: readonly Regime[]): Period[] {
  const ended = [...endedQuarters(today, 2), ...endedCumulative(today)]
  return ended
    .filter((period) => owedFor.includes(period.regime))
    .sort((one, other) => (one.to < other.to || (one.to === other.to && periodKey(one) < periodKey(other)) ? 1 : -1))
}

/** Whether a report was handed in by its last day, in words. */
export function punctuality(handedIn: LocalDate, due: LocalDate): string {
  const late = daysBetween(due, handedIn)
  return late > 0 ? `nộp muộn ${late} ngày (hạn ${formatDay(due)})` : `nộp đúng hạn ${formatDay(due)}`
}
