import type { Brand } from './brand.ts'

/** A day of the calendar in Vietnam, `YYYY-MM-DD`; it sorts as text. */
export type LocalDate = Brand<string, 'LocalDate'>

/** Reads `YYYY-MM-DD`, `d/m/yyyy`, `d-m-yyyy` or `d/m/yy` (day first, as Vietnamese writes it); null when there is no such day. */
export function parseLocalDate(text: string | null | undefined): LocalDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text?.trim() ?? '')
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const vietnamese = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text?.trim() ?? '')
  if (vietnamese) {
    const year = vietnamese[3]?.length === 2 ? `20${vietnamese[3]}` : vietnamese[3]
    return existing(Number(year), Number(vietnamese[2]), Number(vietnamese[1]))
  }
  return null
}

/** A day that the program itself writes down; throws when it does not exist. */
export function localDate(text: string): LocalDate {
  const day = parseLocalDate(text)
  if (!day) throw new Error(`No such day: ${text}`)
  return day
}

function existing(year: number, month: number, day: number): LocalDate | null {
  // Outside these years a day is a slip of the finger, and PostgreSQL and ISO text stop agreeing.
  if (year < 1900 || year > 2100) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  date.setUTCFullYear(year)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10) as LocalDate
}

/** The day it is in Vietnam (UTC+7, no summer time) at an instant. */
export function dayInVietnam(instant: Date): LocalDate {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as LocalDate
}

/** The clock in Vietnam at an instant, `8h05`. */
export function timeInVietnam(instant: Date): string {
  const clock = new Date(instant.getTime() + 7 * 3_600_000).toISOString()
  return `${Number(clock.slice(11, 13))}h${clock.slice(14, 16)}`
}

export function addDays(day: LocalDate, days: number): LocalDate {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10) as LocalDate
}

/** Whole days from one day to another, negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
}

export function partsOf(day: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

/** As people agree on a day: `thứ Hai 12/1/2026`. */
export function formatDayOfWeek(day: LocalDate): string {
  return `${weekdays[weekdayOf(day) - 1] ?? ''} ${formatDay(day)}`
}

/** As people read it: `5/2/2026`. */
export function formatDay(day: LocalDate): string {
  const { year, month, day: dayOfMonth } = partsOf(day)
  return `${dayOfMonth}/${month}/${year}`
}

/** As an administrative document writes it: days below 10 and months 1 and 2 padded (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function formatDayInWords(day: LocalDate): string {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const padded = (value: number, below: number): string => (value < below ? `0${value}` : `${value}`)
  return `ngày ${padded(dayOfMonth, 10)} tháng ${padded(month, 3)} năm ${year}`
}
