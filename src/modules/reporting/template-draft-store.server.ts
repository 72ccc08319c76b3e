import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { spanOn } from '#modules/figures/definition-change.ts'
import { indicatorVersions, type IndicatorVersion } from '#modules/figures/indicators.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { TemplateCode, TemplateVersionId } from './report.ts'
import type { TemplateShape } from './template-shape.ts'

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
