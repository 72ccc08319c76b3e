import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { fillInWorkbook } from '#modules/reporting/fill-in.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import { downloadOf } from '../../../../download.server.ts'
import { contextOf } from '../../../context.ts'
import type { RequestHandler } from './$types'

/** The form of a report that is open, for its own officers. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const id = parseId<'Report'>(params.id)
  const outcome = id ? await reportPage(contextOf(locals), id) : null
  if (!outcome?.ok || !outcome.value.mayEnter || !outcome.value.content) error(404, 'Không có trang này')
  const { content } = outcome.value
  const workbook = fillInWorkbook(content, {
    issuer: content.unitName,
    address: `${url.origin}/desk/bao-cao/${id}`,
    day: dayInVietnam(locals.now),
    marks: { isDraft: false, isExample: process.env.KHEO_EXAMPLE === '1' },
  })
  const name = `${content.unitName} Biểu nhập ${content.templateName} ${periodName(content.period)}`
  const file = await downloadOf('xlsx', { document: null, workbook }, name)
  if (!file) throw new Error('A workbook was not written')
  file.headers.set('cache-control', 'no-store')
  return file
}
