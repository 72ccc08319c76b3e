import { error, fail } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { appraisalFieldOf, appraisalRefusalText, type AppraisalRefusal } from '#modules/movement/appraisal-labels.ts'
import { roundHead } from '#modules/movement/appraisal-queries.server.ts'
import type { AppraisalRoundId, SheetPart, SubjectRef } from '#modules/movement/appraisal.ts'
import type { FormAnswer } from '../../form-answer.server.ts'

/** What is handed back of a form that was refused: the whole text, and never more than a page can hold. */
const longestKept = 5000

export function typedIn(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const text = form.get(name)
      return [name, typeof text === 'string' ? text.slice(0, longestKept) : '']
    }),
  )
}

/** The sentence of a refusal beside the field it is about; not allowed and not there look the same. */
export function refuse(
  outcome: Exclude<Outcome<unknown, AppraisalRefusal>, { ok: true }>,
  typed: Record<string, string> = {},
): ReturnType<typeof fail<FormAnswer>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  return fail(409, { errors: { [appraisalFieldOf(refusal)]: appraisalRefusalText(refusal) }, typed })
}

export function roundIdOf(text: string): AppraisalRoundId {
  const id = parseId<'AppraisalRound'>(text)
  if (!id) error(404, 'Không có trang này')
  return id
}

/** Which subject an address names; its kind is that of the round. */
export async function subjectOf(ctx: Ctx, params: { round: string; subject: string }): Promise<SubjectRef> {
  const round = roundIdOf(params.round)
  const id = parseId<'AppraisalSubject'>(params.subject)
  const head = id && (await roundHead(ctx, round))
  if (!id || !head) error(404, 'Không có trang này')
  return { round, kind: head.subjectKind, id }
}

const partOfSlug: Readonly<Record<string, SheetPart>> = {
  'tu-cham': 'self',
  'tham-dinh': 'appraiser',
  'hoi-dong': 'council',
  'cap-tren': 'superior',
}

export function partNamed(slug: string): SheetPart {
  const part = partOfSlug[slug]
  if (!part) error(404, 'Không có trang này')
  return part
}

export function slugOfPart(part: SheetPart): string {
  return Object.keys(partOfSlug).find((slug) => partOfSlug[slug] === part) ?? ''
}

export function pageIn(url: URL, name = 'trang'): number {
  return Number(/^\d{1,5}$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? 1)
}
