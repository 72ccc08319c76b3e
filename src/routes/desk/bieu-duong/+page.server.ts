import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { praiseForm, reasonForm, versionField } from '#modules/commendation/forms.ts'
import { recipientName } from '#modules/commendation/labels.ts'
import { recordPraise, voidPraise } from '#modules/commendation/list-commands.server.ts'
import { praiseList } from '#modules/commendation/list-queries.server.ts'
import { mend } from '../../form-answer.server.ts'
import { contextOf } from '../context.ts'
import { refuse, typedIn } from '../khen-thuong/award-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const outcome = await praiseList(ctx)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, mayKeep } = outcome.value
  return {
    mayKeep,
    isProvince: ctx.actor.unit === ctx.actor.province,
    sheet: newId<'Praise'>(locals.now),
    lines: lines.map((one) => ({
      ...{ id: one.id, recipient: one.recipient, what: one.what, occasion: one.occasion, unitName: one.unitName },
      ...{ iso: one.day, day: formatDay(one.day), kind: recipientName[one.recipientKind] },
      ...{ voidReason: one.voidReason, version: one.version },
      mayVoid: mayKeep && one.voidReason === null && one.unit === ctx.actor.unit,
    })),
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  ghi: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['day', 'recipientKind', 'recipient', 'what', 'occasion', 'to'])
    const id = parseId<'Praise'>(typed['to'])
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang.')
    const read = readForm(praiseForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await recordPraise(contextOf(locals), id, read.value)
    if (outcome.ok) redirect(303, '/desk/bieu-duong?da=ghi')
    return refuse(outcome, typed)
  },
  go: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['reason', 'ma'])
    const id = parseId<'Praise'>(typed['ma'])
    if (!id) error(404, 'Không có trang này')
    const read = readForm(reasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await voidPraise(contextOf(locals), id, version, read.value.reason)
    if (outcome.ok) redirect(303, '/desk/bieu-duong?da=go')
    return refuse(outcome, typed)
  },
}
