import { error } from '@sveltejs/kit'
import { byteOrderMark, writeCsv, type CsvCell } from '#kernel/csv-writing.ts'
import { periodKey } from '#kernel/period.ts'
import { flagLabel } from '#modules/territory/labels.ts'
import { mapKey } from '#modules/reporting/map-choice.ts'
import type { MapLine, ReportedLine } from '#modules/reporting/map-lines.ts'
import { askedFigures, askedIndicator } from '../asked.server.ts'
import type { RequestHandler } from './$types'

const columns = ['Mục', 'Mã', 'Chỉ tiêu', 'Phân tổ', 'Đơn vị tính']
const onMap = [
  ...columns,
  'Chữ kèm',
  'Số',
  'Cờ',
  'Lý do',
  'Số đơn vị đã tính',
  'Số đơn vị',
  'So với kỳ trước',
  'Từ các đơn vị',
]
const asReported = [...columns, 'Đơn vị báo cáo', 'Chữ kèm', 'Số', 'Không có số']

/** The table of the page as a file: numbers as people write them, the flag and its reason beside each. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const page = await askedFigures(locals, params.code, url)
  const indicator = askedIndicator(url)
  if (!page.period || page.error || page.problem) error(404, 'Không có trang này')
  const wanted = ({ code }: { code: string }): boolean => indicator === null || code === indicator
  const text =
    page.choice.kind === 'reported'
      ? writeCsv(asReported, page.reported.filter(wanted).flatMap(reportedRows))
      : writeCsv(onMap, page.lines.filter(wanted).map(mapRow))
  const name = `so-lieu-${page.unit.code}-${periodKey(page.period)}-${mapKey(page.choice)}.csv`
  return new Response(`${byteOrderMark}${text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}

function headOf(line: MapLine | ReportedLine): CsvCell[] {
  return [line.section, line.code, line.name, line.dimensionName, line.unit]
}

function mapRow(line: MapLine): CsvCell[] {
  const parts = line.parts.map(({ unitName, reported, use }) => `${unitName}: ${reported} (${use})`).join('; ')
  const flag = line.flag && flagLabel[line.flag]
  const coverage = [line.counted, line.expected]
  return [...headOf(line), line.hedge, line.amount ?? line.absent, flag, line.reason, ...coverage, line.growth, parts]
}

function reportedRows(line: ReportedLine): CsvCell[][] {
  return line.entries.map(({ unitName, hedge, amount, absent }) => [...headOf(line), unitName, hedge, amount, absent])
}
