import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { reportFile } from '#modules/reporting/file-queries.server.ts'
import { savedFile } from '../../../../../saved-file.server.ts'
import { contextOf } from '../../../../context.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const report = parseId<'Report'>(params.id)
  const file = parseId<'ReportFile'>(params.file)
  if (!report || !file) error(404, 'Không có trang này')
  const outcome = await reportFile(contextOf(locals), locals.files, report, file)
  if (!outcome.ok) error(404, 'Không có trang này')
  return savedFile(outcome.value, 'private')
}
