import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'

/** The day in an address: null where none is named or none can be read; then `typed` is shown back with what to do. */
export type AskedDay = { day: LocalDate | null; typed: string; error: string | null }

export function askedDay(address: URL): AskedDay {
  const typed = address.searchParams.get('ngay')?.trim().slice(0, 40) ?? ''
  const day = parseLocalDate(typed)
  if (typed === '' || day) return { day, typed, error: null }
  return { day: null, typed, error: `“${typed}” không phải một ngày. Gõ ngày/tháng/năm, ví dụ 30/6/2025.` }
}

/** The page in an address, 1 where it names none. */
export function askedPage(address: URL): number {
  const page = Number(address.searchParams.get('trang') ?? '1')
  return Number.isSafeInteger(page) && page > 0 && page < 1_000_000 ? page : 1
}
