import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { currentTemplate, type Template, type TemplateCode, type TemplateVersionId } from './report.ts'
import { readTemplate } from './template-version-store.server.ts'

/** The templates by which a unit of a province may report a period that ends on a day: the house's and the province's own. */
export async function templatesOf(tx: Tx, province: UnitId, day: LocalDate): Promise<Template[]> {
  const templates: Template[] = []
  for (const { id } of await versionsOn(tx, province, day)) {
    const template = await readTemplate(tx, id as TemplateVersionId)
    if (template) templates.push(template)
  }
  return templates
}

type VersionRow = { id: string; code: string; name: string }

async function versionsOn(tx: Tx, province: UnitId, day: LocalDate): Promise<VersionRow[]> {
  const rows = await tx
    .selectFrom('template_version')
    .select(['id', 'template_code as code', 'name'])
    .where((eb) => eb.or([eb('province_id', 'is', null), eb('province_id', '=', province)]))
    .where(sql<boolean>`valid @> ${day}::date`)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
    .execute()
  return rows.toSorted((one, other) => rank(one.code) - rank(other.code))
}

/** What stands in a choice first: the one that is meant when nothing is chosen. */
function rank(code: string): number {
  return code === currentTemplate ? 0 : 1
}

/** A template to choose on a page (mẫu để chọn). */
export type TemplateChoice = { code: TemplateCode; name: string }

export function choicesOf(templates: readonly Template[]): TemplateChoice[] {
  return templates.map(({ code, name }) => ({ code, name }))
}

/** The same templates by name alone: a page that offers fifty opens none of them. */
export async function choicesOn(tx: Tx, province: UnitId, day: LocalDate): Promise<TemplateChoice[]> {
  const rows = await versionsOn(tx, province, day)
  return rows.map(({ code, name }) => ({ code: code as TemplateCode, name }))
}
