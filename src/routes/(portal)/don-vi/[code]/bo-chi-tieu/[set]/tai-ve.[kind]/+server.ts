import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { sheetFile } from '../../../../../../programme-sheet.server.ts'
import { publicSheet } from '../asked.server.ts'
import type { RequestHandler } from './$types'

/** The sheet as it is on the page with the same address. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { asked, page, errors } = await publicSheet(locals, params, url)
  if (errors.length > 0) error(404, 'Không có trang này')
  const address = `${url.origin}/don-vi/${params.code}/bo-chi-tieu/${params.set}${url.search}`
  return sheetFile(params.kind, page, asked, address, dayInVietnam(locals.now))
}
