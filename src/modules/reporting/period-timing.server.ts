import type { LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId, UnitLevel } from '#modules/territory/unit.ts'
import { everyCell } from './completeness.ts'
import { dueCalendar } from './due-calendar.server.ts'
import { timingTo, type Timing } from './obligation.ts'
import { ruleFor } from './obligation-arising.server.ts'
import { obligationsOf } from './obligation-queries.server.ts'
import { dueAfter, type ObligationRule } from './obligation-rule.ts'
import { rulesOf } from './obligation-store.server.ts'
import type { Report, Template } from './report.ts'

type Asked = { template: Template; period: Period; level: UnitLevel | undefined }

/** How a period stands to its usual last day: by the province's rule, or as its template says where none makes it owed. */
export async function periodTiming(
  tx: Tx,
  province: UnitId,
  { template, period, level = 'commune' }: Asked,
  today: LocalDate,
): Promise<{ timing: Timing; rule: ObligationRule | null }> {
  const rule = ruleFor(await rulesOf(tx, province), { template: template.code, level, period })
  const calendar = await dueCalendar(tx, province, [period], today)
  const counted = dueAfter(period, rule?.due ?? { by: 'calendar-days', count: template.daysToSubmit }, calendar)
  return { timing: timingTo(counted.due, today, calendar, counted), rule }
}

/** The same of one report, and what is taken for complete: what its unit was given counts before what the rule says. */
export async function reportAsked(
  tx: Tx,
  {
    report,
    template,
    level,
  }: { report: Pick<Report, 'province' | 'unit' | 'period'>; template: Template; level: UnitLevel },
  today: LocalDate,
): Promise<{ timing: Timing; least: number }> {
  const { province, unit, period } = report
  const { timing, rule } = await periodTiming(tx, province, { template, period, level }, today)
  const asked = { province, units: [unit], template: template.code, from: period.to, to: period.to }
  const owed = (await obligationsOf(tx, asked)).find((one) => one.period.from === period.from)
  const least = owed?.least ?? rule?.least ?? everyCell
  if (!owed || owed.due === timing.due) return { timing, least }
  const calendar = await dueCalendar(tx, province, [period], today)
  const counted = { nominal: owed.due, movedFrom: null, isKnown: true }
  return { timing: timingTo(owed.due, today, calendar, counted), least }
}
