import { error, fail } from '@sveltejs/kit'
import {
  refusalText,
  type AccessRefusal,
  type AdministrationRefusal,
  type ListRefusal,
} from '#modules/access/labels.ts'
import type { FieldErrors } from '#modules/access/forms.ts'

/** What a form shows after a no: one sentence by field (`''` for the whole form), and what was typed but no password. */
export type FormAnswer = { errors: FieldErrors; typed: Record<string, string> }

/** 422: something typed has to be mended. */
export function mend(errors: FieldErrors, typed: Record<string, string> = {}): ReturnType<typeof fail<FormAnswer>> {
  return fail(422, { errors, typed })
}

type No =
  | { ok: false; kind: 'refused'; refusal: AccessRefusal | AdministrationRefusal | ListRefusal }
  | { ok: false; kind: 'forbidden' | 'not-found' }

/** 409: the command said no; the sentence stands beside the field it is about. */
export function answerNo(no: No, field = '', typed: Record<string, string> = {}): ReturnType<typeof fail<FormAnswer>> {
  // An address never tells what exists: not allowed and not there look the same.
  if (no.kind !== 'refused') error(404, 'Không có trang này.')
  return fail(409, { errors: { [field]: refusalText(no.refusal) }, typed })
}
