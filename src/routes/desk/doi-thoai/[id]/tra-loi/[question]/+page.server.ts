import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import type { AskedId } from '#modules/activities/asked.ts'
import { answerAsked } from '#modules/activities/commitment-commands.server.ts'
import type { Commitment } from '#modules/activities/commitment.ts'
import { answerForm } from '#modules/activities/dialogue-forms.ts'
import { versionField } from '#modules/activities/forms.ts'
import { fieldOf } from '#modules/activities/labels.ts'
import { dialoguePage } from '#modules/activities/queries.server.ts'
import { mend } from '../../../../../form-answer.server.ts'
import { contextOf } from '../../../../context.ts'
import { dialogueOf, refuse, typedIn } from '../../../dialogue-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

const fields = ['kind', 'answer', 'owner', 'dueOn', 'dueDays', 'dueCount', 'asker'] as const

export const load: PageServerLoad = async ({ locals, params }) => {
  const outcome = await dialoguePage(contextOf(locals), dialogueOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { dialogue, questions, commitments, mayKeep } = outcome.value
  const question = questions.find((one) => one.id === askedOf(params.question))
  if (!question || question.state !== 'taken' || question.sameAs !== null) error(404, 'Không có trang này')
  const commitment = commitments.find((one) => one.question === question.id)
  const leads = questions.filter((one) => one.state === 'taken' && one.sameAs === null)
  const answered = new Set(commitments.map((one) => one.question))
  return {
    id: params.id,
    day: formatDay(dialogue.heldOn),
    content: question.content,
    others: questions.filter((one) => one.sameAs === question.id).length,
    mayWrite: mayKeep && (dialogue.state === 'held' || dialogue.state === 'drafted'),
    isHeld: dialogue.state !== 'planned' && dialogue.state !== 'announced',
    version: commitment?.version ?? 0,
    commitment: commitment?.id ?? null,
    values: commitment ? valuesOf(commitment) : ({} as Record<string, string>),
    owners: [...new Set(commitments.map((one) => one.owner).filter(Boolean))],
    left: leads.filter((one) => !answered.has(one.id) && one.id !== question.id).length,
  }
}

export const actions: Actions = {
  default: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, fields)
    const read = readForm(answerForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const ctx = contextOf(locals)
    const dialogue = dialogueOf(params.id)
    const version = versionField.parse(form.get('ban'))
    const outcome = await answerAsked(ctx, dialogue, askedOf(params.question), version, read.value)
    if (!outcome.ok) return refuse(outcome, typed, (no) => (no.code === 'personal-number' ? 'answer' : fieldOf(no)))
    // The next one that waits, so that a whole evening's questions are answered without going back each time.
    const page = form.get('tiep') === null ? null : await dialoguePage(ctx, dialogue)
    const next = page?.ok ? nextOpen(page.value) : null
    redirect(303, next ? `/desk/doi-thoai/${params.id}/tra-loi/${next}` : `/desk/doi-thoai/${params.id}?da=tra-loi`)
  },
}

function nextOpen({
  questions,
  commitments,
}: {
  questions: { id: AskedId; state: string; sameAs: AskedId | null }[]
  commitments: Commitment[]
}) {
  const answered = new Set(commitments.map((one) => one.question))
  return questions.find((one) => one.state === 'taken' && one.sameAs === null && !answered.has(one.id))?.id ?? null
}

function askedOf(text: string): AskedId {
  const id = parseId<'AskedQuestion'>(text)
  if (!id) error(404, 'Không có trang này')
  return id
}

function valuesOf({ kind, answer, owner, dueOn, asker }: Commitment): Record<string, string> {
  return { kind, answer, owner, dueOn: dueOn ? formatDay(dueOn) : '', asker }
}
