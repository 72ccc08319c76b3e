import { error, redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { minutesForm } from '#modules/activities/dialogue-forms.ts'
import { versionField } from '#modules/activities/forms.ts'
import { moveDialogue } from '#modules/activities/plan-commands.server.ts'
import { dialoguePage } from '#modules/activities/queries.server.ts'
import { mend } from '../../../../form-answer.server.ts'
import { contextOf } from '../../../context.ts'
import { dialogueOf, refuse, typedIn } from '../../dialogue-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const outcome = await dialoguePage(contextOf(locals), dialogueOf(params.id))
  if (!outcome.ok || !outcome.value.moves.includes('draft')) error(404, 'Không có trang này')
  const { dialogue, questions, commitments } = outcome.value
  const leads = questions.filter((one) => one.state === 'taken' && one.sameAs === null)
  const answered = new Set(commitments.map((one) => one.question))
  return {
    id: params.id,
    day: formatDay(dialogue.heldOn),
    version: dialogue.version,
    values: { chairedBy: dialogue.chairedBy, invited: dialogue.invited, conclusion: dialogue.conclusion },
    questions: leads.length,
    unanswered: leads.filter((one) => !answered.has(one.id)).length,
  }
}

export const actions: Actions = {
  default: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['chairedBy', 'invited', 'conclusion'])
    const read = readForm(minutesForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const ctx = contextOf(locals)
    const outcome = await moveDialogue(ctx, dialogueOf(params.id), version, 'draft', { minutes: read.value })
    if (outcome.ok) redirect(303, `/desk/doi-thoai/${params.id}?da=draft`)
    return refuse(outcome, typed, (no) => (no.code === 'personal-number' ? 'conclusion' : ''))
  },
}
