import { error } from '@sveltejs/kit'
import { byteOrderMark, writeCsv } from '#kernel/csv-writing.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import {
  minutesDocument,
  rankingCsv,
  rankingWorkbook,
  type RankingSheet,
} from '#modules/movement/appraisal-documents.ts'
import { roundPage, type RoundPage } from '#modules/movement/appraisal-queries.server.ts'
import { placeOf } from '#modules/reporting/issuing-body.ts'
import { downloadOf } from '../../../../download.server.ts'
import { csvFile } from '../../../chi-tieu/file.server.ts'
import { contextOf } from '../../../context.ts'
import { roundIdOf } from '../../appraisal-form.server.ts'
import type { RequestHandler } from './$types'

/** The ranking as a table, the minutes as a document: what the page shows, to those who see everybody's points. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const ctx = contextOf(locals)
  const outcome = await roundPage(ctx, roundIdOf(params.round))
  if (!outcome.ok || !outcome.value.seesAll) error(404, 'Không có trang này')
  const sheet = sheetOf(outcome.value)
  if (params.kind === 'csv') {
    const { header, rows } = rankingCsv(sheet)
    return csvFile(byteOrderMark + writeCsv(header, rows), 'xep-hang')
  }
  const day = dayInVietnam(ctx.now)
  const printable = { document: minutesDocument(sheet), workbook: rankingWorkbook(sheet, day) }
  const name = `${params.kind === 'xlsx' ? 'Xếp hạng' : 'Biên bản'} ${sheet.round.title}`
  const file = await downloadOf(params.kind, printable, name)
  if (!file) error(404, 'Không có trang này')
  file.headers.set('cache-control', 'no-store')
  return file
}

function sheetOf({ round, holderName, version, rows }: RoundPage): RankingSheet {
  return {
    ...{ round, holderName, setName: version.name, setVersion: version.version, place: placeOf(holderName) },
    lines: rows.flatMap(({ place, name, unitName, self, spread, result }) =>
      result === null ? [] : [{ place, name, unitName, self, spread, result }],
    ),
  }
}
