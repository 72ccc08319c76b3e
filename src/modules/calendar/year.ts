import type { LocalDate } from '#kernel/local-date.ts'
import type { CalendarDay, DayKind } from '#kernel/working-days.ts'

/** A day of a notice as an administrator enters it; `pair` joins a day exchanged and the Saturday worked for it. */
export type EnteredDay = { day: LocalDate; kind: DayKind; name: string; pair: LocalDate | null }

/** The yearly notice: its number, its day, and every day that is not what its weekday says. */
export type NoticeEntry = { year: number; number: string; issuedOn: LocalDate; days: readonly EnteredDay[] }

/** One version of what was entered for a year; the last one holds unless it was withdrawn. */
export type NoticeVersion = {
  version: number
  state: 'in-force' | 'withdrawn'
  number: string
  issuedOn: LocalDate | null
  reason: string
  by: string
  at: Date
}

/** An estimate that may be used for legal deadlines until a day. */
export type Confirmation = { reason: string; until: LocalDate; by: string; at: Date }

/** What becomes of a day: null where it is an ordinary one. */
export type DayChange = { day: LocalDate; was: DayWord | null; now: DayWord | null }
type DayWord = { kind: DayKind; name: string }

/** The days that differ between two lists of the same year, in order. */
export function changesBetween(
  before: readonly Pick<CalendarDay, 'day' | 'kind' | 'name'>[],
  after: readonly Pick<CalendarDay, 'day' | 'kind' | 'name'>[],
): DayChange[] {
  const [was, now] = [before, after].map((days) => new Map(days.map(({ day, kind, name }) => [day, { kind, name }])))
  const days = [...new Set([...before, ...after].map(({ day }) => day))].toSorted()
  return days
    .map((day) => ({ day, was: was?.get(day) ?? null, now: now?.get(day) ?? null }))
    .filter((one) => one.was?.kind !== one.now?.kind || one.was?.name !== one.now?.name)
}

/** Whether the working days themselves differ, and not only what a day off is called. */
export function worksOtherwise({ was, now }: DayChange): boolean {
  const works = (word: DayWord | null): string =>
    word === null ? 'as-ever' : word.kind === 'worked-saturday' ? 'works' : 'off'
  return works(was) !== works(now)
}

/** The days of a notice as the working calendar holds them. */
export function calendarDaysOf({ number, days }: NoticeEntry): CalendarDay[] {
  return days.map(({ day, kind, name }) => ({ day, kind, name, basis: number, official: true }))
}

/** The days to begin a form with; where a swap and a worked Saturday stand in the same number, they are joined in order. */
export function enteredFrom(days: readonly Pick<CalendarDay, 'day' | 'kind' | 'name'>[]): EnteredDay[] {
  const [swaps, saturdays] = (['swap', 'worked-saturday'] as const).map((kind) =>
    days.filter((one) => one.kind === kind),
  )
  const pairOf = (day: LocalDate, from: typeof days, to: typeof days): LocalDate | null =>
    (from.length === to.length ? to[from.findIndex((one) => one.day === day)]?.day : null) ?? null
  return days.map(({ day, kind, name }) => ({
    ...{ day, kind, name },
    pair:
      kind === 'swap'
        ? pairOf(day, swaps ?? [], saturdays ?? [])
        : kind === 'worked-saturday'
          ? pairOf(day, saturdays ?? [], swaps ?? [])
          : null,
  }))
}
