import { sql } from 'kysely'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, periodName } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { ManyTeller, Telling, Told } from '#platform/notify/tell.ts'
import { officersOfUnits } from '#modules/access/officers.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { remindedDuties } from './policy.ts'
import { reminderTitle, type SendingId } from './reminder.ts'
import { currentTemplate, type TemplateCode } from './report.ts'
import { sendingOf } from './reminder-store.server.ts'
import { templateOn } from './template-version-store.server.ts'

/** What one sending tells each of its units: the sentence of that unit, to those who work on its report. */
export const reminderTellers: Record<'report-reminder', ManyTeller> = { 'report-reminder': tellReminded }

async function tellReminded(tx: Tx, told: Told): Promise<Telling[]> {
  const lines = await sendingOf(tx, told.province, told.object as SendingId)
  const [first] = lines
  if (!first) return []
  const today = dayInVietnam(told.at)
  const units = lines.map(({ unit }) => unit)
  const where = { province: told.province, units, day: today }
  const officers = Map.groupBy(await officersOfUnits(tx, { ...where, kinds: remindedDuties(true) }), ({ unit }) => unit)
  const reports = await reportsOf(tx, told.province, units, first)
  const names = await namesOf(tx, units, first.to)
  const period = periodName(periodBetween(first.from, first.to))
  const template = await otherName(tx, first.template as TemplateCode, first.to)
  return lines.map(({ unit, due, leaders, words }) => {
    const report = reports.get(unit)
    const kinds = remindedDuties(leaders)
    return {
      title: reminderTitle({ unit: names.get(unit) ?? '', template, period, due, today, words }),
      path: report ? `/desk/bao-cao/${report}` : '/desk',
      to: (officers.get(unit) ?? []).filter(({ kind }) => kinds.includes(kind)),
    }
  })
}

/** What a form is called, where it is not the one that everybody means. */
export async function otherName(tx: Tx, code: TemplateCode, day: LocalDate): Promise<string | null> {
  if (code === currentTemplate) return null
  return (await templateOn(tx, code, day))?.name ?? null
}

async function reportsOf(
  tx: Tx,
  province: UnitId,
  units: readonly UnitId[],
  { from, to, template }: { from: string; to: string; template: string },
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('report')
    .innerJoin('template_version as version', 'version.id', 'report.template_version')
    .select(['report.unit_id', 'report.id'])
    .where('report.province_id', '=', province)
    .where('report.unit_id', 'in', [...units])
    .where('version.template_code', '=', template)
    .where('report.period_from', '=', from)
    .where('report.period_to', '=', to)
    .execute()
  return new Map(rows.map((row) => [row.unit_id, row.id]))
}

async function namesOf(tx: Tx, units: readonly UnitId[], day: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('unit_version')
    .select(['unit_id', 'name'])
    .where('unit_id', 'in', [...units])
    .where('tree', '=', 'state')
    .where(sql<boolean>`valid @> ${day}::date`)
    .execute()
  return new Map(rows.map((row) => [row.unit_id, row.name]))
}
