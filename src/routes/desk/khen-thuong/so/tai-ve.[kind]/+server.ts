import { error } from '@sveltejs/kit'
import { byteOrderMark } from '#kernel/csv-writing.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { wholeRegister } from '#modules/commendation/register-queries.server.ts'
import { registerCsv, registerWorkbook } from '#modules/commendation/register-sheet.ts'
import { downloadOf } from '../../../../download.server.ts'
import { contextOf } from '../../../context.ts'
import { filterOf } from '../filter.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params, url }) => {
  if (params.kind !== 'csv' && params.kind !== 'xlsx') error(404, 'Không có trang này')
  const filter = filterOf(url.searchParams, locals.now)
  const withNames = url.searchParams.get('ten') === 'co'
  const outcome = await wholeRegister(contextOf(locals), filter, withNames ? locals.vault : null)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, book, unitName } = outcome.value
  if (params.kind === 'csv') {
    return new Response(byteOrderMark + registerCsv(lines, book, withNames), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="so-khen-thuong-${filter.year}.csv"`,
        'cache-control': 'no-store',
      },
    })
  }
  const address = `${url.origin}/desk/khen-thuong/so?nam=${filter.year}`
  const origin = { unitName, year: filter.year, day: dayInVietnam(locals.now), withNames, address }
  const workbook = registerWorkbook(lines, book, origin)
  const file = await downloadOf('xlsx', { document: null, workbook }, `so-khen-thuong-${filter.year}`)
  if (!file) error(404, 'Không có trang này')
  file.headers.set('cache-control', 'no-store')
  return file
}
