import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { parsePeriodKey, periodName, previousName } from '#kernel/period.ts'
import { mapKey } from '#modules/reporting/map-choice.ts'
import { provinceMapPage } from '#modules/reporting/province-map-queries.server.ts'
import { contextOf } from '../../../context.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const period = parsePeriodKey(params.period)
  if (!period) error(404, 'Không có trang này')
  const asked = { map: url.searchParams.get('ban-do'), indicator: url.searchParams.get('chi-tieu') }
  const outcome = await provinceMapPage(contextOf(locals), period, asked)
  if (!outcome.ok) error(404, 'Không có trang này')
  const page = outcome.value
  return {
    period: { key: params.period, name: periodName(period), previous: previousName(period) },
    province: page.province.name,
    map: mapKey(page.choice),
    day: formatDay(page.day),
    typed: page.choice.kind === 'day' ? formatDay(page.choice.day) : page.typed,
    error: page.error,
    reported: page.reported,
    compared: page.compared && periodName(page.compared),
    indicators: page.indicators,
    indicator: page.indicator,
    sections: [...Map.groupBy(page.lines, (line) => line.section)].map(([title, lines]) => ({ title, lines })),
    units: page.units.map(({ unit, lines }) => ({ code: unit.code, name: unit.name, lines })),
  }
}
