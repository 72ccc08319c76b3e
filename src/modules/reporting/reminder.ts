import { daysBetween, formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { Id } from '#kernel/ids.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { isHandedIn, isOwing, type BoardRow } from './board.ts'

/** The units that were reminded in one go share it. */
export type SendingId = Id<'ReminderSending'>

/** A step of the ladder (bậc nhắc): so many days from the due day, negative before it; from some step on the leader hears of it too. */
export type Rung = { days: number; leaders: boolean }

/** Lịch nhắc tự động of a province; off until somebody turns it on. */
export type ReminderLadder = { isOn: boolean; rungs: Rung[]; version: number }

/**
 * What a province is offered to begin with. No rule of law asks for it: it is a proposal that each province changes, and that does
 * nothing before it is turned on (docs/adr/0063).
 */
export const offeredRungs: readonly Rung[] = [
  { days: -3, leaders: false },
  { days: 0, leaders: false },
  { days: 2, leaders: false },
  { days: 5, leaders: true },
]

export const ladderLimits = { rungs: 8, before: 30, after: 60 } as const

/** The least time between two reminders of one unit about one period, whoever sends them. */
export const hoursBetweenReminders = 20

/** How long a step may wait for a working day, or for a ladder that was turned on after it. */
const daysToCatchUp = 6

/** The most units of one sending: what is more is sent in a second one. */
export const mostInSending = 500

export const longestWords = 200

/** Why a unit is passed over. */
export type PassedOver =
  { why: 'not-expected' } | { why: 'handed-in' } | { why: 'lately'; at: Date } | { why: 'nobody' }

/** Whom a reminder of one unit would reach: how many people see it in the application, how many of them by mail as well. */
export type Reach = { people: number; byMail: number }

/** What stands in the way of reminding a unit now; null where nothing does. */
export function passedOver(row: BoardRow | undefined, reach: Reach, now: Date): PassedOver | null {
  if (row && isHandedIn(row)) return { why: 'handed-in' }
  if (!row || !isOwing(row)) return { why: 'not-expected' }
  if (row.reminded && wasLately(row.reminded.at, now)) return { why: 'lately', at: row.reminded.at }
  return reach.people === 0 ? { why: 'nobody' } : null
}

export function wasLately(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < hoursBetweenReminders * 3_600_000
}

/** The step that a day has come to: the last one that is reached, if it was reached lately enough to be worth saying. */
export function rungReached(rungs: readonly Rung[], due: LocalDate, today: LocalDate): Rung | null {
  const past = daysBetween(due, today)
  const last = rungs.filter(({ days }) => days <= past).toSorted((one, other) => other.days - one.days)[0]
  return last && past - last.days <= daysToCatchUp ? last : null
}

/** The steps in their order, or what is wrong with them. */
export type LadderFault = 'no-rung' | 'too-many-rungs' | 'rung-out-of-range' | 'rung-twice'

export function readLadder(rungs: readonly Rung[]): Rung[] | LadderFault {
  if (rungs.length === 0) return 'no-rung'
  if (rungs.length > ladderLimits.rungs) return 'too-many-rungs'
  const { before, after } = ladderLimits
  if (rungs.some(({ days }) => !Number.isSafeInteger(days) || days < -before || days > after))
    return 'rung-out-of-range'
  if (new Set(rungs.map(({ days }) => days)).size < rungs.length) return 'rung-twice'
  return rungs.toSorted((one, other) => one.days - other.days)
}

/** One unit that is reminded, as it is kept. */
export type ReminderLine = { unit: UnitId; due: LocalDate; rung: Rung['days'] | null; leaders: boolean }

/** What its officers read: one sentence, and the sender's own behind it. */
export function reminderTitle(told: {
  unit: string
  /** What the form is called; null for the one that is meant when nothing is said. */
  template: string | null
  period: string
  due: LocalDate
  today: LocalDate
  words: string
}): string {
  const { unit, period, due, today, words } = told
  const report = told.template === null ? period : `“${told.template}” ${period}`
  const late = daysBetween(due, today)
  const when =
    late > 0 ? `đã quá hạn ${late} ngày (hạn ${formatDay(due)})` : late === 0 ? 'hạn hôm nay' : `hạn ${formatDay(due)}`
  return `Nhắc nộp báo cáo ${report} của ${unit}: ${when}${words === '' ? '' : `. Lời nhắc: ${words}`}`
}
