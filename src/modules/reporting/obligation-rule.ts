import type { Id } from '#kernel/ids.ts'
import { addDays, parseLocalDate, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { endedPeriods, periodContaining, type Period, type RuledRegime } from '#kernel/period.ts'
import { addWorkingDays, endOfCalendarClock, type DayOff, type WorkingCalendar } from '#kernel/working-days.ts'
import type { Tree, UnitLevel } from '#modules/territory/unit.ts'
import { everyCell } from './completeness.ts'
import { isSecondHalf, owedPeriods } from './obligation.ts'
import type { TemplateCode } from './report.ts'

export type ObligationRuleId = Id<'ObligationRule'>

/**
 * When a report is due (cách tính hạn): so many calendar or working days after the period, or a day of the month that stands
 * so many months after the one in which the period ends. What falls on a day off is due on the next working day.
 */
export type DueRule =
  | { by: 'calendar-days'; count: number }
  | { by: 'working-days'; count: number }
  | { by: 'day-of-month'; day: number; month: number }
export const dueWays = ['calendar-days', 'working-days', 'day-of-month'] as const

/** The levels whose units report: nobody signs in for a district. */
export const owingLevels = ['commune', 'province'] as const satisfies readonly UnitLevel[]

/** Quy định nộp báo cáo: which units of a province owe a template for which periods, due when, from one day to another. */
export type ObligationRule = {
  id: ObligationRuleId
  template: TemplateCode
  tree: Tree
  levels: UnitLevel[]
  regime: RuledRegime
  due: DueRule
  /** From which percentage of its asked cells on a report is complete. */
  least: number
  from: LocalDate
  /** The last day on which a period may end to be owed by it; null while it holds. */
  until: LocalDate | null
  source: string
  isCertain: boolean
  endReason: string | null
  version: number
}

/** A rule before it is written. */
export type NewRule = Omit<ObligationRule, 'id' | 'version' | 'endReason'>

/** The last day in time, and the day it would have been, were that not a day off. */
export type CountedDue = { due: LocalDate; nominal: LocalDate; movedFrom: DayOff | null; isKnown: boolean }

export function dueAfter(period: Period, rule: DueRule, calendar: WorkingCalendar): CountedDue {
  if (rule.by === 'working-days') {
    const counted = addWorkingDays(calendar, period.to, rule.count)
    // Without a calendar of that year: five working days in seven, and the answer says that it is not known.
    const plain = addDays(period.to, Math.ceil((rule.count * 7) / 5))
    const due = counted.known ? counted.value : plain
    return { due, nominal: due, movedFrom: null, isKnown: counted.known }
  }
  const nominal = rule.by === 'day-of-month' ? dayOfMonthAfter(period.to, rule) : addDays(period.to, rule.count)
  const end = endOfCalendarClock(calendar, nominal, 0)
  return end.known
    ? { due: end.value.day, nominal, movedFrom: end.value.because, isKnown: true }
    : { due: nominal, nominal, movedFrom: null, isKnown: false }
}

/** The 31st of a shorter month is its last day; a day that has passed when the period ends is the next month's. */
function dayOfMonthAfter(end: LocalDate, { day, month }: { day: number; month: number }): LocalDate {
  const at = (months: number): LocalDate => {
    const { year, month: of } = partsOf(end)
    const count = year * 12 + of - 1 + months
    for (let tried = day; tried > 27; tried -= 1) {
      const found = parseLocalDate(written(count, tried))
      if (found) return found
    }
    return parseLocalDate(written(count, day)) ?? end
  }
  const due = at(month)
  return due > end ? due : at(month + 1)
}

function written(months: number, day: number): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}-${two(day)}`
}

/** The periods that a rule makes owed and that have ended by a day, newest first. Six months are the first six. */
export function owedBy(rule: Pick<ObligationRule, 'regime' | 'from' | 'until'>, today: LocalDate): Period[] {
  const most = (partsOf(today).year - partsOf(rule.from).year + 2) * 12
  return endedPeriods(rule.regime, today, most).filter(
    (period) => isOwedBy(rule, period) && !(rule.regime.startsWith('half-year') && isSecondHalf(period)),
  )
}

/** The running period that a rule will make owed, if it goes on; null where none runs. */
export function runningBy(rule: Pick<ObligationRule, 'regime' | 'from' | 'until'>, today: LocalDate): Period | null {
  const period = periodContaining(rule.regime, today)
  if (!period || !isOwedBy(rule, period)) return null
  return rule.regime.startsWith('half-year') && isSecondHalf(period) ? null : period
}

export function isOwedBy({ from, until }: Pick<ObligationRule, 'from' | 'until'>, { to }: Period): boolean {
  return from <= to && (until === null || to <= until)
}

/** What two rules may not share: the same units would owe the same period twice, each by another day. */
export function overlaps(one: Omit<ObligationRule, 'id'>, other: Omit<ObligationRule, 'id'>): boolean {
  const sameKind = one.template === other.template && one.regime === other.regime
  const sameUnits = one.tree === other.tree && one.levels.some((level) => other.levels.includes(level))
  const apart = (one.until !== null && one.until < other.from) || (other.until !== null && other.until < one.from)
  return sameKind && sameUnits && !apart
}

/** What the house's template asks for, where a province has set nothing: from the oldest period that is still reminded of. */
export function defaultRules(
  template: { code: TemplateCode; carriedBy: UnitLevel[]; daysToSubmit: number; owedFor: RuledRegime[] },
  today: LocalDate,
): NewRule[] {
  return template.owedFor.flatMap((regime) => {
    const oldest = owedPeriods(today, [regime]).at(-1)
    const levels = owingLevels.filter((level) => template.carriedBy.includes(level))
    if (!oldest || levels.length === 0) return []
    return [
      {
        ...{ template: template.code, tree: 'state' as const, levels, regime, from: oldest.to, until: null },
        due: { by: 'calendar-days' as const, count: template.daysToSubmit },
        least: everyCell,
        source: defaultSource,
        isCertain: false,
      },
    ]
  })
}

export const defaultSource = 'mặc định của phần mềm theo biểu mẫu, chưa có văn bản của tỉnh'
