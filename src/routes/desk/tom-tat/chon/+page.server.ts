import { error, fail, redirect } from '@sveltejs/kit'
import type { Outcome } from '#kernel/outcome.ts'
import type { ChoiceRefusal } from '#modules/brief/chosen.ts'
import { chooseFigure, moveFigure, removeFigure, restoreFigures } from '#modules/brief/commands.server.ts'
import { choiceRefusalText } from '#modules/brief/labels.ts'
import { briefChoice } from '#modules/brief/queries.server.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { contextOf } from '../../context.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const outcome = await briefChoice(contextOf(locals))
  if (!outcome.ok) error(404, 'Không có trang này')
  return { choice: outcome.value, saved: url.searchParams.get('da') }
}

export const actions: Actions = {
  them: async ({ request, locals }) => {
    const cell = textOf(await request.formData(), 'so', 60)
    return answered(await chooseFigure(contextOf(locals), cell), 'them', cell)
  },
  len: async ({ request, locals }) => {
    const cell = textOf(await request.formData(), 'so', 60)
    return answered(await moveFigure(contextOf(locals), cell, 'up'), 'doi', '')
  },
  xuong: async ({ request, locals }) => {
    const cell = textOf(await request.formData(), 'so', 60)
    return answered(await moveFigure(contextOf(locals), cell, 'down'), 'doi', '')
  },
  bo: async ({ request, locals }) => {
    const cell = textOf(await request.formData(), 'so', 60)
    return answered(await removeFigure(contextOf(locals), cell), 'bo', '')
  },
  'mac-dinh': async ({ locals }) => answered(await restoreFigures(contextOf(locals)), 'lai', ''),
}

function answered(outcome: Outcome<undefined, ChoiceRefusal>, said: string, typed: string) {
  if (outcome.ok) redirect(303, `/desk/tom-tat/chon?da=${said}`)
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  return fail(422, { message: choiceRefusalText(outcome.refusal), typed })
}
