import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { FigureSetId, SourcedSet } from '#modules/figures/figure-set.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Move, ReportStatus } from './lifecycle.ts'
import type { Report, ReportId, Template, TemplateCode, TemplateVersionId } from './report.ts'
import { versionsOf } from './template-version-store.server.ts'

type ReportRow = {
  province_id: string
  id: string
  unit_id: string
  template_version: string
  period_from: string
  period_to: string
  origin: string
  source_title: string
  source_note: string
  status: string
  version: number
  changed_at: Date
}

export const reportColumns = [
  'province_id',
  'id',
  'unit_id',
  'template_version',
  'period_from',
  'period_to',
  'origin',
  'source_title',
  'source_note',
  'status',
  'version',
  'changed_at',
] as const

// The checks of report hold origin and status to the known words.
export function readReport(row: ReportRow): Report {
  return {
    id: row.id as ReportId,
    province: row.province_id as UnitId,
    unit: row.unit_id as UnitId,
    template: row.template_version as TemplateVersionId,
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    status: row.status as ReportStatus,
    version: row.version,
    origin: row.origin as Report['origin'],
    source: row.source_title ? { title: row.source_title, note: row.source_note } : null,
    changedAt: row.changed_at,
  }
}

export async function findReport(tx: Tx, province: UnitId, id: ReportId): Promise<Report | null> {
  const row = await tx
    .selectFrom('report')
    .select(reportColumns)
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? readReport(row) : null
}

/** The same among the provinces whose rows a reader may meet: his own, and those that units before his recorded in. */
export async function findReportIn(tx: Tx, provinces: readonly UnitId[], id: ReportId): Promise<Report | null> {
  const row = await tx
    .selectFrom('report')
    .select(reportColumns)
    .where('province_id', 'in', [...provinces])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? readReport(row) : null
}

// FOR UPDATE: an officer submitting and a reviewer returning at the same moment must not both win.
export async function lockReport(tx: Tx, province: UnitId, id: ReportId): Promise<Report | null> {
  const row = await tx
    .selectFrom('report')
    .select(reportColumns)
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? readReport(row) : null
}

/** Moves a report and writes the line of its history. The caller has locked it. */
export async function saveMove(
  tx: Tx,
  report: Report,
  step: {
    move: Move | 'begin' | 'record' | 'unaccept'
    to: ReportStatus
    at: Date
    account: string | null
    person: string
    /** Why, where the person wrote it. */
    note?: string
  },
): Promise<void> {
  await tx
    .with('moved', (query) =>
      query
        .updateTable('report')
        .set({ status: step.to, version: report.version + 1, changed_at: step.at })
        .where('province_id', '=', report.province)
        .where('id', '=', report.id),
    )
    .insertInto('report_event')
    .values({
      province_id: report.province,
      report_id: report.id,
      n: nextOf(report, 'report_event'),
      unit_id: report.unit,
      move: step.move,
      from_status: report.status,
      to_status: step.to,
      at: step.at,
      account_id: step.account,
      person_name: step.person,
      note: step.note ?? '',
    })
    .execute()
}

/** The next number among the rows of a report. The report is locked: nobody else takes it. */
export function nextOf(report: Report, table: 'report_event' | 'report_copy') {
  return sql<number>`(select coalesce(max(n), 0) + 1 from ${sql.table(table)}
    where province_id = ${report.province} and report_id = ${report.id})`
}

/** The figures of a report, as the ledger knows them. */
export function figureSetOf(report: Report): SourcedSet {
  return {
    province: report.province,
    unit: report.unit,
    from: report.period.from,
    to: report.period.to,
    id: report.id as string as FigureSetId,
    origin: report.origin,
  }
}

/** The report of a unit for these very days, by whichever version of the template it was begun. */
export async function reportFor(
  tx: Tx,
  province: UnitId,
  wanted: { unit: UnitId; template: TemplateCode; period: Period },
): Promise<Report | null> {
  const row = await tx
    .selectFrom('report')
    .select(reportColumns)
    .where('province_id', '=', province)
    .where('unit_id', '=', wanted.unit)
    .where('template_version', 'in', versionsOf(tx, wanted.template))
    .where('period_from', '=', wanted.period.from)
    .where('period_to', '=', wanted.period.to)
    .executeTakeFirst()
  return row ? readReport(row) : null
}

type NewReport = {
  province: UnitId
  unit: UnitId
  template: Template
  period: Period
  at: Date
  source?: { title: string; note: string }
}

/** Inserts a draft; when a colleague opened the same report a moment ago, theirs is answered. */
export async function insertReport(tx: Tx, wanted: NewReport): Promise<{ report: Report; isNew: boolean } | null> {
  const row = await tx
    .insertInto('report')
    .values({
      province_id: wanted.province,
      id: newId<'Report'>(wanted.at),
      unit_id: wanted.unit,
      template_version: wanted.template.id,
      regime: wanted.period.regime,
      period_from: wanted.period.from,
      period_to: wanted.period.to,
      origin: wanted.source ? 'published-source' : 'entered',
      source_title: wanted.source?.title ?? '',
      source_note: wanted.source?.note ?? '',
      status: wanted.source ? 'published' : 'draft',
      created_at: wanted.at,
      changed_at: wanted.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(reportColumns)
    .executeTakeFirst()
  if (row) return { report: readReport(row), isNew: true }
  const existing = await reportFor(tx, wanted.province, { ...wanted, template: wanted.template.code })
  return existing ? { report: existing, isNew: false } : null
}

/** Something in a report was saved: the next form must be made from what stands now. */
export async function touch(tx: Tx, report: Report, at: Date): Promise<void> {
  await tx
    .updateTable('report')
    .set({ version: report.version + 1, changed_at: at })
    .where('province_id', '=', report.province)
    .where('id', '=', report.id)
    .execute()
}
