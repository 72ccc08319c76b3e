import { error } from '@sveltejs/kit'
import { divisionLines } from '#modules/reorganisation/division-queries.server.ts'
import { reorganisationCtx } from '../../sap-xep/answer.server.ts'
import { csvAnswer, divisionFile } from '../file.server.ts'
import type { RequestHandler } from './$types'

/** Every divided unit of the province with what stands stated of it. */
export const GET: RequestHandler = async ({ locals }) => {
  const outcome = await divisionLines(reorganisationCtx(locals))
  if (!outcome.ok) error(404, 'Không có trang này.')
  return csvAnswer(divisionFile(outcome.value, true), 'ti-le-chia')
}
