import { error } from '@sveltejs/kit'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { periodKey, periodTitle } from '#kernel/period.ts'
import { targetHandOf } from '#modules/figures/target-policy.ts'
import { targetPage, type TargetLine } from '#modules/figures/target-queries.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { ReachedLine } from '#modules/figures/target-numbers.ts'
import { contextOf } from '../context.ts'
import { askedFilter } from './asked.ts'
import { cellName, reachedBy, targetShown } from './shown.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const { actor } = ctx
  const thisYear = partsOf(dayInVietnam(ctx.now)).year
  const asked = askedFilter(url, thisYear)
  const outcome = await targetPage(ctx, asked.filter)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, years, indicators, units, ...page } = outcome.value
  const isProvince = actor.unit === actor.province
  const counts = asked.countsOpen && !isProvince ? 'open' : 'accepted'
  const reached = await reachedBy(locals, lines, counts)
  const shown = lines.map((line, at) => ({ period: line.period, line: lineShown(ctx.actor, line, reached[at]) }))
  return {
    ...{ ...page, isProvince, countsOpen: counts === 'open', unitName: locals.session?.duty?.unitName ?? '' },
    ...{ year: asked.filter.year, code: asked.filter.code, unit: asked.filter.unit },
    years: [...new Set([thisYear, ...years])].sort((one, other) => other - one),
    indicators: indicators.map(({ code, name }) => ({ value: code, label: `${code} – ${name}` })),
    units: units.map(({ unit, name }) => ({ value: unit, label: name })),
    groups: [...Map.groupBy(shown, ({ period }) => periodKey(period))].map(([key, own]) => ({
      key,
      title: own[0] ? periodTitle(own[0].period) : key,
      lines: own.map(({ line }) => line),
    })),
    query: asked.query,
    saved: url.searchParams.get('da'),
  }
}

function lineShown(actor: Parameters<typeof targetHandOf>[0], line: TargetLine, reached: ReachedLine | undefined) {
  const { unit, indicator, cell, period } = line
  const hand = targetHandOf(actor, { province: actor.province, unit })
  const key = cellKey(cell)
  const query = new URLSearchParams({ 'don-vi': unit, 'chi-tieu': key, ky: periodKey(period) })
  return {
    key: `${unit} ${key}`,
    unitName: line.name,
    isProvince: unit === actor.province,
    code: key,
    name: cellName(indicator, cell.dimension),
    own: line.own && targetShown(line.own, indicator, reached?.own ?? null),
    superior: line.superior && targetShown(line.superior, indicator, reached?.superior ?? null),
    /** Where the hand of this actor has set nothing yet. */
    set: hand && line[hand] === null ? { hand, href: `/desk/chi-tieu/moi?${query}` } : null,
  }
}
