import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { versionField } from '#modules/activities/forms.ts'
import { taskResultForm } from '#modules/activities/meeting-forms.ts'
import { tasksPage } from '#modules/activities/meeting-queries.server.ts'
import { completeTask } from '#modules/activities/meeting-task-commands.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { pageIn, refuseMeeting, textsIn } from '../../activity-form.server.ts'
import { contextOf } from '../../context.ts'
import { taskShown } from '../task-shown.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const isOpen = url.searchParams.get('loc') !== 'tat-ca'
  const outcome = await tasksPage(ctx, { isOpen }, pageIn(url))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, ...page } = outcome.value
  return {
    ...page,
    isOpen,
    saved: url.searchParams.get('da'),
    lines: lines.map((line) => ({
      ...taskShown(line, dayInVietnam(ctx.now)),
      ...{ subject: line.subject, by: line.unitName, meeting: line.meeting, mayReport: line.mayReport },
    })),
  }
}

export const actions: Actions = {
  xong: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const id = parseId<'MeetingTask'>(typed.viec)
    if (!id) error(404, 'Không có trang này')
    const read = readForm(taskResultForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await completeTask(contextOf(locals), id, versionField.parse(form.get('ban')), read.value.result)
    if (!outcome.ok) return refuseMeeting(outcome, typed)
    redirect(303, '/desk/hoi-nghi/viec?da=xong')
  },
}
