import { error, fail } from '@sveltejs/kit'
import type { Outcome } from '#kernel/outcome.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { ReorganisationId } from '#modules/reorganisation/draft.ts'
import { refusalText, type Refusal } from '#modules/reorganisation/labels.ts'
import { ctxOf, idOf, textOf } from '../context.server.ts'

export function reorganisationCtx(locals: App.Locals): Ctx {
  return { ...ctxOf(locals), db: locals.db }
}

export function reorganisationId(text: string): ReorganisationId {
  return idOf<'Reorganisation'>(text)
}

/** The version a form was made with; one that somebody made up meets “changed meanwhile”. */
export function versionOf(form: FormData): number {
  const text = textOf(form, 'version', 12)
  return /^\d{1,9}$/.test(text) ? Number(text) : -1
}

/** Every text of a form by its name, as it was typed. */
export function typedOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.keys()].filter((name) => name.length <= 64).map((name) => [name, textOf(form, name, 400)]),
  )
}

type No = Exclude<Outcome<never, Refusal>, { ok: true }>

/** 409: the sentence that says what was wrong and what to do; what was typed is kept. */
export function answerNo(no: No, field = '', typed: Record<string, string> = {}) {
  // An address never tells what exists: not allowed and not there look the same.
  if (no.kind !== 'refused') error(404, 'Không có trang này.')
  return fail(409, { errors: { [field]: refusalText(no.refusal) } as Record<string, string>, typed })
}

export function mend(errors: Record<string, string>, typed: Record<string, string>) {
  return fail(422, { errors, typed })
}
