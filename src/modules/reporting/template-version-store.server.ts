import { sql } from 'kysely'
import { addDays, localDate, type LocalDate } from '#kernel/local-date.ts'
import type { RuledRegime } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { readIndicator } from '#modules/figures/indicators.server.ts'
import type { UnitId, UnitLevel } from '#modules/territory/unit.ts'
import type { Template, TemplateCode, TemplateSection, TemplateVersionId } from './report.ts'

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

/** Every version of a template, for a query over reports that may have been made by an earlier one. */
export function versionsOf(tx: Tx, code: TemplateCode) {
  return tx.selectFrom('template_version').select('id').where('template_code', '=', code)
}
