import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { mayKeepInitiatives } from '#modules/movement/policy.ts'
import { openRegistration } from '#modules/movement/registering.server.ts'
import { blankEntry } from '#modules/movement/registration.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { refuseInitiative, typedIn } from '../initiative-form.server.ts'
import { readWho, whoChoices, whoFields } from '../who-values.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const ctx = contextOf(locals)
  if (!mayKeepInitiatives(ctx.actor, ctx.actor)) error(404, 'Không có trang này')
  // The sheet has its number before it is written on: sent twice it is one initiative.
  return {
    ...(await whoChoices(ctx)),
    sheet: newId<'Initiative'>(locals.now),
    thisYear: String(partsOf(dayInVietnam(ctx.now)).year),
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = contextOf(locals)
    if (!mayKeepInitiatives(ctx.actor, ctx.actor)) error(404, 'Không có trang này')
    const form = await request.formData()
    const typed = typedIn(form, [...whoFields, 'to'])
    const id = parseId<'Initiative'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang đăng ký.')
    const read = readWho(form, '')
    if (!read.ok) return mend(read.errors, typed)
    const { entry, ...given } = read.value
    const outcome = await openRegistration(ctx, locals.vault, id, { ...given, entry: { ...blankEntry, ...entry } })
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${id}/phieu?trang=linh-vuc`)
    return refuseInitiative(outcome, typed)
  },
}
