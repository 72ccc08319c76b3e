import { error } from '@sveltejs/kit'
import { divisionLines } from '#modules/reorganisation/division-queries.server.ts'
import { reorganisationCtx } from '../../sap-xep/answer.server.ts'
import { csvAnswer, divisionFile } from '../file.server.ts'
import type { RequestHandler } from './$types'

/** The file to fill in: the divided units that have no shares yet. */
export const GET: RequestHandler = async ({ locals }) => {
  const outcome = await divisionLines(reorganisationCtx(locals))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const open = outcome.value.filter(({ isUsed }) => !isUsed)
  return csvAnswer(divisionFile(open, false), 'mau-ti-le-chia')
}
