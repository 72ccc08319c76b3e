import { dayInVietnam, formatDay, timeInVietnam } from '#kernel/local-date.ts'

/** `8h16 ngày 22/11/2026`, in Vietnam's time. */
export function whenSaid(at: Date): string {
  return `${timeInVietnam(at)} ngày ${formatDay(dayInVietnam(at))}`
}

/** `22/11`, for a narrow column; the year stands in the element's `datetime`. */
export function dayShort(at: Date): string {
  return formatDay(dayInVietnam(at)).replace(/\/\d{4}$/, '')
}
