import { error, fail } from '@sveltejs/kit'
import type { Outcome } from '#kernel/outcome.ts'
import type { TemplateVersionId } from '#modules/reporting/report.ts'
import { templateVersionIn } from '#modules/reporting/template-forms.ts'
import { templateRefusalText, type TemplateRefusal } from '#modules/reporting/template-labels.ts'
import type { FormAnswer } from '../../form-answer.server.ts'

/** What is handed back of a form that was refused: the whole of it, and never more than a page can hold. */
const longestKept = 2000

/** Everything that was typed and ticked; several ticks of one name are parted by a comma. */
export function typedOf(form: FormData, which: string): Record<string, string> {
  const names = [...new Set(form.keys())]
  const kept = names.map((name) => {
    const texts = form.getAll(name).filter((one) => typeof one === 'string')
    return [name, texts.join(',').slice(0, longestKept)]
  })
  return { ...Object.fromEntries(kept), which }
}

/** 409 with the sentence beside its field; not allowed and not there look the same. */
export function refuseTemplate(
  outcome: Exclude<Outcome<unknown, TemplateRefusal>, { ok: true }>,
  typed: Record<string, string>,
  field = '',
): ReturnType<typeof fail<FormAnswer>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này.')
  return fail(409, { errors: { [field]: templateRefusalText(outcome.refusal) }, typed })
}

/** The version in an address; what is none leads nowhere. */
export function versionIn(text: string | undefined): TemplateVersionId {
  const id = templateVersionIn(text)
  if (!id) error(404, 'Không có trang này.')
  return id
}
