import { error } from '@sveltejs/kit'
import { briefDocument } from '#modules/brief/documents.ts'
import { briefTitle } from '#modules/brief/words.ts'
import { downloadOf } from '../../../download.server.ts'
import { askedPeriod, briefOf } from '../brief-of.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const brief = await briefOf(locals, await askedPeriod(locals, url))
  if ('problem' in brief) error(404, 'Không có trang này')
  const document = briefDocument(brief, process.env.KHEO_EXAMPLE === '1')
  const file = await downloadOf(params.kind, { document, workbook: null }, `${briefTitle(brief)} ${brief.unit.name}`)
  if (!file) error(404, 'Không có trang này')
  file.headers.set('cache-control', 'no-store')
  return file
}
