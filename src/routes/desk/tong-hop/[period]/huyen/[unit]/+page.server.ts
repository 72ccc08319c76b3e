import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { parsePeriodKey, periodName } from '#kernel/period.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { sectionsOf } from '#modules/reporting/content.ts'
import { districtPage } from '#modules/reporting/province-queries.server.ts'
import { unitPath } from '#modules/territory/naming.ts'
import { contextOf } from '../../../../context.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const period = parsePeriodKey(params.period)
  const unit = parseId<'Unit'>(params.unit)
  if (!period || !unit) error(404, 'Không có trang này')
  const outcome = await districtPage(contextOf(locals), period, unit)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { expected, counted, lines } = outcome.value
  return {
    name: outcome.value.unit.name,
    href: unitPath(outcome.value.unit.code),
    until: outcome.value.unit.until,
    period: { key: params.period, name: periodName(period) },
    expected,
    counted,
    sections: sectionsOf(lines).map(({ title, lines: inSection }) => ({
      title,
      lines: inSection.map((line) => ({
        key: cellKey(line.cell),
        code: line.cell.code,
        name: line.name,
        dimensionName: line.dimensionName,
        unit: line.unitOfCount,
        value: line.unitsCounted === null ? 'không cộng' : formatValue(line.figure.value, line.numeral),
        unitsCounted: line.unitsCounted,
      })),
    })),
  }
}
