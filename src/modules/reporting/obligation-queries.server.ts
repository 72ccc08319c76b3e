import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Completeness } from './completeness.ts'
import { cellsOfCopy, handedInAt } from './handed-in.server.ts'
import type { ReportStatus } from './lifecycle.ts'
import type { ObligationRuleId } from './obligation-rule.ts'
import type { ReportId, TemplateCode } from './report.ts'

export type ObligationId = Id<'Obligation'>

/** Nghĩa vụ báo cáo: one unit owes one report. `due` is the day that counts today: an extension goes before the counted one. */
export type Obligation = {
  id: ObligationId
  unit: UnitId
  template: TemplateCode
  period: Period
  due: LocalDate
  extendedUntil: LocalDate | null
  waivedFor: string | null
  /** From which percentage of its asked cells on the report is complete. */
  least: number
}

/** An obligation with the report that answers it, as far as there is one. */
export type AnsweredObligation = Obligation & {
  rule: ObligationRuleId
  /** The last day as it was counted, whatever was given afterwards. */
  countedDue: LocalDate
  extendedFor: string | null
  /** Who gave more time, and who let the unit off. */
  extendedBy: string | null
  waivedBy: string | null
  report: ReportId | null
  status: ReportStatus | 'not-begun'
  handedInOn: LocalDate | null
  /** How much of what was handed in is answered; null where nothing is in, or it is the sum of the province. */
  cells: Completeness | null
  version: number
}

export type ObligationsAsked = {
  province: UnitId
  units?: readonly UnitId[]
  template?: TemplateCode
  /** By the last day of the period, both days included. */
  from: LocalDate
  to: LocalDate
}

/** What units owe for the periods that end between two days, as it was written down; of a unit that is no more, nothing. */
export async function obligationsOf(tx: Tx, asked: ObligationsAsked): Promise<Obligation[]> {
  const rows = await obligations(tx, asked).execute()
  return rows.map(readObligation)
}

/** The same, each with its report. */
export async function answeredObligations(tx: Tx, asked: ObligationsAsked): Promise<AnsweredObligation[]> {
  const rows = await obligations(tx, asked)
    .leftJoin('report', (join) =>
      join
        .onRef('report.province_id', '=', 'obligation.province_id')
        .onRef('report.unit_id', '=', 'obligation.unit_id')
        .onRef('report.period_from', '=', 'obligation.period_from')
        .onRef('report.period_to', '=', 'obligation.period_to')
        .on('report.origin', '=', 'entered')
        .on(
          sql<boolean>`exists (select from template_version as made where made.id = report.template_version
            and made.template_code = obligation.template_code)`,
        ),
    )
    .select([
      'obligation.rule_id',
      'obligation.due as counted_due',
      'extension.reason as extended_for',
      'extension.person_name as extended_by',
      'obligation.waived_name as waived_by',
      'obligation.version',
      'report.id as report_id',
      'report.status',
    ])
    .select([handedInAt('report').as('handed_in'), cellsOfCopy('report').as('cells')])
    .execute()
  return rows.map((row) => ({
    ...readObligation(row),
    rule: row.rule_id as ObligationRuleId,
    countedDue: localDate(row.counted_due),
    extendedFor: row.extended_for,
    extendedBy: row.extended_by,
    waivedBy: row.waived_by,
    report: row.report_id as ReportId | null,
    status: (row.status ?? 'not-begun') as AnsweredObligation['status'],
    handedInOn: row.handed_in && dayInVietnam(row.handed_in),
    cells: row.handed_in === null ? null : completenessIn(row.cells, row.least),
    version: row.version,
  }))
}

function obligations(tx: Tx, { province, units, template, from, to }: ObligationsAsked) {
  let query = tx
    .selectFrom('obligation')
    .leftJoin('obligation_extension as extension', (join) =>
      join
        .onRef('extension.province_id', '=', 'obligation.province_id')
        .onRef('extension.obligation_id', '=', 'obligation.id')
        .on('extension.withdrawn_at', 'is', null),
    )
    .innerJoin('obligation_rule as rule', (join) =>
      join.onRef('rule.province_id', '=', 'obligation.province_id').onRef('rule.id', '=', 'obligation.rule_id'),
    )
    .select([
      'obligation.id',
      'obligation.unit_id',
      'obligation.template_code',
      'obligation.period_from',
      'obligation.period_to',
      'obligation.waived_for',
      sql<string>`coalesce(extension.until, obligation.due)`.as('due'),
      'extension.until as extended_until',
      'rule.least_answered as least',
    ])
    .where('obligation.province_id', '=', province)
    .where('obligation.period_to', '>=', from)
    .where('obligation.period_to', '<=', to)
    // Whoever ended before the last day owes nothing, also where that was recorded only afterwards.
    .where(
      sql<boolean>`exists (select from unit_version as version where version.unit_id = obligation.unit_id
        and version.province_id = obligation.province_id and version.valid @> obligation.period_to)`,
    )
    .orderBy('obligation.period_to', 'desc')
    .orderBy('obligation.period_from', 'desc')
    .orderBy('obligation.template_code')
    .orderBy('obligation.unit_id')
  if (units) query = query.where('obligation.unit_id', '=', sql<string>`any(${[...units]}::uuid[])`)
  if (template) query = query.where('obligation.template_code', '=', template)
  return query
}

type ObligationRow = {
  id: string
  unit_id: string
  template_code: string
  period_from: string
  period_to: string
  waived_for: string | null
  due: string
  extended_until: string | null
  least: number
}

function readObligation(row: ObligationRow): Obligation {
  return {
    id: row.id as ObligationId,
    unit: row.unit_id as UnitId,
    template: row.template_code as TemplateCode,
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    due: localDate(row.due),
    extendedUntil: row.extended_until === null ? null : localDate(row.extended_until),
    waivedFor: row.waived_for,
    least: row.least,
  }
}

/** How much a copy answers, by what the province takes for complete. */
export function completenessIn(cells: readonly [number, number] | null, least: number): Completeness | null {
  return cells && { answered: cells[0], asked: cells[1], least }
}

/** Who closed a period, when and without whom; null while it is open. */
export type PeriodClosing = { at: Date; by: string; note: string; gaps: { unit: UnitId; reason: string }[] }

export async function closingOf(
  tx: Tx,
  province: UnitId,
  template: TemplateCode,
  period: Period,
): Promise<PeriodClosing | null> {
  const closing = await tx
    .selectFrom('period_closing')
    .select(['id', 'closed_at as at', 'person_name as by', 'note'])
    .where('province_id', '=', province)
    .where('template_code', '=', template)
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .where('reopened_at', 'is', null)
    .executeTakeFirst()
  if (!closing) return null
  const gaps = await tx
    .selectFrom('period_closing_gap')
    .select(['unit_id', 'reason'])
    .where('province_id', '=', province)
    .where('closing_id', '=', closing.id)
    .orderBy('unit_id')
    .execute()
  const { at, by, note } = closing
  return { at, by, note, gaps: gaps.map(({ unit_id, reason }) => ({ unit: unit_id as UnitId, reason })) }
}
