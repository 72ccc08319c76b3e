import { error, fail } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { InitiativeId } from '#modules/movement/initiative.ts'
import type { FormAnswer } from '../../form-answer.server.ts'

/** What is handed back of a form that was refused: the whole text, and never more than a page can hold. */
const longestKept = 8000

export function typedIn(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const text = form.get(name)
      return [name, typeof text === 'string' ? text.slice(0, longestKept) : '']
    }),
  )
}

/** The sentence of a refusal beside the field it is about; not allowed and not there look the same. */
export function refuse<Refusal extends { code: string }>(
  outcome: Exclude<Outcome<unknown, Refusal>, { ok: true }>,
  typed: Record<string, string>,
  said: { text: (refusal: Refusal) => string; field: (refusal: Refusal) => string },
): ReturnType<typeof fail<FormAnswer>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  return fail(409, { errors: { [said.field(outcome.refusal)]: said.text(outcome.refusal) }, typed })
}

export function initiativeOf(params: { id: string }): InitiativeId {
  const id = parseId<'Initiative'>(params.id)
  if (!id) error(404, 'Không có trang này')
  return id
}
