import { addDays, daysBetween, formatDay, type LocalDate } from '#kernel/local-date.ts'
import { previousPeriod, quarterContaining, type Period } from '#kernel/period.ts'

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

/** Whether a report was handed in by its last day, in words. */
export function punctuality(handedIn: LocalDate, due: LocalDate): string {
  const late = daysBetween(due, handedIn)
  return late > 0 ? `nộp muộn ${late} ngày (hạn ${formatDay(due)})` : `nộp đúng hạn ${formatDay(due)}`
}
