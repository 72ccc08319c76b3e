import { error, fail } from '@sveltejs/kit'
import type { Outcome } from '#kernel/outcome.ts'
import { refusalText, type CalendarRefusal } from '#modules/calendar/labels.ts'

/** Which field a refusal stands beside; the whole form where none is named. */
const fieldOf: Partial<Record<CalendarRefusal['code'], string>> = {
  'reason-needed': 'lyDo',
  'issued-in-the-future': 'ngayThongBao',
  'until-out-of-reach': 'denNgay',
  'too-few-days': 'danhSach',
}

export type CalendarAnswer = { errors: Record<string, string>; typed: Record<string, string> }

/** 409 with the sentence beside its field and what was typed; not allowed and not there look the same. */
export function calendarNo(
  outcome: Exclude<Outcome<unknown, CalendarRefusal>, { ok: true }>,
  typed: Record<string, string>,
): ReturnType<typeof fail<CalendarAnswer>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này.')
  const { refusal } = outcome
  return fail(409, { errors: { [fieldOf[refusal.code] ?? '']: refusalText(refusal) }, typed })
}

/** The year of an address; a page that is not there for any other text. */
export function yearIn(text: string): number {
  if (!/^(19|20)\d{2}$/.test(text)) error(404, 'Không có trang này.')
  return Number(text)
}
