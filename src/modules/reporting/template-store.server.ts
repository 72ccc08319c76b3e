import { sql } from 'kysely'
import { addDays, localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, type RuledRegime } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import { spanOn } from '#modules/figures/definition-change.ts'
import { indicatorVersions, type IndicatorVersion } from '#modules/figures/indicators.server.ts'
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

type NewDraft = {
  province: UnitId
  code: TemplateCode
  version: number
  shape: TemplateShape
  copiedFrom: string
  at: Date
}

/** A template without a version yet. */
export async function insertTemplate(tx: Tx, province: UnitId, code: TemplateCode): Promise<void> {
  await tx.insertInto('template').values({ province_id: province, code }).execute()
}

export async function insertDraft(tx: Tx, draft: NewDraft): Promise<TemplateVersionId> {
  const id = `${draft.code}@${draft.version}` as TemplateVersionId
  const { name, carriedBy, daysToSubmit, owedFor } = draft.shape
  await tx
    .insertInto('template_version')
    .values({
      ...{ id, province_id: draft.province, template_code: draft.code, version: draft.version },
      ...{ valid: 'empty', status: 'draft', name, carried_by: carriedBy, days_to_submit: daysToSubmit },
      ...{ owed_for: owedFor, source: 'tỉnh tự đặt', copied_from: draft.copiedFrom, changed_at: draft.at },
    })
    .execute()
  await insertSections(tx, { id, province: draft.province }, draft.shape, await indicatorVersions(tx), null)
  return id
}

/** Writes a draft anew as it now is; `before` is how it stood, for one step back. */
export async function saveDraft(
  tx: Tx,
  draft: { id: TemplateVersionId; province: UnitId; edit: number },
  shape: TemplateShape,
  before: TemplateShape,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('template_version')
    .set({
      ...{ name: shape.name, carried_by: shape.carriedBy, days_to_submit: shape.daysToSubmit },
      ...{ owed_for: shape.owedFor, edit: draft.edit + 1, changed_at: at, before_last_edit: JSON.stringify(before) },
    })
    .where('province_id', '=', draft.province)
    .where('id', '=', draft.id)
    .execute()
  await deleteSections(tx, draft)
  await insertSections(tx, draft, shape, await indicatorVersions(tx), null)
}

async function deleteSections(tx: Tx, draft: { id: TemplateVersionId; province: UnitId }): Promise<void> {
  for (const table of ['template_line', 'template_section'] as const) {
    await tx
      .deleteFrom(table)
      .where('province_id', '=', draft.province)
      .where('template_version', '=', draft.id)
      .execute()
  }
}

async function insertSections(
  tx: Tx,
  draft: { id: TemplateVersionId; province: UnitId },
  { sections }: TemplateShape,
  versions: Awaited<ReturnType<typeof indicatorVersions>>,
  day: LocalDate | null,
): Promise<void> {
  const owner = { province_id: draft.province, template_version: draft.id }
  if (sections.length === 0) return
  await tx
    .insertInto('template_section')
    .values(
      sections.map(({ code, title, kind, hint }, index) => ({
        ...{ ...owner, position: index + 1, code, title, kind, hint },
      })),
    )
    .execute()
  const lines = sections.flatMap(({ title, lines: own }) =>
    own.flatMap(({ code, parts }) => parts.map((dimension) => ({ section: title, code, dimension }))),
  )
  if (lines.length === 0) return
  await tx
    .insertInto('template_line')
    .values(
      lines.map(({ section, code, dimension }, index) => ({
        ...{ ...owner, position: index + 1, section, dimension },
        indicator_version: definitionOn(versions.get(code) ?? [], day).id,
      })),
    )
    .execute()
}

// A draft has no day yet: it takes the last definition. The caller has asked that there is one.
function definitionOn(spans: readonly IndicatorVersion[], day: LocalDate | null): IndicatorVersion {
  const found = day === null ? spans.at(-1) : spanOn(spans, day)
  if (!found) throw new Error('An indicator of a template has no definition on that day')
  return found
}

/** The indicators of a shape that are not counted on a day. */
export async function notCountedOn(tx: Tx, { sections }: TemplateShape, day: LocalDate): Promise<string[]> {
  const versions = await indicatorVersions(tx)
  const codes = sections.flatMap(({ lines }) => lines.map(({ code }) => code))
  return codes.filter((code) => !spanOn(versions.get(code) ?? [], day))
}

/** Freezes a draft: in use from a day, its indicators as they are defined on that day. */
export async function saveInUse(
  tx: Tx,
  draft: { id: TemplateVersionId; province: UnitId },
  shape: TemplateShape,
  from: LocalDate,
  at: Date,
): Promise<void> {
  await deleteSections(tx, draft)
  await insertSections(tx, draft, shape, await indicatorVersions(tx), from)
  await tx
    .updateTable('template_version')
    .set({ status: 'in-use', valid: `[${from},)`, before_last_edit: null, changed_at: at })
    .where('province_id', '=', draft.province)
    .where('id', '=', draft.id)
    .execute()
}

/** Ends the use of a version: the day given is the first on which it no longer holds. */
export async function saveEnd(
  tx: Tx,
  version: { id: TemplateVersionId; province: UnitId },
  before: LocalDate,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('template_version')
    .set({ valid: sql<string>`daterange(lower(valid), ${before}::date)`, changed_at: at })
    .where('province_id', '=', version.province)
    .where('id', '=', version.id)
    .execute()
}

/** Takes a draft away, and the template with it where it never had another version. */
export async function deleteDraft(
  tx: Tx,
  draft: { id: TemplateVersionId; code: TemplateCode; province: UnitId },
): Promise<void> {
  await deleteSections(tx, draft)
  await tx.deleteFrom('template_version').where('province_id', '=', draft.province).where('id', '=', draft.id).execute()
  await tx
    .deleteFrom('template')
    .where('province_id', '=', draft.province)
    .where('code', '=', draft.code)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('template_version').select('id').where('template_code', '=', draft.code))),
    )
    .execute()
}

/** The draft as it stood before its last change; null where nothing was changed. */
export async function beforeLastStep(tx: Tx, province: UnitId, id: TemplateVersionId): Promise<TemplateShape | null> {
  const row = await tx
    .selectFrom('template_version')
    .select('before_last_edit as before')
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
  // Written by saveDraft and by nothing else.
  return (row?.before ?? null) as TemplateShape | null
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
