import { error, fail } from '@sveltejs/kit'
import type { Outcome } from '#kernel/outcome.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import { meetingFieldOf, meetingRefusalText, type MeetingRefusal } from '#modules/activities/meeting-labels.ts'
import { visitFieldOf, visitRefusalText, type VisitRefusal } from '#modules/activities/visit-labels.ts'
import type { FormAnswer } from '../form-answer.server.ts'

/** What is handed back of a form that was refused: the whole text, and never more than a page can hold. */
const longestKept = 5000
const mostFields = 400

/** Every text of a form as it was typed; boxes that were ticked together are one text with a line each. */
export function textsIn(form: FormData): Record<string, string> {
  // No field of ours is called so, and what a page answers cannot carry it.
  const names = [...new Set(form.keys())].filter((name) => name !== '__proto__').slice(0, mostFields)
  return Object.fromEntries(
    names.map((name) => {
      const texts = form.getAll(name).filter((value) => typeof value === 'string')
      return [name, texts.join('\n').slice(0, longestKept)]
    }),
  )
}

type No<Refusal extends { code: string }> = Exclude<Outcome<unknown, Refusal>, { ok: true }>

/** The sentence of a refusal beside the field it is about; not allowed and not there look the same. */
export function refuseVisit(
  outcome: No<VisitRefusal>,
  typed: Record<string, string>,
): ReturnType<typeof fail<FormAnswer>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  return fail(409, { errors: { [visitFieldOf(refusal)]: visitRefusalText(refusal) }, typed })
}

export function refuseMeeting(
  outcome: No<MeetingRefusal>,
  typed: Record<string, string>,
): ReturnType<typeof fail<FormAnswer>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  return fail(409, { errors: { [meetingFieldOf(refusal)]: meetingRefusalText(refusal) }, typed })
}

/** A whole number as it is read: `1.240`. */
export function said(amount: number): string {
  return formatQuantity(quantity(amount))
}

/** A year of an address; null where none is asked. */
export function yearIn(url: URL): number | null {
  const text = url.searchParams.get('nam') ?? ''
  return /^20\d\d$/.test(text) ? Number(text) : null
}

export function pageIn(url: URL): number {
  return Number(/^\d{1,5}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)
}

export function wordsIn(url: URL): string {
  return (url.searchParams.get('tim') ?? '').trim().slice(0, 80)
}
