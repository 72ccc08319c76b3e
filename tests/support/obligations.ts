import type { LocalDate } from '#kernel/local-date.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { extendObligations } from '#modules/reporting/extension-commands.server.ts'
import { waiveObligation } from '#modules/reporting/obligation-commands.server.ts'
import { owedPeriodPage } from '#modules/reporting/obligation-page-queries.server.ts'
import { currentTemplate, type TemplateCode } from '#modules/reporting/report.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { TestDatabase } from './database.ts'
import { doneBy, quarter } from './reports.ts'

/** Gives Đồi Chè more time for the quarter, and lets Bến Đò off. */
export async function leniency(
  ctx: Ctx,
  { doiChe, benDo }: { doiChe: UnitId; benDo: UnitId },
  { extended: until }: { extended: LocalDate },
): Promise<void> {
  const column = { template: currentTemplate, period: quarter }
  const { lines } = doneBy(await owedPeriodPage(ctx, column))
  doneBy(await extendObligations(ctx, { ...column, units: [doiChe], until, reason: 'Mưa lũ nhiều ngày' }))
  const line = lines.find(({ unit }) => unit === benDo)
  if (!line) throw new Error('The unit owes nothing')
  doneBy(await waiveObligation(ctx, line.id, { reason: 'Xã đang sáp nhập', version: line.version }))
}

/** A form of the province's own, owed by its communes every month from September 2026 on. */
export async function monthlyForm(database: TestDatabase, province: UnitId, name: string): Promise<TemplateCode> {
  const code = `rieng-${province}` as TemplateCode
  await database.asOwner('insert into template (code, province_id) values ($1, $2)', [code, province])
  await database.asOwner(
    `insert into template_version (id, template_code, version, valid, name, carried_by, days_to_submit, source, owed_for, province_id)
     values ($1 || '@1', $1, 1, '[2026-09-01,)', $2, '{commune}', 10, 'thử', '{month}', $3)`,
    [code, name, province],
  )
  return code
}
