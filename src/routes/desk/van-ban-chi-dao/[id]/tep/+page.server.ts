import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { inMegabytes } from '#kernel/file-kind.ts'
import { filesIn, withUpload } from '#platform/files/upload.ts'
import { attachDirectiveFile, removeDirectiveFile } from '#modules/directives/file-commands.server.ts'
import { localDirectivePage } from '#modules/directives/directive-page-queries.server.ts'
import { contextOf } from '../../../context.ts'
import { mustBe, refuse, sheetId } from '../../../registers/sheet-page.server.ts'
import { directiveWords } from '../../../so-ket/review-form.server.ts'
import { path } from '../../directive-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { sheet, mayKeep, files } = mustBe(await localDirectivePage(contextOf(locals), sheetId(params.id)))
  if (!mayKeep) error(404, 'Không có trang này')
  return {
    ...{ id: sheet.id, number: sheet.number },
    files: files.map(({ id, name, bytes }) => ({ id, name, size: inMegabytes(bytes) })),
  }
}

export const actions: Actions = {
  them: async ({ locals, request, params }) => {
    const id = sheetId(params.id)
    const answer = await withUpload(request, async (form) => {
      const [file] = filesIn(form, 'tep')
      const given = file ? { name: file.name, content: Buffer.from(await file.arrayBuffer()) } : null
      return attachDirectiveFile(contextOf(locals), locals.files, id, given)
    })
    const outcome = typeof answer === 'string' ? no(answer) : answer
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=tep`)
    return refuse(outcome, {}, { ...directiveWords, field: () => 'tep' })
  },
  bo: async ({ locals, request, params }) => {
    const form = await request.formData()
    const text = form.get('tai-lieu')
    const file = parseId<'DirectiveFile'>(typeof text === 'string' ? text : null)
    if (!file) error(404, 'Không có trang này')
    const outcome = await removeDirectiveFile(contextOf(locals), sheetId(params.id), file)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=bo`)
    return refuse(outcome, {}, { ...directiveWords, field: () => '' })
  },
}

function no(code: 'busy' | 'cut-off') {
  return { ok: false, kind: 'refused', refusal: { code } } as const
}
