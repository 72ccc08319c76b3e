import { parseId } from '#kernel/ids.ts'
import type { TargetFilter } from '#modules/figures/target-queries.server.ts'

/** What the address of the list asks for; what cannot be read asks for nothing. */
export function askedFilter(url: URL, thisYear: number) {
  const text = (name: string): string => url.searchParams.get(name)?.slice(0, 80) ?? ''
  const year = /^(19|20)\d\d$/.test(text('nam')) ? Number(text('nam')) : thisYear
  const code = /^[A-Z]\d{2}$/.test(text('chi-tieu')) ? text('chi-tieu') : null
  const unit = parseId<'Unit'>(text('don-vi'))
  const page = Number(/^\d{1,5}$/.exec(text('trang'))?.[0] ?? 1)
  const countsOpen = text('tinh') === 'dang-nhap'
  const filter: TargetFilter = { year, code, unit, page }
  const query: Record<string, string> = {
    ...(year === thisYear ? {} : { nam: String(year) }),
    ...(code === null ? {} : { 'chi-tieu': code }),
    ...(unit === null ? {} : { 'don-vi': unit }),
    ...(countsOpen ? { tinh: 'dang-nhap' } : {}),
  }
  return { filter, query, countsOpen }
}
