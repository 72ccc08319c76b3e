import { redirect } from '@sveltejs/kit'
import { periodName } from '#kernel/period.ts'
import { fileKinds } from '#kernel/file-kind.ts'
import { takeIn } from '#platform/files/intake.ts'
import { downloadHeaders } from '#platform/files/name.ts'
import { filesIn, withUpload } from '#platform/files/upload.ts'
import { fillTemplate } from '#platform/office/merge-fields.ts'
import { contextOf } from '../../../../context.ts'
import { merging } from '../merging.server.ts'
import { problemQuery, type TemplateProblem } from '../problem.ts'
import type { RequestHandler } from './$types'

/** The officer's own template, filled and given back at once; nothing of it is kept. */
export const POST: RequestHandler = async ({ locals, params, url, request }) => {
  const { id, content, data } = await merging(contextOf(locals), params.id, url)
  const made = await withUpload(request, async (form): Promise<Uint8Array | TemplateProblem> => {
    const [file] = filesIn(form, 'tep')
    if (!file) return { code: 'no-file' }
    const intake = await takeIn(file.name, Buffer.from(await file.arrayBuffer()))
    if (!intake.ok) return { code: 'file', problem: intake.problem.code }
    if (intake.file.kind !== 'docx') return { code: 'not-word' }
    const merged = await fillTemplate(intake.file.content, data)
    if (!merged.ok) return merged.code === 'unknown' ? { code: 'unknown', names: merged.unknown } : { code: 'too-long' }
    return merged.filled === 0 ? { code: 'no-field' } : new Uint8Array(merged.bytes)
  })
  const problem = typeof made === 'string' ? { code: made } : made
  if (!(problem instanceof Uint8Array)) {
    const kept = [...url.searchParams].filter(([name]) => name === 'the-thuc' || name === 'nguoi-ky')
    redirect(303, `/desk/bao-cao/${id}/mau-rieng?${new URLSearchParams([...kept, ...problemQuery(problem)])}`)
  }
  const name = `${content.unitName} ${content.templateName} ${periodName(content.period)}.${fileKinds.docx.extension}`
  return new Response(new Uint8Array(problem), {
    headers: {
      ...downloadHeaders({ name, kind: 'docx', bytes: problem.length }, 'private'),
      'cache-control': 'no-store',
    },
  })
}
