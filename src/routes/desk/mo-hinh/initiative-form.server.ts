import { error, fail } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { YearAt } from '#modules/movement/moving.server.ts'
import { fieldOfRefusal, initiativeRefusalText, type InitiativeRefusal } from '#modules/movement/refusals.ts'
import type { FormAnswer } from '../../form-answer.server.ts'

/** What is handed back of a form that was refused: the whole text, and never more than a page can hold. */
const longestKept = 5000

export function typedIn(form: FormData, names: readonly string[], which = ''): Record<string, string> {
  const kept = names.map((name) => {
    const texts = form.getAll(name).filter((one) => typeof one === 'string')
    return [name, texts.join(' ').slice(0, longestKept)]
  })
  return { ...Object.fromEntries(kept), which }
}

/** The sentence of a refusal beside the field it is about; not allowed and not there look the same. */
export function refuseInitiative(
  outcome: Exclude<Outcome<unknown, InitiativeRefusal>, { ok: true }>,
  typed: Record<string, string>,
  nameOf: (refusal: InitiativeRefusal) => string = fieldOfRefusal,
): ReturnType<typeof fail<FormAnswer & { other: string | null }>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const other = refusal.code === 'same-name' ? refusal.other : null
  return fail(409, { errors: { [nameOf(refusal)]: initiativeRefusalText(refusal) }, typed, other })
}

/** The id in an address; what is none leads nowhere. */
export function initiativeId(text: string | undefined) {
  const id = parseId<'Initiative'>(text)
  if (!id) error(404, 'Không có trang này')
  return id
}

/** The years that were ticked in a list: `id.year.version` each. */
export function picksIn(form: FormData): YearAt[] {
  return form.getAll('chon').flatMap((one) => {
    const [id, year, version] = typeof one === 'string' ? one.split('.') : []
    const parsed = parseId<'Initiative'>(id)
    const isWhole = /^\d{4}$/.test(year ?? '') && /^\d{1,9}$/.test(version ?? '')
    return parsed && isWhole ? [{ id: parsed, year: Number(year), version: Number(version) }] : []
  })
}
