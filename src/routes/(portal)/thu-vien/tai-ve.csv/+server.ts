import { byteOrderMark, writeCsv } from '#kernel/csv-writing.ts'
import { formatDay } from '#kernel/local-date.ts'
import { libraryList } from '#modules/movement/library-queries.server.ts'
import { readLibraryAsked } from '#modules/movement/library-search.ts'
import { kindName } from '#modules/territory/labels.ts'
import { libraryPath } from '../../../library-view.ts'
import type { RequestHandler } from './$types'

const columns = [
  ...['Tên mô hình', 'Câu giới thiệu', 'Đơn vị', 'Loại đơn vị', 'Tỉnh, thành phố', 'Lĩnh vực', 'Ai làm'],
  ...['Từ năm', 'Đến năm', 'Tiêu biểu', 'Kết quả', 'Công bố', 'Địa chỉ'],
]
/** A spreadsheet of more rows is not read by anybody; whoever needs all asks province by province. */
const most = 2000

export const GET: RequestHandler = async ({ locals, url }) => {
  const found = await libraryList(locals.db, readLibraryAsked(url.searchParams), most, locals.now)
  const rows = found.map(({ id, name, summary, content, years, isOutstanding, publishedOn }) => [
    ...[name, summary, content.unit.name, kindName[content.unit.kind], content.province.name],
    ...[content.fieldName, content.holder, years.from, years.to, isOutstanding ? 'có' : ''],
    content.results.map(({ label, amount, unit }) => `${label}: ${amount} ${unit}`).join('; '),
    ...[formatDay(publishedOn), `${url.origin}${libraryPath(id)}`],
  ])
  return new Response(`${byteOrderMark}${writeCsv(columns, rows)}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="thu-vien-cach-lam-hay.csv"',
    },
  })
}
