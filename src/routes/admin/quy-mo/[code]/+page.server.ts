import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { readForm } from '#modules/access/forms.ts'
import { stateUnitSizes, withdrawUnitSize } from '#modules/figures/unit-size-commands.server.ts'
import { unitSizeForm, unitSizeReasonForm } from '#modules/figures/unit-size-forms.ts'
import { unitSizeDetail } from '#modules/figures/unit-size-queries.server.ts'
import { contextOf } from '../../../desk/context.ts'
import { mend } from '../../../form-answer.server.ts'
import { typedIn } from '../../../organisation-form.server.ts'
import { certaintyOptions, sizeNo, sizeShown } from '../shown.server.ts'
import type { Actions, PageServerLoad } from './$types'

async function pageOf(locals: App.Locals, code: string) {
  const outcome = await unitSizeDetail(contextOf(locals), code)
  if (!outcome.ok) error(404, 'Không có trang này.')
  return outcome.value
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { unit, rows, mayKeep } = await pageOf(locals, params.code)
  return {
    ...{ code: unit.code, name: unit.name, mayKeep, certaintyOptions, sheet: newId<'UnitSize'>() },
    standing: rows.filter(({ ended }) => ended === null).map(sizeShown),
    past: rows.filter(({ ended }) => ended !== null).map(sizeShown),
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  ghi: async ({ locals, params, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['people', 'on', 'source', 'certainty', 'to'], 'ghi')
    const id = parseId<'UnitSize'>(typed['to'])
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang.')
    const { unit, rows } = await pageOf(locals, params.code)
    const read = readForm(unitSizeForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const seen = rows.find(({ ended, on }) => ended === null && on === read.value.on)?.id ?? null
    const outcome = await stateUnitSizes(contextOf(locals), [{ id, seen, unit: unit.unit, ...read.value }])
    if (outcome.ok) redirect(303, `/admin/quy-mo/${unit.code}?da=ghi`)
    return sizeNo(outcome, typed)
  },
  rut: async ({ locals, params, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['reason', 'id'], 'rut')
    const id = parseId<'UnitSize'>(typed['id'])
    if (!id) error(404, 'Không có trang này.')
    const read = readForm(unitSizeReasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await withdrawUnitSize(contextOf(locals), id, read.value.reason)
    if (outcome.ok) redirect(303, `/admin/quy-mo/${encodeURIComponent(params.code)}?da=rut`)
    return sizeNo(outcome, typed, 'reason')
  },
}
