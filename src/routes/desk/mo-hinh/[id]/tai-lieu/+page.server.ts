import { error, fail, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { fileKinds, fileLeftText, inMegabytes, isImage } from '#kernel/file-kind.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { filesIn, withUpload } from '#platform/files/upload.ts'
import { followKindLabel } from '#modules/movement/follow-labels.ts'
import { followPage } from '#modules/movement/follow-queries.server.ts'
import {
  attachInitiativeFiles,
  describeInitiativeFile,
  removeInitiativeFile,
} from '#modules/movement/initiative-file-commands.server.ts'
import {
  initiativeFileFieldOf,
  initiativeFileRefusalText,
  peopleInPictureLabel,
  type InitiativeFileRefusal,
} from '#modules/movement/initiative-file-labels.ts'
import { peopleInPicture, type FileSaid, type InitiativeFileId } from '#modules/movement/initiative-file.ts'
import { contextOf } from '../../../context.ts'
import { whenSaid } from '../../../when.ts'
import { initiativeOf, typedIn } from '../../library-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

const fields = ['alt', 'caption', 'people', 'consentNote', 'line'] as const

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await followPage(contextOf(locals), initiativeOf(params))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { initiative, unitName, files, lines, mayKeep } = outcome.value
  const address = `/desk/mo-hinh/${initiative.id}`
  const named = lines.map((line) => ({
    value: line.id,
    label: `${followKindLabel[line.entry.kind]}: ${line.entry.text.split('\n')[0]?.slice(0, 80) ?? ''}`,
    stands: line.voidReason === null,
  }))
  return {
    ...{ address, name: initiative.name, unitName, mayKeep },
    lines: named.filter(({ stands }) => stands).map(({ value, label }) => ({ value, label })),
    files: files.toReversed().map((file) => ({
      ...{ id: file.id, name: file.name, isPicture: isImage(file.kind), alt: file.alt, caption: file.caption },
      href: `${address}/tai-lieu/${file.id}`,
      what: `${fileKinds[file.kind].says}, ${inMegabytes(file.bytes)}`,
      ...{ people: file.people, peopleSaid: peopleInPictureLabel[file.people], consentNote: file.consentNote },
      added: `${file.by}, ${whenSaid(file.addedAt)}`,
      line: named.find(({ value }) => value === file.line)?.label ?? null,
    })),
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  them: async ({ request, locals, params }) => {
    const answer = await withUpload(request, async (form) => {
      const typed = typedIn(form, fields)
      const files = await Promise.all(
        filesIn(form, 'files').map(async (file) => ({
          name: file.name,
          content: Buffer.from(await file.arrayBuffer()),
        })),
      )
      const at = { initiative: initiativeOf(params), line: parseId<'FollowUp'>(typed.line) }
      const outcome = await attachInitiativeFiles(contextOf(locals), locals.files, at, files, saidIn(typed))
      if (!outcome.ok) return no(outcome, typed, null)
      const { attached, left } = outcome.value
      if (left.length > 0)
        return fail(422, { errors: { files: left.map(fileLeftText).join(' ') }, typed, file: null, attached })
      redirect(303, `/desk/mo-hinh/${params.id}/tai-lieu?da=them`)
    })
    if (typeof answer !== 'string') return answer
    return no({ ok: false, kind: 'refused', refusal: { code: answer } }, {}, null)
  },
  sua: async ({ request, locals, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, fields)
    const id = fileIn(form)
    const outcome = await describeInitiativeFile(contextOf(locals), initiativeOf(params), id, saidIn(typed))
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${params.id}/tai-lieu?da=sua`)
    return no(outcome, typed, id)
  },
  go: async ({ request, locals, params }) => {
    const form = await request.formData()
    const id = fileIn(form)
    const outcome = await removeInitiativeFile(contextOf(locals), initiativeOf(params), id)
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${params.id}/tai-lieu?da=go`)
    return no(outcome, {}, id)
  },
}

function saidIn(typed: Record<string, string>): FileSaid {
  const people = peopleInPicture.find((one) => one === typed.people) ?? null
  return { alt: typed.alt ?? '', caption: typed.caption ?? '', consentNote: typed.consentNote ?? '', people }
}

function fileIn(form: FormData): InitiativeFileId {
  const text = form.get('file')
  const id = parseId<'InitiativeFile'>(typeof text === 'string' ? text : null)
  if (!id) error(404, 'Không có trang này')
  return id
}

function no(
  outcome: Exclude<Outcome<unknown, InitiativeFileRefusal>, { ok: true }>,
  typed: Record<string, string>,
  file: InitiativeFileId | null,
) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const status = refusal.code === 'busy' ? 503 : refusal.code === 'no-room' ? 507 : 422
  const errors: Record<string, string> = { [initiativeFileFieldOf(refusal)]: initiativeFileRefusalText(refusal) }
  return fail(status, { errors, typed, file, attached: 0 })
}
