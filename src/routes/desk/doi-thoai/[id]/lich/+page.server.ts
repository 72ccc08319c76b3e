import { error, redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { planForm } from '#modules/activities/dialogue-forms.ts'
import { isAhead } from '#modules/activities/dialogue-life.ts'
import { versionField } from '#modules/activities/forms.ts'
import { changePlan } from '#modules/activities/plan-commands.server.ts'
import { dialoguePage } from '#modules/activities/queries.server.ts'
import { mend } from '../../../../form-answer.server.ts'
import { contextOf } from '../../../context.ts'
import { dialogueOf, planFields, refuse, typedIn } from '../../dialogue-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const outcome = await dialoguePage(contextOf(locals), dialogueOf(params.id))
  if (!outcome.ok || !outcome.value.mayKeep || !isAhead(outcome.value.dialogue.state)) error(404, 'Không có trang này')
  const { dialogue, sessions } = outcome.value
  const values: Record<string, string> = {
    heldOn: formatDay(dialogue.heldOn),
    startsAt: dialogue.startsAt,
    subject: dialogue.subject,
    place: dialogue.place,
    isThematic: dialogue.isThematic ? 'co' : 'khong',
    sessions: sessions
      .map((one) => [formatDay(one.day), one.startsAt, one.place].filter(Boolean).join(', '))
      .join('\n'),
    chairedBy: dialogue.chairedBy,
    invited: dialogue.invited,
    announcement: dialogue.announcement,
    questionsUntil: dialogue.questionsUntil ? formatDay(dialogue.questionsUntil) : '',
  }
  return { id: params.id, version: dialogue.version, day: formatDay(dialogue.heldOn), values, state: dialogue.state }
}

export const actions: Actions = {
  default: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, planFields)
    const read = readForm(planForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await changePlan(contextOf(locals), dialogueOf(params.id), version, read.value)
    if (outcome.ok) redirect(303, `/desk/doi-thoai/${params.id}?da=sua-lich`)
    return refuse(outcome, typed)
  },
}
