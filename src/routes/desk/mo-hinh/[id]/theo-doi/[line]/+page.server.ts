import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { readForm } from '#modules/access/forms.ts'
import { correctFollowUp, voidFollowUp } from '#modules/movement/follow-commands.server.ts'
import { followFields, followForms, followReasonForm } from '#modules/movement/follow-forms.ts'
import { followFieldOf, followKindLabel, followRefusalText } from '#modules/movement/follow-labels.ts'
import { followPage } from '#modules/movement/follow-queries.server.ts'
import type { FollowUp } from '#modules/movement/follow.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mend } from '../../../../../form-answer.server.ts'
import { contextOf } from '../../../../context.ts'
import { initiativeOf, refuse, typedIn } from '../../../library-form.server.ts'
import { valuesOf } from '../lines.ts'
import type { Actions, PageServerLoad } from './$types'

type Params = { id: string; line: string }

export const load: PageServerLoad = async ({ locals, params }) => {
  const { line, name, unitName } = await lineOf(contextOf(locals), params)
  return {
    ...{ kind: line.entry.kind, kindName: followKindLabel[line.entry.kind], name, unitName },
    ...{ version: line.version, values: valuesOf(line.entry), address: `/desk/mo-hinh/${params.id}` },
  }
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const ctx = contextOf(locals)
    const form = await request.formData()
    const typed = typedIn(form, followFields)
    const { line } = await lineOf(ctx, params)
    const read = readForm(followForms[line.entry.kind], form)
    if (!read.ok) return mend(read.errors, typed)
    const at = { initiative: initiativeOf(params), id: line.id, version: versionIn(form) }
    const outcome = await correctFollowUp(ctx, at, read.value)
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${params.id}/theo-doi?da=sua#dong-${line.id}`)
    return refuse(outcome, typed, { text: followRefusalText, field: followFieldOf })
  },
  go: async ({ locals, request, params }) => {
    const ctx = contextOf(locals)
    const form = await request.formData()
    const typed = typedIn(form, ['reason'])
    const { line } = await lineOf(ctx, params)
    const read = readForm(followReasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const at = { initiative: initiativeOf(params), id: line.id, version: versionIn(form) }
    const outcome = await voidFollowUp(ctx, at, read.value.reason)
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${params.id}/theo-doi?da=go#dong-${line.id}`)
    return refuse(outcome, typed, {
      text: followRefusalText,
      field: ({ code }) => (code === 'personal-number' ? 'reason' : ''),
    })
  },
}

/** A line that its reader may change; any other is not there. */
async function lineOf(ctx: Ctx, params: Params): Promise<{ line: FollowUp; name: string; unitName: string }> {
  const id = parseId<'FollowUp'>(params.line)
  const outcome = id ? await followPage(ctx, initiativeOf(params)) : null
  const line = outcome?.ok && outcome.value.mayKeep ? outcome.value.lines.find((one) => one.id === id) : undefined
  if (!outcome?.ok || !line || line.voidReason !== null) error(404, 'Không có trang này')
  return { line, name: outcome.value.initiative.name, unitName: outcome.value.unitName }
}

function versionIn(form: FormData): number {
  const text = form.get('ban')
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : -1
}
