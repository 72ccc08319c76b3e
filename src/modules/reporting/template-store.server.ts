import { sql } from 'kysely'
import { addDays, localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, type RuledRegime } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import { spanOn } from '#modules/figures/definition-change.ts'
import { indicatorVersions } from '#modules/figures/indicators.server.ts'
import type { UnitId, UnitLevel } from '#modules/territory/unit.ts'
import type { TemplateCode, TemplateSection, TemplateVersionId } from './report.ts'
import type { ReportInTheWay } from './template-labels.ts'
import type { Askable, DrawnVersion, ShapeSection, TemplateShape } from './template-shape.ts'

/** Every indicator that may be asked, as it is defined last. */
export async function askableIndicators(tx: Tx): Promise<Askable> {
  const versions = await indicatorVersions(tx)
  return new Map(
    [...versions].flatMap(([code, spans]) => {
      const last = spans.at(-1)
      return last ? [[code, { name: last.indicator.name, dimensions: last.dimensions }] as const] : []
    }),
  )
}

/** The versions of the templates that a province sees: the house's and its own, of one code where one is given. */
export async function drawnVersions(tx: Tx, province: UnitId, code?: TemplateCode): Promise<DrawnVersion[]> {
  const heads = await tx
    .selectFrom('template_version')
    .selectAll()
    .select([
      sql<string | null>`lower(valid)`.as('from'),
      sql<string | null>`upper(valid)`.as('before'),
      sql<boolean>`before_last_edit is not null`.as('mayUndo'),
    ])
    .where((eb) => eb.or([eb('province_id', 'is', null), eb('province_id', '=', province)]))
    .$if(code !== undefined, (query) => query.where('template_code', '=', code ?? ''))
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('template_code')
    .orderBy('version', 'desc')
    .execute()
  const sections = await sectionsOf(
    tx,
    heads.map(({ id }) => id),
  )
  return heads.map((head): DrawnVersion => ({
    id: head.id as TemplateVersionId,
    code: head.template_code as TemplateCode,
    province: head.province_id as UnitId | null,
    version: head.version,
    isDraft: head.status === 'draft',
    edit: head.edit,
    copiedFrom: head.copied_from,
    mayUndo: head.mayUndo,
    validFrom: head.from === null ? null : localDate(head.from),
    validUntil: head.before === null ? null : addDays(localDate(head.before), -1),
    shape: {
      name: head.name,
      carriedBy: head.carried_by as UnitLevel[],
      daysToSubmit: head.days_to_submit,
      owedFor: head.owed_for as RuledRegime[],
      sections: sections.get(head.id) ?? [],
    },
  }))
}

async function sectionsOf(tx: Tx, versions: readonly string[]): Promise<Map<string, ShapeSection[]>> {
  if (versions.length === 0) return new Map()
  const lines = await tx
    .selectFrom('template_line as line')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'line.indicator_version')
    .select(['line.template_version as of', 'line.section', 'indicator.indicator_code as code', 'line.dimension'])
    .where('line.template_version', 'in', versions)
    .orderBy('line.position')
    .execute()
  const rows = await tx
    .selectFrom('template_section')
    .select(['template_version as of', 'code', 'title', 'kind', 'hint'])
    .where('template_version', 'in', versions)
    .orderBy('position')
    .execute()
  const linesOf = Map.groupBy(lines, (line) => `${line.of} ${line.section}`)
  const sections = Map.groupBy(rows, ({ of }) => of)
  return new Map(
    [...sections].map(([of, own]) => [
      of,
      own.map(({ code, title, kind, hint }): ShapeSection => {
        const asked = Map.groupBy(linesOf.get(`${of} ${title}`) ?? [], (line) => line.code)
        const parts = [...asked].map(([indicator, some]) => ({
          ...{ code: indicator, parts: some.map(({ dimension }) => dimension) },
        }))
        return { code, title, kind: kind as TemplateSection['kind'], hint, lines: parts }
      }),
    ]),
  )
}

// One at a time in a province: two administrators giving one name, or putting two versions in use, wait for each other.
export async function lockTemplates(tx: Tx, province: UnitId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`templates|${province}`}, 0))`.execute(tx)
}

/** Whoever begins a report by a template holds it as it is; whoever changes which version is in use waits for them. */
export async function holdTemplate(tx: Tx, code: TemplateCode): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`template|${code}`}, 0))`.execute(tx)
}

export async function lockUse(tx: Tx, code: TemplateCode): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`template|${code}`}, 0))`.execute(tx)
}

/** The indicators of a shape that are not counted on a day. */
export async function notCountedOn(tx: Tx, { sections }: TemplateShape, day: LocalDate): Promise<string[]> {
  const versions = await indicatorVersions(tx)
  const codes = sections.flatMap(({ lines }) => lines.map(({ code }) => code))
  return codes.filter((code) => !spanOn(versions.get(code) ?? [], day))
}

const mostNamed = 5

/** The reports made by any version of a template for periods that end on a day or later. */
export async function reportsFrom(
  tx: Tx,
  province: UnitId,
  code: TemplateCode,
  day: LocalDate,
): Promise<{ count: number; reports: ReportInTheWay[] }> {
  const rows = await tx
    .selectFrom('report')
    .innerJoin('unit_version as version', 'version.unit_id', 'report.unit_id')
    .innerJoin('template_version as made', 'made.id', 'report.template_version')
    .select(['version.name as unitName', 'report.period_from', 'report.period_to'])
    .where('report.province_id', '=', province)
    .where('made.template_code', '=', code)
    .where('report.period_to', '>=', day)
    .where('version.tree', '=', 'state')
    .where(sql<boolean>`version.valid @> report.period_to`)
    .orderBy('report.period_to')
    .orderBy(sql`version.name collate "vi-x-icu"`)
    .orderBy('report.id')
    .execute()
  return {
    count: rows.length,
    reports: rows.slice(0, mostNamed).map((row) => ({
      unitName: row.unitName,
      period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    })),
  }
}
