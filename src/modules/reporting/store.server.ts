import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { addDays, localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, periodName, type Period, type RuledRegime } from '#kernel/period.ts'
import { quantity, toDecimalText, type Quantity } from '#kernel/quantity.ts'
import type { Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { searchText } from '#platform/search-text.ts'
import type { FigureSetId, SourcedSet } from '#modules/figures/figure-set.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { readIndicator } from '#modules/figures/indicators.server.ts'
import type { UnitId, UnitLevel } from '#modules/territory/unit.ts'
import type { ReportAppendix } from './appendix.ts'
import { publicContent, type ReportContent } from './content.ts'
import type { Move, ReportStatus } from './lifecycle.ts'
import type { Report, ReportId, Template, TemplateCode, TemplateSection, TemplateVersionId } from './report.ts'

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
function nextOf(report: Report, table: 'report_event' | 'report_copy') {
  return sql<number>`(select coalesce(max(n), 0) + 1 from ${sql.table(table)}
    where province_id = ${report.province} and report_id = ${report.id})`
}

/** Freezes what a report says at its submission, or once an amendment of it is accepted; answers the number of the copy. */
export async function saveCopy(
  tx: Tx,
  report: Report,
  content: ReportContent,
  at: Date,
  { appendix = null, amendment = null }: { appendix?: ReportAppendix | null; amendment?: number | null } = {},
): Promise<number> {
  const { n } = await tx
    .insertInto('report_copy')
    .values({
      province_id: report.province,
      report_id: report.id,
      n: nextOf(report, 'report_copy'),
      amendment,
      unit_id: report.unit,
      content: freeze(content),
      appendix: appendix && JSON.stringify(appendix),
      at,
      // The report is locked, so every change of its figures up to now is committed and has a lower number.
      figures_through: sql<number>`coalesce((select n from figure_clock where province_id = ${report.province}), 0)`,
    })
    .returning('n')
    .executeTakeFirstOrThrow()
  return n
}

/** The newest copy of a report, e.g. the one the reviewer has before him; null when it was never submitted. */
export async function newestCopy(
  tx: Tx,
  report: Report,
): Promise<{ n: number; content: ReportContent; at: Date; figuresThrough: number | null } | null> {
  const row = await tx
    .selectFrom('report_copy')
    .select(['n', 'content', 'at', 'figures_through as figuresThrough'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, content: thaw(row.content) } : null
}

/** One copy by its number; null when there is none. */
export async function copyNumbered(
  tx: Tx,
  report: Report,
  n: number,
): Promise<{ content: ReportContent; at: Date } | null> {
  const row = await tx
    .selectFrom('report_copy')
    .select(['content', 'at'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('n', '=', n)
    .executeTakeFirst()
  return row ? { ...row, content: thaw(row.content) } : null
}

export type PublicationTimes = { at: Date; acceptedAt: Date | null }

/** The row by which everybody finds and reads a published report. */
export function publicationRow(report: Report, content: ReportContent, times: PublicationTimes) {
  // Everybody may read this row: only what is public goes into it.
  const open = publicContent(content)
  return {
    province_id: report.province,
    report_id: report.id,
    unit_id: report.unit,
    title: content.templateName,
    unit_name: content.unitName,
    search_text: searchText(`${content.unitName} ${content.templateName} ${periodName(report.period)}`),
    unit_until: content.unitUntil,
    figure_count: open.lines.filter((line) => line.figure.value.state !== 'not-yet-known').length,
    origin: content.origin,
    regime: report.period.regime,
    period_from: report.period.from,
    period_to: report.period.to,
    published_at: times.at,
    accepted_at: times.acceptedAt,
    content: freeze(open),
  }
}

export async function savePublication(
  tx: Tx,
  report: Report,
  content: ReportContent,
  times: PublicationTimes,
): Promise<void> {
  await tx
    .insertInto('publication')
    .values(publicationRow(report, content, times))
    .execute()
  await markPublicChange(tx, report.province)
}

const amountMark = '$amount'

/** A report's content as JSON; amounts keep every digit as decimal text. */
export function freeze(content: ReportContent): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'bigint' ? { [amountMark]: toDecimalText(value as Quantity) } : value,
  )
}

/** Reads back what `freeze` wrote; the column is written by nothing else. */
export function thaw(stored: unknown): ReportContent {
  return thawed(stored) as ReportContent
}

/** The same for the lines alone, cut out of a content by the query. */
export function thawLines(stored: unknown): ReportContent['lines'] {
  return thawed(stored) as ReportContent['lines']
}

/** Cells and their values, cut out of a content by the query as two lists of one order. */
export function thawValues(cells: unknown, values: unknown): { cell: CellRef; value: FigureValue }[] {
  const amounts = thawed(values) as FigureValue[]
  return (cells as CellRef[]).flatMap((cell, index) => {
    const value = amounts[index]
    return value ? [{ cell, value }] : []
  })
}

function thawed(stored: unknown): unknown {
  return JSON.parse(JSON.stringify(stored), (_, value: unknown) =>
    typeof value === 'object' && value !== null && amountMark in value ? quantity(String(value[amountMark])) : value,
  )
}

/** The version of a template by which a period that ends on this day is reported; null when there is none. */
export async function templateOn(tx: Tx, code: TemplateCode, day: LocalDate): Promise<Template | null> {
  const row = await tx
    .selectFrom('template_version')
    .select('id')
    .where('template_code', '=', code)
    .where(sql<boolean>`valid @> ${day}::date`)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row ? readTemplate(tx, row.id as TemplateVersionId) : null
}

/** A template with its lines; null when there is none of that id. */
export async function readTemplate(tx: Tx, id: TemplateVersionId): Promise<Template | null> {
  const head = await tx
    .selectFrom('template_version')
    .selectAll()
    .select([sql<string | null>`lower(valid)`.as('from'), sql<string | null>`upper(valid)`.as('before')])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!head) return null
  const rows = await tx
    .selectFrom('template_line as line')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'line.indicator_version')
    .selectAll('indicator')
    .select(['line.section', 'line.dimension'])
    .where('line.template_version', '=', id)
    .orderBy('line.position')
    .execute()
  const sections = await tx
    .selectFrom('template_section')
    .select(['code', 'title', 'kind', 'hint', 'position'])
    .where('template_version', '=', id)
    .orderBy('position')
    .execute()
  return {
    id,
    code: head.template_code as TemplateCode,
    province: head.province_id as UnitId | null,
    name: head.name,
    carriedBy: head.carried_by as UnitLevel[],
    daysToSubmit: head.days_to_submit,
    owedFor: head.owed_for as RuledRegime[],
    validFrom: head.from === null ? null : localDate(head.from),
    validUntil: head.before === null ? null : addDays(localDate(head.before), -1),
    // The check of template_section holds the kind to the known words.
    sections: sections.map((row) => ({ ...row, kind: row.kind as TemplateSection['kind'] })),
    lines: rows.map((row) => ({ section: row.section, indicator: readIndicator(row), dimension: row.dimension })),
  }
}

/** What a figure write needs to know of each line, by cell key. */
export function linesByCell(template: Template): Map<string, Template['lines'][number]> {
  return new Map(
    template.lines.map((line) => [cellKey({ code: line.indicator.code, dimension: line.dimension }), line]),
  )
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

/** Every version of a template, for a query over reports that may have been made by an earlier one. */
export function versionsOf(tx: Tx, code: TemplateCode) {
  return tx.selectFrom('template_version').select('id').where('template_code', '=', code)
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
