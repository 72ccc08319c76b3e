import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import type { MergeData } from '#platform/office/merge-fields.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { ReportContent } from '#modules/reporting/content.ts'
import { printableReport } from '#modules/reporting/document-queries.server.ts'
import { chosenBody, type IssuingBody } from '#modules/reporting/issuing-body.ts'
import { fillingOf, mergeNames, type MergeName } from '#modules/reporting/merge-names.server.ts'
import { reportNumbers } from '#modules/reporting/number-queries.server.ts'
import { askedLayout, askedSigner, marksOf, paperOf } from '../../../../printable.server.ts'

/** All that a unit's own template is filled with, for whoever may take this report home. */
export async function merging(
  ctx: Ctx,
  idText: string,
  url: URL,
): Promise<{ id: string; content: ReportContent; body: IssuingBody; names: MergeName[]; data: MergeData }> {
  const id = parseId<'Report'>(idText)
  const outcome = id && (await printableReport(ctx, id))
  if (!outcome?.ok || outcome.value.page.report.origin !== 'entered') error(404, 'Không có trang này')
  const { page, content, bodies } = outcome.value
  const body = chosenBody(bodies, askedLayout(url))
  const { report } = await reportNumbers(ctx, page.report, body.layout)
  const marks = { ...marksOf(page), isExample: false }
  const names = mergeNames(content, body, marks, paperOf(askedSigner(url), report))
  return { id: page.report.id, content, body, names, data: fillingOf(names, content) }
}
