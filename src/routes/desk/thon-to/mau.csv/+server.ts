import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { mayKeepSubCommunes } from '#modules/organisation/policy.ts'
import { subCommuneTemplate } from '#modules/organisation/sub-commune-list.ts'
import { contextOf } from '../../context.ts'
import type { RequestHandler } from './$types'

/** The file to start from, with one invented hamlet. */
export const GET: RequestHandler = ({ locals }) => {
  const { actor, now } = contextOf(locals)
  if (!mayKeepSubCommunes(actor, actor.unit)) error(404, 'Không có trang này')
  return new Response(subCommuneTemplate(dayInVietnam(now)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="mau-thon-to.csv"',
    },
  })
}
