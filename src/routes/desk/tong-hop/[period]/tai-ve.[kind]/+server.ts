import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { parsePeriodKey } from '#kernel/period.ts'
import { provincePage } from '#modules/reporting/province-queries.server.ts'
import { downloadOf } from '../../../../download.server.ts'
import { rollUpFiles } from '../../../../printable.server.ts'
import { contextOf } from '../../../context.ts'
import { templateIn } from '../../template-in.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const period = parsePeriodKey(params.period)
  const outcome = period ? await provincePage(contextOf(locals), period, templateIn(url)) : null
  if (!outcome?.ok) error(404, 'Không có trang này')
  const address = `${url.origin}/desk/tong-hop/${params.period}`
  const files = rollUpFiles(outcome.value, address, dayInVietnam(locals.now))
  const file = await downloadOf(params.kind, files, files.name)
  if (!file) error(404, 'Không có trang này')
  file.headers.set('cache-control', 'no-store')
  return file
}
