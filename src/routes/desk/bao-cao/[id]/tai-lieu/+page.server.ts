import { error, fail, redirect } from '@sveltejs/kit'
import { fileLeftText } from '#kernel/file-kind.ts'
import { parseId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { ArrivedFile } from '#platform/files/arrived.ts'
import { filesIn, withUpload } from '#platform/files/upload.ts'
import { attachFiles, chooseFilePublic, describeFile, removeFile } from '#modules/reporting/file-commands.server.ts'
import { fileRefusalText, type FileRefusal } from '#modules/reporting/file-labels.ts'
import { reportFilesPage } from '#modules/reporting/file-queries.server.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { longestCaption, peopleSeen, type PeopleSeen, type ReportFileId } from '#modules/reporting/report-file.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { contextOf } from '../../../context.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await reportFilesPage(contextOf(locals), reportOf(params))
  if (!outcome.ok) error(404, 'Không có trang này')
  const attached = Number(url.searchParams.get('so') ?? '0')
  return {
    page: outcome.value,
    done: url.searchParams.get('da'),
    attached: Number.isSafeInteger(attached) ? attached : 0,
  }
}

export const actions: Actions = {
  them: async ({ request, locals, params }) => {
    const answer = await withUpload(request, async (form) => {
      const about = { caption: textOf(form, 'ghi-chu', 2 * longestCaption), people: peopleOf(form) }
      const files = await Promise.all(filesIn(form, 'tep').map(uploaded))
      const outcome = await attachFiles(contextOf(locals), locals.files, reportOf(params), files, about)
      if (!outcome.ok) return no(outcome, about)
      const { attached, left } = outcome.value
      if (left.length > 0) return fail(422, { messages: left.map(fileLeftText), file: null, typed: about, attached })
      redirect(303, `/desk/bao-cao/${params.id}/tai-lieu?da=them&so=${attached}`)
    })
    return typeof answer === 'string' ? no({ ok: false, kind: 'refused', refusal: { code: answer } }) : answer
  },
  sua: async (event) => {
    const form = await event.request.formData()
    const about = { caption: textOf(form, 'ghi-chu', 2 * longestCaption), people: peopleOf(form) ?? 'unasked' }
    const outcome = await describeFile(contextOf(event.locals), reportOf(event.params), fileOf(form), about)
    return outcome.ok ? backTo(event, 'sua') : no(outcome, about, fileOf(form))
  },
  go: async (event) => {
    const form = await event.request.formData()
    const outcome = await removeFile(contextOf(event.locals), reportOf(event.params), fileOf(form))
    return outcome.ok ? backTo(event, 'go') : no(outcome)
  },
  'cong-khai': async (event) => {
    const form = await event.request.formData()
    const isPublic = textOf(form, 'cong-khai', 5) === 'co'
    const outcome = await chooseFilePublic(contextOf(event.locals), reportOf(event.params), fileOf(form), isPublic)
    return outcome.ok ? backTo(event, isPublic ? 'cong-khai' : 'noi-bo') : no(outcome)
  },
}

type Typed = { caption: string; people: PeopleSeen | null }
type No = Exclude<Outcome<unknown, FileRefusal>, { ok: true }>

function no(outcome: No, typed: Typed = { caption: '', people: null }, file: string | null = null) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const messages = refusal.code === 'none-taken' ? refusal.left.map(fileLeftText) : [fileRefusalText(refusal)]
  const status = refusal.code === 'busy' ? 503 : refusal.code === 'no-room' ? 507 : 422
  return fail(status, { messages, file, typed, attached: 0 })
}

function backTo(event: RequestEvent, done: string): never {
  redirect(303, `/desk/bao-cao/${event.params.id}/tai-lieu?da=${done}`)
}

async function uploaded(file: File): Promise<ArrivedFile> {
  return { name: file.name, content: Buffer.from(await file.arrayBuffer()) }
}

function peopleOf(form: FormData): PeopleSeen | null {
  return peopleSeen.find((one) => one === textOf(form, 'nguoi', 20)) ?? null
}

function fileOf(form: FormData): ReportFileId {
  const id = parseId<'ReportFile'>(textOf(form, 'tai-lieu', 40))
  if (!id) error(404, 'Không có trang này')
  return id
}

function reportOf(params: { id: string }): ReportId {
  const id = parseId<'Report'>(params.id)
  if (!id) error(404, 'Không có trang này')
  return id
}
