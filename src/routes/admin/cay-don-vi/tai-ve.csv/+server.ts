import { error } from '@sveltejs/kit'
import { byteOrderMark, writeCsv } from '#kernel/csv-writing.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { treeName } from '#modules/organisation/labels.ts'
import { treesPage } from '#modules/organisation/tree-queries.server.ts'
import { trees } from '#modules/territory/unit.ts'
import { actSaid, askedDay } from '../../../organisation-form.server.ts'
import { ctxOf } from '../../context.server.ts'
import type { RequestHandler } from './$types'

const header = ['Ngày', 'Cây', 'Mã', 'Đơn vị', 'Đứng dưới', 'Mã cấp trên', 'Khác cây chính quyền', 'Theo văn bản']

/** The three trees of a day below each other: one line a unit and tree. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const ctx = { ...ctxOf(locals), db: locals.db }
  const { day } = askedDay(url, dayInVietnam(ctx.now))
  const rows: string[][] = []
  for (const tree of trees) {
    const outcome = await treesPage(ctx, tree, day)
    if (!outcome.ok) error(404, 'Không có trang này')
    const { lines } = outcome.value
    const units = new Map(lines.map(({ unit }) => [unit.unit, unit]))
    for (const { unit, differs } of lines) {
      const parent = units.get(differs?.parent ?? unit.parent ?? unit.unit)
      const above = parent && parent.unit !== unit.unit ? [parent.name, parent.code] : ['', '']
      const how = differs ? ['có', actSaid(differs.act)] : ['không', '']
      rows.push([formatDay(day), treeName[tree], unit.code, unit.name, ...above, ...how])
    }
  }
  return new Response(byteOrderMark + writeCsv(header, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="cay-don-vi-${day}.csv"`,
    },
  })
}
