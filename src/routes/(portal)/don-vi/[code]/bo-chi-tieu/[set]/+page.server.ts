import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { periodKey, periodName } from '#kernel/period.ts'
import { setsOffered } from '#modules/programmes/queries.server.ts'
import { sheetView } from '../../../../../programme-sheet.server.ts'
import { publicSheet } from './asked.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const today = dayInVietnam(locals.now)
  const { asked, unit, page, periods, map, typedMap, errors } = await publicSheet(locals, params, url)
  const { period } = asked
  const listed = [...new Map([period, ...periods].map((one) => [periodKey(one), one])).values()]
  return {
    ...sheetView(page, asked, today, Number(url.searchParams.get('trang')) || 1, '/kham-pha'),
    place: { name: unit.name, note: page.set.name },
    code: params.code,
    name: unit.name,
    sets: (await setsOffered(locals.db, period.to)).map(({ code, name }) => ({ code, name })),
    period: { key: periodKey(period), name: periodName(period) },
    periods: listed.map((one) => ({ key: periodKey(one), name: periodName(one) })),
    map,
    typedMap: asked.map.kind === 'day' && map !== 'hom-nay' ? formatDay(asked.map.day) : typedMap,
    errors,
  }
}
