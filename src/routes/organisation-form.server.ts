import { error, fail } from '@sveltejs/kit'
import { formatDay, parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { CitedAct } from '#modules/organisation/dated.ts'
import { fieldOf, refusalText, type Refusal } from '#modules/organisation/labels.ts'
import type { FormAnswer } from './form-answer.server.ts'

/** What is handed back of a form that was refused: the whole text, and never more than a page can hold. */
const longestKept = 1000

/** What was typed, with which form of the page it was: its errors stand there and nowhere else. */
export function typedIn(form: FormData, names: readonly string[], which = ''): Record<string, string> {
  const kept = names.map((name) => {
    const text = form
      .getAll(name)
      .filter((one) => typeof one === 'string')
      .join(' ')
    return [name, text.slice(0, longestKept)]
  })
  return { ...Object.fromEntries(kept), which }
}

/** The sentence of a refusal beside the field it is about; not allowed and not there look the same. */
export function refuseChange(
  outcome: Exclude<Outcome<unknown, Refusal>, { ok: true }>,
  typed: Record<string, string>,
  nameOf: (refusal: Refusal) => string = fieldOf,
): ReturnType<typeof fail<FormAnswer>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  return fail(409, { errors: { [nameOf(refusal)]: refusalText(refusal) }, typed })
}

/** The act that a form cites. */
export function actIn(read: { act: string; actOn: LocalDate | null }): CitedAct {
  return { number: read.act, on: read.actOn }
}

/** The day an address asks for; today, with a sentence, where it is none. */
export function askedDay(url: URL, today: LocalDate): { day: LocalDate; dayText: string; dayError: string | null } {
  const text = url.searchParams.get('ngay')?.slice(0, 20) ?? ''
  if (text.trim() === '') return { day: today, dayText: formatDay(today), dayError: null }
  const day = parseLocalDate(text)
  return day
    ? { day, dayText: formatDay(day), dayError: null }
    : { day: today, dayText: text, dayError: 'Ghi ngày/tháng/năm, ví dụ 1/7/2025. Đang xem hôm nay.' }
}

/** `15/QĐ-UBND ngày 20/6/2025`; empty where no act is known. */
export function actSaid(act: CitedAct): string {
  if (act.number === '') return ''
  return act.on ? `${act.number} ngày ${formatDay(act.on)}` : act.number
}
