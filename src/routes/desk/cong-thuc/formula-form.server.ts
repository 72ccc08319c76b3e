import { error, fail } from '@sveltejs/kit'
import { dayInVietnam, parseLocalDate } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { FieldErrors } from '#modules/access/forms.ts'
import { formulaFieldOf, formulaRefusalText, type FormulaRefusal } from '#modules/figures/formula-labels.ts'
import { writeExpression } from '#modules/figures/expression-text.ts'
import { checkFormula, findCodes, type FormulaCheck } from '#modules/figures/formula-queries.server.ts'
import { parseCellKey } from '#modules/figures/indicator.ts'
import type { MeasureChoice } from '#modules/figures/measures.ts'

export const formulaFields = ['name', 'text', 'reason', 'validFrom', 'find'] as const

/** What is handed back of a form: the whole text, and never more than a page can hold. */
const longestKept = 1000

export function typedIn(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const text = form.get(name)
      return [name, typeof text === 'string' ? text.slice(0, longestKept) : '']
    }),
  )
}

/** What a page shows after its form was sent and nothing was saved. */
export type FormulaAnswer = {
  typed: Record<string, string>
  errors: FieldErrors
  check: FormulaCheck | null
  found: MeasureChoice[] | null
}

/** Reads a formula back without saving it, and finds the codes that were looked for; nothing else of the form is judged. */
export async function looked(ctx: Ctx, form: FormData, code: string | null): Promise<FormulaAnswer> {
  const typed = typedIn(form, formulaFields)
  const day = parseLocalDate(typed.validFrom ?? '') ?? dayInVietnam(ctx.now)
  const check = allowed(await checkFormula(ctx, tidy(typed.text ?? '').replace(/\s+/g, ' '), day, code))
  const words = tidy(typed.find ?? '')
  const found = words === '' || lengthOf(words) > 100 ? null : allowed(await findCodes(ctx, words))
  const shown = found && found.map((choice) => ({ ...choice, key: typedKey(choice.key) }))
  return { typed, errors: check.isFine ? {} : { text: check.sentence }, check, found: shown }
}

/** `K01:tập thể`, as an officer types it. */
function typedKey(key: string): string {
  return writeExpression({ kind: 'cell', cell: parseCellKey(key) }, 'words')
}

export function allowed<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) error(404, 'Không có trang này')
  return outcome.value
}

/** 422: something typed has to be mended. */
export function mendFormula(errors: FieldErrors, typed: Record<string, string>) {
  return fail(422, { typed, errors, check: null, found: null } satisfies FormulaAnswer)
}

/** The sentence of a refusal beside the field it is about; not allowed and not there look the same. */
export function refuse(
  outcome: Exclude<Outcome<unknown, FormulaRefusal>, { ok: true }>,
  typed: Record<string, string>,
  nameOf: (refusal: FormulaRefusal) => string = formulaFieldOf,
) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const errors = { [nameOf(refusal)]: formulaRefusalText(refusal) }
  return fail(409, { typed, errors, check: null, found: null } satisfies FormulaAnswer)
}
