import { error } from '@sveltejs/kit'
import { periodName } from '#kernel/period.ts'
import { publicContent } from '#modules/reporting/content.ts'
import { reportDocument } from '#modules/reporting/documents.ts'
import { publishedReport } from '#modules/reporting/public-queries.server.ts'
import { downloadOf } from '../../../../../../download.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const published = await publishedReport(locals.db, params.code, params.id)
  if (!published) error(404, 'Không có trang này')
  const { content, publishedOn } = published
  const file = await downloadOf(
    params.kind,
    reportDocument(publicContent(content), publishedOn, {
      isDraft: false,
      isExample: process.env.KHEO_EXAMPLE === '1',
    }),
    `${content.unitName} ${content.templateName} ${periodName(content.period)}`,
  )
  if (!file) error(404, 'Không có trang này')
  return file
}
