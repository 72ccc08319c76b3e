import { error } from '@sveltejs/kit'
import { accountsPage } from '#modules/access/account-queries.server.ts'
import { templateText } from '#modules/access/account-list.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { ctxOf } from '../../context.server.ts'
import type { RequestHandler } from './$types'

/** The file to start from, with one invented person in a real unit of the province. */
export const GET: RequestHandler = async ({ locals }) => {
  const page = await accountsPage(locals.access, ctxOf(locals))
  if (!page?.mayChange) error(404, 'Không có trang này.')
  const commune = page.units.find((unit) => unit.level === 'commune')
  return new Response(templateText(commune?.name ?? 'Xã …', dayInVietnam(locals.now)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="mau-tai-khoan.csv"',
    },
  })
}
