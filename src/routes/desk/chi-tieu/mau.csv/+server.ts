import { error } from '@sveltejs/kit'
import { byteOrderMark, writeCsv } from '#kernel/csv-writing.ts'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { periodName, yearOf } from '#kernel/period.ts'
import { targetColumns } from '#modules/figures/target-list.ts'
import { targetChoices } from '#modules/figures/target-queries.server.ts'
import { contextOf } from '../../context.ts'
import { csvFile } from '../file.server.ts'
import type { RequestHandler } from './$types'

/** The file to fill in: every unit whose targets this officer sets, one line each; a line without an amount is passed over. */
export const GET: RequestHandler = async ({ locals }) => {
  const ctx = contextOf(locals)
  const year = yearOf(partsOf(dayInVietnam(ctx.now)).year)
  const outcome = await targetChoices(ctx, year.to)
  if (!outcome.ok) error(404, 'Không có trang này')
  const rows = outcome.value.units.map(({ code, name }) => [code, name, 'F10', periodName(year), '', ''])
  return csvFile(byteOrderMark + writeCsv(Object.values(targetColumns), rows), 'mau-chi-tieu')
}
