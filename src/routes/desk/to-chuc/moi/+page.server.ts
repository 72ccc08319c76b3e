import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { unitOfCode } from '#modules/activities/queries.server.ts'
import { establishBody } from '#modules/organisation/body-commands.server.ts'
import { bodiesPage } from '#modules/organisation/body-queries.server.ts'
import { bodyForm } from '#modules/organisation/forms.ts'
import { treeName } from '#modules/organisation/labels.ts'
import { bodyWords } from '#modules/organisation/word-queries.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { actIn, refuseChange, typedIn } from '../../../organisation-form.server.ts'
import { contextOf } from '../../context.ts'
import { functionsIn } from '../functions.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const code = url.searchParams.get('don-vi')?.slice(0, 80) ?? null
  const unit = code === null ? ctx.actor.unit : await unitOfCode(ctx, code)
  if (!unit) error(404, 'Không có trang này')
  const outcome = await bodiesPage(ctx, unit, dayInVietnam(ctx.now))
  if (!outcome.ok || !outcome.value.mayKeep) error(404, 'Không có trang này')
  const { kinds, functions } = await bodyWords(ctx)
  return {
    // The sheet has its number before it is written on: sent twice it is one body.
    sheet: newId<'Body'>(locals.now),
    unit,
    unitName: outcome.value.unit.name,
    listHref: code === null ? '/desk/to-chuc' : `/desk/to-chuc?don-vi=${outcome.value.unit.code}`,
    kinds: kinds.map(({ code: value, label, tree }) => ({ value, label, group: tree ? treeName[tree] : 'Của tỉnh' })),
    functions: functions.map(({ code: value, label }) => ({ value, label })),
  }
}

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['to', 'unit', 'name', 'kind', 'tree', 'functions', 'from', 'act', 'actOn'])
    const [id, unit] = [parseId<'Body'>(typed.to), parseId<'Unit'>(typed.unit)]
    if (!id || !unit) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang ghi tổ chức.')
    const read = readForm(bodyForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { name, kind, tree, from } = read.value
    const entry = { name, kind, tree, from, functions: functionsIn(form), act: actIn(read.value) }
    const outcome = await establishBody(contextOf(locals), id, unit, entry)
    const back = url.searchParams.get('don-vi')
    if (outcome.ok)
      redirect(303, `/desk/to-chuc?${new URLSearchParams({ ...(back ? { 'don-vi': back } : {}), da: 'ghi' })}`)
    return refuseChange(outcome, typed)
  },
}
