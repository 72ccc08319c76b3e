import { error } from '@sveltejs/kit'
import { byteOrderMark, writeCsv } from '#kernel/csv-writing.ts'
import { sizeColumns } from '#modules/figures/unit-size-list.ts'
import { unitSizesPage } from '#modules/figures/unit-size-queries.server.ts'
import { contextOf } from '../../../desk/context.ts'
import { csvFile } from '../../../desk/chi-tieu/file.server.ts'
import type { RequestHandler } from './$types'

/** The file to fill in: every unit of the province that has no size yet. */
export const GET: RequestHandler = async ({ locals }) => {
  const outcome = await unitSizesPage(contextOf(locals))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const open = outcome.value.lines.filter(({ size }) => size === null)
  const rows = open.map(({ officialCode, code, name }) => [officialCode ?? code, name, '', ''])
  return csvFile(byteOrderMark + writeCsv(Object.values(sizeColumns), rows), 'mau-so-dan')
}
