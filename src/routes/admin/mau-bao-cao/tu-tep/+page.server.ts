import { error, fail, redirect } from '@sveltejs/kit'
import { readForm } from '#modules/access/forms.ts'
import { textOfBytes } from '#modules/access/list-text.ts'
import { mayAdminister } from '#modules/access/policy.ts'
import { receiveTemplate } from '#modules/reporting/template-file-commands.server.ts'
import { newTemplateForm } from '#modules/reporting/template-forms.ts'
import { templateRefusalText, type TemplateFileFault } from '#modules/reporting/template-labels.ts'
import { ctxOf, textOf } from '../../context.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const { actor } = ctxOf(locals)
  if (!mayAdminister(actor, actor.province) || actor.unit !== actor.province) error(404, 'Không có trang này.')
}

/** The largest template with its names is a third of this. */
const longestText = 300_000
const mostSaid = 30

type Typed = { name: string; text: string }

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData()
    const text = await sentText(form)
    const typed = { name: textOf(form, 'name', 400), text: typeof text === 'string' ? text : '' }
    if (typeof text !== 'string') return mend(422, typed, { tep: text.problem })
    const name = typed.name.trim() === '' ? null : readForm(newTemplateForm, form)
    if (name?.ok === false) return mend(422, typed, name.errors)
    const ctx = { ...ctxOf(locals), db: locals.db }
    const outcome = await receiveTemplate(ctx, { text, name: name?.value.name ?? null })
    if (outcome.ok) redirect(303, `/admin/mau-bao-cao/${outcome.value}?da=lap`)
    if (outcome.kind !== 'refused') error(404, 'Không có trang này.')
    const { refusal } = outcome
    const field = refusal.code === 'name-taken' ? 'name' : 'tep'
    const faults = refusal.code === 'file-faults' ? refusal.faults : []
    return mend(409, typed, { [field]: templateRefusalText(refusal) }, faults)
  },
}

function mend(status: number, typed: Typed, errors: Record<string, string>, faults: readonly TemplateFileFault[] = []) {
  return fail(status, { typed, errors, faults: faults.slice(0, mostSaid), more: Math.max(0, faults.length - mostSaid) })
}

/** The file when one was chosen, else what was pasted; or why the file is no text at all. */
async function sentText(form: FormData): Promise<string | { problem: string }> {
  const file = form.get('tep')
  if (!(file instanceof File) || file.size === 0) return textOf(form, 'noiDung', longestText)
  if (file.size > longestText)
    return { problem: 'Tệp lớn hơn mọi tệp mẫu báo cáo. Xin chọn tệp đã tải về ở trang một mẫu.' }
  const text = textOfBytes(new Uint8Array(await file.arrayBuffer()))
  if (text === 'spreadsheet')
    return { problem: 'Đây là tệp Excel hoặc Word. Xin chọn tệp .json đã tải về ở trang một mẫu, không mở bằng Excel.' }
  if (text === 'not-unicode' || text.includes('\0'))
    return { problem: 'Chữ trong tệp không phải Unicode (UTF-8). Xin tải lại tệp từ nơi đã xuất.' }
  return text
}
