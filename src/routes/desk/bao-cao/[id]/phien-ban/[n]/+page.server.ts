import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { versionOfReport } from '#modules/reporting/amendment-queries.server.ts'
import { sectionsOf } from '#modules/reporting/content.ts'
import { noteSaid, sourceName } from '#modules/reporting/labels.ts'
import { contextOf } from '../../../../context.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const id = parseId<'Report'>(params.id)
  if (!id || !/^\d{1,4}$/.test(params.n)) error(404, 'Không có trang này')
  const n = Number(params.n)
  const outcome = await versionOfReport(contextOf(locals), id, n)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { report, unit, content, at } = outcome.value
  return {
    n,
    reportId: report.id,
    unitName: unit.name,
    periodName: periodName(report.period),
    day: formatDay(dayInVietnam(at)),
    sections: sectionsOf(content.lines).map(({ title, lines }) => ({
      title,
      lines: lines.map((line) => ({
        key: cellKey(line.cell),
        name: line.dimensionName ? `${line.name}, ${line.dimensionName}` : line.name,
        unit: line.unitOfCount,
        value: formatValue(line.figure.value, line.numeral),
        source: sourceName(line),
        note: noteSaid(line),
      })),
    })),
  }
}
