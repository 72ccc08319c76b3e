import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { addDays, localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Period, RuledRegime } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { Tree, UnitId, UnitLevel } from '#modules/territory/unit.ts'
import type { DueRule, NewRule, ObligationRule, ObligationRuleId } from './obligation-rule.ts'
import type { TemplateCode } from './report.ts'

type By = { account: string | null; person: string; at: Date }

function rules(tx: Tx, province: UnitId) {
  return tx
    .selectFrom('obligation_rule')
    .selectAll()
    .select([sql<string>`lower(valid)`.as('from'), sql<string | null>`upper(valid)`.as('before')])
    .where('province_id', '=', province)
}

type RuleRow = Awaited<ReturnType<ReturnType<typeof rules>['execute']>>[number]

// The checks of obligation_rule hold tree, levels, regime and the way it is due to the known words.
function readRule(row: RuleRow): ObligationRule {
  return {
    id: row.id as ObligationRuleId,
    template: row.template_code as TemplateCode,
    tree: row.tree as Tree,
    levels: row.levels as UnitLevel[],
    regime: row.regime as RuledRegime,
    ...{ due: readDue(row), least: row.least_answered },
    from: localDate(row.from),
    until: row.before === null ? null : addDays(localDate(row.before), -1),
    ...{ source: row.source, isCertain: row.is_certain, endReason: row.end_reason, version: row.version },
  }
}

function readDue(row: { due_by: string; due_count: number; due_month: number }): DueRule {
  return row.due_by === 'day-of-month'
    ? { by: 'day-of-month', day: row.due_count, month: row.due_month }
    : { by: row.due_by as 'calendar-days' | 'working-days', count: row.due_count }
}

/** Every rule of a province, those that ended included, the newest first. */
export async function rulesOf(tx: Tx, province: UnitId): Promise<ObligationRule[]> {
  const rows = await rules(tx, province)
    .orderBy('template_code')
    .orderBy(sql`lower(valid)`, 'desc')
    .orderBy('regime')
    .orderBy('id')
    .execute()
  return rows.filter(({ from, before }) => before === null || from < before).map(readRule)
}

export async function findRule(tx: Tx, province: UnitId, id: ObligationRuleId): Promise<ObligationRule | null> {
  const row = await rules(tx, province).where('id', '=', id).executeTakeFirst()
  return row ? readRule(row) : null
}

export async function insertRule(tx: Tx, province: UnitId, rule: NewRule, by: By): Promise<ObligationRuleId> {
  const id = newId<'ObligationRule'>(by.at)
  const { due } = rule
  await tx
    .insertInto('obligation_rule')
    .values({
      ...{ province_id: province, id, template_code: rule.template, tree: rule.tree, levels: rule.levels },
      ...{ regime: rule.regime, due_by: due.by, source: rule.source, is_certain: rule.isCertain },
      least_answered: rule.least,
      due_count: due.by === 'day-of-month' ? due.day : due.count,
      due_month: due.by === 'day-of-month' ? due.month : 0,
      valid: validDays(rule.from, rule.until),
      ...{ account_id: by.account, person_name: by.person, created_at: by.at },
    })
    .execute()
  return id
}

function validDays(from: LocalDate, until: LocalDate | null) {
  return sql<string>`daterange(${from}::date, ${until}::date, '[]')`
}

/** Ends a rule on a day. */
export async function saveRuleEnd(
  tx: Tx,
  province: UnitId,
  rule: ObligationRule,
  end: { until: LocalDate; reason: string },
): Promise<void> {
  await tx
    .updateTable('obligation_rule')
    .set({ valid: validDays(rule.from, end.until), end_reason: end.reason, version: rule.version + 1 })
    .where('province_id', '=', province)
    .where('id', '=', rule.id)
    .execute()
}

export type Clock = { through: LocalDate | null; mark: string; stored: string | null }

/** Up to which day the obligations of a province are written, and the fingerprint of what their days were counted by. */
export async function readClock(tx: Tx, province: UnitId): Promise<Clock> {
  const { rows } = await sql<{ through: string | null; stored: string | null; mark: string }>`
    select clock.through, clock.mark as stored, md5(concat_ws('/',
        (select n from territory_clock),
        (select string_agg(concat(year, version, state), ',' order by year, version) from calendar_notice
          where province_id = ${province}),
        (select string_agg(concat(day, kind), ',' order by day, kind) from calendar_day))) as mark
    from (select 1) as one left join obligation_clock as clock on clock.province_id = ${province}`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('A query over one row answered none')
  return { through: row.through === null ? null : localDate(row.through), mark: row.mark, stored: row.stored }
}

// FOR UPDATE: two officers, or an officer and the night, must not both write the rules a province begins with.
export async function lockClock(tx: Tx, province: UnitId): Promise<void> {
  await tx
    .insertInto('obligation_clock')
    .values({ province_id: province, through: '1900-01-01', mark: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.selectFrom('obligation_clock').select('mark').where('province_id', '=', province).forUpdate().execute()
}

export async function saveClock(tx: Tx, province: UnitId, through: LocalDate, mark: string): Promise<void> {
  await tx
    .updateTable('obligation_clock')
    .set({ through: sql<string>`greatest(through, ${through}::date)`, mark })
    .where('province_id', '=', province)
    .execute()
}

/** The units of a rule's tree and levels in force on a day, in a fixed order. */
export async function unitsOwing(
  tx: Tx,
  province: UnitId,
  rule: Pick<ObligationRule, 'tree' | 'levels'>,
  day: LocalDate,
): Promise<UnitId[]> {
  const rows = await tx
    .selectFrom('unit_version')
    .select('unit_id')
    .where('province_id', '=', province)
    .where('tree', '=', rule.tree)
    .where('level', 'in', rule.levels)
    .where(sql<boolean>`valid @> ${day}::date`)
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => row.unit_id as UnitId)
}

/** Writes what these units owe for one period; what stands already is left alone. */
export async function insertObligations(
  tx: Tx,
  province: UnitId,
  owed: { rule: ObligationRule; period: Period; due: LocalDate; units: readonly UnitId[] },
  at: Date,
): Promise<void> {
  const { rule, period, due, units } = owed
  if (units.length === 0) return
  await tx
    .insertInto('obligation')
    .values(
      units.map((unit) => ({
        ...{ province_id: province, id: newId<'Obligation'>(at), unit_id: unit, template_code: rule.template },
        ...{ regime: period.regime, period_from: period.from, period_to: period.to, rule_id: rule.id },
        ...{ due, arose_at: at },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
