import { periodName } from '#kernel/period.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { figureName, mergeLists } from '#modules/reporting/merge-names.server.ts'
import { contextOf } from '../../../context.ts'
import { merging } from './merging.server.ts'
import { templateProblem } from './problem.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { id, content, names } = await merging(contextOf(locals), params.id, url)
  const query = new URLSearchParams(
    [...url.searchParams].filter(([name]) => name === 'the-thuc' || name === 'nguoi-ky'),
  )
  return {
    address: `/desk/bao-cao/${id}`,
    query: query.size > 0 ? `?${query}` : '',
    unitName: content.unitName,
    title: `${content.templateName}, ${periodName(content.period)}`,
    names,
    figures: content.lines.map((line) => ({
      name: figureName(line),
      says: line.dimensionName ? `${line.name}, ${line.dimensionName}` : line.name,
      value: formatValue(line.figure.value, line.numeral),
    })),
    lists: Object.entries(mergeLists).map(([list, { says, names: own }]) => ({
      list,
      says,
      names: own.map((name) => `${list}.${name}`),
    })),
    problem: templateProblem(url.searchParams),
  }
}
