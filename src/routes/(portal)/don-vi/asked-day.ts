import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { beforeRegister } from '#modules/territory/labels.ts'

/** The day in an address: null where none is named, none can be read or nobody knows the units of that day; then `typed` is shown back with what to do. */
export type AskedDay = { day: LocalDate | null; typed: string; error: string | null }

export function askedDay(address: URL, register: { begins: LocalDate }): AskedDay {
  const typed = address.searchParams.get('ngay')?.replaceAll('\0', '').trim().slice(0, 40) ?? ''
  const day = parseLocalDate(typed)
  if (day && day < register.begins) return { day: null, typed, error: beforeRegister(register.begins) }
  if (typed === '' || day) return { day, typed, error: null }
  return { day: null, typed, error: `“${typed}” không phải một ngày. Gõ ngày/tháng/năm, ví dụ 30/6/2025.` }
}

/** The page in an address, 1 where it names none. */
export function askedPage(address: URL): number {
  const page = Number(address.searchParams.get('trang') ?? '1')
  return Number.isSafeInteger(page) && page > 0 && page < 1_000_000 ? page : 1
}
