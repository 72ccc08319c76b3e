import { addDays, daysBetween, formatDay, formatDayOfWeek, partsOf, type LocalDate } from '#kernel/local-date.ts'
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
import { endOfCalendarClock, workingDaysBetween, type DayOff, type WorkingCalendar } from '#kernel/working-days.ts'

/** How a report stands to its last day in time. */
export type Timing = {
  due: LocalDate
  daysLeft: number
  /** Working days after today up to the due day; null where nobody has announced the days off of a year in between. */
  workingDaysLeft: number | null
  /** The day it would have been, were that not a day off. */
  movedFrom: DayOff | null
  /** How surely the days off are known. */
  calendar: 'official' | 'estimate' | 'not-known'
}

/**
 * The last day in time: so many calendar days after the period (the template says how many), and the next working day where
 * that is a day off. Without a calendar of that year the counted day stands, and the answer says so.
 */
export function timingOf(period: Period, daysToSubmit: number, today: LocalDate, calendar: WorkingCalendar): Timing {
  const end = endOfCalendarClock(calendar, period.to, daysToSubmit)
  const due = end.known ? end.value.day : addDays(period.to, daysToSubmit)
  const left = workingDaysBetween(calendar, today, due)
  const isEstimate = (end.known && end.estimate) || (left.known && left.estimate)
  return {
    due,
    daysLeft: daysBetween(today, due),
    workingDaysLeft: left.known ? left.value : null,
    movedFrom: end.known ? end.value.because : null,
    calendar: !end.known ? 'not-known' : isEstimate ? 'estimate' : 'official',
  }
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

/** How long there still is, in working days where they are known, always with the day itself. */
export function dueWord({ due, daysLeft, workingDaysLeft }: Timing): string {
  const day = formatDayOfWeek(due)
  if (daysLeft < 0) return `Quá ${-daysLeft} ngày (hạn ${day})`
  if (daysLeft === 0) return `Hạn hôm nay, ${day}`
  return workingDaysLeft === null
    ? `Còn ${daysLeft} ngày (hạn ${day})`
    : `Còn ${workingDaysLeft} ngày làm việc (hạn ${day})`
}

/** Why the due day is the one it is, and how surely; null where there is nothing to say. */
export function dueNote({ due, movedFrom, calendar }: Timing): string | null {
  const sentences: string[] = []
  if (movedFrom) {
    const why = movedFrom.why === 'weekend' ? 'là ngày nghỉ cuối tuần' : `là ngày nghỉ (${movedFrom.name})`
    sentences.push(`Hạn chuyển sang ${formatDayOfWeek(due)} vì ${formatDayOfWeek(movedFrom.day)} ${why}.`)
  }
  if (calendar === 'estimate') sentences.push('Lịch nghỉ dùng để tính còn là ước tính, chưa có thông báo chính thức.')
  if (calendar === 'not-known')
    sentences.push('Chưa có lịch nghỉ của năm này nên hạn tính theo ngày thường, có thể rơi vào ngày nghỉ.')
  return sentences.length > 0 ? sentences.join(' ') : null
}
