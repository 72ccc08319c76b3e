import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { cellKey, parseCellKey } from '#modules/figures/indicator.ts'
import { basisName, dimensionName } from '#modules/figures/labels.ts'
import { cellHistory } from '#modules/reporting/entry-queries.server.ts'
import { contextOf } from '../../../../context.ts'
import { whenSaid } from '../../../../when.ts'
import { recordsSaid } from '../../records.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const id = parseId<'Report'>(params.id)
  if (!id) error(404, 'Không có trang này')
  const cell = parseCellKey(params.cell)
  const wanted = Number(url.searchParams.get('trang') ?? '1')
  const outcome = await cellHistory(contextOf(locals), id, cell, Number.isSafeInteger(wanted) ? wanted : 1)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { report, unit, line, records, changes, ...rest } = outcome.value
  const { indicator, dimension } = line
  return {
    ...rest,
    records: records && recordsSaid(records),
    reportId: report.id,
    period: report.period,
    unitName: unit.name,
    cell: {
      key: cellKey(cell),
      code: indicator.code,
      name: dimension ? `${indicator.name}, ${dimensionName(dimension)}` : indicator.name,
      unitOfCount: indicator.unitOfCount,
    },
    changes: changes.map(({ n, at, by, basis, raw, note, before }) => ({
      n,
      iso: at.toISOString(),
      when: whenSaid(at),
      by,
      how: basisName[basis],
      raw,
      note,
      before,
    })),
  }
}
