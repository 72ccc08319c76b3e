import { error, fail } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import type { DialogueId } from '#modules/activities/dialogue.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { fieldOf, refusalText, type Refusal } from '#modules/activities/labels.ts'
import type { FormAnswer } from '../../form-answer.server.ts'

/** What is handed back of a form that was refused: the whole text, and never more than a page can hold. */
const longestKept = 40_000

export function typedIn(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const text = form.get(name)
      return [name, typeof text === 'string' ? text.slice(0, longestKept) : '']
    }),
  )
}

export const dialogueFields = ['heldOn', 'subject', 'place', 'isThematic', 'attendances', 'opinions'] as const

export const planFields = [
  ...(['heldOn', 'startsAt', 'subject', 'place', 'isThematic', 'sessions'] as const),
  ...(['chairedBy', 'invited', 'announcement', 'questionsUntil'] as const),
] as const

/** The sentence of a refusal beside the field it is about; not allowed and not there look the same. */
export function refuse(
  outcome: Exclude<Outcome<unknown, Refusal>, { ok: true }>,
  typed: Record<string, string>,
  nameOf: (refusal: Refusal) => string = fieldOf,
): ReturnType<typeof fail<FormAnswer>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  return fail(409, { errors: { [nameOf(refusal)]: refusalText(refusal) }, typed })
}

/** The dialogue an address names; a malformed one is nobody's page. */
export function dialogueOf(text: string): DialogueId {
  const id = parseId<'Dialogue'>(text)
  if (!id) error(404, 'Không có trang này')
  return id
}
