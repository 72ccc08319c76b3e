import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { activitiesAuditLabel } from '#modules/activities/audit-labels.ts'
import { versionField } from '#modules/activities/forms.ts'
import { correctMeeting, voidMeeting } from '#modules/activities/meeting-commands.server.ts'
import { meetingReasonForm, readMeetingForm, taskForm, taskResultForm } from '#modules/activities/meeting-forms.ts'
import { meetingCountedIn, meetingKindName } from '#modules/activities/meeting-labels.ts'
import { meetingPage, placeNames } from '#modules/activities/meeting-queries.server.ts'
import {
  completeTask,
  reopenTask,
  setTask,
  takesTasks,
  voidTask,
} from '#modules/activities/meeting-task-commands.server.ts'
import type { MeetingTaskId } from '#modules/activities/meeting.ts'
import { reportsHandedIn } from '#modules/reporting/counting-queries.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { refuseMeeting, textsIn } from '../../activity-form.server.ts'
import { contextOf, idOf } from '../../context.ts'
import { handedInShown } from '../../handed-in.ts'
import { dayShort } from '../../when.ts'
import { meetingFacts, meetingValues } from '../meeting-shown.server.ts'
import { taskShown } from '../task-shown.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const outcome = await meetingPage(ctx, idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { meeting, unitName, tasks, files, mayKeep, changes } = outcome.value
  const { kind } = meeting.facts
  return {
    meeting: {
      ...{ id: meeting.id, subject: meeting.subject, version: meeting.version, voidReason: meeting.voidReason },
      ...{ kind, kindName: meetingKindName[kind], day: formatDay(meeting.heldOn) },
      ...{ facts: meetingFacts(meeting), counted: meetingCountedIn[kind] },
      ...{ agenda: kind === 'conference' ? meeting.facts.agenda : '' },
      conclusions: 'conclusions' in meeting.facts ? meeting.facts.conclusions : '',
      speeches: 'speeches' in meeting.facts ? [...meeting.facts.speeches] : [],
    },
    unitName,
    values: mayKeep ? meetingValues(meeting) : {},
    places: mayKeep && kind === 'support' ? await placeNames(ctx, meeting.heldOn) : [],
    takesTasks: takesTasks(kind),
    tasks: tasks.map((task) => taskShown(task, dayInVietnam(ctx.now))),
    sheet: newId<'MeetingTask'>(locals.now),
    files: files.length,
    mayKeep,
    changes: changes.map(({ kind: what, at, by }, index) => ({
      ...{ key: index, iso: at.toISOString(), day: dayShort(at), time: timeInVietnam(at) },
      ...{ what: activitiesAuditLabel[what], by },
    })),
    handedIn: handedInShown(await reportsHandedIn(ctx, meeting, meeting.heldOn), mayKeep),
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    if (form.has('them-dong')) return mend({}, typed)
    const read = readMeetingForm(form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await correctMeeting(contextOf(locals), idOf(params.id), versionIn(form), read.value)
    return outcome.ok ? backTo(params, 'sua') : refuseMeeting(outcome, typed)
  },
  go: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const read = readForm(meetingReasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await voidMeeting(contextOf(locals), idOf(params.id), versionIn(form), read.value.reason)
    return outcome.ok ? backTo(params, 'go') : refuseMeeting(outcome, typed)
  },
  viec: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const id = parseId<'MeetingTask'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang.')
    const read = readForm(taskForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await setTask(contextOf(locals), idOf(params.id), id, read.value)
    return outcome.ok ? backTo(params, 'viec') : refuseMeeting(outcome, typed)
  },
  xong: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const read = readForm(taskResultForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await completeTask(contextOf(locals), taskOf(typed), versionIn(form), read.value.result)
    return outcome.ok ? backTo(params, 'xong') : refuseMeeting(outcome, typed)
  },
  'mo-lai': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const outcome = await reopenTask(contextOf(locals), taskOf(typed), versionIn(form))
    return outcome.ok ? backTo(params, 'mo-lai') : refuseMeeting(outcome, typed)
  },
  'go-viec': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const read = readForm(meetingReasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await voidTask(contextOf(locals), taskOf(typed), versionIn(form), read.value.reason)
    return outcome.ok ? backTo(params, 'go-viec') : refuseMeeting(outcome, typed)
  },
}

function versionIn(form: FormData): number {
  return versionField.parse(form.get('ban'))
}

function taskOf(typed: Record<string, string>): MeetingTaskId {
  const id = parseId<'MeetingTask'>(typed.viec)
  if (!id) error(404, 'Không có trang này')
  return id
}

function backTo(params: RequestEvent['params'], done: string): never {
  redirect(303, `/desk/hoi-nghi/${params.id}?da=${done}`)
}
