import { sql } from 'kysely'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { dueCalendar } from './due-calendar.server.ts'
import { handedInAt } from './handed-in.server.ts'
import { defaultRules, dueAfter, isOwedBy, owedBy, type ObligationRule } from './obligation-rule.ts'
import {
  insertObligations,
  insertRule,
  lockClock,
  readClock,
  rulesOf,
  saveClock,
  unitsOwing,
} from './obligation-store.server.ts'
import type { TemplateCode } from './report.ts'
import { templateOn } from './template-version-store.server.ts'

/**
 * Writes down what a province's units owe for every period that has ended, and counts the open due days again where the
 * calendar or the units changed. Nothing happens where that was done today: a page may ask as often as it likes. In a
 * transaction of its own, since a commune's may not write what the others owe.
 */
export async function keepObligations(db: Db, province: UnitId, now: Date): Promise<void> {
  const today = dayInVietnam(now)
  await inScope(db, { reach: 'province', province }, async (tx) => {
    const clock = await readClock(tx, province)
    if (clock.through !== null && clock.through >= today && clock.mark === clock.stored) return
    await writeObligations(tx, province, now)
  })
}

/** The same at once, within a command that changed a rule. */
export async function writeObligations(tx: Tx, province: UnitId, now: Date): Promise<void> {
  const today = dayInVietnam(now)
  await lockClock(tx, province)
  const { mark, stored } = await readClock(tx, province)
  await beginWithDefaults(tx, province, now)
  const rules = await rulesOf(tx, province)
  await arise(tx, province, rules, now)
  if (mark !== stored) await countAgain(tx, province, rules, today)
  await saveClock(tx, province, today, mark)
}

/** A province that never said anything about a template begins with what the template asks for. */
export async function beginWithDefaults(tx: Tx, province: UnitId, now: Date): Promise<void> {
  const today = dayInVietnam(now)
  const { rows } = await sql<{ code: string; first: string | null }>`
    select template_code as code, nullif(min(coalesce(lower(valid), '-infinity')), '-infinity') as first
    from template_version as version
    where (version.province_id is null or version.province_id = ${province}) and not exists (
      select from obligation_rule as rule
      where rule.province_id = ${province} and rule.template_code = version.template_code)
    group by template_code having bool_or(valid @> ${today}::date) order by 1`.execute(tx)
  for (const { code, first } of rows) {
    const template = await templateOn(tx, code as TemplateCode, today)
    // Nobody owes by a template what ended before there was one.
    const since = first === null ? null : localDate(first)
    for (const rule of template ? defaultRules(template, today) : []) {
      const from = since !== null && rule.from < since ? since : rule.from
      await insertRule(tx, province, { ...rule, from }, { account: null, person: 'Khéo', at: now })
    }
  }
}

async function arise(tx: Tx, province: UnitId, rules: readonly ObligationRule[], now: Date): Promise<void> {
  const today = dayInVietnam(now)
  for (const rule of rules) {
    const periods = owedBy(rule, today).toReversed()
    const calendar = await dueCalendar(tx, province, periods, today)
    for (const period of periods) {
      const units = await unitsOwing(tx, province, rule, period.to)
      const { due } = dueAfter(period, rule.due, calendar)
      await insertObligations(tx, province, { rule, period, due, units }, now)
    }
  }
}

type OpenDue = { rule: ObligationRule; period: Period; due: LocalDate }

/** Open due days move with the calendar; the day by which something was handed in stays what it was. */
async function countAgain(tx: Tx, province: UnitId, rules: readonly ObligationRule[], today: LocalDate): Promise<void> {
  const counted = await countedDues(tx, province, rules)
  if (counted.length === 0) return
  const calendar = await dueCalendar(
    tx,
    province,
    counted.map(({ period }) => period),
    today,
  )
  for (const { rule, period, due } of counted) {
    const now = dueAfter(period, rule.due, calendar).due
    if (now !== due) await moveDue(tx, province, { rule, period, due }, now)
  }
}

async function countedDues(tx: Tx, province: UnitId, rules: readonly ObligationRule[]): Promise<OpenDue[]> {
  const rows = await tx
    .selectFrom('obligation')
    .select(['rule_id', 'period_from', 'period_to', 'due'])
    .distinct()
    .where('province_id', '=', province)
    .execute()
  return rows.flatMap((row) => {
    const rule = rules.find(({ id }) => id === row.rule_id)
    const period = periodBetween(localDate(row.period_from), localDate(row.period_to))
    return rule ? [{ rule, period, due: localDate(row.due) }] : []
  })
}

async function moveDue(tx: Tx, province: UnitId, { rule, period, due }: OpenDue, now: LocalDate): Promise<void> {
  await sql`
    update obligation set due = ${now}, version = version + 1
    where province_id = ${province} and rule_id = ${rule.id} and due = ${due}
      and period_from = ${period.from} and period_to = ${period.to}
      and not exists (
        select from report join template_version as version on version.id = report.template_version
        where report.province_id = obligation.province_id and report.unit_id = obligation.unit_id
          and version.template_code = obligation.template_code and report.origin = 'entered'
          and report.period_from = obligation.period_from and report.period_to = obligation.period_to
          and ${handedInAt('report')} is not null)`.execute(tx)
}

/** By which rule a unit of a level owes a period; null where none makes it owed. */
export function ruleFor(
  rules: readonly ObligationRule[],
  asked: { template: TemplateCode; level: string; period: Period },
): ObligationRule | null {
  const found = rules.find(
    (rule) =>
      rule.template === asked.template &&
      rule.regime === asked.period.regime &&
      rule.levels.some((level) => level === asked.level) &&
      isOwedBy(rule, asked.period),
  )
  return found ?? null
}
