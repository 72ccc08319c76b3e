import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { readForm } from '#modules/access/forms.ts'
import { recordFollowUp } from '#modules/movement/follow-commands.server.ts'
import { followFields, followForms } from '#modules/movement/follow-forms.ts'
import { followFieldOf, followKindLabel, followRefusalText } from '#modules/movement/follow-labels.ts'
import { followPage } from '#modules/movement/follow-queries.server.ts'
import { followKinds, type FollowKind } from '#modules/movement/follow.ts'
import { mend } from '../../../../../form-answer.server.ts'
import { contextOf } from '../../../../context.ts'
import { initiativeOf, refuse, typedIn } from '../../../library-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const kind = kindOf(url)
  const outcome = await followPage(contextOf(locals), initiativeOf(params))
  if (!outcome.ok || !outcome.value.mayKeep) error(404, 'Không có trang này')
  const { initiative, unitName } = outcome.value
  return {
    ...{ kind, kindName: followKindLabel[kind], name: initiative.name, unitName },
    address: `/desk/mo-hinh/${initiative.id}`,
    // The sheet has its number before it is written on: sent twice it is one line.
    sheet: newId<'FollowUp'>(locals.now),
  }
}

export const actions: Actions = {
  default: async ({ locals, request, params, url }) => {
    const form = await request.formData()
    const typed = typedIn(form, [...followFields, 'to'])
    const id = parseId<'FollowUp'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang rồi ghi.')
    const read = readForm(followForms[kindOf(url)], form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await recordFollowUp(contextOf(locals), initiativeOf(params), id, read.value)
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${params.id}/theo-doi?da=ghi`)
    // On a used sheet stands another line: pressed again, this one gets a sheet of its own.
    const isUsed = outcome.kind === 'refused' && outcome.refusal.code === 'sheet-used'
    const kept = isUsed ? { ...typed, to: newId<'FollowUp'>(locals.now) } : typed
    return refuse(outcome, kept, { text: followRefusalText, field: followFieldOf })
  },
}

function kindOf(url: URL): FollowKind {
  const kind = followKinds.find((one) => one === url.searchParams.get('loai'))
  if (!kind) error(404, 'Không có trang này')
  return kind
}
