import { error } from '@sveltejs/kit'
import { stepChoices } from '#modules/reorganisation/queries.server.ts'
import { stepTemplate } from '#modules/reorganisation/step-columns.ts'
import { reorganisationCtx, reorganisationId } from '../../../answer.server.ts'
import type { RequestHandler } from './$types'

/** The file to start from, with three real units of the province and an invented outcome. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const outcome = await stepChoices(reorganisationCtx(locals), reorganisationId(params.id))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const communes = outcome.value.units.filter((unit) => unit.level === 'commune').map(({ name }) => name)
  const [one = 'Xã …', other = 'Xã …', third = 'Xã …'] = communes
  return new Response(stepTemplate([one, other, third]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="mau-sap-xep.csv"',
    },
  })
}
