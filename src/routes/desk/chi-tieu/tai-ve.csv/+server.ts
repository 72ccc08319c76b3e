import { error } from '@sveltejs/kit'
import { byteOrderMark, writeCsv, type CsvCell } from '#kernel/csv-writing.ts'
import { dayInVietnam, formatDay, partsOf } from '#kernel/local-date.ts'
import { typedForm } from '#kernel/numerals.ts'
import { periodName } from '#kernel/period.ts'
import { formatQuantity } from '#kernel/quantity.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { reachedAmount, reachedSentence, stateWords } from '#modules/figures/reached-sentence.ts'
import type { Reached } from '#modules/figures/reached.ts'
import { aimLabel, handLabel } from '#modules/figures/target-labels.ts'
import { targetLines, type TargetLine } from '#modules/figures/target-queries.server.ts'
import type { Target } from '#modules/figures/target.ts'
import { contextOf } from '../../context.ts'
import { askedFilter } from '../asked.ts'
import { csvFile } from '../file.server.ts'
import { cellName, reachedBy } from '../shown.server.ts'
import type { RequestHandler } from './$types'

const header = [
  ...['Kỳ', 'Mã đơn vị', 'Đơn vị', 'Mã chỉ tiêu', 'Chỉ tiêu', 'Đơn vị tính', 'Ai đặt', 'Cách tính', 'Mức'],
  ...['Số đã đạt', 'So với mức (%)', 'Tình trạng', 'Diễn giải', 'Số văn bản', 'Ngày văn bản', 'Lý do', 'Bản thứ'],
]

/** The list of the page, whole: one line a target. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const { filter, countsOpen } = askedFilter(url, partsOf(dayInVietnam(ctx.now)).year)
  const outcome = await targetLines(ctx, filter)
  if (!outcome.ok) error(404, 'Không có trang này')
  const lines = outcome.value
  const counts = countsOpen && ctx.actor.unit !== ctx.actor.province ? 'open' : 'accepted'
  const reached = await reachedBy(locals, lines, counts)
  const rows = lines.flatMap((line, at) =>
    (['own', 'superior'] as const).flatMap((hand) => {
      const target = line[hand]
      return target ? [rowOf(line, target, reached[at]?.[hand] ?? null)] : []
    }),
  )
  return csvFile(byteOrderMark + writeCsv(header, rows), `chi-tieu-${filter.year}`)
}

function rowOf({ indicator, cell, ...line }: TargetLine, target: Target, reached: Reached | null): CsvCell[] {
  return [
    ...[periodName(line.period), line.unitCode, line.name, cellKey(cell), cellName(indicator, cell.dimension)],
    ...[indicator.unitOfCount, handLabel[target.setBy], aimLabel[target.aim]],
    typedForm(target.amount, indicator.numeral),
    reached && reachedAmount(reached, indicator),
    reached?.share ? formatQuantity(reached.share) : null,
    reached && stateWords(target, reached),
    reached && reachedSentence(target, reached, indicator),
    ...[target.document.number, target.document.on ? formatDay(target.document.on) : null, target.reason, target.n],
  ]
}
