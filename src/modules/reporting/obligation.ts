import { addDays, daysBetween, formatDay, formatDayOfWeek, type LocalDate } from '#kernel/local-date.ts'
import { endedPeriods, periodKey, type Period, type RuledRegime } from '#kernel/period.ts'
import {
  endOfCalendarClock,
  estimatedYears,
  workingDaysBetween,
  type DayOff,
  type WorkingCalendar,
} from '#kernel/working-days.ts'

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
  /** The years of the count that nobody has announced yet; `confirmed` where an administrator lets them be used for now. */
  estimated: { year: number; confirmed: boolean }[]
}

/**
 * The last day in time: so many calendar days after the period (the template says how many), and the next working day where
 * that is a day off. Without a calendar of that year the counted day stands, and the answer says so.
 */
export function timingOf(period: Period, daysToSubmit: number, today: LocalDate, calendar: WorkingCalendar): Timing {
  const nominal = addDays(period.to, daysToSubmit)
  const end = endOfCalendarClock(calendar, period.to, daysToSubmit)
  return timingTo(end.known ? end.value.day : nominal, today, calendar, {
    nominal,
    movedFrom: end.known ? end.value.because : null,
    isKnown: end.known,
  })
}

/** The same to a day that is already known; `counted` says how it came about, where it was counted and not given. */
export function timingTo(
  due: LocalDate,
  today: LocalDate,
  calendar: WorkingCalendar,
  counted: { nominal: LocalDate; movedFrom: DayOff | null; isKnown: boolean },
): Timing {
  const left = workingDaysBetween(calendar, today, due)
  const [first, last] = [today, counted.nominal, due].toSorted()
  const estimated = estimatedYears(calendar, first ?? due, last ?? due)
  return {
    due,
    daysLeft: daysBetween(today, due),
    workingDaysLeft: left.known ? left.value : null,
    movedFrom: counted.movedFrom,
    calendar: !counted.isKnown ? 'not-known' : estimated.length > 0 ? 'estimate' : 'official',
    estimated: estimated.map(({ year, standing }) => ({ year, confirmed: standing === 'confirmed-estimate' })),
  }
}

/** The last quarters that have ended by a day, newest first. */
export function endedQuarters(today: LocalDate, count: number): Period[] {
  return endedPeriods('quarter', today, count)
}

/** The last six months, nine months and year that have ended by a day, newest first. */
export function endedCumulative(today: LocalDate): Period[] {
  const firstHalf = endedPeriods('half-year', today, 2).filter(({ from }) => from.endsWith('-01-01'))
  const latest = [...endedPeriods('year', today, 1), ...endedPeriods('nine-months', today, 1), ...firstHalf]
  return latest.sort(newestFirst)
}

/**
 * The periods that a unit is reminded of, newest first: the last two months or quarters and the last of each longer kind that
 * its template asks for. Six months are the first six: with the last six the year is reported.
 */
export function owedPeriods(today: LocalDate, owedFor: readonly RuledRegime[]): Period[] {
  return owedFor
    .flatMap((regime) => {
      const isShort = /^(month|quarter)/.test(regime)
      const isHalf = regime.startsWith('half-year')
      const ended = endedPeriods(regime, today, isShort || isHalf ? 2 : 1)
      return isHalf ? ended.filter((period) => !isSecondHalf(period)) : ended
    })
    .sort(newestFirst)
}

/** 6 tháng cuối năm ends with its year. */
export function isSecondHalf({ to }: Period): boolean {
  return to.slice(5, 7) === '12'
}

function newestFirst(one: Period, other: Period): number {
  return one.to < other.to || (one.to === other.to && periodKey(one) < periodKey(other)) ? 1 : -1
}

/** Whether a report was handed in by its last day, in words. */
export function punctuality(handedIn: LocalDate, due: LocalDate): string {
  const late = daysBetween(due, handedIn)
  return late > 0 ? `nộp muộn ${late} ngày (hạn ${formatDay(due)})` : `nộp đúng hạn ${formatDay(due)}`
}

/** How long there still is, in working days where they are known, always with the day itself. */
export function dueWord(timing: Timing): string {
  const day = dueDayWord(timing)
  return timing.daysLeft === 0 ? `Hạn hôm nay, ${day}` : `${daysLeftWord(timing)} (hạn ${day})`
}

/** The same where the day itself stands beneath. */
export function daysLeftWord({ daysLeft, workingDaysLeft }: Timing): string {
  if (daysLeft < 0) return `Quá ${-daysLeft} ngày`
  if (daysLeft === 0) return 'Hạn hôm nay'
  return workingDaysLeft === null ? `Còn ${daysLeft} ngày` : `Còn ${workingDaysLeft} ngày làm việc`
}

/** The due day as it is printed anywhere: a day that rests on an estimate never stands there bare. */
export function dueDayWord({ due, estimated }: Timing): string {
  const years = estimated.map(({ year }) => year).join(', ')
  return years === '' ? formatDayOfWeek(due) : `${formatDayOfWeek(due)}, tính theo lịch ước tính ${years}`
}

/** Why the due day is the one it is, and how surely; null where there is nothing to say. */
export function dueNote({ due, movedFrom, calendar, estimated }: Timing): string | null {
  const sentences: string[] = []
  if (movedFrom) {
    const why = movedFrom.why === 'weekend' ? 'là ngày nghỉ cuối tuần' : `là ngày nghỉ (${movedFrom.name})`
    sentences.push(`Hạn chuyển sang ${formatDayOfWeek(due)} vì ${formatDayOfWeek(movedFrom.day)} ${why}.`)
  }
  for (const { year, confirmed } of estimated) {
    sentences.push(
      confirmed
        ? `Lịch nghỉ năm ${year} còn là ước tính; quản trị của tỉnh đã xác nhận dùng tạm.`
        : `Lịch nghỉ năm ${year} còn là ước tính, chưa có thông báo chính thức; hạn có thể đổi khi có thông báo.`,
    )
  }
  if (calendar === 'not-known')
    sentences.push('Chưa có lịch nghỉ của năm này nên hạn tính theo ngày thường, có thể rơi vào ngày nghỉ.')
  return sentences.length > 0 ? sentences.join(' ') : null
}
