import { error } from '@sveltejs/kit'
import { byteOrderMark, writeCsv } from '#kernel/csv-writing.ts'
import { formatDay } from '#kernel/local-date.ts'
import { certaintyLabel } from '#modules/figures/unit-size-labels.ts'
import { sizeColumns } from '#modules/figures/unit-size-list.ts'
import { unitSizesPage } from '#modules/figures/unit-size-queries.server.ts'
import { contextOf } from '../../../desk/context.ts'
import { csvFile } from '../../../desk/chi-tieu/file.server.ts'
import type { RequestHandler } from './$types'

/** Every unit of the province with the size it is compared by today. */
export const GET: RequestHandler = async ({ locals }) => {
  const outcome = await unitSizesPage(contextOf(locals))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const rows = outcome.value.lines.map(({ officialCode, code, name, size }) => [
    ...[officialCode ?? code, name, size?.people ?? null, size ? formatDay(size.on) : null],
    ...[size ? certaintyLabel[size.certainty] : null, size?.source ?? null],
  ])
  const header = [...Object.values(sizeColumns), 'Mức chắc chắn', 'Nguồn']
  return csvFile(byteOrderMark + writeCsv(header, rows), 'so-dan')
}
