import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { periodChoice } from '#modules/reporting/period-choice-queries.server.ts'
import { sheetFile } from '../../../../programme-sheet.server.ts'
import { publicRegister } from '../../../../(portal)/don-vi/register.server.ts'
import { contextOf } from '../../../context.ts'
import { askedSheet, officerSheet } from '../asked.server.ts'
import type { RequestHandler } from './$types'

/** The sheet as it is on the page with the same address. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const register = await publicRegister(ctx.db)
  const form = askedSheet(locals, params.code, url, register, await periodChoice(ctx))
  if (form.errors.length > 0) error(404, 'Không có trang này')
  const page = await officerSheet(locals, form)
  const address = `${url.origin}/desk/bo-chi-tieu/${params.code}${url.search}`
  const file = await sheetFile(params.kind, page, form.asked, address, dayInVietnam(ctx.now))
  file.headers.set('cache-control', 'no-store')
  return file
}
