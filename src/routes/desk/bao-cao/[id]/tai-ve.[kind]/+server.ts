import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { periodName } from '#kernel/period.ts'
import { reportDocument } from '#modules/reporting/documents.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import { downloadOf } from '../../../../download.server.ts'
import { contextOf } from '../../../context.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const id = parseId<'Report'>(params.id)
  if (!id) error(404, 'Không có trang này')
  const outcome = await reportPage(contextOf(locals), id)
  const content = outcome.ok ? outcome.value.content : null
  if (!content) error(404, 'Không có trang này')
  const file = await downloadOf(
    params.kind,
    reportDocument(content, null, {
      isDraft: outcome.ok && outcome.value.isLive,
      isExample: process.env.KHEO_EXAMPLE === '1',
    }),
    `${content.unitName} ${content.templateName} ${periodName(content.period)}`,
  )
  if (!file) error(404, 'Không có trang này')
  file.headers.set('cache-control', 'no-store')
  return file
}
