import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { readForm } from '#modules/access/forms.ts'
import { versionField } from '#modules/activities/forms.ts'
import { topicForm } from '#modules/activities/visit-forms.ts'
import { addTopic, useTopic } from '#modules/activities/visit-plan-commands.server.ts'
import { suggestedTopics } from '#modules/activities/visit-plan.ts'
import { topicsPage } from '#modules/activities/visit-queries.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { refuseVisit, textsIn } from '../../activity-form.server.ts'
import { contextOf } from '../../context.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  if (ctx.actor.duty === 'administrator') error(404, 'Không có trang này')
  const { topics, mayKeep } = await topicsPage(ctx)
  const known = new Set(topics.map(({ name }) => name))
  return {
    topics,
    mayKeep,
    suggested: mayKeep ? suggestedTopics.filter((name) => !known.has(name)) : [],
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  them: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const read = readForm(topicForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await addTopic(contextOf(locals), newId<'VisitTopic'>(locals.now), read.value.name)
    if (!outcome.ok) return refuseVisit(outcome, typed)
    redirect(303, '/desk/kiem-tra/chu-de?da=them')
  },
  dung: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const id = parseId<'VisitTopic'>(typed.chuDe)
    if (!id) error(404, 'Không có trang này')
    const version = versionField.parse(form.get('ban'))
    const outcome = await useTopic(contextOf(locals), id, version, typed.dung === 'co')
    if (!outcome.ok) return refuseVisit(outcome, {})
    redirect(303, '/desk/kiem-tra/chu-de?da=dung')
  },
}
