import { libraryPage } from '#modules/directives/library-queries.server.ts'
import { directiveKindLabel } from '#modules/directives/number-words.ts'
import { askedLibrary } from '../../../library-lines.server.ts'
import { contextOf } from '../../context.ts'
import { csvAnswer, dayTyped, mustBe } from '../../registers/sheet-page.server.ts'
import type { RequestHandler } from './$types'

const header = [
  'Số, ký hiệu',
  'Loại',
  'Cơ quan ban hành',
  'Ngày ban hành',
  'Trích yếu',
  'Hiệu lực từ',
  'Đến',
  'Thay bằng',
  'Ai ghi',
]

/** What the page shows, of all its pages. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { lines } = mustBe(await libraryPage(contextOf(locals), { ...askedLibrary(url).question, page: null }))
  const rows = lines.map((line) => [
    ...[line.number, directiveKindLabel[line.kind], line.issuer, dayTyped(line.issuedOn), line.subject],
    ...[dayTyped(line.inForceFrom), dayTyped(line.inForceTo), line.replacedBy, line.unitName ?? 'danh sách chung'],
  ])
  return csvAnswer('van-ban-chi-dao', header, rows)
}
