import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { ceremonyForm } from '#modules/commendation/forms.ts'
import { recordCeremony } from '#modules/commendation/list-commands.server.ts'
import { ceremonyList } from '#modules/commendation/list-queries.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { refuse, typedIn } from '../award-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const ctx = contextOf(locals)
  const outcome = await ceremonyList(ctx)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, mayKeep } = outcome.value
  return {
    mayKeep,
    isProvince: ctx.actor.unit === ctx.actor.province,
    sheet: newId<'Ceremony'>(locals.now),
    lines: lines.map((one) => ({
      ...{ id: one.id, name: one.name, place: one.place, unitName: one.unitName, voidReason: one.voidReason },
      ...{ iso: one.day, day: formatDay(one.day), handedOut: one.handedOut.length },
    })),
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['day', 'name', 'place', 'to'])
    const id = parseId<'Ceremony'>(typed['to'])
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang.')
    const read = readForm(ceremonyForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await recordCeremony(contextOf(locals), id, read.value)
    if (outcome.ok) redirect(303, `/desk/khen-thuong/le-trao/${outcome.value}`)
    return refuse(outcome, typed)
  },
}
