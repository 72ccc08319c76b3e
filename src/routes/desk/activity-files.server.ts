import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { fileLeftText } from '#kernel/file-kind.ts'
import { parseId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { filesIn, withUpload } from '#platform/files/upload.ts'
import {
  attachActivityFiles,
  removeActivityFile,
  type Beside,
} from '#modules/activities/activity-file-commands.server.ts'
import { activityFileRefusalText, type ActivityFileRefusal } from '#modules/activities/activity-file-labels.ts'
import { activityFile, activityFilesPage } from '#modules/activities/activity-file-queries.server.ts'
import { peopleInPicture, type ActivityRecord } from '#modules/activities/activity-file.ts'
import { savedFile } from '../saved-file.server.ts'
import { contextOf } from './context.ts'

type Event = Pick<RequestEvent<{ id: string }>, 'locals' | 'params' | 'request' | 'url'>

/** What the page of files beside a record shows. */
export async function filesBeside(event: Pick<Event, 'locals' | 'params' | 'url'>, kind: ActivityRecord) {
  const outcome = await activityFilesPage(contextOf(event.locals), besideOf(event, kind))
  if (!outcome.ok) error(404, 'Không có trang này')
  return {
    page: outcome.value,
    unit: contextOf(event.locals).actor.unit,
    done: event.url.searchParams.get('da'),
  }
}

/** Takes in what was chosen; what did not come in is named with its reason. */
export async function attachBeside(event: Event, kind: ActivityRecord, path: string) {
  const answer = await withUpload(event.request, async (form) => {
    const people = peopleInPicture.find((one) => one === form.get('nguoi')) ?? null
    const note = form.get('ghi-chu')
    const caption = typeof note === 'string' ? note.slice(0, 600) : ''
    const about = { caption, people, isConclusion: form.get('ket-luan') === 'co' }
    const files = await Promise.all(
      filesIn(form, 'tep').map(async (file) => ({ name: file.name, content: Buffer.from(await file.arrayBuffer()) })),
    )
    const { locals } = event
    const outcome = await attachActivityFiles(contextOf(locals), locals.files, besideOf(event, kind), files, about)
    if (!outcome.ok) return no(outcome, about.caption)
    const { attached, left } = outcome.value
    if (left.length > 0) return fail(422, { messages: left.map(fileLeftText), caption: about.caption, attached })
    redirect(303, `${path}/${event.params.id}/tai-lieu?da=them`)
  })
  return typeof answer === 'string' ? no({ ok: false, kind: 'refused', refusal: { code: answer } }, '') : answer
}

/** Takes one file away. */
export async function removeBeside(event: Event, kind: ActivityRecord, path: string) {
  const form = await event.request.formData()
  const text = form.get('tai-lieu')
  const id = parseId<'ActivityFile'>(typeof text === 'string' ? text : '')
  if (!id) error(404, 'Không có trang này')
  const outcome = await removeActivityFile(contextOf(event.locals), besideOf(event, kind), id)
  if (!outcome.ok) return no(outcome, '')
  redirect(303, `${path}/${event.params.id}/tai-lieu?da=go`)
}

/** One file as a download. */
export async function fileBeside(
  event: { locals: App.Locals; params: { id: string; file: string } },
  kind: ActivityRecord,
): Promise<Response> {
  const file = parseId<'ActivityFile'>(event.params.file)
  if (!file) error(404, 'Không có trang này')
  const { locals } = event
  const outcome = await activityFile(contextOf(locals), locals.files, besideOf(event, kind), file)
  if (!outcome.ok) error(404, 'Không có trang này')
  return savedFile(outcome.value, 'private')
}

function besideOf({ params }: { params: { id: string } }, kind: ActivityRecord): Beside {
  const id = parseId(params.id)
  if (!id) error(404, 'Không có trang này')
  return { kind, id }
}

function no(outcome: Exclude<Outcome<unknown, ActivityFileRefusal>, { ok: true }>, caption: string) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const messages = refusal.code === 'none-taken' ? refusal.left.map(fileLeftText) : [activityFileRefusalText(refusal)]
  const status = refusal.code === 'busy' ? 503 : refusal.code === 'no-room' ? 507 : 422
  return fail(status, { messages, caption, attached: 0 })
}
