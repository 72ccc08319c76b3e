import { error, fail, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { cellKey, parseCellKey } from '#modules/figures/indicator.ts'
import { basisName, dimensionName } from '#modules/figures/labels.ts'
import { cellHistory } from '#modules/reporting/entry-queries.server.ts'
import { correctCount, withdrawCorrection } from '#modules/reporting/count-correction-commands.server.ts'
import { longest, textOf } from '#modules/reporting/forms.ts'
import { refusalText, type Refusal } from '#modules/reporting/labels.ts'
import { contextOf } from '../../../../context.ts'
import { whenSaid } from '../../../../when.ts'
import { recordsSaid } from '../../records.ts'
import type { Actions, PageServerLoad } from './$types'

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
    saved: url.searchParams.get('da'),
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

export const actions: Actions = {
  'go-so': async ({ locals, params, request }) => {
    const id = parseId<'Report'>(params.id)
    if (!id) error(404, 'Không có trang này')
    const form = await request.formData()
    const typed = { raw: textOf(form, 'so', longest.raw), reason: textOf(form, 'ly-do', longest.note) }
    const was = textOf(form, 'so-cu', longest.raw)
    const outcome = await correctCount(contextOf(locals), id, parseCellKey(params.cell), { ...typed, was })
    if (outcome.ok) redirect(303, `/desk/bao-cao/${id}/o/${params.cell}?da=go-so`)
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    return fail(409, { errors: { [besideOf(outcome.refusal)]: refusalText(outcome.refusal) }, typed })
  },
  'bo-so': async ({ locals, params }) => {
    const id = parseId<'Report'>(params.id)
    if (!id) error(404, 'Không có trang này')
    const outcome = await withdrawCorrection(contextOf(locals), id, parseCellKey(params.cell))
    if (outcome.ok) redirect(303, `/desk/bao-cao/${id}/o/${params.cell}?da=bo-so`)
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    return fail(409, { errors: { '': refusalText(outcome.refusal) }, typed: { raw: '', reason: '' } })
  },
}

function besideOf({ code }: Refusal): string {
  if (code === 'correction-without-reason' || code === 'personal-number') return 'ly-do'
  return code === 'correction-not-read' || code === 'correction-says-the-count' ? 'so' : ''
}
