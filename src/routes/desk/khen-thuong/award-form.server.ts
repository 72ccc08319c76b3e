import { error, fail } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { Award, AwardId } from '#modules/commendation/award.ts'
import { fieldOf, refusalText, type Refusal } from '#modules/commendation/labels.ts'
import type { CommendationBook } from '#modules/commendation/law.ts'
import type { FormAnswer } from '../../form-answer.server.ts'

/** What is handed back of a form that was refused: the whole text, and never more than a page can hold. */
const longestKept = 14_000

export function typedIn(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const text = form.get(name)
      return [name, typeof text === 'string' ? text.slice(0, longestKept) : '']
    }),
  )
}

export const awardFields = [
  ...['form', 'level', 'line', 'year', 'recipientKind', 'recipient', 'name', 'isLeader', 'mayBePublic'],
  ...['yearsOfService', 'achievement', 'report'],
] as const

/** The sentence of a refusal beside the field it is about; not allowed and not there look the same. */
export function refuse(
  outcome: Exclude<Outcome<unknown, Refusal>, { ok: true }>,
  typed: Record<string, string>,
): ReturnType<typeof fail<FormAnswer>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  return fail(409, { errors: { [fieldOf(refusal)]: refusalText(refusal) }, typed })
}

export function awardIdOf(text: string): AwardId {
  const id = parseId<'Award'>(text)
  if (!id) error(404, 'Không có trang này')
  return id
}

/** As an officer would type it; the name stays in the vault. */
export function valuesOf(award: Award): Record<string, string> {
  return {
    form: award.form,
    level: award.level,
    line: award.line,
    year: String(award.year),
    recipientKind: award.recipientKind,
    recipient: award.recipient,
    name: '',
    isLeader: award.isLeader === null ? '' : award.isLeader ? 'co' : 'khong',
    mayBePublic: award.mayBePublic ? 'co' : 'khong',
    yearsOfService: award.yearsOfService === null ? '' : String(award.yearsOfService),
    achievement: award.achievement,
    report: award.report,
  }
}

/** What the form offers to choose from: forms and lines in their order. */
export function choicesOf(book: CommendationBook) {
  return {
    forms: book.forms.map((form) => ({
      value: form.code,
      label: form.name,
      hint: form.isVerified ? undefined : `Chưa đối chiếu bản gốc: ${form.source}.`,
    })),
    lines: book.lines.map((line) => ({ value: line.code, label: line.name })),
  }
}

export function wordsOf(book: CommendationBook, award: Pick<Award, 'form' | 'line'>) {
  return {
    form: book.forms.find((one) => one.code === award.form)?.name ?? award.form,
    line: book.lines.find((one) => one.code === award.line)?.shortName ?? award.line,
  }
}
